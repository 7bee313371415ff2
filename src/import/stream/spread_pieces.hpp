#pragma once

/// The pieces of a form's text that are dealt to cells, labels and values.

#include "import/stream/category_tokens.hpp"
#include "import/stream/form_items.hpp"
#include "import/stream/form_pieces.hpp"
#include "import/stream/spread_words.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct SpreadPieces {
  std::vector<DealToken> pieces;         ///< without headers and categories
  std::vector<FormCategory> categories;  ///< `before` counts pieces
};

/// Of each line the number of its flow: those of one follow one another on a page without a blank
/// line between.
[[nodiscard]] std::vector<std::size_t> flows_of(const std::vector<Line>& lines);

/// The pieces of a form that are no words of its header and no categories.
/// REQUIRES: `flows` are those of `lines`
[[nodiscard]] SpreadPieces spread_pieces(const std::vector<Line>& lines,
                                         const std::vector<std::size_t>& flows,
                                         const SpreadWords& words, const RepeatedWords& repeated,
                                         const std::vector<StreamToken>& form);

}  // namespace budgetdiff::import
