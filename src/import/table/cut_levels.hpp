#pragma once

/// Categories that the end of a page cuts: 满意度指 above it, 标 below.

#include "import/table/column_map.hpp"
#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Whether a word is the piece of a category of the level that a column's `role` is of.
[[nodiscard]] bool is_piece_of_level(std::string_view word, Role role);

/// Whether a row says nothing but pieces of categories, in the columns of these: 指标 | 指标, which
/// are words of a header, too.
[[nodiscard]] bool holds_cut_levels(const Grid& grid, std::size_t row, const Header& header,
                                    const ColumnMap& map);

/// Puts what the first row behind a page's end says of its categories behind those they
/// are the rest of, one each of `halves` and `carried` (what spans from above), and behind
/// those of the `rows` above that share them. Such rests are taken out of `halves`.
/// Returns what is no category and the rest of none, of groups that say nothing else: it
/// is taken out, too.
[[nodiscard]] std::vector<Flow> mend_cut_levels(std::vector<IndicatorText>& halves,
                                                std::vector<IndicatorText>& carried,
                                                std::vector<IndicatorText>& rows);

/// The same of a row amid a page: a text that is but the end of the category carried from above
/// (效益 | 指标), whose lines white space put beside two rows. Nothing else is changed.
void mend_parted_levels(std::vector<IndicatorText>& row, std::vector<IndicatorText>& carried,
                        std::vector<IndicatorText>& rows);

/// Gives categories their last letter where print cuts it off with the cell's end and no other
/// letter makes one of them: 服务对象满意度指.
void complete_clipped_levels(std::vector<IndicatorText>& rows);

}  // namespace budgetdiff::import
