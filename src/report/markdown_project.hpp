#pragma once

/// The lines of one project's change in the Markdown report.

#include "report/thread_lines.hpp"
#include "report/wording.hpp"

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/report/report.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// What the parts of a Markdown report share: what is reported and how, and the
/// lines so far. REQUIRES: changes and options outlive it.
struct MarkdownLines {
  MarkdownLines(const ChangeSet& change_set, const ReportOptions& report_options);

  const ChangeSet& changes;
  const ReportOptions& options;
  Wording say;
  ThreadLines threads;
  std::string out;

  void line(std::string_view text = {});

  /// "+5.00", or that the amounts cannot be compared.
  [[nodiscard]] std::string delta(const std::optional<Amount>& delta) const;

  /// Joined by " + ", escaped.
  [[nodiscard]] static std::string names(const std::vector<ProjectRef>& refs);
};

/// A heading with kind and names, amounts, match, then what differs inside.
void write_project(MarkdownLines& text, const ProjectChange& change);

}  // namespace budgetdiff
