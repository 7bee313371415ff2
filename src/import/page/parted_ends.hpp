#pragma once

/// The ends of a header's words that print writes as one: 序 | 项目名 above 号称.

#include "import/page/header_lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// Where columns are narrow the rest of one header's word stands beside that of the next without a
/// blank. A word that nobody knows is parted where its pieces make known words of as many
/// neighbours in the line above, each of which lacks its end. Empty where there is no such word.
[[nodiscard]] std::vector<WordLine> with_parted_ends(const std::vector<WordLine>& lines);

}  // namespace budgetdiff::import
