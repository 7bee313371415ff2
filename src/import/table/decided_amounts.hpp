#pragma once

/// What was asked for beside what was approved of it (申报数 | 审定数): the budget is what was
/// approved, whichever stands first.

#include "import/table/columns.hpp"
#include "import/table/records.hpp"

#include <budgetdiff/model/finding.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// How far an amount had come when its column was filled in, from the first step to the last.
enum class Decision {
  asked,     ///< 申报数, 申请金额, 一上
  unsaid,    ///< 预算数
  reviewed,  ///< 审核数, 建议数, 一下
  approved,  ///< 审定数, 核定金额, 批复数, 二下, 安排
};

[[nodiscard]] Decision decision_of(std::string_view word);

/// Whether a word is of a whole amount: it says who, what for and when, and of no source
/// (上级下达资金).
[[nodiscard]] bool is_whole_amount(std::string_view word);

/// Which of amounts that stand side by side is the total: the first of those that were decided
/// last, a 预算数 that says nothing among them. Nothing where none was only asked for or reviewed
/// beside one that was decided later.
[[nodiscard]] std::optional<std::size_t> last_decided(const std::vector<Decision>& amounts);

/// Makes the column of what was approved the total of a header that has what was asked for, too;
/// the others and their sources keep their words (财政拨款（申请资金）). Its published words, or ""
/// where nothing was decided. To be called before columns with one key are told apart.
std::string take_decided_columns(std::vector<Column>& columns);

/// The same of a form's labels, in each project of `records`. Its word, or "".
std::string take_decided_labels(TableRecords& records);

/// Adds the finding that the total is under `word`, once; nothing where that is "".
void say_decided(const std::string& word, const Place& place, std::vector<Finding>& findings);

}  // namespace budgetdiff::import
