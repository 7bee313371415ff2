#pragma once

/// Where the categories of a form stand among its rows, once its pieces are dealt.

#include "import/stream/form_categories.hpp"
#include "import/stream/form_pieces.hpp"
#include "import/stream/spread_pieces.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The rows and categories of a form, for deal_forms_categories(): where the rows begin, in
/// numbers that categories can stand between, two a row. `all_roles` are the header's columns',
/// `row_roles` those of them that pieces are dealt to.
/// REQUIRES: `flows` are those of the document's lines, `dealt` has a place for each piece
[[nodiscard]] CategoryTask spread_levels(const SpreadPieces& form, const FormDealt& dealt,
                                         const std::vector<Role>& all_roles,
                                         const std::vector<Role>& row_roles,
                                         const std::vector<std::size_t>& flows);

}  // namespace budgetdiff::import
