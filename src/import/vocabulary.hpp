#pragma once

/// The words that published forms put into their headers, in one table: a new
/// province's form is a few words here, not a new parser. With it comes what else is known
/// by its words: categories, titles, units of money.

#include "import/categories.hpp"
#include "import/header_spelling.hpp"
#include "import/money_labels.hpp"
#include "import/title_words.hpp"

#include <cstddef>
#include <string_view>

namespace budgetdiff::import {

/// What a header cell says of the cells under (or beside) it.
enum class Role {
  none,
  sequence,       ///< 序号
  project_name,   ///< 项目名称
  project_code,   ///< 项目代码
  project_type,   ///< 项目类型: 新增, 延续, 一次性
  spending_unit,  ///< 资金使用单位, 项目单位
  money,          ///< an amount; Term::column says which
  goal,           ///< 绩效目标
  annual_goal,    ///< 年度目标 beside a longer one
  indicators,  ///< 绩效指标: all of a project's in one cell, or the heading above 一级指标 …
  level1,      ///< 一级指标
  level2,      ///< 二级指标
  level3,      ///< 三级指标, 指标名称
  period_target,     ///< 实施周期指标值
  annual_target,     ///< 年度指标值
  comparator,        ///< 指标性质: ≥ ≤ = 定性
  value,             ///< 指标值, 目标值: a whole target, or its number beside 指标性质
  measurement_unit,  ///< 度量单位
  weight,            ///< 权重, 分值
  department,        ///< 部门名称
  year,              ///< 年度
  stage,             ///< 预算阶段
  money_unit,        ///< 单位：万元 (金额单位)
  person,            ///< 负责人, 联系电话: known, and no part of a snapshot
  remark,            ///< 备注, 说明
};

/// With one of these a target begins.
inline constexpr std::u32string_view comparator_signs = U"≥≤＞＜><=＝≧≦";

/// Whether a column holds whole targets, or their values.
[[nodiscard]] constexpr bool holds_targets(Role role) {
  return role == Role::value || role == Role::annual_target || role == Role::period_target;
}

/// Whether a column holds an indicator's categories or its name.
[[nodiscard]] constexpr bool holds_levels(Role role) {
  return role == Role::level1 || role == Role::level2 || role == Role::level3;
}

/// What a header means. `column` is the key of a funding column, for Role::money.
struct Term {
  Role role = Role::none;
  std::string_view column;

  friend bool operator==(const Term&, const Term&) = default;
};

/// Looks up the text of a header cell. Spelling is taken away first: width,
/// white space (`绩 效 指 标`), a colon at the end, numbering before (`一、`),
/// and what stands in brackets (`项目名称（资金使用单位）`, `产出指标(50分)`,
/// `预算数（万元）`). Unknown words give Role::none.
/// Threads: safe to call concurrently.
[[nodiscard]] Term look_up_header(std::string_view cell);

/// The same for the words of the table alone, and not for those that are understood by
/// their parts (header_parts.hpp): where headers are put together from pieces of print,
/// nearly any pieces make such a word.
/// Threads: safe to call concurrently.
[[nodiscard]] Term look_up_listed_header(std::string_view cell);

/// Whether a letter of `cell` outside brackets is of no header's word: nothing is known then of
/// the cell, nor of any text that holds it outside brackets.
/// Threads: safe to call concurrently.
[[nodiscard]] bool has_strange_letter(std::string_view cell);

/// The longest known header word that `spelling` (see header_spelling) begins
/// with: its length in bytes and its meaning; length 0 where there is none.
struct HeaderMatch {
  std::size_t length = 0;
  Term term;
};
[[nodiscard]] HeaderMatch longest_header_word(std::string_view spelling);

/// Whether a row label stands for the whole table: 合计, 总计, 共计.
[[nodiscard]] bool is_sum_label(std::string_view cell);

/// Whether a row label stands for a part of the table: 小计.
[[nodiscard]] bool is_subtotal_label(std::string_view cell);

/// Whether a cell that says no more begins a row of sums by whose sum it is: 水利局小计,
/// 教育类合计.
[[nodiscard]] bool ends_as_sum(std::string_view cell);

/// Whether a cell counts projects and names none: 2个项目, 共3项, 项目数：5个.
[[nodiscard]] bool counts_projects(std::string_view cell);

}  // namespace budgetdiff::import
