#pragma once

/// What print puts on every page of a text, at its first and last lines: a browser's day and
/// address, and a stamp of whose document it is.

#include "import/text/source_lines.hpp"

#include <budgetdiff/base/result.hpp>

#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Takes such lines out. What a browser prints is known by its shape, at the edges of pages where
/// the text keeps these. So is 第4页，共8页 in a line of its own. The same last line of all pages
/// is a stamp (某局内部资料) where it begins with the name that labels say of the department
/// (填报单位：某局): `pdftotext -raw` gives text set over a page behind all else. Nothing else that
/// pages repeat: forms end alike.
void drop_page_edges(std::vector<Line>& lines);

/// source_lines() without them.
[[nodiscard]] Result<std::vector<Line>> lines_of_pages(std::string_view bytes,
                                                       std::string_view file);

}  // namespace budgetdiff::import
