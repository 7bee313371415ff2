#pragma once

/// Columns of one role that stand side by side, of which one is the snapshot's own: those of
/// several years (2025年 | 2026年 | 2027年), those before and after an adjustment.

#include "import/text/flow.hpp"

#include <string>

namespace budgetdiff::import {

enum class Adjusted { unsaid, before, after };

/// Which of the columns that stand side by side a column is.
struct SideColumn {
  int year = 0;  ///< that the header names; 0: none
  Adjusted adjusted = Adjusted::unsaid;

  friend bool operator==(const SideColumn&, const SideColumn&) = default;
};

/// The parts of a target that an indicator may have once for each such column.
enum class TargetPart { period, annual, comparator, value, unit };

/// What stands in one of them.
struct SideText {
  SideColumn column;
  TargetPart part = TargetPart::value;
  bool of_period = false;  ///< comparator, value and unit of the whole period's target
  Flow text;
  std::string word;  ///< the column's published words
};

}  // namespace budgetdiff::import
