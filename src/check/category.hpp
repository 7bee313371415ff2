#pragma once

/// The shared meaning of categories (二级指标), whatever a form calls them.

#include <budgetdiff/model/snapshot.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::check_rules {

enum class Category {
  unknown,
  quantity,      ///< 数量
  quality,       ///< 质量
  timeliness,    ///< 时效
  cost,          ///< 成本, under 产出 or of its own
  economic,      ///< 经济效益
  social,        ///< 社会效益
  ecological,    ///< 生态效益, 环境效益
  sustained,     ///< 可持续影响
  satisfaction,  ///< 服务对象满意度, 社会公众满意度 …
};

/// First levels: 产出, 效益, 满意度; 成本 may stand under 产出 or beside it.
enum class Family { unknown, output, benefit, satisfaction, cost };

[[nodiscard]] Category category_of(const Indicator& indicator);
[[nodiscard]] Category category_of_level2(std::string_view level2);
/// Of the first level alone.
[[nodiscard]] Family family_of_level1(std::string_view level1);
/// By the second level where it is known, else by the first.
[[nodiscard]] Family family_of(const Indicator& indicator);
[[nodiscard]] Family family_of(Category category);

/// A category is the same with or without 指标 at its end.
[[nodiscard]] std::string bare_category(std::string_view name);

}  // namespace budgetdiff::check_rules
