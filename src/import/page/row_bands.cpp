#include "import/page/row_bands.hpp"

#include "import/page/line_step.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace budgetdiff::import {

namespace {

/// Two cells are of one row where they share this part of the lower one. Lines of one row stand
/// some points apart where fonts are mixed, which may be as much as the padding.
constexpr double shared_part = 0.5;

using Lines = std::vector<const PdfLine*>;

bool has_chinese(const PdfLine& line) {
  return std::any_of(line.line.text.begin(), line.line.text.end(), is_cjk);
}

/// The middles of two lines below each other that are of two cells, as their step says.
struct Gap {
  double above;
  double below;
};

/// Of lines of Chinese letters, which are of one font.
std::vector<Gap> gaps_of(const std::vector<Lines>& columns, double line_step) {
  std::vector<Gap> out;
  for (const Lines& column : columns) {
    for (std::size_t i = 1; i < column.size(); ++i) {
      const PdfLine& above = *column[i - 1];
      const PdfLine& below = *column[i];
      if (has_chinese(above) && has_chinese(below) &&
          !is_line_step(below.middle - above.middle, line_step)) {
        out.push_back({above.middle, below.middle});
      }
    }
  }
  return out;
}

/// A target or its comparator begins.
bool begins_target(const PdfLine& line) {
  const std::u32string text = without_space(line.line.text);
  return !text.empty() && comparator_signs.find(text.front()) != comparator_signs.npos;
}

/// Gaps between two targets, however near: rows of a line each have no padding between them where
/// a spreadsheet prints them.
std::vector<Gap> gaps_between_targets(const std::vector<Lines>& columns) {
  std::vector<Gap> out;
  for (const Lines& column : columns) {
    for (std::size_t i = 1; i < column.size(); ++i) {
      if (begins_target(*column[i - 1]) && begins_target(*column[i])) {
        out.push_back({column[i - 1]->middle, column[i]->middle});
      }
    }
  }
  return out;
}

/// Whether print has pushed a cell's last line onto the first of the next cell: lines of one
/// cell keep their distance.
bool stands_over(const PdfLine& above, const PdfLine& below, double line_step) {
  constexpr double least_step = 0.6;
  return below.middle - above.middle < least_step * line_step &&
         std::min(above.box.right, below.box.right) - std::max(above.box.left, below.box.left) >
             above.size / 2;
}

/// The cells of a column, by the steps between its lines. Where one is of digits the step may
/// be off by the padding: a gap beside them parts them, too.
void add_cells(const Lines& lines, double line_step, const std::vector<Gap>& gaps,
               const std::vector<Gap>& sure, std::vector<RowBand>& out) {
  const double half = line_step / 2;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double middle = lines[i]->middle;
    const double last = i > 0 ? lines[i - 1]->middle : middle;
    const bool mixed = i > 0 && has_chinese(*lines[i - 1]) != has_chinese(*lines[i]);
    const auto beside = [&](const Gap& gap) {
      return std::abs(gap.above - last) < half / 2 && std::abs(gap.below - middle) < half / 2;
    };
    const bool parted = (mixed && std::any_of(gaps.begin(), gaps.end(), beside)) ||
                        (i > 0 && std::any_of(sure.begin(), sure.end(), beside));
    const bool overlaid = i > 0 && stands_over(*lines[i - 1], *lines[i], line_step);
    if (i == 0 || parted || overlaid || !is_line_step(middle - last, line_step)) {
      out.push_back({middle - half, middle + half});
    }
    out.back().bottom = middle + half;
  }
}

}  // namespace

std::vector<RowBand> row_bands(const std::vector<std::vector<const PdfLine*>>& columns,
                               double line_step) {
  std::vector<Lines> sorted = columns;
  for (Lines& column : sorted) {
    std::sort(column.begin(), column.end(),
              [](const PdfLine* a, const PdfLine* b) { return a->middle < b->middle; });
  }
  const std::vector<Gap> gaps = gaps_of(sorted, line_step);
  const std::vector<Gap> sure = gaps_between_targets(sorted);
  std::vector<RowBand> cells;
  for (const Lines& column : sorted) {
    add_cells(column, line_step, gaps, sure, cells);
  }
  std::sort(cells.begin(), cells.end(),
            [](const RowBand& a, const RowBand& b) { return a.top < b.top; });
  std::vector<RowBand> out;
  for (const RowBand& cell : cells) {
    // A cell may join rows that others made.
    RowBand row = cell;
    while (!out.empty()) {
      const RowBand& above = out.back();
      const double lower = std::min(above.bottom - above.top, row.bottom - row.top);
      if (std::min(above.bottom, row.bottom) - row.top <= shared_part * lower) {
        break;
      }
      row = {std::min(above.top, row.top), std::max(above.bottom, row.bottom)};
      out.pop_back();
    }
    out.push_back(row);
  }
  for (std::size_t k = 1; k < out.size(); ++k) {
    if (out[k - 1].bottom > out[k].top) {
      out[k - 1].bottom = out[k].top = (out[k - 1].bottom + out[k].top) / 2;
    }
  }
  return out;
}

std::vector<RowBand> row_bands(const std::vector<ColumnText>& columns, bool (*takes)(Role),
                               double line_step) {
  std::vector<Lines> lines(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c) {
    for (std::size_t i = 0; takes(columns[c].role) && i < columns[c].lines.size(); ++i) {
      lines[c].push_back(&columns[c].lines[i]);
    }
  }
  return row_bands(lines, line_step);
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
