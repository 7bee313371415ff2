#pragma once

/// Whose table it is, as its title says: 某县水利局2025年项目支出绩效目标表.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The public body that a title names before the words for what the table is, wherever
/// the year stands (`2025年某市教育局部门预算…`, `某市教育局…表（2025年）`) and whatever
/// number the table has (`附件3：`, `表10 `). "" where the line is no title or names none.
[[nodiscard]] std::string department_in_title(std::string_view line);

}  // namespace budgetdiff::import
