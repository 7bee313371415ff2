#pragma once

/// How the projects of one year flowed into those of the next.

#include "report/html/page.hpp"

namespace budgetdiff::html {

/// The picture and its numbers as a table. At most so many groups are drawn by
/// themselves (every split and merger first, then by money); the rest is
/// gathered and counted. Nothing is written where amounts cannot be compared.
void write_alluvial(Page& page, const ChangeSet& changes);

}  // namespace budgetdiff::html
