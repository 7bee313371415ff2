#pragma once

/// Words whose boxes poppler makes too tall.

#include "import/page/page_content.hpp"
#include "import/pdf/font_height.hpp"

#include <functional>
#include <vector>

namespace budgetdiff::import {

/// Of a font that draws its letters (Type 3) poppler knows no size: it guesses it from a letter's
/// width, and takes Chinese letters, twice as wide as Latin ones, for twice as large. The boxes are
/// too tall then, mostly upwards, and their middles lie higher than those of words beside them in
/// another font. Such boxes are made what they would be around letters of the word's size, on the
/// same line of writing.
///
/// Others say that they are as tall as the box around all of their glyphs, which in large fonts is
/// two or three letters (cairo writes so): `fonts_of_page`, which is called only where there are
/// tall boxes, tells where their lines of writing are.
///
/// An object is one document's: what a height means is asked of the fonts of one page only.
/// Threads: an object is one reader's.
class TallBoxes {
 public:
  void fit(PdfPage& page, const std::function<std::vector<FontHeight>()>& fonts_of_page);

 private:
  /// Boxes of one height, in letters, and the part of them that is above their line of writing.
  struct Known {
    double height;
    double above_line;
  };

  std::vector<Known> known_;
};

}  // namespace budgetdiff::import
