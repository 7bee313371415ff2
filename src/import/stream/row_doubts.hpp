#pragma once

/// Rows of a stream whose cells may be cut otherwise than was found, as the other rows show.

#include "import/stream/stream_columns.hpp"
#include "import/table/grid.hpp"

#include <vector>

namespace budgetdiff::import {

/// Adds a doubt to the grids (of tables with the same header) for each row
/// - whose explanation begins or ends otherwise than nearly all others do (反映…的情况): its begin
///   or end stands elsewhere;
/// - whose two targets differ where nearly all others' are equal, and one is broken over lines;
/// - whose target in words is as wide as the lines that names are broken into, behind a name that
///   ends with such a line: it may be the name's next line.
void doubt_rows(const StreamColumns& columns, std::vector<Grid>& grids);

}  // namespace budgetdiff::import
