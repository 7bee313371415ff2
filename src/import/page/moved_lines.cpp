#include "import/page/moved_lines.hpp"

#include <iterator>

namespace budgetdiff::import {

void move_lines(const std::map<double, double>& places, std::vector<ColumnText>& columns,
                std::vector<TextRow>& rows) {
  const auto moved = [&](double y) {
    const auto below = places.lower_bound(y);
    if (below == places.begin()) {
      return below == places.end() ? y : below->second - (below->first - y);
    }
    const auto above = std::prev(below);
    if (below == places.end()) {
      return above->second + (y - above->first);
    }
    return above->second +
           (y - above->first) * (below->second - above->second) / (below->first - above->first);
  };
  for (TextRow& row : rows) {
    // Its ends go with its first and last line; of rows that share their lines none may be there.
    const auto first = places.lower_bound(row.top);
    const auto behind = places.upper_bound(row.bottom);
    const bool has_lines = first != behind;
    const double top = has_lines ? first->second - (first->first - row.top) : moved(row.top);
    row.bottom = has_lines ? std::prev(behind)->second + (row.bottom - std::prev(behind)->first)
                           : moved(row.bottom);
    row.top = top;
    row.middle = moved(row.middle);
    row.first_line = moved(row.first_line);
  }
  for (ColumnText& column : columns) {
    for (PdfLine& line : column.lines) {
      line.middle = moved(line.middle);
    }
  }
}

}  // namespace budgetdiff::import
