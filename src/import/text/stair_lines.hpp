#pragma once

/// Lines of text that keeps its layout which go down like stairs. Print takes what stands at
/// nearly one height as one group and writes it from left to right, a line for each change of
/// height. Where two rows lie close to each other a group has both, and their cells come column
/// by column, each on a line of its own:
///
///     数量指标  清淤长度
///               护坡处数
///                          ≥
///                          =
///                              10
///                              20

#include "import/page/page_content.hpp"

namespace budgetdiff::import {

/// Puts lines that go down like stairs back side by side, and what stands below them, and the
/// page's foot, up. Words that move have the number of the line that they go to.
/// REQUIRES: the words of `page` in the order of the text, lines `step` below each other
void undo_stairs(PdfPage& page, double step);

}  // namespace budgetdiff::import
