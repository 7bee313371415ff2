#pragma once

/// Lines of a table that stand at one height.

#include "import/page/page_content.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Places this near are one border.
inline constexpr double same_place = 3.0;
/// A line whose ends are this near to the table's runs over its whole width.
inline constexpr double at_side = 6.0;

/// Rows from a table's top that may be its header's.
inline constexpr std::size_t most_header_rows = 3;

/// Lines at one height.
struct Level {
  double y = 0;
  std::vector<const Rule*> rules;
  bool added = false;  ///< the page's end or head, where print drew none

  [[nodiscard]] double left() const {
    double out = rules.front()->from;
    for (const Rule* const rule : rules) {
      out = std::min(out, rule->from);
    }
    return out;
  }
  [[nodiscard]] double right() const {
    double out = rules.front()->to;
    for (const Rule* const rule : rules) {
      out = std::max(out, rule->to);
    }
    return out;
  }
  [[nodiscard]] bool covers(double x) const {
    return added || std::any_of(rules.begin(), rules.end(),
                                [&](const Rule* rule) { return rule->from <= x && x <= rule->to; });
  }
};

}  // namespace budgetdiff::import
