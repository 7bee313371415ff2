#pragma once

/// Whether the rows that a form's pieces were dealt to say what rows can.

#include "import/stream/form_pieces.hpp"
#include "import/vocabulary.hpp"

#include <vector>

namespace budgetdiff::import {

/// Whether every row has a cell of such a column: its name, its targets.
[[nodiscard]] bool never_blank(Role role);

/// Gives the cells of columns with blank ones that stand by themselves their rows: units and
/// comparators stand beside numbers. `beside` says of each token whether it stands behind another
/// cell of its row. False where nothing tells which rows such a column has cells in.
/// REQUIRES: a place and a `beside` for each token
[[nodiscard]] bool place_blanks(const std::vector<DealToken>& tokens,
                                const std::vector<Role>& roles, const std::vector<bool>& beside,
                                FormDealt& out);

/// Whether rows say what rows can: a name of some letters; beside ≥ a number, and beside a number
/// its unit, where they have columns; none beside words.
[[nodiscard]] bool rows_agree(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
                              const FormDealt& out);

}  // namespace budgetdiff::import
