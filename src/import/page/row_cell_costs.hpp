#pragma once

/// What speaks against pieces of a column being a row's cell, of the scale of `fit`: lower is
/// better.

#include "import/page/row_columns.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// A second category in a row.
inline constexpr double second_category = 6;
/// A blank in a column that may have them, of remarks or units.
inline constexpr double no_remark = 0.5;

/// Whether a column holds comparators or weights.
[[nodiscard]] bool is_figure(Role role);

/// A row without a cell of the column.
[[nodiscard]] double blank_cost(const RowColumn& column);

/// The tokens [first, last) as one cell. `units`: units have a column of their own.
[[nodiscard]] double cell_cost(RowColumn& column, std::size_t first, std::size_t last, bool units);

/// A line that goes on is full by itself; one that ends a cell, above another one's, is so by
/// chance.
[[nodiscard]] double end_cost(const RowColumn& column, std::size_t last);

/// Lines of one cell: all but the last are full.
[[nodiscard]] double lines_cost(const RowColumn& column, std::size_t first, std::size_t last);

/// Whether a name looks as if its beginning were in the row above: two letters behind a full line.
[[nodiscard]] bool looks_cut(const RowColumn& column, std::size_t first, std::size_t last);

/// Whether a name is a category but for a letter or two before it that the full line above may go
/// on with: 满意程 | 度服务对象满意度, which print joins where cells stand so near.
[[nodiscard]] bool begins_with_rest(const RowColumn& column, std::size_t first, std::size_t last);

/// Whether a cell that ends before `last` breaks off: behind a mark that no text ends with.
/// REQUIRES: it has a token
[[nodiscard]] bool ends_open(const RowColumn& column, std::size_t last);

/// Whether categories span rows: there are clearly fewer of them than targets that begin with a
/// sign or a number.
[[nodiscard]] bool span_rows(const RowColumn& categories, const std::vector<RowColumn>& columns);

/// Categories of `rows` rows: each has one second level at most, and cuts none where each has its
/// own. `span`: they span rows.
[[nodiscard]] double categories_cost(const RowColumn& column, std::size_t first, std::size_t last,
                                     std::size_t rows, bool span);

}  // namespace budgetdiff::import
