#include "import/table/column_content.hpp"

#include "import/identity.hpp"
#include "import/table/column_groups.hpp"
#include "import/table/column_words.hpp"
#include "import/table/target_text.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// A form's column says what it is long before its end.
constexpr std::size_t most_rows = 200;

constexpr auto comparator_words = std::to_array<std::u32string_view>(
    {U"≥",      U"≤",      U">",      U"<",      U"=",    U"＞",       U"＜",
     U"＝",     U"≧",      U"≦",      U">=",     U"<=",   U"＞＝",     U"＜＝",
     U"＞=",    U"＜=",    U"大于",   U"小于",   U"等于", U"大于等于", U"小于等于",
     U"不低于", U"不少于", U"不高于", U"不超过", U"定性"});

struct Rows {
  std::size_t first;
  std::size_t end;
};

/// The texts of a column's own cells, each over `columns` at most.
std::vector<std::u32string> texts_of(const Grid& grid, Rows rows, std::size_t column,
                                     std::size_t columns = 1) {
  std::vector<std::u32string> out;
  const std::size_t end = std::min({grid.rows(), rows.end, rows.first + most_rows});
  for (std::size_t row = rows.first; row < end; ++row) {
    const Cell* const cell = grid.begins_at(row, column);
    if (cell != nullptr && cell->column == column && cell->columns <= columns) {
      if (std::u32string text = cell->packed(); !text.empty()) {
        out.push_back(std::move(text));
      }
    }
  }
  return out;
}

/// Nearly all: a title between two forms of a sheet may stand in any column.
template <typename Test>
bool all_are(const std::vector<std::u32string>& texts, Test test) {
  const auto fitting = static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), test));
  return fitting > 0 && fitting * 10 >= texts.size() * 8;
}

bool is_comparator(std::u32string_view text) {
  return std::find(comparator_words.begin(), comparator_words.end(), text) !=
         comparator_words.end();
}

bool is_first_level(const std::u32string& text) {
  return is_level1_category(to_utf8(text));
}

bool is_second_level(const std::u32string& text) {
  return is_level2_category(to_utf8(text));
}

/// 产出-数量 is of both levels.
bool names_first_level(const std::u32string& text) {
  return is_first_level(text) || names_both_levels(to_utf8(text));
}

bool is_bare_number(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return is_digit(c) || c == '.' || c == ',' || c == '-' ||
           comparator_signs.find(c) != comparator_signs.npos;
  });
}

/// 次, 平方米, 元/人/天, %
bool may_be_unit(std::u32string_view text) {
  constexpr std::size_t longest_unit = 6;
  return text.size() <= longest_unit && std::none_of(text.begin(), text.end(), is_digit);
}

/// 单位 heads units of measure, or, before the projects' names, the bodies that spend.
void tell_units_apart(Header& header, const Grid& grid, Rows rows) {
  const std::size_t name = header.find(Role::project_name);
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    if (column.role != Role::money_unit || header.has(Role::spending_unit)) {
      continue;
    }
    const std::vector<std::u32string> texts = texts_of(grid, rows, c);
    const auto bodies = static_cast<std::size_t>(
        std::count_if(texts.begin(), texts.end(),
                      [](const std::u32string& text) { return may_own_table(to_utf8(text)); }));
    if (name != Grid::none && (c < name || bodies * 2 > texts.size())) {
      column.role = Role::spending_unit;
    }
  }
}

/// The texts of a column, also of cells as wide as its header's.
std::vector<std::u32string> texts_under(const Header& header, const Grid& grid, Rows rows,
                                        std::size_t column) {
  const auto own = static_cast<std::size_t>(
      std::count_if(header.columns.begin(), header.columns.end(),
                    [&](const Column& one) { return one.first == header.columns[column].first; }));
  return texts_of(grid, rows, column, own);
}

/// The first column between `second` and the targets that nobody knows and that has texts; 绩效目标
/// 内容 there says what indicators are called, too.
std::size_t unknown_behind(const Header& header, const Grid& grid, Rows rows, std::size_t second) {
  for (std::size_t c = second + 1; c < header.columns.size(); ++c) {
    const Role role = header.columns[c].role;
    if (holds_targets(role) || role == Role::comparator) {
      break;
    }
    const bool free = role == Role::none || role == Role::goal || role == Role::annual_goal;
    if (free && !texts_under(header, grid, rows, c).empty()) {
      return c;
    }
  }
  return Grid::none;
}

/// Indicators' names where no header's word is of them, or only 绩效指标, the label at the
/// side: behind categories under a word that nobody knows, else under 二级指标 where most of
/// what stands there are no categories.
void find_names(Header& header, const Grid& grid, Rows rows) {
  const std::size_t said = header.find(Role::level3);
  const std::size_t second = header.find(Role::level2);
  if (second == Grid::none || (said != Grid::none && !texts_of(grid, rows, said).empty())) {
    return;
  }
  const std::vector<std::u32string> texts = texts_of(grid, rows, second);
  const auto categories =
      static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), is_second_level));
  std::size_t names = categories > 0 ? unknown_behind(header, grid, rows, second) : Grid::none;
  if (names == Grid::none && categories * 2 < texts.size()) {
    names = second;
  }
  if (names == Grid::none) {
    return;
  }
  if (said != Grid::none) {
    header.columns[said].role = Role::none;
  }
  header.columns[names].role = Role::level3;
  header.columns[names].group = header.columns[second].group;
  // 一级指标 over 数量指标, 质量指标 …: the form has but these two levels.
  const std::size_t first = header.find(Role::level1);
  if (names == second && first != Grid::none) {
    const std::vector<std::u32string> above = texts_of(grid, rows, first);
    if (all_are(above, is_second_level) && !all_are(above, is_first_level)) {
      header.columns[first].role = Role::level2;
    }
  }
}

/// ≥90%, 3次, 100%
bool may_be_target(const std::u32string& text) {
  return comparator_signs.find(text.front()) != comparator_signs.npos ||
         std::any_of(text.begin(), text.end(), is_digit);
}

/// Targets behind the names where no header's word is of them: 甲市 | 乙县; and 2025年 | 2026年
/// beside a word that is, too.
void find_targets(Header& header, const Grid& grid, Rows rows) {
  const std::size_t names = header.find(Role::level3);
  const bool said = std::any_of(header.columns.begin(), header.columns.end(),
                                [](const Column& one) { return holds_targets(one.role); });
  if (names == Grid::none) {
    return;
  }
  for (std::size_t c = names + 1; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    const bool may_be = !said || is_bare_year(column.header);
    if (column.role == Role::none && may_be && all_are(texts_of(grid, rows, c), may_be_target)) {
      column.role = Role::value;
      column.word = column.header;
      column.span = Span::unknown;
      column.group = header.columns[names].group;
    }
  }
}

/// 成本指标 at the side of a table of its own, in a cell beside all its rows, is their first
/// level where no column is of it.
void take_side_category(Header& header, const Grid& grid, Rows rows) {
  const std::size_t names = header.find(Role::level3);
  if (names == Grid::none || header.has(Role::level1) || header.columns.front().category.empty() ||
      rows.first >= grid.rows()) {
    return;
  }
  const Cell* const side = grid.at(rows.first, 0);
  if (side != nullptr && side->row < rows.first && header.columns[names].category.empty()) {
    header.columns[names].category = header.columns.front().category;
  }
}

bool compares(const std::u32string& text) {
  return comparator_signs.find(text.front()) != comparator_signs.npos && text.size() > 1;
}

/// The text of a cell of its own, or "".
std::u32string text_at(const Grid& grid, std::size_t row, std::size_t column) {
  const Cell* const cell = grid.begins_at(row, column);
  return cell != nullptr && cell->column == column ? cell->packed() : std::u32string{};
}

bool of_period(const Column& column) {
  return column.span == Span::period;
}

/// Whether the targets beside a column of comparators mostly have their own: 不超过 beside 不超过
/// is what another column of targets says (半年指标值), and no comparator of this one.
bool targets_compare(const Header& header, const Grid& grid, Rows rows, std::size_t column) {
  std::size_t compared = 0;
  std::size_t doubled = 0;
  const std::size_t end = std::min({grid.rows(), rows.end, rows.first + most_rows});
  for (std::size_t row = rows.first; row < end; ++row) {
    const std::u32string comparator = text_at(grid, row, column);
    if (!is_comparator(comparator) || comparator == U"定性") {
      continue;
    }
    ++compared;
    for (std::size_t c = 0; c < header.columns.size(); ++c) {
      const Column& other = header.columns[c];
      const bool beside = c != column && holds_targets(other.role) &&
                          of_period(other) == of_period(header.columns[column]);
      const std::u32string target = beside ? text_at(grid, row, c) : std::u32string{};
      if (!target.empty() && (compares(target) || is_comparator(target))) {
        ++doubled;
        break;
      }
    }
  }
  return doubled * 2 > compared;
}

/// 性质 | 目标值 under 绩效指标值: a column that holds nothing but comparators is no target where
/// another under the same heading holds more.
void find_comparators_of_targets(Header& header, const Grid& grid, Rows rows) {
  const auto beside = [&](const Column& column) {
    return std::any_of(header.columns.begin(), header.columns.end(), [&](const Column& other) {
      return other.first != column.first && holds_targets(other.role) &&
             other.group == column.group && of_period(other) == of_period(column);
    });
  };
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    if (holds_targets(column.role) && beside(column) &&
        all_are(texts_of(grid, rows, c), is_comparator) &&
        !targets_compare(header, grid, rows, c)) {
      column.role = Role::comparator;
    }
  }
}

/// 运算符号 | 指标内容 | 度量单位: what stands between comparators and units, or behind
/// comparators, is what they compare, where no column is called after targets.
void find_compared_values(Header& header, const Grid& grid, Rows rows) {
  const bool said = std::any_of(header.columns.begin(), header.columns.end(),
                                [](const Column& one) { return holds_targets(one.role); });
  const std::size_t names = header.find(Role::level3);
  const std::size_t comparators = header.find(Role::comparator);
  const std::size_t c = comparators + 1;
  if (said || names == Grid::none || comparators == Grid::none || comparators < names ||
      c >= header.columns.size()) {
    return;
  }
  Column& column = header.columns[c];
  const bool free = !of_one_indicator(column.role) || column.role == Role::level3;
  if (free && all_are(texts_of(grid, rows, c), may_be_target)) {
    column.role = Role::value;
    column.group = header.columns[comparators].group;
  }
}

/// Targets under a word that elsewhere explains (考核标准) where no other column has any: cells
/// that begin with comparators.
void find_compared(Header& header, const Grid& grid, Rows rows) {
  const std::size_t names = header.find(Role::level3);
  const bool said = std::any_of(header.columns.begin(), header.columns.end(),
                                [](const Column& one) { return holds_targets(one.role); });
  for (std::size_t c = names + 1; names != Grid::none && !said && c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    const std::vector<std::u32string> texts = texts_of(grid, rows, c);
    const auto comparing = std::count_if(texts.begin(), texts.end(), compares);
    if (column.role == Role::remark && comparing > 0 &&
        comparing * 2 >= static_cast<std::ptrdiff_t>(texts.size())) {
      column.role = Role::value;
      return;
    }
  }
}

}  // namespace

void infer_columns(Header& header, const Grid& grid, std::size_t first_row, std::size_t end_row) {
  const Rows rows{first_row, end_row};
  tell_units_apart(header, grid, rows);
  find_names(header, grid, rows);
  take_side_category(header, grid, rows);
  find_targets(header, grid, rows);
  find_compared(header, grid, rows);
  find_comparators_of_targets(header, grid, rows);
  const bool of_indicators =
      header.indicator_rows() || header.has(Role::level1) || header.has(Role::level2);
  if (!of_indicators || header.groups > 1) {
    return;
  }
  for (std::size_t c = 0; c < header.columns.size(); ++c) {
    Column& column = header.columns[c];
    const bool free = column.role == Role::none || column.role == Role::remark;
    const bool may_be_first = free || column.role == Role::level2;
    if (!may_be_first) {
      continue;
    }
    const std::vector<std::u32string> texts = texts_of(grid, rows, c);
    if (!header.has(Role::level1) && all_are(texts, names_first_level) &&
        !all_are(texts, is_second_level)) {
      column.role = Role::level1;
    } else if (free && !header.has(Role::level2) && all_are(texts, is_second_level)) {
      column.role = Role::level2;
    } else if (free && !header.has(Role::comparator) && all_are(texts, is_comparator) &&
               !targets_compare(header, grid, rows, c)) {
      column.role = Role::comparator;
    }
    // Units stand at the right of their numbers.
    const bool behind_values = c > 0 && holds_targets(header.columns[c - 1].role);
    if (column.role == Role::none && behind_values && !header.has(Role::measurement_unit) &&
        all_are(texts, may_be_unit)) {
      const std::vector<std::u32string> values = texts_of(grid, rows, c - 1);
      const auto numbers =
          static_cast<std::size_t>(std::count_if(values.begin(), values.end(), is_bare_number));
      if (numbers * 2 > values.size()) {
        column.role = Role::measurement_unit;
      }
    }
  }
  find_compared_values(header, grid, rows);
}

std::vector<std::u32string> column_texts(const Grid& grid, std::size_t first_row,
                                         std::size_t end_row, std::size_t column) {
  return texts_of(grid, {first_row, end_row}, column);
}

bool shows_names(const Grid& grid, std::size_t first_row, std::size_t end_row, std::size_t column) {
  constexpr std::size_t longest_name = 40;
  return all_are(texts_of(grid, {first_row, end_row}, column), [](const std::u32string& text) {
    return text.size() <= longest_name && text.find_first_of(U"。；;") == text.npos &&
           std::any_of(text.begin(), text.end(), is_cjk);
  });
}

bool shows_targets(const Grid& grid, std::size_t first_row, std::size_t end_row,
                   std::size_t column) {
  const std::vector<std::u32string> texts = texts_of(grid, {first_row, end_row}, column);
  const auto targets =
      static_cast<std::size_t>(std::count_if(texts.begin(), texts.end(), may_be_target));
  return targets > 0 && targets * 3 >= texts.size();
}

}  // namespace budgetdiff::import
