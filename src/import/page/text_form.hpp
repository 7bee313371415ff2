#pragma once

/// A form in text that keeps its columns: which lines are whose, where labels stand beside
/// the middle of what they say.

#include "import/page/form_pieces.hpp"
#include "import/table/grid.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The rows of a form from the pieces of its lines, top to bottom. Lines without labels are
/// the text of the goal beside whose middle (or top) they stand; without one they go on in the
/// cell above them.
[[nodiscard]] std::optional<Grid> text_form(std::vector<std::vector<FormPiece>> lines, int page);

}  // namespace budgetdiff::import
