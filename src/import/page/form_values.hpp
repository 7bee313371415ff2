#pragma once

/// Which text of a form without ruled lines is the value of which label.

#include "import/page/form_pieces.hpp"
#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// The labels of a form with their values, a row each; the project's name first.
/// `pieces` in reading order, broken labels joined.
[[nodiscard]] Grid values_of_form(std::vector<FormPiece> pieces, const PdfPage& page);

}  // namespace budgetdiff::import
