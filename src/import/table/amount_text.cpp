#include "import/table/amount_text.hpp"

#include "import/text/amount_run.hpp"
#include "import/text/blank_words.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t group = 3;

bool is_of_number(char32_t c) {
  return is_digit(c) || c == '.' || c == U'．' || c == ',' || c == U'，' || c == '-' ||
         c == U'－' || c == '(' || c == U'（' || c == ')' || c == U'）';
}

std::u32string_view number_at_end(std::u32string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_of_number(text[begin - 1])) {
    --begin;
  }
  return text.substr(begin);
}

std::u32string_view number_at_begin(std::u32string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_of_number(text[end])) {
    ++end;
  }
  return text.substr(0, end);
}

bool are_digits(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// Whether two pieces of a line go on in groups of three digits: 1 234, 234 567.89. What a group
/// stands behind has at most three digits itself, and no number of groups begins with 0.
bool are_groups(std::u32string_view left, std::u32string_view right) {
  const std::u32string_view digits = left.substr(left.starts_with(U"-") ? 1 : 0);
  const std::u32string_view next =
      right.substr(0, std::min(right.find_first_of(U".．"), right.size()));
  return !digits.empty() && digits.size() <= group && are_digits(digits) && digits != U"0" &&
         next.size() == group && are_digits(next);
}

/// Whether a line is set with its letters apart: 1 2 3 . 5
bool is_spaced(const std::vector<std::u32string_view>& pieces) {
  constexpr std::size_t least = 3;
  return pieces.size() >= least &&
         std::all_of(pieces.begin(), pieces.end(),
                     [](std::u32string_view one) { return one.size() == 1; });
}

bool are_two_amounts(std::u32string_view left, std::u32string_view right) {
  return read_published_amount(left) && read_published_amount(right);
}

double width_on_page(const TextLine& line) {
  return line.place.box ? line.place.box->right - line.place.box->left : 0.0;
}

/// Whether a line has no room for another letter, in a column with a line as wide as `widest`.
bool is_full(const TextLine& line, double widest) {
  constexpr double more = 1.3;  // a point is narrower than a digit, and boxes are not exact
  const int letters = std::max(width_of(line.text), 1);
  return line.place.box && width_on_page(line) * (1 + more / letters) > widest;
}

bool is_of_numbers(const Cell& cell) {
  return cell.lines.size() > 1 &&
         std::all_of(cell.lines.begin(), cell.lines.end(), [](const TextLine& line) {
           return std::all_of(line.text.begin(), line.text.end(),
                              [](char32_t c) { return is_of_number(c) || is_space(c); });
         });
}

}  // namespace

void join_broken_numbers(Grid& grid) {
  std::map<std::pair<std::size_t, std::size_t>, double> widest;
  for (const Cell& cell : grid.cells()) {
    for (const TextLine& line : cell.lines) {
      double& most = widest[{cell.column, cell.columns}];
      most = std::max(most, width_on_page(line));
    }
  }
  for (const Cell& cell : grid.cells()) {
    if (!is_of_numbers(cell) || grid.at(cell.row, cell.column) != &cell) {
      continue;
    }
    std::vector<TextLine> joined;
    bool full = false;
    for (TextLine& line : grid.take_lines(cell.row, cell.column)) {
      const bool goes_on = full && line.place.page == joined.back().place.page;
      full = is_full(line, widest[{cell.column, cell.columns}]);
      if (goes_on) {
        joined.back().text += line.text;
      } else {
        joined.push_back(std::move(line));
      }
    }
    grid.append_lines(cell.row, cell.column, std::move(joined));
  }
}

std::u32string amount_text(const Cell& cell) {
  std::u32string out;
  for (const TextLine& line : cell.lines) {
    const std::vector<std::u32string_view> pieces = words_between_blanks(line.text);
    const bool spaced = is_spaced(pieces);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::u32string_view left = number_at_end(i == 0 ? out : pieces[i - 1]);
      const std::u32string_view right = number_at_begin(pieces[i]);
      const bool one = i > 0 && (spaced || are_groups(left, right));
      // Of several pieces that were put together already the whole counts: 1 | 2.5 | 3
      out += !one && are_two_amounts(number_at_end(out), right) ? U" " : U"";
      out += pieces[i];
    }
  }
  return out;
}

bool may_be_halves(const std::u32string& above, const std::u32string& below) {
  if (!read_published_amount(above + below)) {
    return false;
  }
  // One digit behind the point, and one more on the next page.
  const std::size_t point = above.find_first_of(U".．");
  return !are_two_amounts(above, below) ||
         (point != above.npos && point + 2 == above.size() && below.size() == 1);
}

}  // namespace budgetdiff::import
