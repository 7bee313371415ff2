#pragma once

/// Remarks below a list's last row that stand in the first cell alone, as in sheets whose cells
/// are not merged.

#include "import/table/records.hpp"

namespace budgetdiff::import {

/// Takes the last rows of a list (以下空白, 数据来源：…) that have a name and nothing else out of
/// its projects, where each row above has more, and says so. A row amid others may be a project.
void leave_remarks_below(TableRecords& records);

}  // namespace budgetdiff::import
