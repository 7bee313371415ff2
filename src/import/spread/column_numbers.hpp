#pragma once

/// The numbers that a list has below the words of its header, a column each.

#include "import/spread/header_places.hpp"
#include "import/spread/list_header.hpp"
#include "import/stream/tokens.hpp"

#include <vector>

namespace budgetdiff::import {

/// Takes 1 2 3 … below a header's words for words of its groups. A word that no number follows,
/// where all other columns have one, is dropped: a cell like a header's word.
void set_numbers_apart(ListHeader& header, const std::vector<StreamToken>& page,
                       HeaderPlaces& places);

}  // namespace budgetdiff::import
