#pragma once

/// What a word of a header says of its column beside what the column holds.

#include "import/table/edition.hpp"

#include <string_view>

namespace budgetdiff::import {

/// 2023年, 2023年度
[[nodiscard]] bool is_bare_year(std::string_view word);

/// 调整前 or 调整后 before a word or alone.
[[nodiscard]] Adjusted adjusted_in(std::string_view word);

/// A word below one of money that narrows nothing down: 本年 and 调整前 under 预算金额 are that
/// amount itself, beside 上年 and 调整后.
[[nodiscard]] bool is_amount_itself(std::string_view word);

/// Whether a column names where the row's money comes from.
[[nodiscard]] bool heads_sources(std::string_view word);

}  // namespace budgetdiff::import
