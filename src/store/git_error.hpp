#pragma once

/// The one gate from libgit2's codes to budgetdiff's errors.

#include <budgetdiff/base/result.hpp>

#include <string>

namespace budgetdiff::git {

/// What libgit2 says of its last failure, or words for the code where it says
/// nothing (1.5.1 may leave no message). Safe for a terminal.
[[nodiscard]] std::string last_reason(int code);

/// An error for a failed call. `what` is a sentence whose last argument is
/// left out: last_reason() takes its place. Advice is chosen by the code.
/// REQUIRES: called right after the failed call, code < 0
[[nodiscard]] Error error_of(int code, Message what);

[[nodiscard]] inline tl::unexpected<Error> failed(int code, Message what) {
  return fail(error_of(code, std::move(what)));
}

/// The same for a failed system call; `error_number` is errno.
[[nodiscard]] Error system_error(int error_number, Message what);

/// Forgets what failed before, here and in the system. To be called where a failure was expected,
/// and before writes: where they fail, libgit2 1.5.1 may say nothing, and its last words would be
/// those of another call.
void forget_failures();

/// Starts libgit2 once in the process, with writes that are synced to disk.
void start_library();

}  // namespace budgetdiff::git
