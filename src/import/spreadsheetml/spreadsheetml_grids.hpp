#pragma once

/// The sheets of a workbook in one XML file (SpreadsheetML 2003, "XML 表格"), which
/// office systems often give the name .xls.

#include "import/table/grid.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>

namespace budgetdiff::import {

/// Every visible sheet as a grid, as of an XLSX workbook; hidden ones are passed over
/// with a finding. `text` is UTF-8, whatever its declaration says. No entity is expanded.
/// Errors: broken and oversized files, a document type (DTD).
[[nodiscard]] Result<GridDocument> spreadsheetml_grids(const std::string& text,
                                                       const std::string& file);

}  // namespace budgetdiff::import
