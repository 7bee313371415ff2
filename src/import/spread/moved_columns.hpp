#pragma once

/// Columns of a list that stand elsewhere than their words say, as its pieces show.

#include "import/spread/list_pieces.hpp"

namespace budgetdiff::import {

/// Comparators that stand by themselves have a column, whatever it is called (指标方向), and it
/// stands before the values.
void place_comparator(ListText& list);

/// Explanations (反映…的情况) stand behind the names or at the end; the signs of their lines say
/// where.
void place_explanations(ListText& list);

}  // namespace budgetdiff::import
