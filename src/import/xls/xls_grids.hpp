#pragma once

/// The sheets of a .xls workbook (Excel 97 to 2003: BIFF8 in a compound file), by a
/// reader of our own: FreeXL, the library at hand, leaves out what formulas give,
/// merged cells, formats and hidden sheets (docs/architecture.md).

#include "import/table/grid.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// Every visible sheet as a grid, as of an XLSX workbook; hidden ones are passed over
/// with a finding. A formula's cell has the value that was saved with it.
/// Errors: encrypted workbooks, those of Excel 95 and older, other documents in that
/// container (.doc, .wps …), broken and oversized files.
[[nodiscard]] Result<GridDocument> xls_grids(std::string_view bytes, const std::string& file);

}  // namespace budgetdiff::import
