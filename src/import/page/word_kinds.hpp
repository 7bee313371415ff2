#pragma once

/// What a word of a table of indicators is, and which columns may hold it.

#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>

namespace budgetdiff::import {

struct WordKind {
  bool number = false;
  bool amount = false;  ///< with a fraction or groups of thousands
  bool figure = false;  ///< a number and more: 900人次, 2025年11月
  bool bare = false;    ///< a figure without letters: 12.5%, 1,2
  bool coded = false;   ///< letters behind a code of figures: 301001-某县交通局
  bool compares = false;
  bool nature = false;  ///< a letter of 定性 or 定量, as narrow columns break them
  bool target = false;  ///< a comparator and more
  bool percent = false;
  bool lists = false;  ///< of indicators in one cell: 指标 and marks between its parts
  bool piece1 = false;
  bool piece2 = false;
  bool whole = false;     ///< a category from its first letter to its last
  bool tail = false;      ///< 标, 指标: ends categories, and other words as well
  bool blank = false;     ///< a mark for nothing: /, -
  bool chinese = false;   ///< begins with such a letter
  bool sentence = false;  ///< has marks that names have not
  std::size_t letters = 0;
  std::size_t part =
      0;  ///< letters of the longest part between / and ·, which join units: 元/公里·年
};

/// REQUIRES: text is not empty
[[nodiscard]] WordKind kind_of(const std::u32string& text);

/// Costs, of the same scale for all who weigh ways to read a row.
namespace fit {
inline constexpr double sure = -4;
inline constexpr double likely = -1.5;
inline constexpr double unlikely = 4;
inline constexpr double wrong = 8;
inline constexpr double never = 30;
}  // namespace fit

/// What speaks for (below 0) or against a word in a column of `role`.
[[nodiscard]] double fit_of(const WordKind& kind, Role role);

}  // namespace budgetdiff::import
