#pragma once

/// Text documents (DOCX) as lines and tables.

#include "import/table/grid.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// Whether an archive is a text document and no workbook.
[[nodiscard]] bool looks_like_docx(std::string_view bytes);

/// The paragraphs and tables of a text document, with cells merged over rows and
/// columns. Places are "table 2!B3": the table's number and the cell.
/// Errors: broken, encrypted or oversized files, a document type (DTD) in the text.
[[nodiscard]] Result<GridDocument> docx_grids(std::string_view bytes, const std::string& file);

}  // namespace budgetdiff::import
