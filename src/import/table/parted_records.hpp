#pragma once

/// One table as several: of other departments or years, as a column says of its rows.

#include "import/table/records.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// `count` tables; `part_of` says of each of `records`' projects in which it goes, or a number
/// beyond these where in none. Sums that the table states are of all parts, and no part has them;
/// what was found while reading is the first one's.
[[nodiscard]] std::vector<TableRecords> parted_records(const TableRecords& records,
                                                       const std::vector<std::size_t>& part_of,
                                                       std::size_t count);

}  // namespace budgetdiff::import
