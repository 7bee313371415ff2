#pragma once

/// What every verb of the program is given.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/text/catalogue.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::cli {

/// Exit status of the program, part of its contract.
enum class Exit {
  done = 0,
  differs = 1,  ///< with --exit-code, or a gate not passed
  failed = 2,   ///< wrong usage, unreadable input, failed write
};

enum class ColourChoice { automatic, always, never };

struct Context {
  Language language = Language::english;
  ColourChoice colour = ColourChoice::automatic;
  std::string lang;   ///< --lang as written; `language` was read from it
  std::string store;  ///< -C or BUDGETDIFF_STORE; empty: found upward from here
  bool pager = true;

  [[nodiscard]] std::string say(std::string_view english,
                                const std::vector<std::string>& args = {}) const {
    return budgetdiff::say(language, english, args);
  }
  /// Whether standard output gets colours.
  [[nodiscard]] bool colour_output() const;
};

/// One line on standard error, `budgetdiff: FILE:LINE: what is wrong; what to
/// do`, in the user's language, with control characters shown.
Exit report_error(const Context& context, const Error& error);

/// One line on standard error for each finding.
void report_finding(const Context& context, std::string_view file, const Finding& finding);

/// The finding as a line without the program's name: `FILE:LINE: warning: … [code]`.
[[nodiscard]] std::string finding_line(const Context& context, std::string_view file,
                                       const Finding& finding);

/// Writes to standard output, through a pager on a terminal.
Exit print(const Context& context, std::string_view text);

/// Writes to `file` ("-" or empty: standard output). A file appears whole or
/// not at all, and one that this run has read is refused.
Exit write_output(const Context& context, std::string_view text, const std::string& file);

/// Puts a plain file in the place of `file`, read before or not: whole or not at all.
Exit replace_file(const Context& context, std::string_view text, const std::string& file);

/// A line on standard error that says what was done; not when it is no terminal
/// and `quiet_when_piped`.
void note(const Context& context, std::string_view text);

}  // namespace budgetdiff::cli
