#include "import/pdf/read_pages.hpp"

#include "import/pdf/content_streams.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace budgetdiff::import {
namespace {

constexpr int most_pages = 5000;
constexpr std::size_t largest_file = 512U << 20U;
constexpr std::size_t most_words = 4'000'000;

void ignore_message(const std::string& /*text*/, void* /*data*/) {}

/// Poppler's text as code points; it gives UTF-16.
std::u32string code_points(const poppler::ustring& text) {
  const poppler::byte_array utf8 = text.to_utf8();
  return to_code_points(std::string_view(utf8.data(), utf8.size()));
}

double letter_size(const PdfWord& word) {
  const int width = width_of(word.text);
  return width > 0 ? (word.box.right - word.box.left) * 2 / width : 0;
}

PdfWord read_word(const poppler::text_box& box) {
  PdfWord word;
  word.text = code_points(box.text());
  const poppler::rectf area = box.bbox();
  word.box = {area.left(), area.top(), area.right(), area.bottom()};
  word.size = letter_size(word);
  // Characters that are drawn as one glyph share its box.
  const std::size_t n = word.text.size();
  word.char_left.resize(n);
  word.char_right.resize(n);
  double last = word.box.left;
  for (std::size_t i = 0; i < n; ++i) {
    const poppler::rectf glyph = box.char_bbox(i);
    const bool there = glyph.right() > glyph.left();
    word.char_left[i] = there ? glyph.left() : last;
    word.char_right[i] = there ? glyph.right() : last;
    last = word.char_right[i];
  }
  return word;
}

/// Turns a page whose text runs up or down, so that the text runs to the right.
void turn(PdfPage& page, int quarter_turns) {
  const auto turn_box = [&](const Box& b) -> Box {
    switch (quarter_turns) {
      case 1:  // text runs down the page
        return {b.top, page.width - b.right, b.bottom, page.width - b.left};
      case 3:  // text runs up the page
        return {page.height - b.bottom, b.left, page.height - b.top, b.right};
      default:
        return {page.width - b.right, page.height - b.bottom, page.width - b.left,
                page.height - b.top};
    }
  };
  for (PdfWord& word : page.words) {
    word.box = turn_box(word.box);
    // Characters of turned words are spread evenly: their boxes lie across.
    const auto n = static_cast<double>(word.text.size());
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      const double step = (word.box.right - word.box.left) / n;
      word.char_left[i] = word.box.left + step * static_cast<double>(i);
      word.char_right[i] = word.char_left[i] + step;
    }
    word.size = letter_size(word);
  }
  Rules turned;
  const auto turn_rule = [&](const Rule& rule, bool horizontal) {
    const Box b = turn_box(horizontal ? Box{rule.from, rule.at, rule.to, rule.at}
                                      : Box{rule.at, rule.from, rule.at, rule.to});
    if (b.right - b.left > b.bottom - b.top) {
      turned.horizontal.push_back({b.top, b.left, b.right});
    } else {
      turned.vertical.push_back({b.left, b.top, b.bottom});
    }
  };
  for (const Rule& rule : page.rules.horizontal) {
    turn_rule(rule, true);
  }
  for (const Rule& rule : page.rules.vertical) {
    turn_rule(rule, false);
  }
  page.rules = std::move(turned);
  if (quarter_turns != 2) {
    std::swap(page.width, page.height);
  }
}

}  // namespace

Result<PdfContent> read_pdf_pages(std::string_view bytes, const std::string& file) {
  poppler::set_debug_error_function(ignore_message, nullptr);
  const auto error = [&](Message what, Message what_to_do = {}) {
    return fail(Error{file, {}, std::move(what), std::move(what_to_do)});
  };
  if (bytes.size() > largest_file) {
    return error({BD_TR("the PDF is larger than {0} MB"), {std::to_string(largest_file >> 20U)}});
  }
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) {
    return error({BD_TR("the PDF is broken or cut short"), {}},
                 {BD_TR("download it again, or repair it with `qpdf IN OUT`"), {}});
  }
  if (document->is_locked()) {
    return error({BD_TR("the PDF is encrypted and opens only with a password"), {}},
                 {BD_TR("save it without a password, for example with `qpdf --decrypt`"), {}});
  }
  const int count = document->pages();
  if (count <= 0) {
    return error({BD_TR("the PDF has no pages"), {}},
                 {BD_TR("download it again, or repair it with `qpdf IN OUT`"), {}});
  }
  if (count > most_pages) {
    return error({BD_TR("the PDF has {0} pages, more than {1}"),
                  {std::to_string(count), std::to_string(most_pages)}},
                 {BD_TR("cut out the pages with the table"), {}});
  }
  ContentStreams streams(bytes);
  PdfContent out;
  std::size_t words = 0;
  for (int index = 0; index < count; ++index) {
    const std::unique_ptr<poppler::page> page(document->create_page(index));
    if (!page) {
      out.unreadable.push_back(index + 1);
      continue;
    }
    PdfPage content;
    content.number = index + 1;
    const poppler::rectf size = page->page_rect();
    content.width = size.width();
    content.height = size.height();
    if (const auto turned = page->orientation();
        turned == poppler::page::landscape || turned == poppler::page::seascape) {
      std::swap(content.width, content.height);
    }
    std::array<std::size_t, 4> turns{};
    for (const poppler::text_box& box : page->text_list()) {
      PdfWord word = read_word(box);
      if (word.text.empty()) {
        continue;
      }
      turns[static_cast<std::size_t>(box.rotation()) % 4] += word.text.size();
      content.words.push_back(std::move(word));
      if (++words > most_words) {
        return error({BD_TR("the PDF holds too much text"), {}},
                     {BD_TR("cut out the pages with the table"), {}});
      }
    }
    if (!content.words.empty()) {
      content.rules = streams.rules_of(static_cast<std::size_t>(index));
      const auto most =
          static_cast<int>(std::max_element(turns.begin(), turns.end()) - turns.begin());
      if (most != 0) {
        turn(content, most);
      }
    }
    out.pages.push_back(std::move(content));
  }
  if (words == 0) {
    return error({BD_TR("the PDF holds no text: it is a scan or a picture"), {}},
                 {BD_TR("make it searchable first (OCR), or ask for the original document"), {}});
  }
  return out;
}

}  // namespace budgetdiff::import
