#include "import/page/figure_rows.hpp"

#include "import/page/strip_rows.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace budgetdiff::import {
namespace {

/// Lines nearer than this many letters stand at one height.
constexpr double same_height = 0.5;

/// A single Chinese letter.
bool is_letter(const PdfLine& line) {
  const std::u32string text = without_space(line.line.text);
  return text.size() == 1 && is_cjk(text.front());
}

bool same_lines(const std::vector<PdfLine>& a, const std::vector<PdfLine>& b, double size) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [&](const PdfLine& x, const PdfLine& y) {
           return std::abs(x.middle - y.middle) < same_height * size;
         });
}

/// Whether lines stand equally far apart, as those of cells of one line do.
bool is_even(const std::vector<PdfLine>& lines) {
  double least = 0;
  double most = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double step = lines[i].middle - lines[i - 1].middle;
    least = i == 1 ? step : std::min(least, step);
    most = std::max(most, step);
  }
  return most <= LineMeasure::in_cell * least;
}

}  // namespace

std::vector<double> figure_heights(const std::vector<ColumnText>& columns,
                                   const LineMeasure& measure) {
  std::vector<double> at;
  const auto add = [&](double middle) { at.push_back(middle); };
  const ColumnText* names = nullptr;
  for (const ColumnText& column : columns) {
    names = column.role == Role::level3 && names == nullptr ? &column : names;
    if (column.role == Role::weight || column.role == Role::comparator) {
      const std::vector<PdfLine>& lines = column.lines;
      for (std::size_t k = 0; k < lines.size(); ++k) {
        // 定 and 性 below it are one word that a narrow column breaks.
        const bool broken = k + 1 < lines.size() && is_letter(lines[k]) &&
                            is_letter(lines[k + 1]) && measure.together(lines[k], lines[k + 1]);
        add(broken ? (lines[k].middle + lines[k + 1].middle) / 2 : lines[k].middle);
        k += broken ? 1U : 0U;
      }
    }
  }
  for (const ColumnText& column : columns) {
    if (!holds_targets(column.role)) {
      continue;
    }
    const bool as_names = names != nullptr &&
                          same_lines(names->lines, column.lines, measure.size()) &&
                          is_even(column.lines);
    for (const LineBlock& block :
         as_names ? single_lines(column.lines) : measure.blocks(column.lines)) {
      const double top = column.lines[block.begin].middle - same_height * measure.size();
      const double bottom = column.lines[block.end - 1].middle + same_height * measure.size();
      if (std::none_of(at.begin(), at.end(), [&](double y) { return y >= top && y <= bottom; })) {
        add(block.middle);
      }
    }
  }
  std::sort(at.begin(), at.end());
  std::vector<double> out;
  for (const double y : at) {
    if (out.empty() || y - out.back() > same_height * measure.size()) {
      out.push_back(y);
    }
  }
  return out;
}

std::vector<std::size_t> rows_by_figures(const std::vector<PdfLine>& lines,
                                         const std::vector<double>& at,
                                         const LineMeasure& measure) {
  std::vector<std::size_t> out;
  for (const PdfLine& line : lines) {
    const auto nearest = std::min_element(at.begin(), at.end(), [&](double a, double b) {
      return std::abs(a - line.middle) < std::abs(b - line.middle);
    });
    out.push_back(static_cast<std::size_t>(nearest - at.begin()) + 1);
  }
  for (std::size_t i = 0; i < lines.size();) {
    const std::size_t begin = i;
    while (i < lines.size() && out[i] == out[begin]) {
      ++i;
    }
    if (std::abs(middle_of(lines, begin, i) - at[out[begin] - 1]) > same_height * measure.size()) {
      return rows_of_lines(lines, at, false);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
