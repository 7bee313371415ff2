#pragma once

/// Rows of sums in tables that a mapping reads, which may come from anywhere.

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Whether a name stands for a sum over other rows: 合计, 小計, 総計, 计, Total, Grand
/// total …, whatever its width, case, blanks and brackets, or one of `others`.
[[nodiscard]] bool names_a_sum(std::string_view name, const std::vector<std::string>& others);

/// Whether a name begins as a sum's does and goes on: Subtotal - roads, Total expenditures, 小计：
/// 道路, or with one of `others` and then another word. So do names of projects; what stands above
/// such a row tells (MappedReader).
[[nodiscard]] bool may_name_a_sum(std::string_view name, const std::vector<std::string>& others);

}  // namespace budgetdiff::import
