#pragma once

/// Targets that stand side by side, of which one is the snapshot's own: those of several
/// years (2025年 | 2026年 | 2027年), those before and after an adjustment.

#include "import/text/flow.hpp"

#include <string>

namespace budgetdiff::import {

enum class Adjusted { unsaid, before, after };

/// Which of several columns of one role a column is.
struct Edition {
  int year = 0;  ///< that the header names; 0: none
  Adjusted adjusted = Adjusted::unsaid;

  friend bool operator==(const Edition&, const Edition&) = default;
};

/// The parts of a target that an indicator may have once for each edition.
enum class TargetPart { period, annual, comparator, value, unit };

/// What stands in a column of which there are several editions.
struct SideText {
  Edition edition;
  TargetPart part = TargetPart::value;
  bool of_period = false;  ///< comparator, value and unit of the whole period's target
  Flow text;
  std::string word;  ///< the column's published words
};

}  // namespace budgetdiff::import
