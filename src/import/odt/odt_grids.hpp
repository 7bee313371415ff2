#pragma once

/// The text and tables of an OpenDocument text document, through pugixml.

#include "import/table/grid.hpp"
#include "import/xml/xml_tree.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>

namespace budgetdiff::import {

/// The paragraphs and tables, as of a DOCX document: places are "table 2!B3", the table's
/// number and the cell. `content` is the tree of content.xml, `styles` that of styles.xml, or none.
/// Errors: tables beyond reason.
[[nodiscard]] Result<GridDocument> odt_grids(const pugi::xml_node& content,
                                             const pugi::xml_node& styles, const std::string& file);

}  // namespace budgetdiff::import
