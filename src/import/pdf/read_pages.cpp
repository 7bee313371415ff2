#include "import/pdf/read_pages.hpp"

#include "import/pdf/content_streams.hpp"
#include "import/pdf/joined_words.hpp"
#include "import/pdf/letter_size.hpp"
#include "import/pdf/packed_streams.hpp"
#include "import/pdf/page_texts.hpp"
#include "import/pdf/raised_words.hpp"
#include "import/pdf/tall_boxes.hpp"
#include "import/pdf/unnamed_letters.hpp"
#include "import/pdf/vertical_words.hpp"

#include <poppler-document.h>
#include <poppler-global.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr int most_pages = 5000;
constexpr std::size_t largest_file = 512U << 20U;
constexpr std::size_t most_words = 4'000'000;

/// Of a box around a line of writing 0.95 letters are above it and 0.35 below
/// (poppler's, where a font says nothing): how far a mirrored box is off.
constexpr double mirrored_box = (0.95 - 0.35) / (0.95 + 0.35);

void ignore_message(const std::string& /*text*/, void* /*data*/) {}

/// Puts the characters of a word into the order in which they stand.
void order_characters(PdfWord& word) {
  if (std::is_sorted(word.char_left.begin(), word.char_left.end())) {
    return;
  }
  std::vector<std::size_t> order(word.text.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return word.char_left[a] < word.char_left[b];
  });
  const PdfWord before = word;
  for (std::size_t i = 0; i < order.size(); ++i) {
    word.text[i] = before.text[order[i]];
    word.char_left[i] = before.char_left[order[i]];
    word.char_right[i] = before.char_right[order[i]];
  }
}

/// Turns a page whose text runs up or down, so that the text runs to the right.
void turn(PdfPage& page, std::size_t quarter_turns) {
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
  const double end = quarter_turns == 2 ? page.width : page.height;
  for (PdfWord& word : page.words) {
    word.box = turn_box(word.box);
    // Whether the word runs with the page's text, so that its characters' places count.
    const bool along = word.turns % 2 == quarter_turns % 2;
    if (along && word.turns != quarter_turns) {
      // Taken to run the other way: its box lies below its line instead of above.
      const double shift = mirrored_box * (word.box.bottom - word.box.top);
      word.box.top -= shift;
      word.box.bottom -= shift;
    }
    const auto n = static_cast<double>(word.text.size());
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      double& left = word.char_left[i];
      double& right = word.char_right[i];
      if (!along) {
        const double step = (word.box.right - word.box.left) / n;
        left = word.box.left + step * static_cast<double>(i);
        right = left + step;
      } else if (quarter_turns != 1) {
        left = end - std::exchange(right, end - left);
      }
    }
    word.turns = 0;
    order_characters(word);
    word.size = letter_size(word);
  }
  page.words = joined_words(std::move(page.words));
  for (PdfWord& word : page.words) {
    word.size = letter_size(word);
  }
  Rules turned;
  const auto turn_rule = [&](const Rule& rule, bool horizontal) {
    const Box b = turn_box(horizontal ? Box{rule.from, rule.at, rule.to, rule.at}
                                      : Box{rule.at, rule.from, rule.at, rule.to});
    const bool level = b.right - b.left > b.bottom - b.top;
    std::vector<double> joints;
    for (const double at : rule.joints) {
      const Box joint =
          turn_box(horizontal ? Box{at, rule.at, at, rule.at} : Box{rule.at, at, rule.at, at});
      joints.push_back(level ? joint.left : joint.top);
    }
    std::sort(joints.begin(), joints.end());
    if (level) {
      turned.horizontal.push_back({b.top, b.left, b.right, std::move(joints)});
    } else {
      turned.vertical.push_back({b.left, b.top, b.bottom, std::move(joints)});
    }
  };
  for (const Rule& rule : page.rules.horizontal) {
    turn_rule(rule, true);
  }
  for (const Rule& rule : page.rules.vertical) {
    turn_rule(rule, false);
  }
  // By place, as everyone expects them: turned one way they are back to front.
  for (std::vector<Rule>* rules : {&turned.horizontal, &turned.vertical}) {
    std::sort(rules->begin(), rules->end(), [](const Rule& a, const Rule& b) {
      return std::tie(a.at, a.from) < std::tie(b.at, b.from);
    });
  }
  for (ClippedText clip : page.rules.clipped) {
    const Box b = turn_box({clip.left, clip.top, clip.right, clip.bottom});
    clip.left = b.left;
    clip.top = b.top;
    clip.right = b.right;
    clip.bottom = b.bottom;
    turned.clipped.push_back(clip);
  }
  turned.text_runs = page.rules.text_runs;
  page.rules = std::move(turned);
  if (quarter_turns != 2) {
    std::swap(page.width, page.height);
  }
  page.turned = quarter_turns;
}

}  // namespace

Result<PdfContent> read_pdf_pages(std::string_view bytes, const std::string& file) {
  poppler::set_debug_error_function(ignore_message, nullptr);
  const auto error = [&](Message what, Message what_to_do) {
    return fail(Error{file, {}, std::move(what), std::move(what_to_do)});
  };
  if (bytes.size() > largest_file) {
    return error({BD_TR("the PDF is larger than {0} MB"), {std::to_string(largest_file >> 20U)}},
                 {BD_TR("cut out the pages with the table"), {}});
  }
  if (const auto at = overpacked_stream(bytes)) {
    return error(
        {BD_TR("the PDF unpacks beyond measure: the stream at byte {0}"), {std::to_string(*at)}},
        {BD_TR("print it to a new PDF, or ask for the original document"), {}});
  }
  std::optional<std::string> mended;  // outlives the document that reads it
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) {
    return error({BD_TR("the PDF is broken or cut short"), {}},
                 {BD_TR("download it again, or repair it with `qpdf IN OUT`"), {}});
  }
  if (document->is_locked()) {
    return error({BD_TR("the PDF is encrypted and opens only with a password"), {}},
                 {BD_TR("save it without a password, for example with `qpdf --decrypt`"), {}});
  }
  int count = document->pages();
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
  // First, as they are bounded: poppler shows a form as often as it is asked to.
  std::vector<std::optional<Rules>> rules_of;
  rules_of.reserve(static_cast<std::size_t>(std::max(count, 0)));
  for (int index = 0; index < count; ++index) {
    rules_of.push_back(streams.rules_of(static_cast<std::size_t>(index)));
  }
  // Behind them: damage of a page is found when the page is read.
  mended = streams.mended();
  if (mended) {
    std::unique_ptr<poppler::document> again(
        poppler::document::load_from_raw_data(mended->data(), static_cast<int>(mended->size())));
    if (!again || again->pages() <= 0 || again->pages() > most_pages) {
      return error({BD_TR("the PDF is broken or cut short"), {}},
                   {BD_TR("download it again, or repair it with `qpdf IN OUT`"), {}});
    }
    document = std::move(again);
    count = document->pages();
    rules_of.resize(static_cast<std::size_t>(count));
  }
  PdfContent out;
  out.aslant = streams.aslant();
  out.unseen = streams.unseen();
  std::vector<bool> wanted;
  for (const std::optional<Rules>& rules : rules_of) {
    wanted.push_back(rules.has_value());
  }
  std::vector<std::optional<PageText>> texts =
      page_texts(*document, mended ? std::string_view(*mended) : bytes, wanted, most_words);
  std::size_t words = 0;
  TallBoxes tall_boxes;
  for (int index = 0; index < count; ++index) {
    const auto at = static_cast<std::size_t>(index);
    words += texts[at] ? texts[at]->words.size() : 0;
    if (words > most_words) {
      return error({BD_TR("the PDF holds too much text"), {}},
                   {BD_TR("cut out the pages with the table"), {}});
    }
    if (!texts[at]) {
      out.unreadable.push_back(index + 1);
      continue;
    }
    if (streams.is_damaged(at)) {
      out.damaged.push_back(index + 1);
    }
    PdfPage content;
    content.number = index + 1;
    content.width = texts[at]->width;
    content.height = texts[at]->height;
    content.words = std::move(texts[at]->words);
    for (const PdfWord& word : content.words) {
      out.letters += word.text.size();
      out.unknown_letters +=
          static_cast<std::size_t>(std::count_if(word.text.begin(), word.text.end(), is_no_letter));
    }
    if (has_unnamed_texts(content.words)) {
      out.unnamed.push_back(index + 1);
    }
    if (content.words.empty() && streams.has_pictures(at)) {
      out.pictures.push_back(index + 1);
    }
    if (!content.words.empty()) {
      content.rules = std::move(*rules_of[at]);
      const auto& runs = content.rules.text_runs;
      const auto most =
          static_cast<std::size_t>(std::max_element(runs.begin(), runs.end()) - runs.begin());
      if (most != 0) {
        turn(content, most);
      } else {
        place_standing_words(content);
      }
      tall_boxes.fit(content, [&] { return streams.font_heights(at); });
      join_raised_words(content.words);
    }
    out.pages.push_back(std::move(content));
  }
  if (words == 0 && !out.unreadable.empty()) {
    return error(
        {BD_TR("no page of the PDF can be read: page {0} is broken or unpacks beyond measure"),
         {std::to_string(out.unreadable.front())}},
        {BD_TR("print it to a new PDF, or ask for the original document"), {}});
  }
  if (words == 0) {
    return error({BD_TR("the PDF holds no text: it is a scan or a picture"), {}},
                 {BD_TR("make it searchable first (OCR), or ask for the original document"), {}});
  }
  return out;
}

}  // namespace budgetdiff::import
