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

/// The table of a page (or a part of one: `words`) that has none with lines, with the lines above
/// it put into `above`. `columns` is from the page before and is renewed here. Nothing where the
/// page shows no header and none is given. `form` receives the labels and values of a form whose
/// indicators the table lists, or of one that shows no such table. `form_goes_on`: the page
/// before ended inside a form. `memory`: of the document, if it is kept.
[[nodiscard]] std::optional<Grid> strip_table(const PdfPage& page,
                                              const std::vector<PdfWord>& words, HeaderKind kind,
                                              std::optional<StripColumns>& columns,
                                              std::vector<PdfLine>& above,
                                              std::optional<Grid>& form, bool form_goes_on = false,
                                              StripMemory* memory = nullptr);

}  // namespace budgetdiff::import
