#pragma once

/// Whether the rows that a form's pieces were dealt to say what rows can.

#include "import/stream/form_pieces.hpp"
#include "import/vocabulary.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {

/// Whether every row has a cell of such a column: its name, its targets.
[[nodiscard]] bool never_blank(Role role);

/// Whether a target is a number and has a unit and a comparator of its own, where these have
/// columns: 95, and no date. REQUIRES: text is not empty
[[nodiscard]] bool is_bare_number(const std::u32string& text);

/// Gives the cells of columns with blank ones that stand by themselves their rows: units and
/// comparators stand beside numbers. `beside` says of each token whether it stands behind another
/// cell of its row. False where nothing tells which rows such a column has cells in.
/// REQUIRES: a place and a `beside` for each token
[[nodiscard]] bool place_blanks(const std::vector<DealToken>& tokens,
                                const std::vector<Role>& roles, const std::vector<bool>& beside,
                                FormDealt& out);

/// Whether every row has a name of some letters.
[[nodiscard]] bool are_named(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
                             const FormDealt& out);

/// Whether rows say what rows can: beside ≥ a number, and beside a number
/// its unit, where they have columns; none beside words.
[[nodiscard]] bool rows_agree(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
                              const FormDealt& out);

}  // namespace budgetdiff::import
