#include "import/page/page_numbers.hpp"

#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// The line of a page that stands lowest (or highest), its words alone.
std::vector<PdfWord> outermost_line(const PdfPage& page, bool lowest) {
  constexpr double same_line = 0.45;
  const auto higher = [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); };
  const auto at = lowest ? std::max_element(page.words.begin(), page.words.end(), higher)
                         : std::min_element(page.words.begin(), page.words.end(), higher);
  std::vector<PdfWord> out;
  std::copy_if(page.words.begin(), page.words.end(), std::back_inserter(out),
               [&](const PdfWord& word) {
                 return std::abs(word.middle() - at->middle()) < same_line * at->size;
               });
  return out;
}

/// The first number of a text.
std::optional<int> first_number(std::u32string_view text) {
  constexpr int most = 100'000;
  std::optional<int> out;
  for (const char32_t c : text) {
    if (c >= U'0' && c <= U'9') {
      out = std::min(most, out.value_or(0) * 10 + static_cast<int>(c - U'0'));
    } else if (out) {
      break;
    }
  }
  return out;
}

/// 第 3 页, - 3 -: no figure of a table.
bool has_signs_around(std::u32string_view text) {
  constexpr std::u32string_view dashes = U"-—–";
  return text.find(U'页') != text.npos ||
         (text.size() > 2 && dashes.find(text.front()) != dashes.npos &&
          dashes.find(text.back()) != dashes.npos);
}

}  // namespace

bool is_page_number(std::u32string_view text) {
  bool digits = false;
  std::u32string letters;
  for (const char32_t c : text) {
    if (c >= U'0' && c <= U'9') {
      digits = true;
    } else if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) {
      letters += c | 0x20U;
    } else if (std::u32string_view(U" -—–/第页共，,.·~").find(c) == std::u32string_view::npos) {
      return false;
    }
  }
  return digits && text.size() < 20 &&
         (letters.empty() || letters == U"page" || letters == U"pageof" || letters == U"of" ||
          letters == U"p");
}

bool counts_pages(std::u32string_view text) {
  return text.starts_with(U'第') && text.ends_with(U'页') && is_page_number(text);
}

bool is_ruled_at(const PdfPage& page, double middle) {
  return std::count_if(
             page.rules.vertical.begin(), page.rules.vertical.end(),
             [&](const Rule& rule) { return rule.from <= middle && middle <= rule.to; }) >= 2;
}

std::vector<PageNumber> counted_pages(const std::vector<PdfPage>& pages) {
  struct Candidate {
    PageNumber place;
    int before_first;  // pages that the document's numbers do not count
    double left;
    double right;
    bool sure;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    // Text has neither heights nor margins.
    if (pages[i].words.size() < 2 || pages[i].words.front().line > 0) {
      continue;
    }
    for (const bool lowest : {true, false}) {
      const PdfLine line = lines_of(outermost_line(pages[i], lowest), pages[i].number).front();
      const std::u32string& text = line.line.text;
      const auto number = first_number(text);
      if (number && is_page_number(text) && text.find(U'.') == text.npos &&
          !is_ruled_at(pages[i], line.middle)) {
        candidates.push_back({{i, line.middle, line.size},
                              static_cast<int>(i) - *number,
                              line.box.left,
                              line.box.right,
                              has_signs_around(text)});
      }
    }
  }
  std::vector<PageNumber> out;
  for (const Candidate& one : candidates) {
    const bool counts =
        std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
          return other.place.page != one.place.page && other.before_first == one.before_first &&
                 std::abs(other.place.middle - one.place.middle) < same_height_on_pages &&
                 other.left < one.right && one.left < other.right;
        });
    if (one.sure || counts) {
      out.push_back(one.place);
    }
  }
  return out;
}

void NumberPlaces::add(const PdfLine& line) {
  if (line.line.text.find_first_of(U"页-—–") == line.line.text.npos) {
    return;
  }
  const double x = (line.box.left + line.box.right) / 2;
  const auto place = std::find_if(places_.begin(), places_.end(), [&](const Place& one) {
    return std::abs(one.middle - line.middle) < same_height_on_pages && one.left < x &&
           x < one.right;
  });
  if (place != places_.end()) {
    ++place->pages;
  } else {
    // A number may have more digits.
    places_.push_back({line.middle, line.box.left - line.size, line.box.right + line.size, 1});
  }
}

void NumberPlaces::take_out(PdfPage& page) const {
  for (const Place& place : places_) {
    if (place.pages < least_repeating_pages || !is_ruled_at(page, place.middle)) {
      continue;
    }
    const auto stands_there = [&](const PdfWord& word) {
      return std::abs(word.middle() - place.middle) < same_height_on_pages / 2 &&
             word.box.left > place.left && word.box.right < place.right;
    };
    std::u32string text;
    for (const PdfWord& word : page.words) {
      text += stands_there(word) ? word.text : std::u32string{};
    }
    if (is_page_number(text) && text.find_first_of(U"页-—–") != text.npos) {
      std::erase_if(page.words, stands_there);
      return;
    }
  }
}

}  // namespace budgetdiff::import
