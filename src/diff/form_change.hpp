#pragma once

/// Categories that moved with the form and not with the projects.

#include <budgetdiff/model/change_set.hpp>

namespace budgetdiff {

/// Finds categories that all their indicators left for one and the same other
/// category (14-成本指标 under 产出指标 becoming a first level of its own) in at
/// least two projects. Each is said once in `changes.form_changes`; the
/// indicators are marked, and one that differs in nothing else counts as notation
/// (its project too, if nothing else in it differs).
void collect_form_changes(ChangeSet& changes);

}  // namespace budgetdiff
