#pragma once

/// Words of a header whose letters print spreads over narrow cells: 总 计 | 财 政 拨 above 款.

#include "import/page/header_lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// Letters a blank apart are joined where they are a known word, or the beginning of one that a
/// word of the next line ends; where one ends and the next begins the words alone tell. Empty where
/// none are joined.
[[nodiscard]] std::vector<WordLine> with_letters_joined(const std::vector<WordLine>& lines);

}  // namespace budgetdiff::import
