#include "import/page/group_unit.hpp"

#include "import/money_labels.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <limits>

namespace budgetdiff::import {
namespace {

bool is_of(const PdfWord& word, const HeaderCell& cell) {
  return std::any_of(cell.words.begin(), cell.words.end(), [&](const PdfWord& own) {
    return own.box.left == word.box.left && own.box.top == word.box.top;
  });
}

}  // namespace

std::u32string unit_over_money(const std::vector<PdfWord>& words, const HeaderBand& header) {
  constexpr double lines_above = 2.5;
  double left = std::numeric_limits<double>::max();
  double right = 0;
  double foot = 0;
  for (const HeaderCell& cell : header.cells) {
    if (cell.term.role != Role::money) {
      continue;
    }
    if (!money_unit_in_header(cell.text).empty()) {
      return {};
    }
    left = std::min(left, cell.box.left);
    right = std::max(right, cell.box.right);
    foot = std::max(foot, cell.box.bottom);
  }
  for (const PdfWord& word : words) {
    const double middle = (word.box.left + word.box.right) / 2;
    const bool over = word.middle() < foot &&
                      word.middle() > header.top - lines_above * word.size &&
                      middle > left - word.size && middle < right + word.size;
    const bool bracket = word.text.ends_with(U"）") || word.text.ends_with(U")");
    if (!over || !bracket ||
        std::any_of(header.cells.begin(), header.cells.end(),
                    [&](const HeaderCell& cell) { return is_of(word, cell); })) {
      continue;
    }
    const std::string unit = money_unit_in_header(to_utf8(word.text));
    if (!unit.empty()) {
      return U"（" + to_code_points(unit) + U"）";
    }
  }
  return {};
}

}  // namespace budgetdiff::import
