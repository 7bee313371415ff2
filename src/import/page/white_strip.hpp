#pragma once

/// White strips between columns.

#include "import/page/page_content.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// The emptiest vertical strip between two places across a page, its middle:
/// where the fewest words stand, and of such places the widest.
/// In text that keeps its layout it is the blank that parts the words of most lines.
[[nodiscard]] double emptiest_strip(double from, double to, const std::vector<PdfWord>& words);

/// The strip between the columns `c` and `c` + 1 of those with `centers`. Of the emptiest
/// strips it is the one that parts the words of most lines, of which the left ones are nearer
/// to column `c` than to one before it, and the right ones no nearer to one behind: text that
/// is short in its column leaves white at its own side, too.
[[nodiscard]] double parting_strip(const std::vector<double>& centers, std::size_t c,
                                   const std::vector<PdfWord>& words);

/// Whether a single blank between two words of a line of text parts cells: it does
/// between Chinese letters; beside others it may be print's own.
[[nodiscard]] bool blank_parts(std::u32string_view before, std::u32string_view after);

}  // namespace budgetdiff::import
