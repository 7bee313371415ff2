#pragma once

/// The header of a table with a row an indicator, in text that gives its cells one
/// after the other.

#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace budgetdiff::import {

struct StreamHeader {
  std::size_t begin = 0;  ///< tokens [begin, end)
  std::size_t end = 0;
  std::vector<Role> roles;                                 ///< of its columns
  std::vector<std::pair<std::size_t, std::size_t>> cells;  ///< tokens of each
};

/// The first header at or behind token `from`: mostly known words, among them the
/// indicator's name and a target. Broken words are put together.
[[nodiscard]] std::optional<StreamHeader> find_stream_header(const std::vector<StreamToken>& tokens,
                                                             std::size_t from);

}  // namespace budgetdiff::import
