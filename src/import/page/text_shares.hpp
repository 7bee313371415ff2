#pragma once

/// Which lines of prose in a form of text that keeps its columns are whose, where labels stand
/// beside the first line of what they say, or beside its middle.

#include "import/page/goal_labels.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// The lines [first, end) of a label.
struct TextShare {
  std::size_t first = 0;
  std::size_t end = 0;
  bool guess = false;  ///< where it begins or ends is not to be seen
};

/// The lines of each of the labels, top to bottom. One's lines begin where those of the label
/// above it end; only the last may leave lines between them, which belong to what stands above.
/// REQUIRES: labels in lines [begin, end), at least one, and no line is empty
[[nodiscard]] std::vector<TextShare> text_shares(const std::vector<Pieces>& lines,
                                                 const std::vector<SideLabel>& labels,
                                                 std::size_t begin, std::size_t end);

/// A text of several lines that ends inside a sentence has lost its end, or its lines' order.
[[nodiscard]] bool lacks_end(const PastedCell& text);

}  // namespace budgetdiff::import
