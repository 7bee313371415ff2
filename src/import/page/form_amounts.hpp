#pragma once

/// Amounts of a form without ruled lines that do not stand beside their labels.

#include "import/page/form_pieces.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Pieces nearer than this many letters stand at one height.
inline constexpr double same_height = 0.55;

[[nodiscard]] bool beside(const FormPiece& a, const FormPiece& b);

[[nodiscard]] bool is_amount(const FormPiece& piece);

/// Whether a piece is the value of a label.
[[nodiscard]] bool has_value(const std::vector<FormPiece>& pieces, std::size_t label);

/// Gives amounts to the labels whose they are: in text those of a column whose labels stand a
/// line or two off; on pages those below a row of labels.
void give_amounts(std::vector<FormPiece>& pieces);

}  // namespace budgetdiff::import
