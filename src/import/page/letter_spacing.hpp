#pragma once

/// Pages whose print spaces all letters out.

#include "import/page/page_content.hpp"

namespace budgetdiff::import {

/// Where most words of a page are single letters, what stands between neighbours of one line, as
/// a rule, is no blank: each word is told so. Justified print spaces out some lines only and is
/// left as it is.
void find_letter_spacing(PdfPage& page);

}  // namespace budgetdiff::import
