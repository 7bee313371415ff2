#pragma once

/// The sheets of an XLSX workbook, through libzip and pugixml.

#include "import/table/grid.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// Every visible sheet as a grid; hidden ones, and hidden rows and columns, are passed over with a
/// finding. Only the parts that a workbook names are unpacked, in memory, each bounded: no path of
/// the archive touches the file system. Errors: no workbook, broken,
/// encrypted, unpacking beyond reason, a document type (DTD) in any part that is read.
[[nodiscard]] Result<GridDocument> xlsx_grids(std::string_view bytes, const std::string& file);

}  // namespace budgetdiff::import
