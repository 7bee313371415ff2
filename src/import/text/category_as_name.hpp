#pragma once

/// Indicators that are called by the words of a category: `服务对象满意度指标：
/// 服务对象满意度：≥85%`. The word is the category where a name stands behind it, and the
/// name where nothing but the target does.

#include <string_view>

namespace budgetdiff::import {

/// Whether a text is a target and has no name before it: ≥85%, （≥85%）, 目标值：95%, 12次/年,
/// 不低于90%, 2024年12月底.
[[nodiscard]] bool is_target_alone(std::u32string_view text);

/// Whether two words say one category, with or without 指标.
[[nodiscard]] bool is_same_category(std::string_view a, std::string_view b);

/// Whether a category that stands as a heading may be that of an indicator which is called
/// `name`, a category itself: 社会效益指标 over 公众满意度, but not 质量指标.
[[nodiscard]] bool may_head(std::string_view level1, std::string_view level2,
                            std::string_view name);

}  // namespace budgetdiff::import
