#include "store/child.hpp"

#include <cerrno>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace budgetdiff::git {

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
  ChildResult result;
  pid_t child = -1;
  result.error_number =
      ::posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (result.error_number != 0) {
    return result;
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

}  // namespace budgetdiff::git
