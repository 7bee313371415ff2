#include "import/page/row_columns.hpp"

#include "import/page/spanned_cells.hpp"
#include "import/text/source_lines.hpp"

#include <utility>

namespace budgetdiff::import {

bool is_of_row(Role role) {
  return role == Role::level3 || holds_targets(role) || role == Role::weight ||
         role == Role::comparator || role == Role::measurement_unit || role == Role::remark;
}

RowColumn row_column(const ColumnText& column, const std::map<int, std::size_t>& index) {
  RowColumn out;
  out.role = column.role;
  std::vector<int> widths;
  for (const PdfLine& line : column.lines) {
    StreamToken token;
    token.text = without_space(line.line.text);
    token.line = index.at(line.line.place.line);
    token.starts_line = out.at.empty() || out.at.back() != token.line;
    widths.push_back(width_of(token.text));
    out.at.push_back(token.line);
    out.tokens.push_back(std::move(token));
  }
  out.width = widths.empty() ? 0 : widest_but_few(widths);
  out.known.assign(out.tokens.size() * most_lines_of_row, unknown_cost);
  return out;
}

}  // namespace budgetdiff::import
