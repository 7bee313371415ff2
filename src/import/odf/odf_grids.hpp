#pragma once

/// OpenDocument files of any kind, to the reader that is theirs.

#include "import/table/grid.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The tables of an archive (.ods, .odt). Errors: those of odf_content(), of the readers, and
/// kinds that hold no tables (presentations, drawings …).
[[nodiscard]] Result<GridDocument> odf_grids(std::string_view bytes, const std::string& file);

/// The same of a document in one XML file (.fods, .fodt). `text` is UTF-8, whatever its
/// declaration says.
[[nodiscard]] Result<GridDocument> flat_odf_grids(const std::string& text, const std::string& file);

}  // namespace budgetdiff::import
