#pragma once

/// How wide the columns of a list are, in halves of a letter.

#include "import/spread/list_pieces.hpp"
#include "import/spread/list_place.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Of each column how wide its widest line is, in halves of a letter; less than 0: no wider than
/// that, and else unknown.
using ListWidths = std::vector<int>;

/// What is known before: goals are widest.
[[nodiscard]] ListWidths first_widths(const std::vector<ListPiece>& pieces,
                                      const std::vector<Role>& roles);

/// How wide the columns are in what was dealt.
[[nodiscard]] ListWidths widths_of(const std::vector<ListPiece>& pieces,
                                   const std::vector<ListPlace>& places, std::size_t columns);

}  // namespace budgetdiff::import
