#pragma once

/// Rows of a list that sum its projects.

#include "import/table/column_map.hpp"
#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/list_row.hpp"
#include "import/table/records.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// Takes row `row`, read as `text`, where it is the sum of the list (合计, 合计3个项目) or of a
/// part of it (小计, 某局 | 小计, 基本支出小计), or has no text at all. False: it is a project's or
/// an indicator's.
[[nodiscard]] bool take_sum_row(const Grid& grid, std::size_t row, const ListRow& text,
                                const Header& header, const ColumnMap& map, TableRecords& records);

}  // namespace budgetdiff::import
