#pragma once

/// Runs the user's own git: for transport (it knows their keys, helpers and
/// proxies) and for its configuration.

#include <string>
#include <vector>

namespace budgetdiff::cli {

struct GitRun {
  int status = -1;     ///< git's exit status; -1: it could not be run
  std::string output;  ///< without the last line end
  std::string errors;
  [[nodiscard]] bool ok() const { return status == 0; }
};

/// `git -C directory arguments…`; an empty directory: here.
[[nodiscard]] GitRun run_git(const std::string& directory,
                             const std::vector<std::string>& arguments);

/// Why git refused, in its own words: the line that says so, without `fatal: `.
[[nodiscard]] std::string reason_of(const GitRun& run);

/// The path of the running program, for drivers that git is to call.
[[nodiscard]] std::string own_program();

/// In single quotes for a shell.
[[nodiscard]] std::string shell_quoted(const std::string& text);

/// What git is told of our drivers for a store's files.
[[nodiscard]] std::string driver_attributes();

/// A folder of its own, removed with all in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  ~TemporaryFolder();
  /// Empty where none could be made.
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace budgetdiff::cli
