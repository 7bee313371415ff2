#include "import/table/cut_levels.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Level = Flow IndicatorText::*;

bool is_category(Level level, const std::u32string& text) {
  const std::string utf8 = to_utf8(text);
  return level == &IndicatorText::level1 ? is_level1_category(utf8) : is_level2_category(utf8);
}

/// Whether `half` is the rest of the category carried from above; it is put there then.
bool mend(Level level, IndicatorText& half, IndicatorText& carried, std::size_t group,
          std::vector<IndicatorText>& rows) {
  const std::u32string above = (carried.*level).text;
  const Flow rest = half.*level;
  // 经济 | 成本指标: the rest is a category by itself, but what stands above is none.
  if (above.empty() || rest.empty() || !is_category(level, above + rest.text) ||
      (is_category(level, rest.text) && is_category(level, above))) {
    return false;
  }
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (row->group != group) {
      continue;
    }
    if ((*row.*level).text != above) {
      break;
    }
    (*row.*level).append(rest);
  }
  (carried.*level).append(rest);
  half.*level = {};
  return true;
}

}  // namespace

bool is_piece_of_level(std::string_view word, Role role) {
  return (role == Role::level1 && is_piece_of_level1(word)) ||
         (role == Role::level2 && is_piece_of_level2(word));
}

bool holds_cut_levels(const Grid& grid, std::size_t row, const Header& header,
                      const ColumnMap& map) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](const Cell* cell) {
    const bool known = cell->column < map.size() && map[cell->column] < header.columns.size();
    const Role role = known ? header.columns[map[cell->column]].role : Role::none;
    return is_piece_of_level(cell_word(*cell), role);
  });
}

std::vector<Flow> mend_cut_levels(std::vector<IndicatorText>& halves,
                                  std::vector<IndicatorText>& carried,
                                  std::vector<IndicatorText>& rows) {
  std::vector<Flow> lost;
  for (std::size_t group = 0; group < halves.size() && group < carried.size(); ++group) {
    IndicatorText& half = halves[group];
    for (const Level level : {&IndicatorText::level1, &IndicatorText::level2}) {
      const bool alone = half.name.empty() && !half.has_target();
      if (!mend(level, half, carried[group], group, rows) && alone && !(half.*level).empty() &&
          !is_category(level, (half.*level).text)) {
        lost.push_back(std::exchange(half.*level, {}));
      }
    }
  }
  return lost;
}

void mend_parted_levels(std::vector<IndicatorText>& row, std::vector<IndicatorText>& carried,
                        std::vector<IndicatorText>& rows) {
  for (std::size_t group = 0; group < row.size() && group < carried.size(); ++group) {
    IndicatorText& own = row[group];
    for (const Level level : {&IndicatorText::level1, &IndicatorText::level2}) {
      // A second level below another first one is no rest of the one above.
      if (level == &IndicatorText::level2 && !own.level1.empty()) {
        continue;
      }
      if (!(own.*level).empty() && !is_category(level, (own.*level).text)) {
        mend(level, own, carried[group], group, rows);
      }
    }
  }
}

void complete_clipped_levels(std::vector<IndicatorText>& rows) {
  for (IndicatorText& row : rows) {
    for (const Level level : {&IndicatorText::level1, &IndicatorText::level2}) {
      Flow& own = row.*level;
      if (!own.empty() && own.text.ends_with(U"指") && !is_category(level, own.text) &&
          is_category(level, own.text + U"标")) {
        own.append(U"标", own.origin.back());
      }
    }
  }
}

}  // namespace budgetdiff::import
