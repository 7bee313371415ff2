#pragma once

/// The lines of a stream of cells that stand outside its tables.

#include "import/stream/tokens.hpp"
#include "import/table/grid.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Adds the lines that the tokens [begin, end) are of, a block each; a label of the department
/// gets the colon that it lacks.
void add_text_lines(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
                    std::size_t begin, std::size_t end, std::vector<Block>& blocks);

}  // namespace budgetdiff::import
