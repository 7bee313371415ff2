#pragma once

/// The lines of one project's change in the text report.

#include "report/text_paint.hpp"
#include "report/thread_lines.hpp"
#include "report/wording.hpp"

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/report/report.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// Columns that an amount takes.
inline constexpr std::size_t money_width = 14;

/// What the parts of a text report share: what is reported and how, and the
/// lines so far. REQUIRES: changes and options outlive it.
struct TextLines {
  TextLines(const ChangeSet& change_set, const ReportOptions& report_options);

  const ChangeSet& changes;
  const ReportOptions& options;
  Wording say;
  Paint paint;
  ThreadLines threads;
  std::string out;

  void line(std::string_view text = {});

  /// The comments on what has this id, a line each.
  void comments(const std::string& id);

  /// `text` with the id behind it, where ids were asked for.
  [[nodiscard]] std::string with_id(std::string text, const std::string& id) const;

  /// "+5.00 (+2.00%)".
  [[nodiscard]] std::string delta(const std::optional<Amount>& delta,
                                  const std::optional<std::string>& percent) const;

  /// Joined by " + ", fit for a terminal.
  [[nodiscard]] static std::string names(const std::vector<ProjectRef>& refs);
};

/// Headline, amounts, match, then what differs inside.
void write_project(TextLines& text, const ProjectChange& change);

}  // namespace budgetdiff
