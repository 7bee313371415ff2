#pragma once

/// Rows of sums in tables that a mapping reads, which may come from anywhere.

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What a row's name says of its being a sum over others.
struct SumName {
  /// It stands for a sum and says no more: 合计, 小計, 計, Total, Grand total, 합계, Итого …,
  /// whatever its width, case, blanks, brackets and marks (-- Total --).
  bool is_sum = false;
  /// It begins or ends as a sum's does: Subtotal - roads, 小计：道路, Health Total, 文部科学省計.
  /// So do names of projects; what stands above such a row tells (RowsAbove).
  bool may_be_sum = false;
  /// What stands before an end that other names have, too (教育費 of 教育費計, 甲 of Excel's 甲
  /// 汇总; 数据 of 数据汇总): a sum only of rows above that say so. Folded; "" if none.
  std::string group;
};

/// `others`: the mapping's own words for sums.
[[nodiscard]] SumName sum_name(std::string_view name, const std::vector<std::string>& others);

/// Whether a text of a row is the `group` of a SumName.
[[nodiscard]] bool names_group(std::string_view text, std::string_view group);

}  // namespace budgetdiff::import
