/// import_text(): the passes put together. Each pass is a file beside this one:
///
///   source_lines -> page_structure (header_row) -> rows (anchors, flow,
///   indicator_list) -> table_snapshot (paragraphs, funding_columns, units)

#include "import/table/join_tables.hpp"
#include "import/text/page_structure.hpp"
#include "import/text/rows.hpp"
#include "import/text/source_lines.hpp"
#include "import/text/table_snapshot.hpp"

#include <budgetdiff/import/importer.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff {

namespace {

/// Whether the words of a header stand in the text, each in a line of its own far
/// from the others: `pdftotext` without -layout gives one column after the other,
/// and which goal is whose is lost.
bool is_column_by_column(const std::vector<import::Line>& lines) {
  const auto stands = [&](std::u32string_view word) {
    return std::any_of(lines.begin(), lines.end(), [&](const import::Line& line) {
      return import::without_space(line.text).find(word) != std::u32string::npos;
    });
  };
  return stands(U"项目名称") && (stands(U"绩效目标") || stands(U"绩效指标")) &&
         stands(U"年度指标值");
}

}  // namespace

Result<ImportedDocument> import_text(const SourceDocument& source, const ImportOptions& options) {
  using namespace import;
  auto lines = source_lines(source.bytes, source.name);
  if (!lines) {
    return tl::unexpected(std::move(lines.error()));
  }
  DocumentText document = page_structure(*lines);
  if (document.tables.empty()) {
    return fail(Error{
        source.name,
        {},
        {BD_TR("no performance table found: no header row with 项目名称, 总计 and 绩效指标"), {}},
        is_column_by_column(*lines)
            ? Message{BD_TR(
                          "its columns stand one after the other, so that what belongs together is "
                          "lost: give the PDF itself, or its text by `pdftotext -layout`"),
                      {}}
            : Message{BD_TR("give the text of a 项目支出绩效目标表, with its header"), {}}});
  }
  ImportedDocument out;
  Place empty_table;
  for (const TableText& table : document.tables) {
    ImportedTable imported = table_snapshot(*lines, table, source, options);
    if (imported.snapshot.projects.empty()) {
      if (empty_table.empty()) {
        empty_table = place_of((*lines)[table.header_line]);
      }
      document.findings.push_back({"table-empty",
                                   Severity::warning,
                                   place_of((*lines)[table.header_line]),
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

}  // namespace budgetdiff
