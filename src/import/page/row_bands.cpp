#include "import/page/row_bands.hpp"

#include "import/page/line_step.hpp"

#include <algorithm>

namespace budgetdiff::import {

std::vector<RowBand> row_bands(std::vector<const PdfLine*> lines, double line_step) {
  std::sort(lines.begin(), lines.end(),
            [](const PdfLine* a, const PdfLine* b) { return a->middle < b->middle; });
  const double half = line_step / 2;
  std::vector<RowBand> out;
  double last = 0;
  for (const PdfLine* const line : lines) {
    if (out.empty() || !is_line_step(line->middle - last, line_step)) {
      out.push_back({line->middle - half, line->middle + half});
    }
    out.back().bottom = line->middle + half;
    last = line->middle;
  }
  return out;
}

std::size_t band_at(const std::vector<RowBand>& bands, double y) {
  const auto off = [&](const RowBand& band) {
    return y < band.top ? band.top - y : y > band.bottom ? y - band.bottom : 0;
  };
  return static_cast<std::size_t>(
      std::min_element(bands.begin(), bands.end(),
                       [&](const RowBand& a, const RowBand& b) { return off(a) < off(b); }) -
      bands.begin());
}

}  // namespace budgetdiff::import
