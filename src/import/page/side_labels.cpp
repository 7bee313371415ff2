#include "import/page/side_labels.hpp"

#include "import/page/form_amounts.hpp"

#include <algorithm>
#include <limits>

namespace budgetdiff::import {

bool is_goal(const FormPiece& piece) {
  return piece.term.role == Role::goal || piece.term.role == Role::annual_goal;
}

bool is_value_of(const FormPiece& label, const FormPiece& value) {
  return beside(label, value) ||
         (value.is_text && value.middle > label.box.top && value.middle < label.box.bottom);
}

void find_side_labels(std::vector<FormPiece>& pieces) {
  for (FormPiece& side : pieces) {
    if (!is_goal(side) || side.is_text) {
      continue;
    }
    const FormPiece* above = nullptr;
    const FormPiece* below = nullptr;
    for (const FormPiece& label : pieces) {
      if (!is_goal(label) || label.box.left < side.box.right) {
        continue;
      }
      const double down = label.middle - side.middle;
      above = down < 0 && (above == nullptr || label.middle > above->middle) ? &label : above;
      below = down > 0 && (below == nullptr || label.middle < below->middle) ? &label : below;
    }
    const bool between = above != nullptr && below != nullptr && overlap(above->box, below->box) &&
                         std::none_of(pieces.begin(), pieces.end(), [&](const FormPiece& other) {
                           return &other != &side && other.is_label() &&
                                  other.middle > above->middle && other.middle < below->middle &&
                                  other.box.left < above->box.right;
                         });
    if (between) {
      side.term = {};
      side.heading = true;
    }
  }
}

void find_unknown_labels(std::vector<FormPiece>& pieces, double line_step) {
  constexpr std::size_t least_prose = 12;
  double prose = std::numeric_limits<double>::infinity();
  for (const FormPiece& piece : pieces) {
    if (!piece.is_label() && !piece.heading && text_of(piece.words).size() >= least_prose) {
      prose = std::min(prose, piece.box.left);
    }
  }
  for (FormPiece& piece : pieces) {
    const bool free = !piece.is_label() && !piece.heading && !piece.is_text && !is_amount(piece);
    const auto any_label = [&](auto is) {
      return std::any_of(pieces.begin(), pieces.end(),
                         [&](const FormPiece& label) { return label.is_label() && is(label); });
    };
    piece.unknown = line_step > 0 && free && piece.box.right <= prose &&
                    any_label([&](const FormPiece& label) {
                      return label.box.right <= prose && overlap(label.box, piece.box);
                    }) &&
                    !any_label([&](const FormPiece& label) {
                      return label.box.right <= piece.box.left + 1 && is_value_of(label, piece);
                    });
  }
}

}  // namespace budgetdiff::import
