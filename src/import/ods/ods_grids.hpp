#pragma once

/// The sheets of an OpenDocument spreadsheet, through libzip and pugixml.

#include "import/table/grid.hpp"
#include "import/xml/xml_tree.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>

namespace budgetdiff::import {

/// Every visible sheet as a grid, as of an XLSX workbook: hidden ones, and hidden rows and
/// columns, are passed over with a finding; cells show what the sheet shows, numbers with all
/// their digits. What a cell or row says is repeated is bounded before it is. `content` is
/// the tree of content.xml. Errors: sheets beyond reason.
[[nodiscard]] Result<GridDocument> ods_grids(const pugi::xml_node& content,
                                             const std::string& file);

}  // namespace budgetdiff::import
