#pragma once

/// Which column each piece of a list stands in, and where cells begin.
///
/// What `pdftotext` keeps is the order within a column of a page. So every piece begins the next
/// cell of a column or goes on in its last one: what it says, which columns stand beside each
/// other where it stands, how wide columns are, and that a page has as many targets as names
/// decide. All pages are dealt in one search, since cells go on from one to the next.

#include "import/spread/list_costs.hpp"
#include "import/spread/list_pieces.hpp"
#include "import/spread/list_place.hpp"
#include "import/spread/list_widths.hpp"
#include "import/vocabulary.hpp"

#include <vector>

namespace budgetdiff::import {

/// A place for each piece. REQUIRES: a width for each of the roles
[[nodiscard]] std::vector<ListPlace> deal_list(const std::vector<ListPiece>& pieces,
                                               const std::vector<Role>& roles,
                                               const ListWidths& widths, const ListKnown& known);

}  // namespace budgetdiff::import
