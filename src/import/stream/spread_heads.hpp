#pragma once

/// Words of a header that stand right above their own cells, in text that gives columns in any
/// order.

#include "import/stream/form_pieces.hpp"
#include "import/stream/spread_words.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Tells the pieces which column's word stands above them in their flow, and which columns' words
/// are still to come on their page. The parts of a flow stand below one another, and print gives
/// what stands above in a column before what stands below: so behind the only word of the header
/// in a flow its column's cells follow, and none of them stands before it.
/// `header`: whether the form's tokens are words of the header.
void tell_heads(const std::vector<Line>& lines, const std::vector<std::size_t>& flows,
                const SpreadWords& words, const std::vector<StreamToken>& form,
                const std::vector<bool>& header, std::vector<DealToken>& pieces);

}  // namespace budgetdiff::import
