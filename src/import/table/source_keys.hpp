#pragma once

/// The keys of sources that no list knows, below headings of money.

#include "import/table/columns.hpp"

#include <vector>

namespace budgetdiff::import {

/// A source that no list knows has its own words as its key, whatever heads it as money (资金,
/// 资金来源, 预算金额), as it has in a form: 资金 over 专项债券 is 专项债券. With the heading,
/// where two columns have these words, or where it says a year or a stage. To be called when keys
/// are told apart.
void name_sources_alone(std::vector<Column>& columns);

}  // namespace budgetdiff::import
