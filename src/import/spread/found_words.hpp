#pragma once

/// The words of a list's header among the tokens of a page, whole or broken over lines.

#include "import/spread/list_header.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// How many tokens behind the one before a piece of the same word stands at most.
inline constexpr std::size_t farthest_piece = 14;

struct FoundWord {
  HeaderPieces word;
  std::vector<std::size_t> tokens;  ///< of the page, that are its pieces
};

/// Words that are known, whole ones first, then those that are known when pieces that stand
/// nearest to each other are put together, and words between them that nobody knows. Nothing where
/// no word of levels stands there whole.
[[nodiscard]] std::vector<FoundWord> found_words(const std::vector<Line>& lines,
                                                 const std::vector<StreamToken>& page);

/// Whether a token is the first of what stands between blank lines.
[[nodiscard]] bool begins_flow(const std::vector<Line>& lines, const std::vector<StreamToken>& page,
                               std::size_t i);

/// The column of a total among those of money.
[[nodiscard]] std::string_view total_column();

}  // namespace budgetdiff::import
