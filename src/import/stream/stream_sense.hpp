#pragma once

/// Whether words that were dealt to rows and columns make sense there.

#include "import/stream/stream_header.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The cell of a token.
struct StreamPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// Puts first levels that print centres beside several rows above the first row whose
/// second level is theirs. `at` are the places of the tokens from `begin` on.
void lift_levels(std::vector<StreamPlace>& at, const std::vector<StreamToken>& tokens,
                 std::size_t begin, const std::vector<Role>& roles);

}  // namespace budgetdiff::import
