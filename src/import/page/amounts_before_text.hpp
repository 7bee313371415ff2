#pragma once

/// Amounts at the right of their column, hard by the text of the next one.

#include "import/page/page_content.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Moves the edge behind `money`, the last column of amounts, behind those that stand clear of
/// all text of the next column, left of where its lines begin: of a page with few rows no more
/// says whose they are. `edges` are those of all columns, money + 2 or more of them.
void keep_amounts_before_text(std::vector<double>& edges, std::size_t money,
                              const std::vector<PdfWord>& body);

}  // namespace budgetdiff::import
