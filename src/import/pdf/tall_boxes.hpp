#pragma once

/// Words whose boxes poppler makes too tall.

#include "import/page/page_content.hpp"

namespace budgetdiff::import {

/// Of a font that draws its letters (Type 3) poppler knows no size: it guesses it from a letter's
/// width, and takes Chinese letters, twice as wide as Latin ones, for twice as large. The boxes are
/// too tall then, mostly upwards, and their middles lie higher than those of words beside them in
/// another font. Such boxes are made what they would be around letters of the word's size, on the
/// same line of writing.
void fit_tall_boxes(PdfPage& page);

}  // namespace budgetdiff::import
