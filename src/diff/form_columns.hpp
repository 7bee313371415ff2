#pragma once

/// Columns that only one of the two forms has: sources of funding, kinds of targets.

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff {

/// Finds what one snapshot shows nowhere and the other for at least two projects: sources of
/// funding beside the total where the other shows none or other ones throughout (财政拨款 and its
/// parts; where both name the same, one that is missing is no money), 执行数 and the like,
/// period or annual targets and weights, codes, types and units of projects. Each is said once in
/// `changes.form_changes`; amounts and targets that are gone or new with it count as notation:
/// nobody decided on them.
void collect_form_columns(const Snapshot& from, const Snapshot& to, ChangeSet& changes);

}  // namespace budgetdiff
