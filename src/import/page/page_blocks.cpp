#include "import/page/page_blocks.hpp"

#include "import/page/furniture.hpp"
#include "import/page/sections.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <utility>

namespace budgetdiff::import {
namespace {

/// A department beside its label, as cells without lines: with the colon that
/// lines of text have (填报单位  X局).
TextLine with_colon(TextLine line) {
  const std::size_t blank = line.text.find(U' ');
  if (blank == line.text.npos || line.text.find_first_of(U":：") != line.text.npos) {
    return line;
  }
  const Role role = look_up_header(to_utf8(line.text.substr(0, blank))).role;
  if ((role == Role::department || role == Role::money_unit) && blank >= 4) {
    line.text[blank] = U'：';
  }
  return line;
}

}  // namespace

void add_lines(std::vector<PdfLine>& lines, double down_to, std::size_t& next,
               std::vector<Block>& blocks) {
  while (next < lines.size() && lines[next].middle < down_to) {
    if (!is_page_number(lines[next].line.text)) {
      blocks.emplace_back(with_colon(std::move(lines[next].line)));
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
