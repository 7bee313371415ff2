#pragma once

/// Which column each piece of a list stands in, and where cells begin.
///
/// What `pdftotext` keeps is the order within a column of a page. So every piece begins the next
/// cell of a column or goes on in its last one: what it says, which columns stand beside each
/// other where it stands, how wide columns are, and that a page has as many targets as names
/// decide. All pages are dealt in one search, since cells go on from one to the next.

#include "import/spread/list_pieces.hpp"
#include "import/spread/list_place.hpp"
#include "import/spread/list_widths.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

struct ListKnown {
  std::u32string department;  ///< whose list it is, or nothing
  std::size_t amounts = 0;    ///< columns of money, which are dealt as one
  ColumnMask explaining = 0;  ///< columns that explain what a row's indicator is
  bool last_reading = true;   ///< earlier ones only measure, and look at less
};

/// A place for each piece. REQUIRES: a width for each of the roles
[[nodiscard]] std::vector<ListPlace> deal_list(const std::vector<ListPiece>& pieces,
                                               const std::vector<Role>& roles,
                                               const ListWidths& widths, const ListKnown& known);

}  // namespace budgetdiff::import
