#pragma once

/// Rows whose cells hold a numbered list each: ①…②… under 三级指标 and ①…②… under 指标值
/// are two indicators.

#include "import/table/records.hpp"

#include <vector>

namespace budgetdiff::import {

/// The indicators of a row: one for each number where its name and its targets are
/// numbered alike (①, （1）, or 1. at line ends), else the row itself.
[[nodiscard]] std::vector<IndicatorText> parted_by_numbers(const IndicatorText& row);

/// The row of one indicator without the number that its name and its target begin with
/// (①验收合格率 | ①100%): it is that of the list that its category is. A number that the name has
/// alone stays.
[[nodiscard]] IndicatorText without_shared_number(const IndicatorText& row);

/// The indicators of a row whose cells have a line each for several of them, without numbers: as
/// many lines in the name as in each target, and figures in all of these. Where lines end as
/// somebody typed them, else nothing is known by them.
[[nodiscard]] std::vector<IndicatorText> parted_by_lines(const IndicatorText& row);

/// Whether name and target have several lines each, with figures in these, and are not parted.
[[nodiscard]] bool has_lines_left(const IndicatorText& row);

/// Whether the name is such a list and the row was not parted: what belongs to which is
/// then not known.
[[nodiscard]] bool has_numbers_left(const IndicatorText& row);

}  // namespace budgetdiff::import
