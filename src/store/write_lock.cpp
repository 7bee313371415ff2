#include "store/write_lock.hpp"

#include "store/files.hpp"
#include "store/git_error.hpp"
#include "store/held_signals.hpp"
#include "store/signing.hpp"
#include "store/work_tree.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cerrno>
#include <ctime>
#include <filesystem>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace budgetdiff::git {
namespace {

namespace fs = std::filesystem;

constexpr const char* journal_title = "budgetdiff journal 1";

std::optional<Journal> read_journal(const std::string& path) {
  const auto bytes = read_small_file(path);
  if (!bytes) {
    return std::nullopt;
  }
  std::istringstream in(*bytes);
  std::string line;
  if (!std::getline(in, line) || line != journal_title) {
    return std::nullopt;
  }
  Journal journal;
  bool ended = false;
  while (std::getline(in, line)) {
    std::istringstream words(line);
    std::string word;
    words >> word;
    if (word == "ref") {
      words >> journal.branch;
    } else if (word == "commit") {
      std::string id;
      words >> id;
      git_oid_fromstr(&journal.commit, id.c_str());
    } else if (word == "path") {
      JournalPath path_line;
      std::string before;
      std::string after;
      words >> before >> after;
      words.ignore(1);
      std::getline(words, path_line.path);
      if (git_oid_fromstr(&path_line.before, before.c_str()) == 0 &&
          git_oid_fromstr(&path_line.after, after.c_str()) == 0 && !path_line.path.empty()) {
        journal.paths.push_back(std::move(path_line));
      }
    } else if (word == "end") {
      ended = true;
    }
  }
  return ended ? std::optional<Journal>(std::move(journal)) : std::nullopt;
}

/// Whether the file stands there untouched for a moment longer than any live
/// holder of such a lock needs.
bool stands_still(const std::string& path) {
  struct stat before {};
  if (::lstat(path.c_str(), &before) != 0) {
    return false;
  }
  constexpr std::time_t long_ago = 5;
  if (std::time(nullptr) - before.st_mtime < long_ago) {
    ::usleep(1'500'000);
  }
  struct stat after {};
  return ::lstat(path.c_str(), &after) == 0 && before.st_ino == after.st_ino &&
         before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
         before.st_mtim.tv_nsec == after.st_mtim.tv_nsec && before.st_size == after.st_size;
}

/// A ref's lock is the dead writer's if the commit of its journal is written in
/// it. Killed before it wrote that, it left an empty file: git, too, makes one,
/// for less than a millisecond.
void clear_ref_lock(const Repository& repository, const Journal& journal) {
  const std::string lock = repository.common_directory() + journal.branch + ".lock";
  const auto bytes = read_small_file(lock);
  if (bytes &&
      (bytes->rfind(to_hex(journal.commit), 0) == 0 || (bytes->empty() && stands_still(lock)))) {
    ::unlink(lock.c_str());
  }
  // libgit2 locks reflogs too; git itself never does.
  for (const std::string& log : {repository.common_directory() + "logs/" + journal.branch + ".lock",
                                 repository.git_directory() + "logs/HEAD.lock"}) {
    if (stands_still(log)) {
      ::unlink(log.c_str());
    }
  }
}

/// Objects that were never finished. Other programs may be writing some right
/// now, so only old ones go; `git gc` does not know libgit2's name for them.
void clear_old_temporaries(const Repository& repository) {
  constexpr std::time_t an_hour = 3600;
  const std::string objects = repository.common_directory() + "objects";
  std::error_code problem;
  for (fs::directory_iterator entry(objects, problem), end; !problem && entry != end;
       entry.increment(problem)) {
    const std::string name = entry->path().filename().string();
    struct stat info {};
    if (name.rfind("tmp_object_git2_", 0) == 0 && ::lstat(entry->path().c_str(), &info) == 0 &&
        S_ISREG(info.st_mode) && std::time(nullptr) - info.st_mtime > an_hour) {
      ::unlink(entry->path().c_str());
    }
  }
}

void recover(const Repository& repository) {
  const HeldSignals held;
  WorkTree::clear_stale_lock(repository);
  clear_signing_files(repository.git_directory());
  const std::string path = repository.git_directory() + scratch::journal;
  if (const auto journal = read_journal(path)) {
    clear_ref_lock(repository, *journal);
    const auto head = repository.head();
    if (head && head->branch == journal->branch && !repository.is_bare()) {
      TreeHandle tree;
      if (head->commit != nullptr) {
        if (auto found = repository.tree_of(head->commit.get())) {
          tree = std::move(*found);
        } else {
          return;  // damaged: leave the journal for a time when it is mended
        }
      }
      auto work_tree = WorkTree::lock(repository);
      if (!work_tree) {
        return;
      }
      work_tree->mend(journal->paths, tree.get());
    }
  }
  ::unlink(path.c_str());
  clear_old_temporaries(repository);
}

/// Says in the lock file that somebody writes. 0, or the errno of what went wrong.
int mark(int descriptor) {
  if (::ftruncate(descriptor, 0) != 0) {
    return errno;
  }
  // A disk that fills up takes a part first, and says why at the next.
  std::string_view left = "writing\n";
  off_t at = 0;
  while (!left.empty()) {
    const ssize_t written = ::pwrite(descriptor, left.data(), left.size(), at);
    if (written > 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
      at += written;
    } else if (written == 0 || errno != EINTR) {
      return written == 0 ? ENOSPC : errno;
    }
  }
  return 0;
}

}  // namespace

Result<WriteLock> WriteLock::take(const Repository& repository) {
  const std::string directory = repository.git_directory();
  const std::string path = directory + scratch::lock;
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    Error error = system_error(errno, {BD_TR("cannot write to the store: {0}"), {}});
    error.file = printable(repository.shown_path());
    return fail(std::move(error));
  }
  WriteLock lock(descriptor, directory);
  constexpr int patience = 6000;
  int problem = EWOULDBLOCK;
  for (int attempt = 0; attempt < patience && problem != 0; ++attempt) {
    problem = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
    if (problem != 0 && problem != EWOULDBLOCK && problem != EINTR) {
      return fail(system_error(problem, {BD_TR("cannot lock the store: {0}"), {}}));
    }
    if (problem != 0) {
      ::usleep(10'000);
    }
  }
  if (problem != 0) {
    return fail(Error{printable(repository.shown_path()),
                      {},
                      {BD_TR("another budgetdiff has been writing to this store for a minute"), {}},
                      {BD_TR("try again when it is done"), {}}});
  }
  // A clean end leaves the lock file empty.
  struct stat info {};
  if (::fstat(descriptor, &info) == 0 && info.st_size != 0) {
    recover(repository);
  }
  if (const int reason = mark(descriptor); reason != 0) {
    return fail(system_error(reason, {BD_TR("cannot write to the store: {0}"), {}}));
  }
  return lock;
}

WriteLock::WriteLock(WriteLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), directory_(std::move(other.directory_)) {}

WriteLock::~WriteLock() {
  if (descriptor_ < 0) {
    return;
  }
  std::error_code ignored;
  if (!fs::exists(directory_ + scratch::journal, ignored)) {
    static_cast<void>(::ftruncate(descriptor_, 0));
  }
  ::close(descriptor_);
}

Result<void> WriteLock::write_journal(const Journal& journal) const {
  std::string text = std::string(journal_title) + "\nref " + journal.branch + "\ncommit " +
                     to_hex(journal.commit) + '\n';
  for (const JournalPath& one : journal.paths) {
    text += "path " + to_hex(one.before) + ' ' + to_hex(one.after) + ' ' + one.path + '\n';
  }
  text += "end\n";
  return write_file(directory_ + scratch::journal, text, directory_ + scratch::file);
}

void WriteLock::clear_journal() const {
  ::unlink((directory_ + scratch::journal).c_str());
}

}  // namespace budgetdiff::git
