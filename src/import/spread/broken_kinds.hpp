#pragma once

/// Words that a list's column has in each row, and that print breaks alike in each: 正向 | 指标.

#include "import/spread/list_pieces.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts 正向 | 指标, 定量 | 指标 and the like together where most of these words at lines' ends
/// have their rest alone in one of the next lines. The rests would else be pieces of categories, or
/// fill the columns of units and targets.
void join_broken_kinds(std::vector<ListPiece>& pieces);

}  // namespace budgetdiff::import
