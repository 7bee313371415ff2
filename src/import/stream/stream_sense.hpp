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

/// Columns whose cells hold words, over several lines.
[[nodiscard]] bool holds_prose(Role role);

/// Puts first levels that print centres beside several rows above the first row whose
/// second level is theirs. `at` are the places of the tokens from `begin` on.
void lift_levels(std::vector<StreamPlace>& at, const std::vector<StreamToken>& tokens,
                 std::size_t begin, const std::vector<Role>& roles);

/// Whether a word stands where none of its kind does, or a row lacks what nearly all of
/// the `rows` have. `at` are the places of the tokens behind the header.
[[nodiscard]] bool is_doubtful(const std::vector<StreamPlace>& at, std::size_t rows,
                               const std::vector<StreamToken>& tokens, const StreamHeader& header);

}  // namespace budgetdiff::import
