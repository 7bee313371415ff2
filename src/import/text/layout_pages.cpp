#include "import/text/layout_pages.hpp"

#include "import/page/joined_words.hpp"
#include "import/page/page_numbers.hpp"
#include "import/text/source_lines.hpp"
#include "import/text/stair_lines.hpp"
#include "import/text/symbol_fonts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A letter's width and the step from line to line, in points.
constexpr double letter = 10;
constexpr double step = 13;
/// Gaps of this many blanks part columns for sure.
constexpr double wide_gap = 3;
/// A line that begins so far in, in letters, is of a column further right.
constexpr double deep = 20;
/// Of a hundred lines so many have prose behind a wide gap.
constexpr std::size_t side_by_side = 15;
constexpr std::size_t least_lines = 3;

/// Marks that no cell begins with; and the most blanks that print leaves before one.
constexpr std::u32string_view closing = U"，。；：、）》」』】”’！？";
constexpr double most_before_mark = 8;

/// Whether a mark goes on with the word before it, so many letters to the left. Of two marks side
/// by side print draws one in half its width, and the blanks that it puts there for it are no gap
/// between cells: （2023年）   》.
bool mark_goes_on(const PdfWord& word, char32_t mark, double blanks) {
  if (word.text.empty() || closing.find(mark) == closing.npos) {
    return false;
  }
  return blanks <= 1 ||
         (blanks <= most_before_mark && closing.find(word.text.back()) != closing.npos);
}

/// Whether a word ends with a mark that no cell ends with: “ | 十四五”.
bool opens_word(const PdfWord& word, double blanks) {
  constexpr double most_behind = 3;
  return !word.text.empty() && blanks <= most_behind &&
         std::u32string_view(U"“《（【〔").find(word.text.back()) != std::u32string_view::npos;
}

/// Takes 第4页，共8页 out, alone in its line: what stands above it may go on behind the page's end.
void drop_count(PdfPage& page) {
  std::map<int, std::u32string> lines;
  for (const PdfWord& word : page.words) {
    lines[word.line] += word.text;
  }
  std::erase_if(page.words, [&](const PdfWord& word) { return counts_pages(lines[word.line]); });
}

void finish(PdfPage& page, std::vector<PdfPage>& pages, int lines) {
  drop_count(page);
  page.height = step * static_cast<double>(lines + 1);
  undo_stairs(page, step);
  pages.push_back(std::exchange(page, {}));
  page.number = static_cast<int>(pages.size()) + 1;
}

}  // namespace

std::vector<PdfPage> layout_pages(std::string_view text) {
  const std::u32string all = published_text(text);
  std::vector<PdfPage> pages;
  PdfPage page;
  page.number = 1;
  int number = 1;
  int on_page = 0;
  std::size_t column = 0;
  PdfWord word;
  const auto end_word = [&] {
    if (!word.text.empty()) {
      word.box.right = word.char_right.back();
      page.width = std::max(page.width, word.box.right);
      page.words.push_back(std::exchange(word, {}));
    }
  };
  for (const char32_t c : all) {
    if (c == U'\n' || c == U'\f' || c == U'\r') {
      end_word();
      column = 0;
      if (c == U'\n') {
        ++number;
        ++on_page;
      } else if (c == U'\f') {
        finish(page, pages, on_page);
        on_page = 0;
      }
      continue;
    }
    if (is_space(c)) {
      column += c == U'\t' ? 8 - column % 8 : 1;
      continue;
    }
    const double left = letter * static_cast<double>(column++);
    if (!word.text.empty()) {
      const double blanks = (left - word.char_right.back()) / letter;
      if (blanks > 0 && !mark_goes_on(word, c, blanks) && !opens_word(word, blanks)) {
        end_word();
      }
    }
    if (word.text.empty()) {
      const double top = step * static_cast<double>(on_page);
      word.box = {left, top, left + letter, top + letter};
      word.size = letter;
      word.line = number;
    }
    word.text += c;
    word.char_left.push_back(left);
    word.char_right.push_back(left + letter);
  }
  end_word();
  finish(page, pages, on_page);
  for (PdfPage& each : pages) {
    part_money_headings(each.words);
    join_years(each.words);
    join_figures_in_prose(each.words);
  }
  return pages;
}

std::optional<HeaderKind> kept_columns(const std::vector<PdfPage>& pages) {
  std::size_t lines = 0;
  std::size_t beside = 0;
  for (const PdfPage& page : pages) {
    const PdfWord* before = nullptr;
    bool counted = false;
    for (const PdfWord& word : page.words) {
      if (before == nullptr || before->line != word.line) {
        ++lines;
        // The rest of a cell whose neighbours at the left have ended.
        counted = word.box.left >= letter * deep && is_cjk(word.text.front());
        beside += counted ? 1U : 0U;
      } else if (!counted && is_cjk(word.text.front()) &&
                 word.box.left - before->box.right >= letter * wide_gap) {
        ++beside;
        counted = true;
      }
      before = &word;
    }
  }
  if (beside < least_lines || beside * 100 < lines * side_by_side) {
    return std::nullopt;
  }
  for (const HeaderKind kind : {HeaderKind::performance, HeaderKind::any}) {
    for (const PdfPage& page : pages) {
      if (find_header(page.words, page.number, kind)) {
        return kind;
      }
    }
  }
  return std::nullopt;
}

}  // namespace budgetdiff::import
