#pragma once

/// Forms (申报表) printed without ruled lines: labels and what stands beside or
/// below them.

#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

/// The labels of a form with their values, as a grid of two columns, a label a
/// row. `words` stand above its table of indicators, or are all of a section.
/// Words above the first label are put into `above`. Nothing where no label of a
/// project's name with a value beside it is among them, unless the form `goes_on` from the
/// page before. Texts at the page's foot or head whose label is on another page have a row
/// without a label, the last or the first.
[[nodiscard]] std::optional<Grid> form_pairs(const PdfPage& page, const std::vector<PdfWord>& words,
                                             std::vector<PdfWord>& above, bool goes_on = false);

/// Whether a line begins with the label of a project's name and holds the name.
[[nodiscard]] bool opens_form(const std::vector<PdfWord>& line);

/// Whether the line `above` is the beginning of the name in such a `line`: its cell has
/// several, and the label stands in their middle.
[[nodiscard]] bool begins_name(const std::vector<PdfWord>& above, const std::vector<PdfWord>& line);

}  // namespace budgetdiff::import
