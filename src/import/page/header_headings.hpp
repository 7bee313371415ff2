#pragma once

/// Headings over several columns of a table without ruled lines (资金来源 over its sources), which
/// stand among the lines of its header and are no column's.

#include "import/page/header_lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// `line` without the headings that stand over two or more pieces of one line below, or of all of
/// them: cells of one line beside those of two stand at heights of their own.
[[nodiscard]] WordLine without_headings(const WordLine& line, const std::vector<WordLine>& below);

/// Whether a line names several first levels of indicators, each of which has a column.
[[nodiscard]] bool heads_categories(const std::vector<WordLine>& lines);

/// Text keeps no places that tell what a heading stands over, and on a page one may stand over the
/// white between two columns; but a header has a thing once. So a whole word for all indicators
/// above those for their levels, or for several first levels, is a heading, and so is money that a
/// word on a line below names as well (项目金额 above 资金总额 | 财政拨款).
[[nodiscard]] std::vector<WordLine> without_repeated(const std::vector<WordLine>& lines);

}  // namespace budgetdiff::import
