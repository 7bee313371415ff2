#pragma once

/// The words that published forms put into their headers, in one table: a new
/// province's form is a few words here, not a new parser.

#include <cstddef>
#include <optional>
#include <string>
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

/// The longest known header word that `spelling` (see header_spelling) begins
/// with: its length in bytes and its meaning; length 0 where there is none.
struct HeaderMatch {
  std::size_t length = 0;
  Term term;
};
[[nodiscard]] HeaderMatch longest_header_word(std::string_view spelling);

/// The spelling that look_up_header() compares, brackets and all: folded width,
/// simplified letters, no white space.
[[nodiscard]] std::string header_spelling(std::string_view cell);

/// The unit that a header cell names in brackets (`预算数（万元）`) or after a
/// label (`单位：万元`, `金额单位:元`); only known money units, in their own letters. "" if none.
[[nodiscard]] std::string money_unit_in_header(std::string_view cell);

/// The unit that a text is, with what forms add to it taken away: `元）`, `万元人民币`,
/// `元（保留两位小数）`. "" if it is no known money unit.
[[nodiscard]] std::string money_unit_said(std::string_view text);

/// Whether a row label stands for the whole table: 合计, 总计, 共计.
[[nodiscard]] bool is_sum_label(std::string_view cell);

/// Whether a row label stands for a part of the table: 小计.
[[nodiscard]] bool is_subtotal_label(std::string_view cell);

/// Whether a line is the title of a performance table (…绩效目标表, …申报表).
[[nodiscard]] bool is_table_title(std::string_view line);

/// The budget stage that a text names (年初预算, 调整预算, 决算 …) as its key
/// ("budget", "adjusted", "final"); nothing where it names none.
[[nodiscard]] std::optional<std::string_view> stage_in(std::string_view text);

/// The stage that the lines above a table name: those of titles, and of the year that
/// the table is of. 预决算公开 is the name of a web site's column and says nothing.
[[nodiscard]] std::optional<std::string_view> stage_in_heading(std::string_view heading,
                                                               std::optional<int> year);

/// The first budget year in a text: 19xx or 20xx that is no part of a longer
/// number (`2024年`, `二〇二四年`, `-2024.txt`) and no day's (2024年3月1日); of a span
/// (2022-2024年) none is taken.
[[nodiscard]] std::optional<int> year_in(std::string_view text);

/// The budget year that the lines above a table say, and how surely: 3 the title or
/// caption of a performance table (2025年度), 2 of a budget, 1 another short line. Prose,
/// dates of filling in or publishing and documents' numbers say nothing. The nearest of
/// the surest lines counts.
struct YearSaid {
  std::optional<int> year;
  int evidence = 0;
};
[[nodiscard]] YearSaid year_in_heading(std::string_view heading);

/// A first-level category (产出指标, 效益, 满意度指标 …), by its words and with
/// or without 指标, codes and scores. Used to know a category cell by its text.
[[nodiscard]] bool is_level1_category(std::string_view text);

/// The same for the second level (数量指标, 经济效益 …).
[[nodiscard]] bool is_level2_category(std::string_view text);

/// Whether a text may be what print broke off such a category: 产出指, 意度指标, 标.
[[nodiscard]] bool is_piece_of_level1(std::string_view text);
[[nodiscard]] bool is_piece_of_level2(std::string_view text);

/// False where the standard's categories (财预〔2021〕: 数量, 质量, 时效 of 产出; 经济, 社会,
/// 生态效益 and 可持续影响 of 效益; 成本 of 成本 or 产出; 满意度 of 满意度 or 效益) keep a second
/// level out of a first.
[[nodiscard]] bool may_belong_under(std::string_view level1, std::string_view level2);

}  // namespace budgetdiff::import
