#pragma once

/// The categories of indicators, by their words.

#include <string_view>

namespace budgetdiff::import {

/// A first-level category (产出指标, 效益, 满意度指标 …), by its words and with
/// or without 指标, codes and scores. Used to know a category cell by its text.
[[nodiscard]] bool is_level1_category(std::string_view text);

/// The same for the second level (数量指标, 经济效益 …).
[[nodiscard]] bool is_level2_category(std::string_view text);

/// Whether a text may be what print broke off such a category: 产出指, 意度指标, 标.
[[nodiscard]] bool is_piece_of_level1(std::string_view text);
[[nodiscard]] bool is_piece_of_level2(std::string_view text);

/// Whether such a category may begin with a text: 服务对, 产出指标.
[[nodiscard]] bool begins_level1(std::string_view text);
[[nodiscard]] bool begins_level2(std::string_view text);

/// False where the standard's categories (财预〔2021〕: 数量, 质量, 时效 of 产出; 经济, 社会,
/// 生态效益 and 可持续影响 of 效益; 成本 of 成本 or 产出; 满意度 of 满意度 or 效益) keep a second
/// level out of a first.
[[nodiscard]] bool may_belong_under(std::string_view level1, std::string_view level2);

}  // namespace budgetdiff::import
