#pragma once

/// What shows in a table of text that keeps its layout, or gives its cells one after the other,
/// that words stand in the wrong cell or rows in the wrong project. Text has no lines between
/// cells, and its letters alone tell.

#include "import/table/records.hpp"

namespace budgetdiff::import {

/// Adds a finding for each project of text
/// - whose unit is the end of another's (和体育局, 川北县教育和体育局): its beginning stands
/// elsewhere;
/// - whose name's end goes on in its beginning, by what its goal and indicators say
///   (放图书馆免费开 beside 免费开放图书馆), or whose goal says it turned round (县质量强 beside
///   创建质量强县): print put a second line before the first;
/// - whose name closes a quote or a bracket that it has not opened;
/// - whose name ends as labels do (部门): it has swallowed one;
/// - whose goal has lines that begin with amounts, as those of other rows do that came into it.
void doubt_texts(TableRecords& records);

}  // namespace budgetdiff::import
