#pragma once

/// A page without ruled lines, cut where another table begins.

#include "import/page/page_content.hpp"

#include <vector>

namespace budgetdiff::import {

/// The words of a page from top to bottom, cut before titles of tables, headings
/// of chapters and lines that label a table (部门名称：…, 单位：万元), and before notes at its foot
/// (备注：…).
struct PageSection {
  std::vector<PdfWord> words;
  bool opens_table = false;  ///< begins with one of them
};
[[nodiscard]] std::vector<PageSection> sections_of(const PdfPage& page, std::vector<PdfWord> words);

}  // namespace budgetdiff::import
