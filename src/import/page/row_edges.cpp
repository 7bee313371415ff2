#include "import/page/row_edges.hpp"

#include <algorithm>
#include <cstddef>

namespace budgetdiff::import {
namespace {

/// Print rounds middles by so much.
constexpr double rounding = 0.4;
/// Of so many rows one may be against it: a page cuts it.
constexpr std::size_t rows_a_failure = 6;

/// Where an edge may be.
struct Range {
  double low = 0;
  double high = 0;

  [[nodiscard]] bool empty() const { return low > high; }
};

Range both(const Range& a, const Range& b) {
  return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

/// Mirrored at the middle of a row: from its one edge to the other.
Range mirrored(const Range& edge, double middle) {
  return {2 * middle - edge.high - rounding, 2 * middle - edge.low + rounding};
}

}  // namespace

std::vector<double> row_edges(const std::vector<RowBand>& rows) {
  const std::size_t n = rows.size();
  if (n < 2) {
    return {};
  }
  // Between the texts of neighbours; at the ends no further than the tallest row is high.
  double tallest = 0;
  for (const RowBand& row : rows) {
    tallest = std::max(tallest, row.bottom - row.top);
  }
  std::vector<Range> between(n + 1);
  between[0] = {rows[0].top - tallest, rows[0].top};
  for (std::size_t k = 1; k < n; ++k) {
    between[k] = {rows[k - 1].bottom, rows[k].top};
  }
  between[n] = {rows[n - 1].bottom, rows[n - 1].bottom + tallest};
  std::size_t failures = 0;
  std::vector<Range> down = between;
  for (std::size_t k = 0; k < n; ++k) {
    const Range next = both(mirrored(down[k], rows[k].middle()), between[k + 1]);
    failures += next.empty() ? 1U : 0U;
    down[k + 1] = next.empty() ? between[k + 1] : next;
  }
  if (failures * rows_a_failure > n) {
    return {};
  }
  std::vector<Range> up = between;
  for (std::size_t k = n; k-- > 0;) {
    const Range next = both(mirrored(up[k + 1], rows[k].middle()), between[k]);
    up[k] = next.empty() ? between[k] : next;
  }
  std::vector<double> out;
  for (std::size_t k = 0; k <= n; ++k) {
    const Range edge = both(down[k], up[k]);
    const Range& best = edge.empty() ? down[k] : edge;
    out.push_back((best.low + best.high) / 2);
  }
  return out;
}

}  // namespace budgetdiff::import
