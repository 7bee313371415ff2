#pragma once

/// Runs of lines of prose in a form without ruled lines, and the labels that they are given to.

#include "import/page/form_pieces.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Texts of a form whose labels are on other pages.
struct OtherPageTexts {
  std::vector<PdfWord> head;              ///< text whose label is on the page before
  std::vector<PdfWord> foot;              ///< text whose label is on the next page
  std::vector<std::size_t> side_by_side;  ///< first pieces of such texts beside others
};

/// Whether a line so far below a text may be its next one. `line_step` is the page's, 0 where it
/// is not known.
[[nodiscard]] bool is_next_line(const FormPiece& piece, double step, double line_step);

/// Gives lines of prose that belong together, of which some have no label at their height, to the
/// label of the lines above or below, or to the one they stand around. Those of another page's
/// label are marked so (`elsewhere`). `goes_on`: the form began on the page before.
[[nodiscard]] OtherPageTexts give_runs(std::vector<FormPiece>& pieces, double line_step,
                                       bool goes_on);

}  // namespace budgetdiff::import
