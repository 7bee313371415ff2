#pragma once

/// The rows of a form's indicators, from how its tokens were cut into cells.

#include "import/stream/form_categories.hpp"
#include "import/stream/row_search.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <vector>

namespace budgetdiff::import {

/// The rows that were found. The second line of a name may stand behind the target, which does
/// not go on in letters, or whose line is not full where the name's is: it is put behind the
/// first.
[[nodiscard]] std::vector<FormRow> form_rows(const RowSearch::Found& found,
                                             std::vector<StreamToken>& tokens,
                                             const std::vector<Role>& roles);

}  // namespace budgetdiff::import
