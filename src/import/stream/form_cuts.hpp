#pragma once

/// Where the forms of a document begin, also those that follow one another on a page.

#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <vector>

namespace budgetdiff::import {

/// The pages, each cut where forms begin that follow one another on it: at the title above each
/// name, or at the name. The first part begins with the page.
///
/// `pdftotext` without an option may give what stands at the left of several forms before all
/// else: each such column of labels is put below its form's title. And titles, which stand in the
/// middle, before the last columns of the form above: these are put before the title.
[[nodiscard]] std::vector<std::vector<StreamToken>> parts_of_pages(
    const std::vector<Line>& lines, const std::vector<StreamToken>& tokens);

}  // namespace budgetdiff::import
