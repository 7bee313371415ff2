#pragma once

/// What of a list that was put together again can hardly be so.

#include <string>
#include <vector>

namespace budgetdiff::import {

/// The texts of an indicator's row.
struct DoubtRow {
  std::u32string level1;
  std::u32string level2;
  std::u32string name;
  std::u32string comparator;
  std::u32string target;
  std::u32string unit;
  std::u32string weight;
};

struct DoubtProject {
  std::u32string name;
  std::u32string goal;
  std::vector<DoubtRow> rows;
};

struct ListDoubts {
  std::vector<bool> projects;           ///< that are doubtful as a whole
  std::vector<std::vector<bool>> rows;  ///< of each project
};

/// Rows whose target is none, whose number has no unit where others have some, whose name speaks
/// for another category; projects whose categories come again or stand in another order than all
/// others', whose weights make no 100 where those of most do, whose goal ends within a sentence.
[[nodiscard]] ListDoubts list_doubts(const std::vector<DoubtProject>& projects, bool has_units,
                                     bool has_comparators);

}  // namespace budgetdiff::import
