#pragma once

/// Runs another program, without a shell.

#include <csignal>
#include <string>
#include <vector>

namespace budgetdiff::git {

struct ChildResult {
  int error_number = 0;  ///< not 0: it could not be started
  int status = -1;       ///< exit status; -1 when a signal ended it
};

/// The signals by which people end programs: SIGINT, SIGTERM, SIGHUP; without
/// those that this run was told to ignore, as nohup does.
[[nodiscard]] sigset_t ending_signals();

/// Runs `arguments[0]` (looked up in PATH) with standard input, output and
/// error on the files named ("/dev/null" for none), and waits for it.
/// It can be ended by signals even where this program holds them back, and is
/// ended when one is waiting for this program.
[[nodiscard]] ChildResult run_child(const std::vector<std::string>& arguments,
                                    const std::string& input, const std::string& output,
                                    const std::string& errors);

}  // namespace budgetdiff::git
