#include "import/columns/piece_costs.hpp"

#include "import/text/source_lines.hpp"

#include <algorithm>

namespace budgetdiff::import {
namespace {

constexpr int against = 120;
constexpr int unlikely = 60;
constexpr int short_line = 50;
constexpr int wide_line = 30;
constexpr int most_wide = 110;

/// Columns that a full line may be short of its cell, since no line begins with a comma.
constexpr int kinsoku = 5;

int too_wide(int width, int column) {
  const int over = width - column;
  return column > 0 && over > 3 ? std::min(most_wide, 15 * over) : 0;
}

}  // namespace

bool closes_sentence(char32_t c) {
  return c == U'。' || c == U'；' || c == U'！' || c == U'？';
}

bool may_begin(char32_t c) {
  constexpr std::u32string_view closers = U"，。；、：）》”！？%％,;:)";
  return closers.find(c) == closers.npos;
}

int goal_cost(const std::u32string& text, int column) {
  int cost = 0;
  if (text.find(U"指标值") != text.npos || text.find(U"指标；") != text.npos) {
    cost += against;
  }
  cost += may_begin(text.front()) ? 0 : unlikely;
  const int width = width_of(text);
  cost += too_wide(width, column);
  if (!closes_sentence(text.back())) {
    cost += width < column - kinsoku ? short_line : std::max(0, column - width);
  }
  return cost;
}

int name_cost(const std::u32string& text, int column) {
  constexpr std::u32string_view prose = U"。；;：";
  int cost = too_wide(width_of(without_space(text)), column) * 2;
  cost += text.find_first_of(prose) != text.npos ? unlikely : 0;
  cost += text.find(U'，') != text.npos ? wide_line : 0;
  cost += may_begin(text.front()) || text.front() == U'）' ? 0 : against;
  return cost;
}

int list_cost(const std::u32string& text, int column, const ListGrammar& after) {
  const int width = width_of(text);
  int cost = too_wide(width - 1, column);
  if (width < column - kinsoku - 2 && !after.may_end()) {
    cost += short_line;
  }
  return cost;
}

}  // namespace budgetdiff::import
