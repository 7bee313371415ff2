#pragma once

/// Places on pages that were turned to be read.

#include "import/page/page_content.hpp"

#include <budgetdiff/import/importer.hpp>

#include <vector>

namespace budgetdiff::import {

/// Turns the boxes of all places back, so that they stand on the pages as these are shown, and
/// gives those on pages that were read as one (pages_beside.hpp) the page that shows them.
void turn_back(const std::vector<PdfPage>& pages, ImportedDocument& document);

}  // namespace budgetdiff::import
