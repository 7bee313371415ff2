#pragma once

/// How texts write years; year_in() (title_words.hpp) finds them.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// `text` with 二〇二四年 as 2024年: four numerals, of which the first two are 二〇, and 年; and
/// with 2 0 2 4 年, which print spreads over a line, as well.
[[nodiscard]] std::string with_years_in_digits(std::string_view text);

}  // namespace budgetdiff::import
