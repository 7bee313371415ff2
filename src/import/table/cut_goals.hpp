#pragma once

/// Goals that a page cuts and whose end is not to be seen: print cuts off what a cell over
/// several rows does not hold, and no reader can know it.

#include "import/table/records.hpp"

namespace budgetdiff::import {

/// Adds a finding for each goal that goes on from one page to the next and then ends inside a
/// sentence, where nearly all goals of the table end theirs; so for one that ends at a page's foot,
/// with the next project behind it, to which its rest may have been given. In text that keeps its
/// columns two goals, one behind the other, are doubtful where a word runs over their seam.
void doubt_cut_goals(TableRecords& records, const Places& places);

}  // namespace budgetdiff::import
