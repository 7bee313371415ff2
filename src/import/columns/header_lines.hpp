#pragma once

/// The lines of headers in a text that gives a table column by column: words of columns
/// stand in lines of their own, whole or in the pieces that narrow columns break them to.

#include "import/text/source_lines.hpp"

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

struct HeaderLines {
  std::vector<bool> taken;         ///< of the text's lines: those of headers
  std::vector<std::string> money;  ///< words of the columns of money, in the header's order
};

/// `taken` are lines that hold something else. Nothing where the words of a header with
/// names, amounts, goals and indicators (and no other column) are not there.
[[nodiscard]] std::optional<HeaderLines> header_lines(const std::vector<Line>& lines,
                                                      std::vector<bool> taken);

}  // namespace budgetdiff::import
