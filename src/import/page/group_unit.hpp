#pragma once

/// The unit of amounts that a heading over the columns of money says: 资金（万元） over 合计 and
/// 财政拨款, where no lines show that it heads them.

#include "import/page/header_cells.hpp"
#include "import/page/page_content.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {

/// The bracket with the unit (（万元）) of the one word of a page's `words` that stands over the
/// header's columns of money, in its first lines or right above it, and is none of its cells; ""
/// where there is none, or one of these columns says a unit itself.
[[nodiscard]] std::u32string unit_over_money(const std::vector<PdfWord>& words,
                                             const HeaderBand& header);

}  // namespace budgetdiff::import
