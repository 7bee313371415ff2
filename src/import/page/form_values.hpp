#pragma once

/// Which text of a form without ruled lines is the value of which label.

#include "import/page/form_pieces.hpp"
#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// The labels of a form with their values, a row each; the project's name first.
/// `pieces` in reading order, broken labels joined.
/// `goes_on`: the form began on the page before.
[[nodiscard]] Grid values_of_form(std::vector<FormPiece> pieces, const PdfPage& page,
                                  bool goes_on = false);

}  // namespace budgetdiff::import
