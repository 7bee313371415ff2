#include "import/pdf/tall_boxes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Of a box around a line of writing so many letters are above and below it (poppler's, where a
/// font says nothing).
constexpr double above = 0.95;
constexpr double below = 0.35;
/// A font that says how tall it is has boxes of at most 1.45 letters.
constexpr double tallest = 1.6;

/// Boxes of one height, the width of a Chinese letter in them, which is as high as it is wide, and
/// the part of the box that is above its line of writing.
struct Kind {
  double height;
  double letter;
  double above_line;
};

/// That part: as the font of that height says, else poppler's.
double above_line(double height_in_letters, const std::vector<FontHeight>& fonts) {
  constexpr double same_height = 0.03;
  const FontHeight* best = nullptr;
  const auto off = [&](const FontHeight& font) {
    return std::abs(font.ascent + font.descent - height_in_letters);
  };
  for (const FontHeight& font : fonts) {
    if (off(font) < same_height * height_in_letters &&
        (best == nullptr || off(font) < off(*best))) {
      best = &font;
    }
  }
  return best != nullptr ? best->ascent / (best->ascent + best->descent) : above / (above + below);
}

double height_of(const PdfWord& word) {
  return word.box.bottom - word.box.top;
}

/// Ideographs are squares; signs may be narrow.
bool has_ideograph(const PdfWord& word) {
  return std::any_of(word.text.begin(), word.text.end(),
                     [](char32_t c) { return c >= 0x3400 && c <= 0x9FFF; });
}

}  // namespace

void TallBoxes::fit(PdfPage& page, const std::function<std::vector<FontHeight>()>& fonts_of_page) {
  constexpr std::size_t most_kinds = 32;
  constexpr double same_height = 0.01;
  std::vector<Kind> kinds;
  const auto kind_of = [&](double height) {
    return std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) {
      return std::abs(kind.height - height) < same_height * height;
    });
  };
  for (const PdfWord& word : page.words) {
    const double height = height_of(word);
    if (height > tallest * word.size && has_ideograph(word) && kinds.size() < most_kinds &&
        kind_of(height) == kinds.end()) {
      kinds.push_back({height, word.size, 0});
    }
  }
  if (kinds.empty()) {
    return;
  }
  std::optional<std::vector<FontHeight>> fonts;
  for (Kind& kind : kinds) {
    const double height = kind.height / kind.letter;
    auto known = std::find_if(known_.begin(), known_.end(), [&](const Known& one) {
      return std::abs(one.height - height) < same_height * height;
    });
    if (known == known_.end()) {
      fonts = fonts ? std::move(fonts) : fonts_of_page();
      known = known_.insert(known_.end(), {height, above_line(height, *fonts)});
    }
    kind.above_line = known->above_line;
  }
  // Figures and signs are as wide as they like: boxes as tall are of letters as large.
  for (PdfWord& word : page.words) {
    if (const auto kind = kind_of(height_of(word)); kind != kinds.end()) {
      const double line = word.box.top + kind->height * kind->above_line;
      word.box.top = line - above * kind->letter;
      word.box.bottom = line + below * kind->letter;
    }
  }
}

}  // namespace budgetdiff::import
