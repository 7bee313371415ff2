#pragma once

/// A table copied out of a page, with tabs, as the grid that it was.

#include "import/table/grid.hpp"

#include <optional>
#include <string_view>

namespace budgetdiff::import {

/// Whether a text has tabs as a paste has them: lines with tabs have different numbers of
/// them, or have lines without any in between. Separated values have neither.
[[nodiscard]] bool looks_pasted(std::string_view text);

/// The document of a paste in UTF-8; nothing where no header of a performance table, and no
/// form, is in it. What is a guess is among the grid's doubts.
[[nodiscard]] std::optional<GridDocument> pasted_document(std::string_view text);

}  // namespace budgetdiff::import
