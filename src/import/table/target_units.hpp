#pragma once

/// What a table's targets have behind their figures, which tells the rest of one that a page cuts
/// from a target of its own: ≤10 | 个月 where other rows have ≥6个月.

#include "import/table/records.hpp"

#include <set>
#include <string>

namespace budgetdiff::import {

class TargetUnits {
 public:
  /// Learns from a row.
  void add(const IndicatorText& row);

  /// Whether a target of `half`, the first row of a page, is the rest of `above`'s: together they
  /// end as other rows do, and half has no figure.
  [[nodiscard]] bool complete(const IndicatorText& above, const IndicatorText& half) const;

 private:
  std::set<std::u32string> units_;
};

}  // namespace budgetdiff::import
