#include "import/text/column_tables.hpp"

#include "import/layout_guesses.hpp"
#include "import/table/join_tables.hpp"
#include "import/text/table_snapshot.hpp"
#include "import/text/wholeness.hpp"

#include <set>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Whether all indicators have both targets, or all lack the same one.
bool targets_are_alike(const ImportedDocument& document) {
  std::set<std::pair<bool, bool>> kinds;
  for (const ImportedTable& table : document.tables) {
    for (const Project& project : table.snapshot.projects) {
      for (const Indicator& one : project.indicators) {
        kinds.insert({one.period_target.empty(), one.annual_target.empty()});
      }
    }
  }
  return kinds.size() == 1;
}

}  // namespace

std::optional<ImportedDocument> read_columns(const ColumnRows& columns,
                                             const SourceDocument& source,
                                             const ImportOptions& options) {
  ImportedDocument out;
  out.tables.push_back(table_snapshot(columns.lines, columns.table, columns.rows, source, options));
  // One table: the option says whose it is, and cannot choose wrongly.
  if (!settle_departments(out, source, options)) {
    return std::nullopt;
  }
  const Wholeness read = wholeness(out);
  if (columns.doubtful.empty() ? !read.whole() || !targets_are_alike(out)
                               : read.mixed > 0 || read.lacking * 2 > read.projects) {
    return std::nullopt;
  }
  std::vector<Finding>& findings = out.tables.front().provenance.findings;
  findings.insert(findings.begin(),
                  {"column-text",
                   Severity::note,
                   {},
                   "",
                   {BD_TR("the text gives its table column by column: what belongs to which "
                          "project was judged by order, sums and grammar; a PDF is surer"),
                    {}}});
  if (columns.sum_guessed && !columns.table.sums.empty()) {
    findings.push_back(sum_columns_guess(place_of(columns.lines[columns.table.sums.front().line])));
  }
  for (const std::size_t row : columns.doubtful) {
    const RowText& own = columns.rows.rows[row];
    findings.push_back(layout_guess(place_of(columns.lines[own.line]), published(own.name.text)));
  }
  return out;
}

}  // namespace budgetdiff::import
