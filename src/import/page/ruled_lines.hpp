#pragma once

/// Ruled lines of a page. All positions are in points from the top left of the
/// page as it is displayed.
///
/// C++17, as are those who read them from PDFs: qpdf 11's headers do not compile
/// as C++20 with Debian 12's clang.

#include <array>
#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// A ruled line: horizontal at `at` from `from` to `to`, or vertical.
struct Rule {
  double at = 0;
  double from = 0;
  double to = 0;
  /// Where the pieces meet that it is drawn of, ascending: borders are drawn cell by cell.
  std::vector<double> joints = {};
};

/// A rectangle that clips text, lines of which it hides: those above it or below.
struct ClippedText {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  bool above = false;
  bool below = false;
};

struct Rules {
  std::vector<Rule> horizontal;  ///< from top to bottom
  std::vector<Rule> vertical;    ///< from left to right
  /// How much text (bytes shown) runs right, down, left, up: a quarter turn each.
  std::array<std::size_t, 4> text_runs{};
  std::vector<ClippedText> clipped = {};  ///< of the page's own content

  [[nodiscard]] bool empty() const { return horizontal.empty() && vertical.empty(); }
};

}  // namespace budgetdiff::import
