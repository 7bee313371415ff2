#include "import/table/blank_forms.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/label_values.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <string_view>

namespace budgetdiff::import {
namespace {

bool has_digit(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

/// The label of a project's name with a blank beside it, or with another label.
bool names_nothing(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  return std::any_of(cells.begin(), cells.end(), [&](const Cell* cell) {
    constexpr std::size_t shortest = 4;  // 项目 alone heads the lines of other tables
    if (label_term(*cell).role != Role::project_name || cell->packed().size() < shortest) {
      return false;
    }
    const Cell* const value = value_beside(grid, *cell);
    return value == nullptr || value->is_blank() || label_term(*value).role != Role::none;
  });
}

/// An amount or a sentence above the indicators.
bool fills_head(const Cell& cell) {
  const std::u32string text = cell.packed();
  const auto amount = cell_amount(text);
  const bool money = amount && std::any_of(text.begin(), text.end(),
                                           [](char32_t c) { return c >= U'1' && c <= U'9'; });
  return money || (label_term(cell).role == Role::none && text.find(U'。') != text.npos);
}

/// A target: a comparator or a unit beside a figure. 分值 of a blank form are printed.
bool fills_indicators(const Cell& cell) {
  const std::u32string text = cell.packed();
  return has_digit(text) && text.find_first_of(U"≥≤＞＜>=<＝≧≦%％") != text.npos;
}

}  // namespace

bool is_blank_form(const Grid& grid, const GridScan& scan) {
  if (!scan.only_indicators()) {
    return false;
  }
  const std::size_t header = scan.headers.begin()->first;
  bool named = false;
  for (std::size_t row = 0; row < header && !named; ++row) {
    named = names_nothing(grid, row);
  }
  return named && std::none_of(grid.cells().begin(), grid.cells().end(), [&](const Cell& cell) {
           return !cell.is_blank() &&
                  (cell.row < header ? fills_head(cell) : fills_indicators(cell));
         });
}

bool is_blank_list(const Grid& grid, const GridScan& scan, std::size_t row) {
  const Header* const header = scan.header_at(row);
  if (header == nullptr || !header->lists_projects() || grid.place.page > 0) {
    return false;
  }
  for (std::size_t r = row + header->rows; r < grid.rows(); ++r) {
    if (scan.header_at(r) != nullptr || scan.form_at(r) || scan.other_at(r)) {
      break;
    }
    if (!grid.filled_cells(r).empty()) {
      return false;
    }
  }
  return true;
}

Finding blank_table(const Place& place, bool form) {
  return {"table-empty",
          Severity::warning,
          place,
          "",
          {form ? BD_TR("the form that begins here is not filled in")
                : BD_TR("the table that begins here has no projects"),
           {}}};
}

}  // namespace budgetdiff::import
