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

#include <utility>

namespace budgetdiff {

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
        {BD_TR("give the text of a 项目支出绩效目标表, with its header"), {}}});
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
