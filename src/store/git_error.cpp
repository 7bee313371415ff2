#include "store/git_error.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <git2.h>

#include <cerrno>
#include <system_error>

namespace budgetdiff::git {
namespace {

/// libgit2 started for as long as the process lives. It is never shut down:
/// handles in other objects of static life could outlive it.
class Library {
 public:
  Library() {
    git_libgit2_init();
    // A write is acknowledged after it is on the disk, so objects and refs are
    // synced as they are written.
    git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  }
};

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Failures of the system that no call meets when all goes well, as ENOENT is.
bool ends_writes(int number) {
  return number == ENOSPC || number == EDQUOT || number == EFBIG || number == EIO ||
         number == EROFS || number == EACCES || number == EPERM || number == EMFILE ||
         number == ENFILE;
}

Message advice(int code, int error_class, const std::string& reason) {
  if (contains(reason, "No space left") || contains(reason, "Disk quota")) {
    return {BD_TR("free some space and try again; nothing was recorded"), {}};
  }
  if (contains(reason, "Permission denied") || contains(reason, "Read-only") ||
      contains(reason, "Operation not permitted")) {
    return {BD_TR("look at who owns the store and who may write to it"), {}};
  }
  switch (code) {
    case GIT_ELOCKED:
      return {BD_TR("another git program is at work there; try again when it is done"), {}};
    case GIT_EMISMATCH:
      return {BD_TR("the repository is damaged; see what `git fsck` says"), {}};
    default:
      break;
  }
  switch (error_class) {
    case GIT_ERROR_CONFIG:
      return {BD_TR("mend that git configuration"), {}};
    case GIT_ERROR_ODB:
    case GIT_ERROR_ZLIB:
    case GIT_ERROR_OBJECT:
      return {BD_TR("the repository is damaged or incomplete; see what `git fsck` says"), {}};
    default:
      return {};
  }
}

}  // namespace

std::string last_reason(int code) {
  const int system = errno;
  const git_error* const last = git_error_last();
  if (last != nullptr && last->message != nullptr && last->message[0] != '\0') {
    return printable(last->message);
  }
  // Of a write that fails at its first bytes libgit2 tells nothing but the code.
  if (ends_writes(system)) {
    return std::generic_category().message(system);
  }
  return "libgit2 says nothing but " + std::to_string(code);
}

Error error_of(int code, Message what) {
  const git_error* const last = git_error_last();
  const int error_class = last != nullptr ? last->klass : GIT_ERROR_NONE;
  std::string reason = last_reason(code);
  Error error;
  error.what_to_do = advice(code, error_class, reason);
  what.args.push_back(std::move(reason));
  error.what = std::move(what);
  return error;
}

Error system_error(int error_number, Message what) {
  std::string reason = std::generic_category().message(error_number);
  Error error;
  error.what_to_do = advice(0, GIT_ERROR_OS, reason);
  what.args.push_back(std::move(reason));
  error.what = std::move(what);
  return error;
}

void forget_failures() {
  git_error_clear();
  errno = 0;
}

void start_library() {
  static const Library library;
}

}  // namespace budgetdiff::git
