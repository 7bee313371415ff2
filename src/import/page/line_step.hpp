#pragma once

/// How far apart the lines of one cell stand where no lines are drawn between cells.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// Gives pages without vertical lines the step between lines of one cell, in points; leaves 0
/// where they do not tell.
///
/// A cell's lines stand one step apart, which is their font's and the same everywhere; between
/// the lines of two cells their padding comes in. So steps gather at few places. Of these the
/// least is that of a cell where what stands above is hardly ever shorter than what stands
/// below, as lines are that are full; else all steps are between cells. Pages in letters of
/// one size are taken together.
void find_line_steps(std::vector<PdfPage>& pages);

/// Whether lines `step` points apart are lines of one cell. REQUIRES: line_step > 0
[[nodiscard]] inline bool is_line_step(double step, double line_step) {
  constexpr double uneven = 0.45;  ///< print rounds heights, if at all, to half a pixel
  return step < line_step + uneven;
}

}  // namespace budgetdiff::import
