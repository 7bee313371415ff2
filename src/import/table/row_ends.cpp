#include "import/table/row_ends.hpp"

namespace budgetdiff::import {

void RowEnds::see_texts(const Grid& grid, std::size_t row, const Header& header,
                        const ColumnMap& map) {
  above_.full = last_.full;
  above_.whole = last_.whole;
  above_.has_room = last_.has_room;
  last_.full = widths_.fills(grid, row, header, map);
  last_.whole = is_whole_at_foot(grid, row, header, map);
  last_.has_room = leaves_room(grid, row, header, map);
}

void RowEnds::see_names(const Grid& grid, const std::vector<const Cell*>& names) {
  above_.name_full = last_.name_full;
  above_.name_open = last_.name_open;
  for (const Cell* const name : names) {
    last_.name_full = name->is_blank() ? last_.name_full : fills_its_cell(grid, *name);
    last_.name_open = name->open_below && !name->is_blank();
  }
}

void RowEnds::see_money(const Grid& grid, std::size_t row, const Header& header,
                        const ColumnMap& map) {
  above_.money_open = last_.money_open;
  last_.money_open = false;
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    const Cell* const cell = grid.at(row, c);
    if (cell != nullptr && map[c] < header.columns.size() &&
        header.columns[map[c]].role == Role::money) {
      last_.money_open = last_.money_open || (cell->open_below && cell->is_blank());
    }
  }
}

}  // namespace budgetdiff::import
