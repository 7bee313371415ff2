#include "import/page/level_align.hpp"

#include "import/page/label_lines.hpp"
#include "import/page/sum_rows.hpp"

#include <algorithm>
#include <set>

namespace budgetdiff::import {

std::set<int> lines_of_rows(const RowTable& table) {
  // A category of two lines makes a row of one higher. Of rows of several lines that is not known.
  const std::size_t n = table.heights.middles.size();
  double least = 0;
  for (std::size_t r = 0; r < n; ++r) {
    const double own = table.bottoms[r] - table.tops[r];
    least = r == 0 ? own : std::min(least, own);
  }
  std::size_t higher = 0;
  for (std::size_t r = 0; r < n; ++r) {
    higher += table.bottoms[r] - table.tops[r] > 1.5 * least ? 1U : 0U;
  }
  const bool one_line = higher * 4 <= n;
  std::set<int> out;
  for (const ColumnText& column : table.columns) {
    const bool level = column.role == Role::level1 || column.role == Role::level2;
    for (std::size_t i = 0; i < column.lines.size(); ++i) {
      if (of_one_row(column.role) || (one_line && level && !is_whole_category(column, i))) {
        out.insert(column.lines[i].line.place.line);
      }
    }
  }
  return out;
}

double half_step(const RowTable& table) {
  if (!table.measure.is_text()) {
    return 0;
  }
  const std::set<int> of_rows = lines_of_rows(table);
  std::size_t all = 0;
  std::size_t between = 0;
  for (const ColumnText& column : table.columns) {
    const bool level = column.role == Role::level1 || column.role == Role::level2;
    for (const PdfLine& line : column.lines) {
      all += level ? 1U : 0U;
      between += level && !of_rows.contains(line.line.place.line) ? 1U : 0U;
    }
  }
  // One alone may have been moved there by rows of several lines beside it.
  constexpr std::size_t one_in = 4;
  if (between * one_in > all) {
    return 0;
  }
  double step = 0;
  for (std::size_t r = 1; r < table.heights.middles.size(); ++r) {
    const double own = table.heights.middles[r] - table.heights.middles[r - 1];
    step = step == 0 ? own : std::min(step, own);
  }
  return step / 2;
}

double below_of(const RowTable& table) {
  return table.style != nullptr && table.style->on_lower ? -half_step(table) : half_step(table);
}

SpanAlign level_align(const RowTable& table) {
  if (table.style != nullptr && table.style->align != SpanAlign::unknown) {
    return table.style->align;
  }
  if (!table.exact && table.style == nullptr) {
    return SpanAlign::unknown;
  }
  SpanCosts costs;
  for (const ColumnText& column : table.columns) {
    if ((column.role != Role::level1 && column.role != Role::level2) || column.lines.empty()) {
      continue;
    }
    std::vector<double> at;
    std::vector<double> tops;
    for (const LineBlock& label : table.measure.labels(column.lines, column.role)) {
      at.push_back(label.middle);
      tops.push_back(column.lines[label.begin].middle);
    }
    costs.add(span_costs(table.heights, at, tops, table.continued, half_step(table)));
  }
  if (!table.exact) {
    return SpanAlign::unknown;
  }
  return table.votes != nullptr ? table.votes->levels.vote(costs) : costs.best();
}

}  // namespace budgetdiff::import
