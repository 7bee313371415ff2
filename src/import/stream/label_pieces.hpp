#pragma once

/// Labels that print breaks into pieces, with a value's lines between these.

#include "import/stream/tokens.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts such labels together where their first piece stands; what stood behind a piece in its line
/// begins one then.
void join_label_pieces(std::vector<StreamToken>& tokens);

}  // namespace budgetdiff::import
