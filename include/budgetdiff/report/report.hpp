#pragma once

/// Change sets for people. A renderer prints what stands in the change set and
/// computes no difference of its own.

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/comment.hpp>
#include <budgetdiff/text/catalogue.hpp>

#include <optional>
#include <string>

namespace budgetdiff {

/// A least change of money, absolute or relative; what is smaller is counted
/// and not listed.
struct MinChange {
  std::optional<Amount> amount;   ///< in the later snapshot's unit
  std::optional<Amount> percent;  ///< of the earlier amount
};

struct ReportOptions {
  Language language = Language::english;
  bool colour = false;    ///< ANSI colours (text only)
  bool notation = false;  ///< also list what differs only in notation
  MinChange min_change;
  /// How the user named the two sides, for the commands that settle a doubt
  /// ("budgetdiff match accept 2023 2024 …"); empty outside a store.
  std::string from_name;
  std::string to_name;
  /// Comments, shown at their changes; null for none. Not owned.
  const ThreadsByChange* threads = nullptr;
  bool ids = false;  ///< also give the ids of changes, to comment on (text only)
};

/// For a terminal: a summary, then the changes, biggest money and weakest
/// targets first. Control characters in names are shown, never sent.
[[nodiscard]] std::string text_report(const ChangeSet& changes, const ReportOptions& options);

/// For a git host. Text from documents is escaped.
[[nodiscard]] std::string markdown_report(const ChangeSet& changes, const ReportOptions& options);

}  // namespace budgetdiff
