#pragma once

/// Which category of the second level the name of an indicator speaks for.

#include <string_view>

namespace budgetdiff::import {

/// Whether a name speaks for another category than `level2`: 合格率 for quality, 次数 for
/// quantity, 完成时间 for time, 控制数 for cost, 满意度 for satisfaction. A hint, and no more:
/// to part rows that nothing else parts. False where neither is known.
[[nodiscard]] bool speaks_for_another(std::string_view name, std::string_view level2);

/// The same, from 0 to 1: a name may also lack what those of a category say. What measures
/// satisfaction nearly always says so; what measures cost or time mostly does.
[[nodiscard]] double speaks_against(std::string_view name, std::string_view level2);

}  // namespace budgetdiff::import
