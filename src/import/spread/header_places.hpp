#pragma once

/// Where the words of a list's header stand on the pages that repeat it.

#include "import/spread/list_header.hpp"
#include "import/stream/tokens.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Of each token of a page the column whose word it is a piece of, `group` or `none`.
struct HeaderPlaces {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static constexpr std::size_t group = none - 1;
  std::vector<std::size_t> columns;
};

/// Where a page repeats a header; all `none` where it does not.
[[nodiscard]] HeaderPlaces header_places(const ListHeader& header,
                                         const std::vector<StreamToken>& page);

/// Drops words that most of the pages that repeat a header lack: cells of the first one.
void drop_lone_words(ListHeader& header, const std::vector<std::vector<StreamToken>>& pages);

}  // namespace budgetdiff::import
