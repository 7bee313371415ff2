#include "import/table/long_rows.hpp"

#include "import/text/read_list.hpp"

#include <utility>

namespace budgetdiff::import {

void LongRows::see(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map) {
  std::size_t headed = header.columns.size();
  while (headed > 0 && header.columns[headed - 1].header.empty()) {
    --headed;
  }
  std::u32string beyond;
  for (const Cell* cell : grid.filled_cells(row)) {
    const bool behind = cell->column >= map.size() || map[cell->column] >= headed;
    if (cell->row == row && behind) {
      beyond += (beyond.empty() ? U"" : U" | ") + cell->packed();
    }
  }
  if (!beyond.empty() && count_++ == 0) {
    first_ = grid.filled_cells(row).front()->place;
    beyond_ = std::move(beyond);
  }
}

void LongRows::say(std::vector<Finding>& findings) {
  if (count_ > 0) {
    findings.push_back({"text-left-over",
                        Severity::warning,
                        first_,
                        "",
                        {BD_TR("{0} rows hold more than the header has columns; what stands "
                               "behind was left out, here {1}"),
                         {std::to_string(count_), quote(beyond_)}}});
  }
  count_ = 0;
}

}  // namespace budgetdiff::import
