#include "import/table/another_project.hpp"

#include "import/text/source_lines.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// The text of the cell that begins in a row of a column; "" where none does.
std::u32string own_text(const Grid& grid, std::size_t row, std::size_t column) {
  const Cell* const cell = column == Grid::none ? nullptr : grid.begins_at(row, column);
  return cell == nullptr ? std::u32string{} : cell->packed();
}

/// Whether two cells say two things: neither is the other's beginning, which the end of a page
/// leaves, and blanks are print's.
bool differ(const Flow& a, const Flow& b) {
  const std::u32string first = without_space(a.text);
  const std::u32string second = without_space(b.text);
  return !first.starts_with(second) && !second.starts_with(first);
}

/// What the rows of a table show of its numbers.
struct Seen {
  bool over_rows = false;    ///< a number stands for several rows
  bool anew = true;          ///< all rows that repeat a name have the first row's category
  std::size_t repeated = 0;  ///< numbers beside the name above
  std::size_t other = 0;     ///< numbers beside another name
};

}  // namespace

NumbersOf numbers_count(const Header& header, const Grid& grid, std::size_t first_row,
                        std::size_t end_row) {
  const std::size_t numbers = header.find(Role::sequence);
  const std::size_t names = header.find(Role::project_name);
  if (numbers == Grid::none || names == Grid::none || !header.indicator_rows()) {
    return NumbersOf::projects;
  }
  if (numbers > names) {
    return NumbersOf::rows;  // of its indicators
  }
  const auto category = [&](std::size_t row) {
    return own_text(grid, row, header.find(Role::level1)) + U"/" +
           own_text(grid, row, header.find(Role::level2));
  };
  Seen seen;
  std::u32string number;
  std::u32string name;
  std::u32string first;
  for (std::size_t row = first_row; row < std::min(end_row, grid.rows()); ++row) {
    const std::u32string own = own_text(grid, row, numbers);
    const std::u32string called = own_text(grid, row, names);
    const bool indicator = !own_text(grid, row, header.find(Role::level3)).empty();
    if (!indicator || (own.empty() && number.empty())) {
      continue;  // a heading's or a sum's
    }
    if (own.empty() || own == number) {
      seen.over_rows = true;
    } else if (!number.empty() && called == name) {
      ++seen.repeated;
      seen.anew = seen.anew && category(row) == first;
    } else {
      seen.other += number.empty() ? 0U : 1U;
      first = category(row);
    }
    number = own.empty() ? number : own;
    name = called.empty() ? name : called;
  }
  return seen.over_rows || seen.repeated == 0 || seen.anew ? NumbersOf::projects
         : seen.repeated > seen.other && seen.other > 0    ? NumbersOf::rows
                                                           : NumbersOf::unsure;
}

bool is_another_project(const Header& header, const ProjectText& row, const ProjectText& above) {
  const bool numbered = header.numbers == NumbersOf::projects && !row.number.empty() &&
                        !above.number.empty() && row.number != above.number;
  return numbered || differ(row.code, above.code) ||
         differ(row.spending_unit, above.spending_unit) || differ(row.department, above.department);
}

bool begins_anew(const ListRow& row, const ProjectText& above) {
  const bool says_all =
      row.has_money || !row.project.goal.empty() || !row.project.annual_goal.empty();
  if (!says_all || row.indicators.empty() || above.rows.empty()) {
    return false;
  }
  return row.indicators.front().level1.text == above.rows.front().level1.text;
}

}  // namespace budgetdiff::import
