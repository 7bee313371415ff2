#pragma once

/// The frame of a table drawn with lines: its borders and what they enclose.

#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct TableFrame {
  /// A line of text whose middle is beyond a table's end by less than this part of its
  /// letters is one that the end of the page pushes out of its cell: the rule runs through it.
  static constexpr double cut_by_rule = 0.4;

  std::vector<double> xs;
  std::vector<double> ys;
  Grid grid;
  std::vector<std::size_t> cell_of;  ///< index into `areas` for each position
  std::vector<Cell> areas;
  std::vector<bool> broken;  ///< areas that are no rectangles, or have lines inside
};

/// The words of each area.
using AreaWords = std::vector<std::vector<PdfWord>>;

/// The column of a place between `edges`, the nearest for places beyond them. REQUIRES: two edges
[[nodiscard]] inline std::size_t column_at(const std::vector<double>& edges, double x) {
  const auto after = std::upper_bound(edges.begin(), edges.end(), x);
  const auto index = after - edges.begin() - 1;
  return static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(index, 0, static_cast<std::ptrdiff_t>(edges.size()) - 2));
}

}  // namespace budgetdiff::import
