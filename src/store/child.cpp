#include "store/child.hpp"

#include <cerrno>
#include <ctime>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace budgetdiff::git {
namespace {

constexpr int ending[] = {SIGINT, SIGTERM, SIGHUP};

/// One of the ending signals that was sent to us while we held it back, or 0.
int waiting_signal() {
  const sigset_t signals = ending_signals();
  sigset_t waiting;
  ::sigpending(&waiting);
  for (const int number : ending) {
    if (::sigismember(&signals, number) == 1 && ::sigismember(&waiting, number) == 1) {
      return number;
    }
  }
  return 0;
}

/// Waits for the child. Where we hold signals back, one that comes is passed
/// on: a signer may wait for a passphrase for ever.
int wait_for(pid_t child) {
  sigset_t ended;
  sigset_t before;
  ::sigemptyset(&ended);
  ::sigaddset(&ended, SIGCHLD);
  ::pthread_sigmask(SIG_BLOCK, &ended, &before);
  constexpr timespec moment{0, 100'000'000};
  int status = 0;
  bool told = false;
  pid_t done = 0;
  while ((done = ::waitpid(child, &status, WNOHANG)) == 0 || (done < 0 && errno == EINTR)) {
    if (const int number = waiting_signal(); number != 0 && !told) {
      ::kill(child, number);
      told = true;
    }
    ::sigtimedwait(&ended, nullptr, &moment);
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return status;
}

}  // namespace

sigset_t ending_signals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int number : ending) {
    struct sigaction now {};
    if (::sigaction(number, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) {
      ::sigaddset(&signals, number);
    }
  }
  return signals;
}

ChildResult run_child(const std::vector<std::string>& arguments, const std::string& input,
                      const std::string& output, const std::string& errors) {
  std::vector<std::string> kept = arguments;
  std::vector<char*> pointers;
  pointers.reserve(kept.size() + 1);
  for (std::string& argument : kept) {
    pointers.push_back(argument.data());
  }
  pointers.push_back(nullptr);
  constexpr int written = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.c_str(), O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output.c_str(), written, 0600);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), written, 0600);
  sigset_t mask;
  ::pthread_sigmask(SIG_SETMASK, nullptr, &mask);
  for (const int number : ending) {
    ::sigdelset(&mask, number);
  }
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setsigmask(&attributes, &mask);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  ChildResult result;
  pid_t child = -1;
  result.error_number =
      ::posix_spawnp(&child, pointers[0], &actions, &attributes, pointers.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  if (result.error_number != 0) {
    return result;
  }
  const int status = wait_for(child);
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

}  // namespace budgetdiff::git
