#pragma once

/// The indicators of a project whose table has groups of columns for them side by side.

#include "import/table/columns.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// A row of the empty form: ……, 1.…… and no target.
[[nodiscard]] bool is_left_open(const IndicatorText& indicator);

/// Adds an indicator of a group of columns for `span` to the `rows` of its project: behind those of
/// its group, or, of the year's table, as the targets of one that the whole period's has.
void add_indicator(std::vector<IndicatorText>& rows, IndicatorText&& indicator, Span span);

/// Whether an indicator of the whole period has the year's targets, too.
[[nodiscard]] bool is_paired(const IndicatorText& indicator);

/// Adds the last indicator of a group once more, whose name, or that of its counterpart, a page's
/// end had cut.
void pair_last(std::vector<IndicatorText>& rows, std::size_t group, Span span);

}  // namespace budgetdiff::import
