#include "import/table/table_parts.hpp"

#include "import/table/grid_walk.hpp"
#include "import/table/repeated_tables.hpp"
#include "import/table/scan.hpp"

#include <cstddef>
#include <utility>
#include <variant>

namespace budgetdiff::import {

TableParts read_parts(const GridDocument& document, std::string_view file) {
  TableSections sections(document, file);
  GridWalk walk(document, sections);
  const std::vector<GridScan> scans = scan_grids(document);
  const RepeatedTables repeated(document, scans);
  std::size_t next = 0;
  for (const Block& block : document.blocks) {
    if (const TextLine* line = std::get_if<TextLine>(&block)) {
      walk.take_line(*line);
    } else {
      walk.take_grid(std::get<Grid>(block), scans[next], repeated.rows_of(next));
      ++next;
    }
  }
  TableParts out;
  out.parts = sections.finish();
  out.front = sections.around().front();
  out.passed_over = sections.titles().findings();
  out.passed_over.insert(out.passed_over.end(), repeated.findings().begin(),
                         repeated.findings().end());
  out.passed_over.insert(out.passed_over.end(), walk.seen().empty.begin(), walk.seen().empty.end());
  out.blank_form = walk.seen().blank_form;
  out.found_header = walk.seen().header;
  out.nameless = walk.seen().nameless;
  out.whole_department = walk.seen().whole_department;
  return out;
}

}  // namespace budgetdiff::import
