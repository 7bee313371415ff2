/// import_text(): the passes put together. Each pass is a file beside this one:
///
///   source_lines -> page_structure (header_row) -> rows (anchors, flow,
///   indicator_list) -> table_snapshot (paragraphs, funding_columns, units)

#include "import/columns/rows_from_columns.hpp"
#include "import/table/join_tables.hpp"
#include "import/text/page_structure.hpp"
#include "import/text/rows.hpp"
#include "import/text/source_lines.hpp"
#include "import/text/table_snapshot.hpp"

#include <budgetdiff/import/importer.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff {

namespace {

using namespace import;

/// Whether the words of a header stand in the text, each in a line of its own far
/// from the others: `pdftotext` without -layout gives one column after the other.
bool is_column_by_column(const std::vector<Line>& lines) {
  const auto stands = [&](std::u32string_view word) {
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
      return without_space(line.text).find(word) != std::u32string::npos;
    });
  };
  return stands(U"项目名称") && (stands(U"绩效目标") || stands(U"绩效指标")) &&
         stands(U"年度指标值");
}

Error out_of_order(const SourceDocument& source) {
  return {source.name,
          {},
          {BD_TR("the cells of its table do not come in the order of the rows, so that "
                 "what belongs together is lost"),
           {}},
          {BD_TR("give the PDF itself, or its text by `pdftotext -layout`"), {}}};
}

/// The tables of a text that gives its rows one after the other.
Result<ImportedDocument> read_rows(const std::vector<Line>& lines, const SourceDocument& source,
                                   const ImportOptions& options) {
  DocumentText document = page_structure(lines);
  if (document.tables.empty()) {
    return fail(is_column_by_column(lines)
                    ? out_of_order(source)
                    : Error{source.name,
                            {},
                            {BD_TR("no performance table found: no header row with 项目名称, 总计 "
                                   "and 绩效指标"),
                             {}},
                            {BD_TR("give the text of a 项目支出绩效目标表, with its header"), {}}});
  }
  ImportedDocument out;
  Place empty_table;
  for (const TableText& table : document.tables) {
    ImportedTable imported = table_snapshot(lines, table, find_rows(lines, table), source, options);
    if (imported.snapshot.projects.empty()) {
      if (empty_table.empty()) {
        empty_table = place_of(lines[table.header_line]);
      }
      document.findings.push_back({"table-empty",
                                   Severity::warning,
                                   place_of(lines[table.header_line]),
                                   "",
                                   {BD_TR("the table that begins here has no projects"), {}}});
      continue;
    }
    out.tables.push_back(std::move(imported));
  }
  if (out.tables.empty()) {
    return fail(Error{source.name,
                      empty_table,
                      {BD_TR("the table that begins here has no projects"), {}},
                      {BD_TR("check that the rows with names and amounts are in the text"), {}}});
  }
  join_tables(out);
  std::vector<Finding>& findings = out.tables.front().provenance.findings;
  findings.insert(findings.begin(), document.findings.begin(), document.findings.end());
  return out;
}

/// How well the projects of a document hold together.
struct Wholeness {
  std::size_t projects = 0;
  std::size_t lacking = 0;  ///< that have no amount, goal or indicator
  std::size_t broken = 0;   ///< that have a piece of another cell in one of theirs
  std::size_t mixed = 0;    ///< whose names are cells of several columns
  bool fits = true;         ///< nothing left over, no number skipped, every sum right

  [[nodiscard]] bool holds_together() const { return lacking + broken == 0; }
  [[nodiscard]] bool whole() const { return holds_together() && fits; }
  /// Whether so much is broken that its cells cannot have come in the order of the rows.
  [[nodiscard]] bool in_pieces() const { return broken >= 2 && broken * 4 > projects; }
};

bool says_targets(std::string_view text) {
  return text.find("指标值:") != text.npos || text.find("指标值：") != text.npos ||
         text.find("；年度指标") != text.npos;
}

/// Whether a finding may come from cells that were put together wrongly.
bool says_misfit(const Finding& finding) {
  constexpr auto codes = std::to_array<std::string_view>(
      {"sum-mismatch", "subtotal-mismatch", "name-missing", "amount-missing", "amount-unreadable",
       "indicator-numbering", "indicator-incomplete", "text-left-over", "boundary-guess"});
  return std::find(codes.begin(), codes.end(), finding.code) != codes.end();
}

/// Whether what should be a name is a row of cells (with targets, or sentences) or an amount.
bool is_mixed(std::string_view name) {
  const auto has = [&](std::string_view mark) { return name.find(mark) != name.npos; };
  constexpr std::size_t longest = 150;  // bytes
  if (std::all_of(name.begin(), name.end(),
                  [](char c) { return c == '.' || c == ',' || (c >= '0' && c <= '9'); })) {
    return true;
  }
  return ((has("≥") || has("≤")) && has("指标")) || (has("。") && name.size() > longest);
}

/// Whether the longer text is the shorter with a line of something else in it.
bool holds_inserted(std::string_view shorter, std::string_view longer) {
  constexpr std::size_t line = 15;  // bytes
  if (shorter.empty() || shorter.size() + line > longer.size()) {
    return false;
  }
  std::size_t same = 0;
  while (same < shorter.size() && shorter[same] == longer[same]) {
    ++same;
  }
  // What is only added at the end may be the value's own.
  return same < shorter.size() && longer.ends_with(shorter.substr(same));
}

Wholeness wholeness(const ImportedDocument& document) {
  Wholeness out;
  for (const ImportedTable& table : document.tables) {
    for (const Project& project : table.snapshot.projects) {
      const bool lists =
          says_targets(project.goal) ||
          std::any_of(project.indicators.begin(), project.indicators.end(),
                      [](const Indicator& indicator) {
                        return indicator.name.empty() || says_targets(indicator.name) ||
                               holds_inserted(indicator.period_target, indicator.annual_target) ||
                               holds_inserted(indicator.annual_target, indicator.period_target) ||
                               (indicator.annual_target.empty() && indicator.period_target.empty());
                      });
      const bool lacks =
          project.funding.items().empty() || project.goal.empty() || project.indicators.empty();
      ++out.projects;
      out.lacking += lacks ? 1U : 0U;
      out.broken += lists ? 1U : 0U;
      out.mixed += is_mixed(project.name) ? 1U : 0U;
    }
    for (const Finding& finding : table.provenance.findings) {
      out.fits = out.fits && !says_misfit(finding);
    }
  }
  return out;
}

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

/// The table of a text that gives it column by column; nothing where anything of what was
/// made of it does not fit.
std::optional<ImportedDocument> read_columns(const ColumnRows& columns,
                                             const SourceDocument& source,
                                             const ImportOptions& options) {
  ImportedDocument out;
  out.tables.push_back(table_snapshot(columns.lines, columns.table, columns.rows, source, options));
  if (!wholeness(out).whole() || !targets_are_alike(out)) {
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
  return out;
}

}  // namespace

Result<ImportedDocument> import_text(const SourceDocument& source, const ImportOptions& options) {
  const auto lines = source_lines(source.bytes, source.name);
  if (!lines) {
    return tl::unexpected(lines.error());
  }
  auto by_rows = read_rows(*lines, source, options);
  const Wholeness read = by_rows ? wholeness(*by_rows) : Wholeness{};
  if (by_rows && read.whole()) {
    return by_rows;
  }
  const RowsFromColumns columns = rows_from_columns(*lines);
  const bool mixed = columns.sharing != Sharing::none;
  const bool by_column = !by_rows || columns.sharing == Sharing::many ||
                         (mixed && read.in_pieces()) || read.mixed * 4 > read.projects;
  if (columns.read && (by_column || (mixed && !read.holds_together()))) {
    if (auto by_columns = read_columns(*columns.read, source, options)) {
      return *std::move(by_columns);
    }
  }
  if (by_rows && by_column) {
    return fail(out_of_order(source));
  }
  return by_rows;
}

}  // namespace budgetdiff
