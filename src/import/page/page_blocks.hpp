#pragma once

/// Pages of placed words as lines and tables: what PDFs and text with kept
/// columns (`pdftotext -layout`) share.

#include "import/page/header_cells.hpp"
#include "import/page/lines.hpp"
#include "import/page/page_content.hpp"
#include "import/page/strip_tables.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Adds the lines from `next` on that stand above `down_to`; page numbers are no lines.
void add_lines(std::vector<PdfLine>& lines, double down_to, std::size_t& next,
               std::vector<Block>& blocks);

/// Adds the tables of a page (or its part: `words`) without ruled lines, and the
/// lines between them. `columns` is what the page before handed on; `memory` is the
/// document's, if it is kept.
void add_strip_tables(const PdfPage& page, const std::vector<PdfWord>& words, HeaderKind kind,
                      std::optional<StripColumns>& columns, std::vector<Block>& blocks,
                      StripMemory* memory = nullptr);

}  // namespace budgetdiff::import
