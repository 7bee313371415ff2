#pragma once

/// Roles that tell a table of goals from others that name projects.

#include "import/vocabulary.hpp"

namespace budgetdiff::import {

/// Whether a role is that of money, goals or indicators and what is said of them.
[[nodiscard]] inline bool is_of_performance(Role role) {
  return role == Role::money || role == Role::goal || role == Role::annual_goal ||
         role == Role::indicators || holds_levels(role) || holds_targets(role);
}

}  // namespace budgetdiff::import
