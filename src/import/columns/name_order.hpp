#pragma once

/// Puts names that print puts out of their order to the rows whose words they have.

#include "import/columns/column_text.hpp"
#include "import/columns/piece_labels.hpp"
#include "import/columns/piece_rows.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct NameOrder {
  std::vector<int> rows;              ///< of each piece of a name, in their order
  std::vector<std::size_t> doubtful;  ///< rows that got another name
};

/// `names` and `goals` are the rows of their pieces in the text's order. A page's layout may have
/// one name stand behind those that follow it: where moving it puts names beside much more of their
/// own words than they stand beside (RowOrder), it is moved, within the rows that it may be of.
[[nodiscard]] NameOrder names_in_order(const PieceLabels& labels, const std::vector<RowSpan>& spans,
                                       const RowsOfPieces& names, const RowsOfPieces& goals,
                                       std::size_t count);

}  // namespace budgetdiff::import
