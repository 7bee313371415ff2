#pragma once

/// What a page of a PDF shows, as far as tables are concerned. All positions
/// are in points from the top left of the page as it is displayed.

#include "import/page/ruled_lines.hpp"

#include <budgetdiff/base/place.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// A piece of text that stands in one line.
struct PdfWord {
  std::u32string text;
  Box box;                        ///< x is exact; Type 3 fonts report too tall a box: use middle()
  std::vector<double> char_left;  ///< of each character of `text`
  std::vector<double> char_right;
  double size = 0;  ///< of the letters, from their widths
  /// Quarter turns that its reader took it to have, until the page is turned.
  std::size_t turns = 0;
  int line = 0;        ///< of a text that keeps its layout; 0 on a real page
  double spacing = 0;  ///< that its page sets between all letters, as find_letter_spacing() has it

  [[nodiscard]] double middle() const { return (box.top + box.bottom) / 2; }
};

/// A page of the document that shows a part of what is read as one.
struct PagePart {
  int number = 0;    ///< from 1
  double width = 0;  ///< of that page, turned as it is read
  double from = 0;   ///< where the part begins on the page that is read
  double shift = 0;  ///< how far it has been moved to the right
};

struct PdfPage {
  int number = 0;  ///< from 1
  double width = 0;
  double height = 0;
  std::vector<PdfWord> words;
  Rules rules;
  /// The level lines of a page that has no upright ones: they part rows where they make no cells.
  std::vector<Rule> dividers;
  std::size_t turned = 0;  ///< quarter turns from the page as shown, so that its text is level
  /// From left to right, where pages beside each other are read as one, or numbered anew behind
  /// such; else none.
  std::vector<PagePart> parts;
  double line_step = 0;  ///< between lines of a cell, as find_line_steps() has it; 0: unknown
};

}  // namespace budgetdiff::import
