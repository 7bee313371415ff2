#pragma once

/// One table with lines between its rows only.

#include "import/page/lines.hpp"
#include "import/page/page_content.hpp"

#include <algorithm>
#include <vector>

namespace budgetdiff::import {

/// Places this near are one border.
inline constexpr double same_place = 3.0;
/// A line whose ends are this near to the table's runs over its whole width.
inline constexpr double at_side = 6.0;

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

/// A line of text that is none of a table's: a title, department or unit, a remark.
[[nodiscard]] bool stands_outside(const PdfLine& line);

/// Adds the lines that the table of `levels`, from top to bottom, leaves away. `before` are the
/// columns of the page before. Returns its columns; none, and nothing added, where the lines
/// tell none.
[[nodiscard]] std::vector<double> add_table_rules(std::vector<Level> levels, const PdfPage& page,
                                                  const std::vector<double>& before, Rules& added);

}  // namespace budgetdiff::import
