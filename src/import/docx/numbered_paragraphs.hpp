#pragma once

/// Numbers that Word sets before the paragraphs of its lists.

#include "import/xlsx/zip_parts.hpp"

namespace budgetdiff::import {

/// Puts the number of each numbered paragraph (w:numPr, its own or its style's) before its text, as
/// a run of the tree: 1. 完成…, 2. 建成… . Bullets say nothing and are left away. A document's
/// lists count on over its tables and cells. REQUIRES: what is not shown is gone
/// (keep_what_is_shown), as nobody counts it
void number_paragraphs(ZipParts& archive, const pugi::xml_node& document);

}  // namespace budgetdiff::import
