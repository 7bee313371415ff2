#include "import/page/project_rows.hpp"

#include "import/page/strip_rows.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines that end this many letters before the widest are full.
constexpr double full_line = 2.1;

/// How a column ends on this page; unknown where its cells do not end in 。.
Before ending_of(const std::vector<PdfLine>& lines, const std::vector<std::size_t>& rows) {
  std::size_t cells = 0;
  std::size_t whole = 0;
  const auto stops = [&](std::size_t i) {
    const std::u32string text = without_space(lines[i].line.text);
    return !text.empty() && text.back() == U'。';
  };
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (rows[i] != rows[i + 1]) {
      ++cells;
      whole += stops(i) ? 1U : 0U;
    }
  }
  if (lines.size() > 1 && cells == 0) {
    // A single cell, which hardly ends with a full line and no full stop.
    double widest = 0;
    for (const PdfLine& line : lines) {
      widest = std::max(widest, line.box.right - line.box.left);
    }
    const PdfLine& last = lines.back();
    const bool full = last.box.right - last.box.left > widest - full_line * last.size;
    return full && !stops(lines.size() - 1) ? Before::open : Before::unknown;
  }
  if (lines.empty() || cells == 0 || whole * 10 < cells * 8) {
    return Before::unknown;
  }
  return stops(lines.size() - 1) ? Before::whole : Before::open;
}

/// Which rows are sums: their label stands at the height of their figures.
std::vector<bool> sum_rows(const std::vector<PdfLine>& lines, const std::vector<double>& anchors) {
  std::vector<bool> out(anchors.size(), false);
  for (const PdfLine& line : lines) {
    for (std::size_t i = 0; i < anchors.size(); ++i) {
      if (std::abs(anchors[i] - line.middle) < 0.6 * line.size &&
          is_sum_label(to_utf8(without_space(line.line.text)))) {
        out[i] = true;
      }
    }
  }
  return out;
}

}  // namespace

std::vector<double> anchors_of(const std::vector<PdfLine>& lines, bool money) {
  std::vector<double> out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (money) {
      if (read_published_amount(without_space(lines[i].line.text))) {
        out.push_back(lines[i].middle);
      }
      continue;
    }
    // Lines of one cell are close together.
    const double start = lines[i].middle;
    while (i + 1 < lines.size() &&
           lines[i + 1].middle - lines[i].middle < 1.45 * std::max(1.0, lines[i].size)) {
      ++i;
    }
    out.push_back((start + lines[i].middle) / 2);
  }
  return out;
}

void place_project_rows(StripColumns& columns, std::vector<std::vector<PdfLine>>& lines,
                        const std::vector<double>& anchors, std::size_t first, Grid& grid) {
  const std::size_t n = lines.size();
  std::vector<bool> sums(anchors.size(), false);
  std::size_t label = Grid::none;
  for (std::size_t c = 0; c < n && label == Grid::none; ++c) {
    if (!columns.money[c]) {
      sums = sum_rows(lines[c], anchors);
      label = std::find(sums.begin(), sums.end(), true) != sums.end() ? c : Grid::none;
    }
  }
  std::vector<Before> last(n, Before::unknown);
  for (std::size_t c = 0; c < n; ++c) {
    std::vector<std::size_t> rows;
    if (columns.money[c] && !anchors.empty()) {
      for (const PdfLine& line : lines[c]) {
        const auto nearest =
            std::min_element(anchors.begin(), anchors.end(), [&](double a, double b) {
              return std::abs(a - line.middle) < std::abs(b - line.middle);
            });
        rows.push_back(static_cast<std::size_t>(nearest - anchors.begin()) + 1);
      }
    } else {
      rows = rows_of_lines(lines[c], anchors, c == columns.list,
                           c == label ? std::vector<bool>{} : sums,
                           columns.before.empty() ? Before::unknown : columns.before[c]);
    }
    if (columns.prose[c]) {
      last[c] = ending_of(lines[c], rows);
    }
    for (std::size_t i = 0; i < lines[c].size();) {
      Cell cell;
      cell.row = first + rows[i];
      cell.column = c;
      cell.place = lines[c][i].line.place;
      const std::size_t row = rows[i];
      for (; i < lines[c].size() && rows[i] == row; ++i) {
        cell.lines.push_back(std::move(lines[c][i].line));
      }
      grid.add(std::move(cell));
    }
  }
  columns.before = std::move(last);
}

}  // namespace budgetdiff::import
