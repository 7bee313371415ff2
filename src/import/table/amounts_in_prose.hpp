#pragma once

/// Amounts that print without lines has set into a goal's text.

#include <budgetdiff/model/snapshot.hpp>

namespace budgetdiff::import {

/// Whether a project's goal says, as a bare figure, just what its sources lack of its total: it
/// stands there from the column of amounts beside it.
[[nodiscard]] bool has_amount_in_goal(const Project& project);

}  // namespace budgetdiff::import
