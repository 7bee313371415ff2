#pragma once

/// Runs another program, without a shell.

#include <string>
#include <vector>

namespace budgetdiff::git {

struct ChildResult {
  int error_number = 0;  ///< not 0: it could not be started
  int status = -1;       ///< exit status; -1 when a signal ended it
};

/// Runs `arguments[0]` (looked up in PATH) with standard input, output and
/// error on the files named ("/dev/null" for none), and waits for it.
[[nodiscard]] ChildResult run_child(const std::vector<std::string>& arguments,
                                    const std::string& input, const std::string& output,
                                    const std::string& errors);

}  // namespace budgetdiff::git
