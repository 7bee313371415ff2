#include "import/page/side_labels.hpp"

#include "import/page/form_amounts.hpp"

#include <budgetdiff/text/unicode.hpp>

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

namespace {

/// Whether a text may be a label: a few words without figures or marks.
bool may_be_label(const FormPiece& piece) {
  constexpr std::size_t shortest = 2;
  constexpr std::size_t longest = 12;
  const std::u32string text = text_of(piece.words);
  return !piece.heading && !piece.is_text && !is_amount(piece) && text.size() >= shortest &&
         text.size() <= longest && is_cjk(text.front()) &&
         text.find_first_of(U"0123456789，。；、：:≥≤%") == text.npos;
}

}  // namespace

void find_labels_behind_values(std::vector<FormPiece>& pieces) {
  constexpr double parts_cells = 2.5;  ///< no text that print spreads has such a gap, in letters
  const auto next_in_line = [&](const FormPiece& from) -> FormPiece* {
    FormPiece* next = nullptr;
    for (FormPiece& piece : pieces) {
      if (&piece != &from && piece.box.left >= from.box.right && beside(from, piece) &&
          (next == nullptr || piece.box.left < next->box.left)) {
        next = &piece;
      }
    }
    return next;
  };
  const auto wide = [&](const FormPiece& a, const FormPiece& b) {
    return b.box.left - a.box.right > parts_cells * std::max(1.0, std::min(a.size, b.size));
  };
  const auto is_value = [](const FormPiece* piece) {
    return piece != nullptr && !piece->has_own() && !piece->heading;
  };
  for (FormPiece& label : pieces) {
    if (!label.is_label() || is_goal(label) || label.is_text) {
      continue;
    }
    FormPiece* value = next_in_line(label);
    while (is_value(value)) {
      FormPiece* const name = next_in_line(*value);
      FormPiece* const own = is_value(name) ? next_in_line(*name) : nullptr;
      if (!is_value(own) || !may_be_label(*name) || !wide(*value, *name) || !wide(*name, *own)) {
        break;
      }
      name->unknown = name->behind = true;
      value = own;
    }
  }
}

}  // namespace budgetdiff::import
