#pragma once

/// Tables without ruled lines: columns are found from the header's words and
/// the white strips between them, rows from the figures.

#include "import/page/header_cells.hpp"
#include "import/page/header_memory.hpp"
#include "import/page/header_repeats.hpp"
#include "import/page/lines.hpp"
#include "import/page/page_content.hpp"
#include "import/page/spanned_cells.hpp"
#include "import/page/strip_columns.hpp"
#include "import/page/typed_words.hpp"
#include "import/table/grid.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// What the pages of a document know of one another beside their columns.
/// Threads: an object is one reader's.
struct StripMemory {
  DocumentVotes votes;        ///< of tables whose rows are known
  HeaderMemory read_headers;  ///< pages repeat them
  HeaderRepeats headers;      ///< of text
  SpanStyle style;            ///< of text that keeps its columns
  ColumnWords words;          ///< of the same
};

/// What stands in a page without ruled lines.
struct StripTable {
  std::vector<PdfLine> above;  ///< lines above the table, and prose that is none of it
  /// Labels and values of the form whose indicators the table lists, or of one without such a
  /// table.
  std::optional<Grid> form;
  std::optional<Grid> table;  ///< none where the page shows no header and `columns` was empty
};

/// Reads a page (or a part of one: `words`). `columns` is from the page before and is renewed here.
/// `form_goes_on`: the page before ended inside a form. `memory`: of the document, if it is kept.
[[nodiscard]] StripTable strip_table(const PdfPage& page, const std::vector<PdfWord>& words,
                                     HeaderKind kind, std::optional<StripColumns>& columns,
                                     bool form_goes_on = false, StripMemory* memory = nullptr);

}  // namespace budgetdiff::import
