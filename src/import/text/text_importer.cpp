/// import_text(): the passes put together. Each pass is a file beside this one:
///
///   source_lines -> page_structure (header_row) -> rows (anchors, flow,
///   indicator_list) -> table_snapshot (paragraphs, funding_columns, units)

#include "import/columns/rows_from_columns.hpp"
#include "import/table/decode.hpp"
#include "import/table/join_tables.hpp"
#include "import/text/column_tables.hpp"
#include "import/text/out_of_order.hpp"
#include "import/text/page_edges.hpp"
#include "import/text/page_structure.hpp"
#include "import/text/rows.hpp"
#include "import/text/source_lines.hpp"
#include "import/text/table_snapshot.hpp"
#include "import/text/wholeness.hpp"

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

/// The tables of a text that gives its rows one after the other.
Result<ImportedDocument> read_rows(const std::vector<Line>& lines, const SourceDocument& source,
                                   const ImportOptions& options) {
  DocumentText document = page_structure(lines);
  if (document.tables.empty()) {
    return fail(header_words_found(lines)
                    ? out_of_order(lines, source)
                    : Error{source.name,
                            {},
                            {BD_TR("no performance table found: no header row with 项目名称, 总计 "
                                   "and 绩效指标"),
                             {}},
                            {BD_TR("give the text of a 项目支出绩效目标表, with its header"), {}}});
  }
  std::vector<TableEdition> editions;
  for (const TableText& table : document.tables) {
    editions.push_back(table.edition);
    editions.back().department = table.department;
  }
  const auto meant = meant_editions(editions, source, options);
  if (!meant) {
    return fail(meant.error());
  }
  ImportedDocument out;
  Place empty_table;
  for (std::size_t i = 0; i < document.tables.size(); ++i) {
    const TableText& table = document.tables[i];
    if (!(*meant)[i]) {
      continue;
    }
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
    if (header_words_apart(lines)) {
      return fail(out_of_order(lines, source));
    }
    return fail(Error{source.name,
                      empty_table,
                      {BD_TR("the table that begins here has no projects"), {}},
                      {BD_TR("check that the rows with names and amounts are in the text"), {}}});
  }
  if (auto settled = settle_departments(out, source, options); !settled) {
    return tl::unexpected(std::move(settled).error());
  }
  std::vector<Finding>& findings = out.tables.front().provenance.findings;
  findings.insert(findings.begin(), document.findings.begin(), document.findings.end());
  return out;
}

}  // namespace

Result<ImportedDocument> import_text(const SourceDocument& source, const ImportOptions& options) {
  // What no encoding fits is left to source_lines(), which says line and byte.
  const auto text = decode_text(source.bytes, source.name);
  const auto lines = lines_of_pages(text ? *text : source.bytes, source.name);
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
  if (columns.likely && by_column) {
    if (auto by_columns = read_columns(*columns.likely, source, options)) {
      return *std::move(by_columns);
    }
  }
  if (by_rows && by_column) {
    return fail(out_of_order(*lines, source));
  }
  return by_rows;
}

}  // namespace budgetdiff
