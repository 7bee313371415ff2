#include "import/table/header_rows.hpp"

#include "import/table/amount_words.hpp"
#include "import/table/category_columns.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"
#include "import/table/target_words.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t deepest_header = 5;
constexpr std::size_t longest_header_word = 40;

struct RowWords {
  std::size_t cells = 0;
  std::size_t known = 0;
  bool amounts = false;
  bool prose = false;
  bool headings = false;  ///< categories that head columns are among the known words
  std::vector<Role> roles;

  [[nodiscard]] bool has(Role role) const {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  }
};

/// 以前年度安排, 累计下达资金: no listed word, and yet a column of money.
bool names_time_of_money(const std::string& word) {
  return amount_time(word) != AmountTime::unsaid && names_money(word);
}

/// 一季度 and 全年 above targets or amounts.
bool names_part_of_year(const std::string& word) {
  constexpr std::size_t longest = 18;
  return word == "全年" || (word.size() <= longest && is_part_of_year(word));
}

RowWords words_of_row(const Grid& grid, std::size_t row, NameColumns names = NameColumns::said) {
  RowWords out;
  std::vector<std::string> categories;
  for (const Cell* cell : grid.filled_cells(row)) {
    const std::u32string text = cell->packed();
    ++out.cells;
    if (cell_amount(text)) {
      out.amounts = true;
    }
    if (text.size() > longest_header_word) {
      out.prose = true;
      continue;
    }
    const std::string word = to_utf8(text);
    const bool name = names == NameColumns::supposed && may_name_projects(word);
    const Term term = name ? Term{Role::project_name, {}} : look_up_header(word);
    if (term.role != Role::none) {
      ++out.known;
      out.roles.push_back(term.role);
    } else if (is_bare_year(word) || is_amount_itself(word) || names_time_of_money(word) ||
               names_part_of_year(word)) {
      ++out.known;
    } else if (is_level1_category(word) || is_level2_category(word)) {
      categories.push_back(word);
    }
  }
  // Beside an indicator's categories stand its name and target, which nobody knows.
  const std::size_t known = out.known + categories.size();
  if (are_headings(categories) && known * 10 >= out.cells * 8) {
    out.known = known;
    out.headings = true;
  }
  return out;
}

/// The words of a row and of those that its spanned cells reach down to.
RowWords words_of_rows(const Grid& grid, std::size_t row, NameColumns names) {
  RowWords out = words_of_row(grid, row, names);
  std::size_t depth = 1;
  for (const Cell* cell : grid.filled_cells(row)) {
    depth = std::max(depth, std::min(cell->rows, deepest_header));
  }
  for (std::size_t below = row + 1; below < row + depth && below < grid.rows(); ++below) {
    const RowWords more = words_of_row(grid, below, names);
    if (more.amounts || more.prose || more.known * 10 < more.cells * 6) {
      break;
    }
    out.cells += more.cells;
    out.known += more.known;
    out.headings = out.headings || more.headings;
    out.roles.insert(out.roles.end(), more.roles.begin(), more.roles.end());
  }
  return out;
}

bool may_begin_header(const RowWords& words) {
  if (words.amounts || words.prose || words.known < 2 || words.known * 10 < words.cells * 6) {
    return false;
  }
  const bool columns = words.has(Role::money) || words.has(Role::goal) ||
                       words.has(Role::indicators) || words.has(Role::level1) ||
                       words.has(Role::level2) || words.has(Role::level3) || words.headings;
  const bool project = words.has(Role::project_name) && columns && words.known >= 3;
  const bool targets =
      words.has(Role::value) || words.has(Role::annual_target) || words.has(Role::period_target);
  const bool levels = (words.has(Role::level3) || words.has(Role::indicators)) &&
                      (words.has(Role::level1) || words.has(Role::level2) || targets);
  // Names may stand under 二级指标, or under a word that nobody knows: infer_columns() looks.
  return project || levels || (words.has(Role::level2) && targets);
}

/// A first indicator whose name is a header's word (预算执行率, 项目资金总额): it stands behind
/// one category of each level, or before a target.
bool holds_indicator(const Grid& grid, std::size_t row) {
  std::size_t second = 0;
  bool first = false;
  bool target = false;
  for (const Cell* cell : grid.filled_cells(row)) {
    if (cell->row != row) {
      continue;
    }
    const std::u32string text = cell->packed();
    const std::string word = to_utf8(text);
    first = first || is_level1_category(word);
    second += is_level2_category(word) && !is_level1_category(word) ? 1U : 0U;
    target = target || (comparator_signs.find(text.front()) != comparator_signs.npos &&
                        !heads_comparators(word));
  }
  return target || (first && second == 1);
}

/// The cell of the row above that is over `cell`. Where no cell spans, what is blank beside
/// 指标值 is its width.
const Cell* cell_over(const Grid& grid, const Cell& cell) {
  if (cell.row == 0) {
    return nullptr;
  }
  std::size_t c = cell.column;
  const Cell* over = grid.at(cell.row - 1, c);
  while (!grid.has_spans() && over != nullptr && over->is_blank() && c > 0) {
    over = grid.at(cell.row - 1, --c);
  }
  return over;
}

/// 2023年实际, 2024年目标值: what stands in a column of targets, and no target of that year.
bool is_year_of_targets(std::string_view word) {
  constexpr std::string_view degree = "度";
  constexpr std::size_t year = std::string_view("2023年").size();
  if (word.size() <= year || !is_bare_year(word.substr(0, year))) {
    return false;
  }
  std::string_view rest = word.substr(year);
  rest.remove_prefix(rest.starts_with(degree) ? degree.size() : 0);
  for (const std::string_view one : {"目标", "目标值", "指标值", "实际", "实际值", "完成值", "计划",
                                     "计划值", "实际完成", "实际完成值"}) {
    if (rest == one) {
      return true;
    }
  }
  return false;
}

/// Words that part a wide cell of targets above them (甲市 | 乙县 under 指标值), in a row that
/// holds nothing else.
bool parts_targets(const Grid& grid, std::size_t row) {
  const Cell* above = nullptr;
  std::size_t parts = 0;
  constexpr std::size_t longest_part = 12;
  for (const Cell* cell : grid.filled_cells(row)) {
    if (cell->row != row) {
      continue;
    }
    const Cell* const over = cell_over(grid, *cell);
    const bool inside = over != nullptr && holds_targets(look_up_header(cell_word(*over)).role);
    const std::u32string text = cell->packed();
    const std::string word = to_utf8(text);
    // Figures are targets, but for those that count years.
    const bool figures = text.find_first_of(U"0123456789") != text.npos && !is_bare_year(word) &&
                         !is_year_of_targets(word) && target_time(word) == TargetTime::unsaid;
    if (!inside || (above != nullptr && over != above) || text.size() > longest_part || figures) {
      return false;
    }
    above = over;
    ++parts;
  }
  return parts > 1;
}

/// 2025 | 2026 | 2027 under words of money and targets, in a row that holds nothing else.
bool numbers_years(const Grid& grid, std::size_t row) {
  const Cell* above = nullptr;
  bool several = false;
  for (const Cell* cell : grid.filled_cells(row)) {
    if (cell->row != row) {
      continue;
    }
    const Cell* const over = cell_over(grid, *cell);
    const Role role = over == nullptr ? Role::none : look_up_header(cell_word(*over)).role;
    if (!is_year_number(cell_word(*cell)) || !(role == Role::money || holds_targets(role))) {
      return false;
    }
    several = several || over == above;
    above = over;
  }
  return several;
}

/// Whether a cell that spans `row` from above is 绩效指标 at the side of a form's indicators: it
/// goes on below the header, and says nothing of whether the row is of it.
bool stands_at_side(const Grid& grid, const Cell& cell, std::size_t row) {
  const Role role = look_up_header(cell_word(cell)).role;
  return (role == Role::indicators || role == Role::none) && cell.row + cell.rows > row + 1 &&
         grid.filled_cells(cell.row).front() == &cell;
}

/// Whether `row` still belongs to a header that began in `first`.
bool continues_header(const Grid& grid, std::size_t first, std::size_t row) {
  if (row >= grid.rows() || row >= first + deepest_header) {
    return false;
  }
  if (numbers_years(grid, row)) {
    return true;
  }
  const RowWords words = words_of_row(grid, row);
  if (words.amounts || words.prose || words.has(Role::project_name) ||
      (holds_indicator(grid, row) && !words.headings)) {
    return false;
  }
  bool spanned = false;
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    const Cell* cell = grid.at(row, c);
    spanned = spanned || (cell != nullptr && cell->row >= first && cell->row < row &&
                          !cell->is_blank() && !stands_at_side(grid, *cell, row));
  }
  if (spanned) {
    return words.cells == 0 || words.known > 0 || parts_targets(grid, row);
  }
  return (words.known >= 2 && words.known * 10 >= words.cells * 7) || parts_targets(grid, row);
}

/// Whether fewer known words are enough: projects' names and what the table says of each are among
/// them, and the row below fills as many cells, with an amount and no label. In a form, labels
/// stand below labels.
bool heads_projects_below(const Grid& grid, std::size_t row, const RowWords& words) {
  const bool told =
      words.has(Role::project_name) && (words.has(Role::goal) || words.has(Role::annual_goal) ||
                                        words.has(Role::indicators) || words.has(Role::level3));
  if (words.amounts || words.prose || !told || words.known < 3 ||
      words.known * 10 < words.cells * 4 || row + 1 >= grid.rows()) {
    return false;
  }
  std::size_t filled = 0;
  bool amount = false;
  for (const Cell* cell : grid.filled_cells(row + 1)) {
    if (look_up_header(cell_word(*cell)).role != Role::none) {
      return false;
    }
    filled += cell->row == row + 1 ? 1U : 0U;
    amount = amount || cell_amount(cell->packed()).has_value();
  }
  return amount && filled * 10 >= words.cells * 8;
}

/// 项目名称 | 预算数 of a table that has no other column, above rows of a name and an amount.
bool heads_two_columns(const Grid& grid, std::size_t row, const RowWords& words) {
  if (grid.columns() != 2 || words.cells != 2 || !words.has(Role::project_name) ||
      !words.has(Role::money) || row + 1 >= grid.rows()) {
    return false;
  }
  const Cell* const name = grid.begins_at(row + 1, 0);
  const Cell* const amount = grid.begins_at(row + 1, 1);
  return name != nullptr && amount != nullptr && name != amount && !name->is_blank() &&
         cell_amount(amount->packed()).has_value();
}

}  // namespace

bool begins_header(const Grid& grid, std::size_t row, NameColumns names) {
  const RowWords words = words_of_row(grid, row, names);
  if (may_begin_header(words) || heads_projects_below(grid, row, words) ||
      heads_two_columns(grid, row, words)) {
    return true;
  }
  // The words that tell may all stand below the headings of several columns.
  const bool may_be =
      !words.amounts && !words.prose &&
      (words.has(Role::project_name) || words.has(Role::level1) || words.has(Role::level3));
  return may_be && may_begin_header(words_of_rows(grid, row, names));
}

std::size_t header_rows(const Grid& grid, std::size_t row) {
  std::size_t count = 1;
  while (continues_header(grid, row, row + count)) {
    ++count;
  }
  // Merged header cells keep their rows even where those hold nothing else, or words that
  // nobody knows (全省 | 甲市 under 指标值 beside cells of two rows).
  std::size_t least = deepest_header;
  std::size_t tallest = 1;
  std::size_t tall = 0;
  const std::vector<const Cell*> heads = grid.filled_cells(row);
  for (const Cell* cell : heads) {
    least = std::min(least, cell->rows);
    if (cell->rows > 1 && cell->rows <= deepest_header) {
      tallest = std::max(tallest, cell->rows);
      ++tall;
    }
  }
  const bool spans_rows = tall * 2 > heads.size() && row + tallest <= grid.rows();
  for (std::size_t below = row + 1; spans_rows && below < row + tallest; ++below) {
    const RowWords words = words_of_row(grid, below);
    if (((words.amounts || words.prose) && !numbers_years(grid, below)) ||
        (holds_indicator(grid, below) && !words.headings)) {
      tallest = below - row;
      break;
    }
  }
  least = spans_rows ? std::max(least, tallest) : least;
  return std::min(std::max(count, least), grid.rows() - row);
}

const Cell* header_cell(const Grid& grid, std::size_t first, std::size_t rows, std::size_t row,
                        std::size_t column) {
  const auto filled = [&](std::size_t r, std::size_t c) {
    const Cell* const cell = grid.at(r, c);
    return cell != nullptr && !cell->is_blank();
  };
  const auto filled_below = [&](std::size_t c) {
    for (std::size_t r = row + 1; r < first + rows; ++r) {
      if (filled(r, c)) {
        return true;
      }
    }
    return false;
  };
  // Nothing is written behind the last word of a row of separated values.
  const Cell* const own = grid.at(row, column);
  if (filled(row, column) || grid.has_spans()) {
    return own;
  }
  std::size_t c = column;
  while (c > 0 && filled_below(c) && !filled(row, c)) {
    --c;
  }
  return filled(row, c) && filled_below(c) ? grid.at(row, c) : own;
}

}  // namespace budgetdiff::import
