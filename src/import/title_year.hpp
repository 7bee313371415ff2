#pragma once

/// The year of a title's table.

#include <optional>
#include <string_view>

namespace budgetdiff::import {

/// year_in() of a title: of one that names several years, the one that stands last, right before
/// the words for the table (2024年提前下达2025年项目支出绩效目标表) or alone in brackets, is the
/// table's.
[[nodiscard]] std::optional<int> year_in_title(std::string_view title);

}  // namespace budgetdiff::import
