#include "import/page/row_cell_costs.hpp"

#include "import/page/spanned_cells.hpp"
#include "import/page/target_lines.hpp"
#include "import/page/unbroken.hpp"
#include "import/page/word_kinds.hpp"
#include "import/stream/cell_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

constexpr double no_name = 8;
constexpr double no_figure = 3;
constexpr double cut_category = 3;
constexpr double cut_name = 1.5;
constexpr double cut_open = 3;
constexpr double cut_value = 5;
constexpr double second_target = 4;
/// Beside a column of units a number has no words.
constexpr double number_and_words = 5;
/// A cell that goes on: behind a full line, and for each letter that is missing in one; behind a
/// wide gap in its line.
constexpr double full_line = 0.15;
constexpr double per_letter = 0.7;
constexpr double most_for_short = 4;
constexpr double wide_gap = 3;
/// A cell that ends with a full line hardly has another below.
constexpr double ends_full = 0.6;

/// Whether a cell has a number and words below it.
bool goes_on_with_words(const RowColumn& column, std::size_t first, std::size_t last) {
  return last - first > 1 && kind_of(column.tokens[first].text).number &&
         std::none_of(column.tokens[first + 1].text.begin(), column.tokens[first + 1].text.end(),
                      is_digit);
}

}  // namespace

bool is_figure(Role role) {
  return role == Role::weight || role == Role::comparator;
}

double blank_cost(const RowColumn& column) {
  if (column.tokens.empty()) {
    return 0;
  }
  return column.role == Role::level3                                            ? no_name
         : is_figure(column.role)                                               ? no_figure
         : column.role == Role::remark || column.role == Role::measurement_unit ? no_remark
                                                                                : 1;
}

bool looks_cut(const RowColumn& column, std::size_t first, std::size_t last) {
  constexpr std::size_t shortest = 2;
  return column.role == Role::level3 && first > 0 && first < last &&
         column.tokens[first].text.size() <= shortest &&
         width_of(column.tokens[first - 1].text) + 2 >= column.width;
}

double end_cost(const RowColumn& column, std::size_t last) {
  return column.role == Role::level3 && last < column.tokens.size() &&
                 width_of(column.tokens[last - 1].text) + 1 >= column.width
             ? ends_full
             : 0;
}

double lines_cost(const RowColumn& column, std::size_t first, std::size_t last) {
  double cost = 0;
  for (std::size_t i = first + 1; i < last; ++i) {
    const int next = std::max(2, unbreakable(column.tokens[i].text));
    const int missing = column.width - width_of(column.tokens[i - 1].text) - next;
    cost += !column.tokens[i].starts_line ? wide_gap
            : missing <= 0                ? full_line
                           : std::min(most_for_short, full_line + per_letter * missing / 2);
  }
  return cost;
}

bool span_rows(const RowColumn& categories, const std::vector<RowColumn>& columns) {
  std::string text;
  std::size_t whole = 0;
  for (const StreamToken& token : categories.tokens) {
    const std::string own = to_utf8(token.text);
    text = is_level2_category(own) ? own : text + own;
    if (is_level2_category(text)) {
      ++whole;
      text.clear();
    }
  }
  std::size_t targets = 0;
  for (const RowColumn& column : columns) {
    if (holds_targets(column.role)) {
      targets = std::max(
          targets, static_cast<std::size_t>(std::count_if(
                       column.tokens.begin(), column.tokens.end(), [](const StreamToken& token) {
                         const WordKind kind = kind_of(token.text);
                         return kind.number || kind.figure || kind.target;
                       })));
    }
  }
  return whole * 5 < targets * 4;
}

double categories_cost(const RowColumn& column, std::size_t first, std::size_t last,
                       std::size_t rows, bool span) {
  std::string text;
  std::size_t whole = 0;
  for (std::size_t i = first; i < last; ++i) {
    text += to_utf8(column.tokens[i].text);
    const bool goes_on = i + 1 < last &&
                         is_level2_category(text + to_utf8(column.tokens[i + 1].text)) &&
                         !is_level2_category(to_utf8(column.tokens[i + 1].text));
    if (is_level2_category(text) && !goes_on) {
      ++whole;
      text.clear();
    }
  }
  double cost = whole > rows ? second_category * static_cast<double>(whole - rows) : 0;
  // A category that the row's end cuts.
  if (!span && last > first && last < column.tokens.size() &&
      column.at[last] <= column.at[last - 1] + 2) {
    const std::string above = to_utf8(column.tokens[last - 1].text);
    const std::string below = to_utf8(column.tokens[last].text);
    cost += !is_level2_category(above) && !is_level2_category(below) &&
                    is_level2_category(above + below)
                ? cut_category / 3
                : 0;
  }
  return cost;
}

bool begins_with_rest(const RowColumn& column, std::size_t first, std::size_t last) {
  if (column.role != Role::level3 || first == 0 || first >= last ||
      width_of(column.tokens[first - 1].text) + 1 < column.width) {
    return false;
  }
  constexpr std::size_t longest_rest = 2;
  const std::u32string& text = column.tokens[first].text;
  if (is_level2_category(to_utf8(text))) {
    return false;
  }
  for (std::size_t rest = 1; rest <= longest_rest && rest < text.size(); ++rest) {
    if (is_level2_category(to_utf8(text.substr(rest)))) {
      return true;
    }
  }
  return false;
}

bool ends_open(const RowColumn& column, std::size_t last) {
  return std::u32string_view(U"，、：；（").find(column.tokens[last - 1].text.back()) !=
         std::u32string_view::npos;
}

double cell_cost(RowColumn& column, std::size_t first, std::size_t last, bool units) {
  const auto cost = [&] {
    return (looks_cut(column, first, last) ? cut_name : 0) +
           (ends_open(column, last) ? cut_open : 0) +
           (begins_in_value(column, first, last, units) ? cut_value : 0) +
           (holds_two_targets(column, first, last) ? second_target : 0) +
           fit_of(cell_text(column.tokens, first, last), column.role) +
           (units && column.role == Role::value && goes_on_with_words(column, first, last)
                ? number_and_words
                : 0) +
           lines_cost(column, first, last);
  };
  if (last - first > most_lines_of_row) {
    return cost();
  }
  double& known = column.known[first * most_lines_of_row + last - first - 1];
  known = known == unknown_cost ? cost() : known;
  return known;
}

}  // namespace budgetdiff::import
