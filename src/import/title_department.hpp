#pragma once

/// Whose table it is, as the lines above it say: 某县水利局2025年项目支出绩效目标表.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The public body that a title names before the words for what the table is, wherever
/// the year stands (`2025年某市教育局部门预算…`, `某市教育局…表（2025年）`) and whatever
/// number the table has (`附件3：`, `表10 `). "" where the line is no title or names none.
/// Of a notice it is the body that it is about (某县财政局关于批复某县水利局2025年部门预算的通知),
/// else the one that gives it; a dash parts two titles of one line.
[[nodiscard]] std::string department_in_title(std::string_view line);

/// How surely a line says whose table stands below it.
enum class OwnerEvidence {
  none,
  title,              ///< a body that the title may be called after: 敬老院项目绩效目标表
  line,               ///< a body's name alone in a line, or as the one that a notice is sent to
  budget_title,       ///< of a region or a year, in a title: 某县教育局2025年部门预算
  performance_title,  ///< the same in that of a performance table
};

struct OwnerSaid {
  std::string department;
  OwnerEvidence evidence = OwnerEvidence::none;
};
[[nodiscard]] OwnerSaid owner_in_line(std::string_view line);

}  // namespace budgetdiff::import
