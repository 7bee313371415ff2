#pragma once

/// A compilation: one table of many departments' projects, with a column 主管部门 that says whose
/// each is. A county's finance bureau publishes such tables for all of its departments.

#include "import/table/records.hpp"

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// The table as one of each department that its column names, in the order of their first
/// projects; empty where it stays one. It does where a row says no department, where a name is
/// no public body's or a part of another's (a page cut it), and where the department that the
/// table's label or title names is one of them: then it is that department's, and the column says
/// who is in charge of a project's funds; `wanted` (`--department`) still chooses another of them.
/// A column 单位名称 names units of one department, unless another column does; 部门 does where no
/// label says whose table it is, and 主管部门 always names departments.
/// A column 预算单位 does where nothing names a department above the table and all that it names
/// are called as departments are (局, 委员会), not as their units (中心, 学校). Sums that the table
/// states are of all departments, and no part has them. Where it stays one though it names several
/// and no label says whose it is, a finding is added to `records`.
[[nodiscard]] std::vector<TableRecords> records_by_department(
    TableRecords& records, const std::optional<std::string>& wanted);

}  // namespace budgetdiff::import
