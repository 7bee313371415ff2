#include "import/page/wide_headings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace budgetdiff::import {
namespace {

/// Text stands in the middle of its cell to this many points.
constexpr double centred = 1.5;

}  // namespace

void open_headings(const std::vector<Level>& levels, const LevelColumns& columns,
                   const PdfPage& page, LevelWalls& walls) {
  const std::vector<double>& edges = columns.edges();
  for (std::size_t band = 0; band < most_header_rows && band + 1 < levels.size(); ++band) {
    std::vector<std::size_t> begins;
    for (std::size_t e = 0; e < edges.size(); ++e) {
      if (walls.at(e, band)) {
        begins.push_back(e);
      }
    }
    const std::size_t cells = begins.size() - 1;
    std::vector<Box> text(cells, Box{1, 0, 0, 0});
    std::vector<bool> prose(cells, false);  // the rest of a row of the page before
    for (const PdfWord& word : page.words) {
      if (band_of(word, levels) != band || !columns.in_width(word)) {
        continue;
      }
      const auto at = std::upper_bound(begins.begin(), begins.end(), columns.column_of(word));
      const auto cell = static_cast<std::size_t>(at - begins.begin() - 1);
      Box& box = text[cell];
      prose[cell] = prose[cell] || word.text.find_first_of(U"，。；") != word.text.npos;
      const bool blank = box.left > box.right;
      box.left = blank ? word.box.left : std::min(box.left, word.box.left);
      box.right = blank ? word.box.right : std::max(box.right, word.box.right);
    }
    // Blank, and with a line below: not the rows that a cell spans.
    const auto blank = [&](std::size_t c) {
      const double middle = (edges[begins[c]] + edges[begins[c + 1]]) / 2;
      return text[c].left > text[c].right && levels[band + 1].covers(middle) &&
             levels[band].covers(middle);
    };
    for (std::size_t c = 0; c < cells; ++c) {
      if (text[c].left > text[c].right || prose[c]) {
        continue;
      }
      const double middle = (text[c].left + text[c].right) / 2;
      const auto off = [&](std::size_t first, std::size_t last) {
        return std::abs(middle - (edges[begins[first]] + edges[begins[last + 1]]) / 2);
      };
      std::size_t first = c;
      std::size_t last = c;
      for (std::size_t from = c;; --from) {
        for (std::size_t to = c;; ++to) {
          if (off(from, to) < centred && to - from > last - first) {
            first = from;
            last = to;
          }
          if (to + 1 >= cells || !blank(to + 1)) {
            break;
          }
        }
        if (from == 0 || !blank(from - 1)) {
          break;
        }
      }
      for (std::size_t k = first; k < last; ++k) {
        walls.open(begins[k + 1], band);
      }
    }
  }
}

}  // namespace budgetdiff::import
