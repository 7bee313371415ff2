#pragma once

/// Amounts of a form: in a cell, in a sentence, under labels side by side.

#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Whether a text begins with a word of money and its amount: `总额：100.00万元，其中：…`.
[[nodiscard]] bool says_money(std::u32string_view text);

/// The amounts that `value` says behind `label`: one, or those of a sentence, each under
/// the word before it (资金总额：21.21万元，其中：财政拨款20万元). `key` is the label's column,
/// `unit` the unit where the text names none. What holds no amount comes as it stands, so
/// that it is reported; blank and `无` give nothing.
struct SaidAmounts {
  std::vector<MoneyText> amounts;
  /// What is said of money in words that nobody knows (捐款30.00万元), and what narrows an amount
  /// down (约100, 100（暂列）).
  std::u32string left_out;
};
[[nodiscard]] SaidAmounts amounts_said(const Cell& label, const Cell& value, std::string_view key,
                                       const std::string& unit);

/// The same of a sentence, where `word` is that of its label.
[[nodiscard]] SaidAmounts amounts_in_sentence(std::u32string_view text, std::string_view key,
                                              const std::string& unit, const Place& place,
                                              const std::string& word);

/// Whether a row heads a table of costs inside the form (成本构成 | 金额 | 测算依据 | …) whose
/// lines are no sums of the project: labels of money among several unknown words.
[[nodiscard]] bool heads_costs(const Grid& grid, std::size_t row);

}  // namespace budgetdiff::import
