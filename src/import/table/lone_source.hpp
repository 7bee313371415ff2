#pragma once

/// Forms that name one source of a project's money and no other.

#include "import/table/records.hpp"

#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <optional>

namespace budgetdiff::import {

/// 预算金额 | 其中：一般公共预算: where the only source that a form names is called a part
/// (其中) and is less than some project's total, the rest is of sources without a column, and
/// no sum of sources is to be held against the total. Says so.
[[nodiscard]] std::optional<Finding> lone_source(const TableRecords& records,
                                                 const Snapshot& snapshot);

}  // namespace budgetdiff::import
