#pragma once

/// Lines of text that hold nothing but categories. A category in the middle between two rows has a
/// line of its own in the text, and none on the page.

#include "import/page/line_blocks.hpp"
#include "import/page/text_rows.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Whether line `i` of a column is a category from its first letter to its last: 服务对象满意度 is
/// none above 指标, of which both are one, whose lines take the height of its row.
[[nodiscard]] bool is_whole_category(const ColumnText& column, std::size_t i);

/// Puts lines of whole categories alone half way between the lines around them, and moves all lines
/// of `columns` below, and `rows`, up by what these then take no more. A category that is broken
/// over lines may be higher than its row, so its lines stay.
void close_label_lines(std::vector<ColumnText>& columns, std::vector<TextRow>& rows);

}  // namespace budgetdiff::import
