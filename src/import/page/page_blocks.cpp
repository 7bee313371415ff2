#include "import/page/page_blocks.hpp"

#include "import/page/page_numbers.hpp"
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

/// Whether the page before `page` ends inside a form: its labels and no indicators. Those of text
/// may have several columns.
bool ends_in_form(const std::vector<Block>& blocks, int page) {
  const Grid* const last = blocks.empty() ? nullptr : std::get_if<Grid>(&blocks.back());
  return last != nullptr && last->place.page > 0 && last->place.page + 1 == page &&
         (last->columns() == 2 || last->place.line > 0) && last->edges.empty();
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
                      std::optional<StripColumns>& columns, std::vector<Block>& blocks,
                      StripMemory* memory) {
  bool first = true;
  const bool in_form = ends_in_form(blocks, page.number);
  for (const PageSection& section : sections_of(page, words)) {
    if (!first && section.opens_table) {
      columns.reset();
    }
    const bool form_goes_on = first && in_form && !section.opens_table;
    first = false;
    std::vector<PdfLine> above;
    std::optional<Grid> form;
    std::optional<Grid> table =
        strip_table(page, section.words, kind, columns, above, form, form_goes_on, memory);
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
