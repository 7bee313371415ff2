#pragma once

/// Which lines of a column belong to which row, where no rule says so.

#include "import/page/lines.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// How a column of prose ended on the page before: in the middle of a sentence
/// (its row goes on here) or with a full stop.
enum class Before { unknown, open, whole };

/// Gives each line of a column a row: 0 is the row that goes on from the page
/// before, 1 … n are those of the `anchors` (heights of the rows' figures,
/// ascending), n + 1 is a row whose figure stands on the next page.
///
/// Each row's lines are a block; the blocks are chosen together so that each
/// lies around (or begins at) its figure and breaks fall on wide gaps. With
/// `is_list`, a block must begin with item 1 of a list of indicators. Rows of
/// `sums` (合计; empty: none) have nothing but a label and figures.
[[nodiscard]] std::vector<std::size_t> rows_of_lines(const std::vector<PdfLine>& lines,
                                                     const std::vector<double>& anchors,
                                                     bool is_list,
                                                     const std::vector<bool>& sums = {},
                                                     Before before = Before::unknown);

}  // namespace budgetdiff::import
