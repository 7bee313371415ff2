#pragma once

/// Which columns of money the parts of 合计 are of, where some are blank.

#include "import/columns/column_text.hpp"
#include "import/columns/piece_labels.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

struct PartColumns {
  std::vector<std::size_t>
      columns;        ///< of each part, as positions in ColumnwiseText::money; or empty
  bool sure = false;  ///< no other columns are possible
};

/// `sum` are the pieces of 合计, its total first. An amount that stands right below the one word of
/// a column in its flow is of that column. Where one column is blank, and one part stands in
/// another line of the flow than the part before it, which stands beside the total, the blank one
/// is between them: print parts lines at wide gaps. Nothing where neither shows anything.
[[nodiscard]] PartColumns columns_of_parts(const ColumnwiseText& text, const PieceLabels& labels,
                                           const std::vector<std::size_t>& sum);

}  // namespace budgetdiff::import
