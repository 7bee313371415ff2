#include "import/page/page_blocks.hpp"

#include "import/page/furniture.hpp"
#include "import/page/sections.hpp"

#include <utility>

namespace budgetdiff::import {

void add_lines(std::vector<PdfLine>& lines, double down_to, std::size_t& next,
               std::vector<Block>& blocks) {
  while (next < lines.size() && lines[next].middle < down_to) {
    if (!is_page_number(lines[next].line.text)) {
      blocks.emplace_back(std::move(lines[next].line));
    }
    ++next;
  }
}

void add_strip_tables(const PdfPage& page, const std::vector<PdfWord>& words, HeaderKind kind,
                      std::optional<StripColumns>& columns, std::vector<Block>& blocks) {
  bool first = true;
  for (const PageSection& section : sections_of(page, words)) {
    if (!first && section.opens_table) {
      columns.reset();
    }
    first = false;
    std::vector<PdfLine> above;
    std::optional<Grid> form;
    std::optional<Grid> table = strip_table(page, section.words, kind, columns, above, form);
    std::size_t next = 0;
    add_lines(above, page.height + 1, next, blocks);
    if (form) {
      blocks.emplace_back(std::move(*form));
    }
    if (table) {
      blocks.emplace_back(std::move(*table));
    }
  }
}

}  // namespace budgetdiff::import
