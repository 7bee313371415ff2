#include "import/page/furniture.hpp"

#include "import/page/lines.hpp"
#include "import/page/page_numbers.hpp"
#include "import/table/context.hpp"
#include "import/text/page_lines.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// The part of a page's height that is margin, at the top and at the bottom.
constexpr double margin = 0.1;
/// Lines of one table are nearer than this many letters, from middle to middle.
constexpr double apart = 2.0;

bool in_head(const PdfPage& page, double middle) {
  return middle < page.height * margin;
}

bool in_foot(const PdfPage& page, double middle) {
  return middle > page.height * (1 - margin);
}

bool says_something(const PdfLine& line) {
  const std::string text = to_utf8(without_space(line.line.text));
  return is_table_title(text) || is_sum_label(text) || !labels_in(line.line.text).empty() ||
         longest_header_word(header_spelling(text)).length > 0;
}

/// The text by which a line is known on other pages: numbers that count pages
/// differ, a row's figures do not make it furniture.
std::u32string shape_of(const PdfLine& line) {
  const std::u32string text = without_space(line.line.text);
  std::u32string shape;
  std::size_t letters = 0;
  for (const char32_t c : text) {
    const bool digit = is_digit(c);
    letters += digit || c < 0x41 ? 0U : 1U;
    if (!digit || shape.empty() || shape.back() != U'9') {
      shape += digit ? U'9' : c;
    }
  }
  return letters >= 2 ? shape : text;
}

/// Set apart from what stands nearer to the middle of the page, as the lines of a
/// table's header are not.
bool stands_apart(const PdfPage& page, const PdfLine& line) {
  const bool head = in_head(page, line.middle);
  return std::none_of(page.words.begin(), page.words.end(), [&](const PdfWord& word) {
    const double inwards = head ? word.middle() - line.middle : line.middle - word.middle();
    return inwards > 0.45 * line.size && inwards < apart * line.size;
  });
}

void take_line_out(PdfPage& page, double middle, double size) {
  std::erase_if(page.words, [&](const PdfWord& word) {
    return std::abs(word.middle() - middle) < 0.45 * std::max(1.0, size);
  });
}

/// Text keeps no margins: its last line is the foot, however short the page, where what is a page
/// number and no figure, by its signs or the blank lines above, stands there. 0: there is none.
int foot_of_text(const PdfPage& page) {
  int last = 0;
  int above = 0;
  for (const PdfWord& word : page.words) {
    if (word.line > last) {
      above = std::exchange(last, word.line);
    } else if (word.line < last) {
      above = std::max(above, word.line);
    }
  }
  constexpr int blank_lines = 2;
  const bool signs = std::any_of(page.words.begin(), page.words.end(), [&](const PdfWord& word) {
    return word.line == last && word.text.find_first_of(U"页-—–") != word.text.npos;
  });
  return signs || last - above > blank_lines ? last : 0;
}

struct Furniture {
  std::size_t page;
  double middle;
  double size;
  bool head;
};

}  // namespace

bool is_browser_line(std::u32string_view line) {
  const std::u32string text = without_space(line);
  for (const std::u32string_view scheme : {U"https://", U"http://", U"file://"}) {
    if (text.starts_with(scheme)) {
      return true;
    }
  }
  // 11/28/26, 8:46 PM and 2026/11/28 20:46, joined.
  std::size_t at = 0;
  const auto number = [&](std::size_t most) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at]) && at < begin + most) {
      ++at;
    }
    return at > begin;
  };
  const auto mark = [&](char32_t c) { return at < text.size() && text[at] == c && ++at > 0; };
  const bool date = number(4) && mark('/') && number(2) && mark('/') && number(6);
  return date && (mark(',') ? number(2) : true) && mark(':') && number(2);
}

void drop_continued_marks(std::vector<PdfPage>& pages) {
  for (PdfPage& page : pages) {
    const std::vector<PdfLine> lines = lines_of(page.words, page.number);
    for (const PdfLine& line : lines) {
      if (is_continued_mark(line.line.text)) {
        take_line_out(page, line.middle, line.size);
      }
    }
  }
}

void drop_furniture(std::vector<PdfPage>& pages) {
  std::map<std::u32string, std::vector<Furniture>> repeated;
  std::vector<Furniture> drop;
  NumberPlaces numbers;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const PdfPage& page = pages[i];
    const int foot = foot_of_text(page);
    std::vector<PdfWord> words;
    std::copy_if(page.words.begin(), page.words.end(), std::back_inserter(words),
                 [&](const PdfWord& word) {
                   return in_head(page, word.middle()) || in_foot(page, word.middle()) ||
                          (foot > 0 && word.line == foot);
                 });
    if (words.empty()) {
      continue;
    }
    for (const PdfLine& line : lines_of(std::move(words), page.number)) {
      if (is_ruled_at(page, line.middle)) {
        continue;
      }
      const Furniture one{i, line.middle, line.size, in_head(page, line.middle)};
      const bool first_title = one.head && i == 0 && is_table_title(to_utf8(line.line.text));
      if (is_browser_line(line.line.text) && !first_title) {
        drop.push_back(one);
      } else if (is_page_number(line.line.text)) {
        // At the edge of the page: no figure of a table stands below it.
        const bool outermost =
            std::none_of(page.words.begin(), page.words.end(), [&](const PdfWord& word) {
              return one.head ? word.middle() < line.middle - line.size
                              : word.middle() > line.middle + line.size;
            });
        if (outermost && line.line.text.find(U'.') == line.line.text.npos) {
          drop.push_back(one);
          numbers.add(line);
        }
      } else if (stands_apart(page, line) && !says_something(line)) {
        repeated[shape_of(line)].push_back(one);
      }
    }
  }
  for (const PageNumber& number : counted_pages(pages)) {
    drop.push_back({number.page, number.middle, number.size, false});
  }
  for (const auto& entry : repeated) {
    const std::vector<Furniture>& places = entry.second;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto same = std::count_if(places.begin(), places.end(), [&](const Furniture& other) {
        return std::abs(other.middle - places[i].middle) < same_height_on_pages;
      });
      const bool first_head = places[i].head && i == 0;
      if (static_cast<std::size_t>(same) >= least_repeating_pages && !first_head) {
        drop.push_back(places[i]);
      }
    }
  }
  for (PdfPage& page : pages) {
    numbers.take_out(page);
  }
  for (const Furniture& one : drop) {
    take_line_out(pages[one.page], one.middle, one.size);
  }
}

}  // namespace budgetdiff::import
