#include "import/page/bare_projects.hpp"

#include "import/page/project_bands.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace budgetdiff::import {
namespace {

/// What a band of a project holds.
struct Held {
  bool name = false;
  bool amount = false;
  bool sum = false;
};

Held held_in(const std::vector<ColumnText>& columns, const RowBand& band) {
  Held out;
  for (const ColumnText& column : columns) {
    for (const PdfLine& line : column.lines) {
      if (line.middle < band.top || line.middle > band.bottom) {
        continue;
      }
      const std::u32string text = without_space(line.line.text);
      out.name = out.name || column.role == Role::project_name;
      out.amount = out.amount || (column.role == Role::money && read_published_amount(text));
      out.sum = out.sum || is_sum_label(to_utf8(text));
    }
  }
  return out;
}

/// The white between two rows below each other: the least but for a few.
double padding_of(const std::vector<RowBand>& rows) {
  std::vector<double> gaps;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    gaps.push_back(rows[r].top - rows[r - 1].bottom);
  }
  std::sort(gaps.begin(), gaps.end());
  return gaps.empty() ? -1 : gaps[gaps.size() / 4];
}

}  // namespace

std::vector<RowBand> bare_projects(const std::vector<ColumnText>& columns,
                                   const std::vector<RowBand>& rows, double line_step,
                                   bool continued) {
  std::vector<RowBand> out;
  constexpr double nearly = 0.8;  // print rounds
  const double padding = padding_of(rows);
  if (padding <= 0) {
    return out;
  }
  for (const RowBand& band : row_bands(columns, belongs_to_project, line_step)) {
    const bool apart = std::all_of(rows.begin(), rows.end(), [&](const RowBand& row) {
      return band.top - row.bottom >= nearly * padding || row.top - band.bottom >= nearly * padding;
    });
    const Held held = held_in(columns, band);
    const bool rest = band.bottom < rows.front().top && continued && !held.amount;
    // Behind the last row it may be one whose indicators the next page has.
    const bool last = band.top > rows.back().bottom;
    if (apart && held.name && !held.sum && !rest && !last) {
      out.push_back(band);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
