#pragma once

/// Text that keeps its columns side by side (`pdftotext -layout`): as pages of
/// placed words, a letter a step to the right and a line a step down.

#include "import/page/header_cells.hpp"
#include "import/page/page_content.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// The pages of `text` (UTF-8, pages parted by form feeds). Words end at blanks.
/// Lines keep their numbers.
[[nodiscard]] std::vector<PdfPage> layout_pages(std::string_view text);

/// Whether text keeps columns, and of which kind of table: a good part of its lines
/// hold prose behind wide gaps, and a header is among them; one of performance
/// before a plain list.
[[nodiscard]] std::optional<HeaderKind> kept_columns(const std::vector<PdfPage>& pages);

}  // namespace budgetdiff::import
