#pragma once

/// Pages made up word by word, and grids as texts.

#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import::test {

/// A word of Chinese letters ten points wide whose middle is at `y`.
inline PdfWord word(double x, double y, std::u32string text) {
  constexpr double size = 10;
  PdfWord out;
  out.text = std::move(text);
  out.size = size;
  const double width = size * static_cast<double>(out.text.size());
  out.box = {x, y - size / 2, x + width, y + size / 2};
  for (std::size_t i = 0; i < out.text.size(); ++i) {
    out.char_left.push_back(x + size * static_cast<double>(i));
    out.char_right.push_back(x + size * static_cast<double>(i + 1));
  }
  return out;
}

inline PdfPage blank_page() {
  PdfPage page;
  page.number = 1;
  page.width = 600;
  page.height = 800;
  return page;
}

/// The texts of a grid, row by row, spanned positions left out.
inline std::vector<std::vector<std::u32string>> texts(const Grid& grid) {
  std::vector<std::vector<std::u32string>> out(grid.rows());
  for (std::size_t r = 0; r < grid.rows(); ++r) {
    for (std::size_t c = 0; c < grid.columns(); ++c) {
      const Cell* const cell = grid.begins_at(r, c);
      if (cell != nullptr && cell->column == c) {
        out[r].push_back(cell->packed());
      }
    }
  }
  return out;
}

}  // namespace budgetdiff::import::test
