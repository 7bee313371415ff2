#include "import/page/header_tails.hpp"

#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Where the lines of a cell are, from top to bottom.
std::vector<double> line_middles(const HeaderCell& cell) {
  std::vector<double> out;
  for (const PdfWord& word : cell.words) {
    const bool known = std::any_of(out.begin(), out.end(), [&](double middle) {
      return std::abs(middle - word.middle()) < word.size * 0.3;
    });
    if (!known) {
      out.push_back(word.middle());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Whether `word` is the next line of `cell`: below its others, as far from the last as these are
/// from each other, and no wider than the cell by more than a letter.
bool goes_on(const HeaderCell& cell, const PdfWord& word) {
  const std::vector<double> middles = line_middles(cell);
  if (middles.size() < 2 || word.box.left < cell.box.left - word.size ||
      word.box.right > cell.box.right + word.size) {
    return false;
  }
  const double step = middles.back() - middles[middles.size() - 2];
  const double next = word.middle() - middles.back();
  return std::abs(next - step) < word.size * 0.1 && step < word.size * 2 &&
         word.text.find_first_of(U"0123456789≥≤≧≦=＝<>＜＞") == word.text.npos;
}

void append(HeaderCell& cell, const PdfWord& word) {
  cell.box.left = std::min(cell.box.left, word.box.left);
  cell.box.right = std::max(cell.box.right, word.box.right);
  cell.box.bottom = std::max(cell.box.bottom, word.box.bottom);
  cell.text += to_utf8(without_space(word.text));
  cell.term = look_up_header(cell.text);
  cell.words.push_back(word);
}

}  // namespace

void take_tails(HeaderBand& band, const std::vector<WordLine>& lines) {
  for (const WordLine& line : lines) {
    if (line.middle <= band.bottom) {
      continue;
    }
    std::vector<std::pair<HeaderCell*, const PdfWord*>> found;
    for (const PdfWord& word : line.words) {
      const auto cell = std::find_if(band.cells.begin(), band.cells.end(),
                                     [&](const HeaderCell& one) { return goes_on(one, word); });
      if (cell == band.cells.end() || word.line > 0) {
        return;
      }
      found.emplace_back(&*cell, &word);
    }
    for (const auto& [cell, word] : found) {
      append(*cell, *word);
    }
    band.bottom = line.middle + line.size * 0.45;
  }
}

}  // namespace budgetdiff::import
