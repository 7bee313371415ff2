#include "import/pdf/page_texts.hpp"

#include "import/pdf/letter_size.hpp"
#include "import/text/radicals.hpp"
#include "import/text/symbol_fonts.hpp"

#include <poppler-document.h>
#include <poppler-page.h>

#include <atomic>
#include <cstddef>
#include <future>
#include <memory>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Poppler's text as code points; it gives UTF-16. (Its own conversion opens a converter for
/// each word.)
std::u32string code_points(const poppler::ustring& text) {
  constexpr char32_t high = 0xD800;
  constexpr char32_t low = 0xDC00;
  constexpr char32_t end = 0xE000;
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t unit = text[i];
    if (unit < high || unit >= end) {
      out += unit;
      continue;
    }
    const char32_t next = i + 1 < text.size() ? text[i + 1] : U'\0';
    const bool pair = unit < low && next >= low && next < end;
    out += pair ? 0x10000 + ((unit - high) << 10U) + (next - low) : U'\uFFFD';
    i += pair ? 1U : 0U;
  }
  return without_radicals(without_private_signs(std::move(out)));
}

PdfWord read_word(const poppler::text_box& box) {
  PdfWord word;
  word.text = code_points(box.text());
  const poppler::rectf area = box.bbox();
  word.box = {area.left(), area.top(), area.right(), area.bottom()};
  // Characters that are drawn as one glyph share its box. Of text that runs up or
  // down the page, places are heights until the page is turned.
  word.turns = static_cast<std::size_t>(box.rotation()) % 4;
  const bool upright = word.turns % 2 == 0;
  const std::size_t n = word.text.size();
  word.char_left.resize(n);
  word.char_right.resize(n);
  double last = upright ? word.box.left : word.box.top;
  for (std::size_t i = 0; i < n; ++i) {
    const poppler::rectf glyph = box.char_bbox(i);
    const double from = upright ? glyph.left() : glyph.top();
    const double to = upright ? glyph.right() : glyph.bottom();
    word.char_left[i] = to > from ? from : last;
    word.char_right[i] = to > from ? to : last;
    last = word.char_right[i];
  }
  word.size = letter_size(word);
  return word;
}

PageText text_of(const poppler::page& page) {
  PageText out;
  const poppler::rectf size = page.page_rect();
  out.width = size.width();
  out.height = size.height();
  if (const auto turned = page.orientation();
      turned == poppler::page::landscape || turned == poppler::page::seascape) {
    std::swap(out.width, out.height);
  }
  for (const poppler::text_box& box : page.text_list()) {
    if (PdfWord word = read_word(box); !word.text.empty()) {
      out.words.push_back(std::move(word));
    }
  }
  return out;
}

/// What several readers of one PDF share: each takes the next page that nobody has.
struct Work {
  const std::vector<bool>& wanted;
  std::size_t most_words;
  std::vector<std::optional<PageText>> texts;  ///< each is written by the reader that took it
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> words = 0;

  void run(const poppler::document& document) {
    for (std::size_t index = next++; index < texts.size() && words <= most_words; index = next++) {
      const std::unique_ptr<poppler::page> page(
          wanted[index] ? document.create_page(static_cast<int>(index)) : nullptr);
      if (page) {
        texts[index] = text_of(*page);
        words += texts[index]->words.size();
      }
    }
  }
};

/// A second reader, where there is enough to read; a machine that has no thread left has one.
std::future<void> second_reader(Work& work, std::string_view pdf) {
  constexpr std::size_t least_pages = 6;
  if (work.texts.size() < least_pages || std::thread::hardware_concurrency() < 2) {
    return {};
  }
  try {
    return std::async(std::launch::async, [&work, pdf] {
      const std::unique_ptr<poppler::document> own(
          poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
      if (own && own->pages() >= 0 && static_cast<std::size_t>(own->pages()) == work.texts.size()) {
        work.run(*own);
      }
    });
  } catch (const std::system_error&) {
    return {};
  }
}

}  // namespace

std::vector<std::optional<PageText>> page_texts(const poppler::document& document,
                                                std::string_view pdf,
                                                const std::vector<bool>& wanted,
                                                std::size_t most_words) {
  Work work{wanted, most_words, std::vector<std::optional<PageText>>(wanted.size())};
  std::future<void> second = second_reader(work, pdf);
  work.run(document);
  if (second.valid()) {
    second.get();
  }
  return std::move(work.texts);
}

}  // namespace budgetdiff::import
