#include "import/page/page_blocks.hpp"

#include "import/page/page_numbers.hpp"
#include "import/page/sections.hpp"
#include "import/table/scan.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <string>
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

/// The first line of a page's part, without white space.
std::u32string first_line(const PageSection& section, int page) {
  const double below = section.words.front().middle() + 2 * section.words.front().size;
  std::vector<PdfWord> first;
  std::copy_if(section.words.begin(), section.words.end(), std::back_inserter(first),
               [&](const PdfWord& word) { return word.middle() < below; });
  return without_space(lines_of(std::move(first), page).front().line.text);
}

/// Whether a part of text begins with the heading of a chapter (第三部分 …), where the table of the
/// page before does not go on.
bool opens_chapter(const PageSection& section, int page) {
  if (!section.opens_table || section.words.empty() || section.words.front().line == 0) {
    return false;
  }
  const std::u32string text = first_line(section, page);
  return text.starts_with(U'第') && heads_section(text) && !is_table_title(to_utf8(text));
}

/// The title that a page's part begins with; none where a line of something else comes first.
std::u32string title_of(const PageSection& section, int page) {
  if (!section.opens_table || section.words.empty() || section.words.front().line > 0) {
    return {};
  }
  const std::u32string text = first_line(section, page);
  return is_any_title(text) ? text : std::u32string{};
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
  std::u32string title;  // the last one on the page
  const bool in_form = ends_in_form(blocks, page.number);
  for (const PageSection& section : sections_of(page, words)) {
    // A table that goes on repeats its title, if any.
    if (const std::u32string own = title_of(section, page.number); !own.empty()) {
      title = own;
    }
    const bool other =
        columns && !title.empty() && !columns->title.empty() && title != columns->title;
    if ((!first && section.opens_table) || other || opens_chapter(section, page.number)) {
      columns.reset();
    }
    const std::u32string before = columns ? columns->title : std::u32string{};
    const bool form_goes_on = first && in_form && !section.opens_table;
    first = false;
    StripTable read = strip_table(page, section.words, kind, columns, form_goes_on, memory);
    if (columns) {
      columns->title = title.empty() ? before : title;
    }
    std::size_t next = 0;
    add_lines(read.above, page.height + 1, next, blocks);
    if (read.form) {
      blocks.emplace_back(std::move(*read.form));
    }
    if (read.table) {
      blocks.emplace_back(std::move(*read.table));
    }
  }
}

}  // namespace budgetdiff::import
