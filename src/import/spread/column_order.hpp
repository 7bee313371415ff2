#pragma once

/// In which order the columns stand whose words a list's header has.

#include "import/spread/found_words.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// Puts words of columns in order: as in nearly all lists, but words of one line as they stand
/// there, and a remark behind the word before it where nothing parts the two.
void put_in_order(std::vector<FoundWord>& columns, const std::vector<Line>& lines,
                  const std::vector<StreamToken>& page);

}  // namespace budgetdiff::import
