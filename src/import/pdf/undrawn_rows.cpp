#include "import/pdf/undrawn_rows.hpp"

#include "import/page/lines.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Amounts of one cell's parts are a few; those of rows are more.
constexpr std::size_t least_amounts = 3;
constexpr std::size_t least_behind = 2;

bool are_amounts(const std::vector<PdfLine>& lines) {
  return std::all_of(lines.begin(), lines.end(), [](const PdfLine& line) {
    return read_published_amount(without_space(line.line.text)).has_value();
  });
}

/// How many lines begin a target.
std::size_t targets_in(const std::vector<PdfLine>& lines) {
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](const PdfLine& line) {
        return comparator_signs.find(line.line.text.front()) != comparator_signs.npos;
      }));
}

bool are_same(const std::vector<double>& columns, const std::vector<double>& before) {
  constexpr double same_place = 3;
  return std::equal(columns.begin(), columns.end(), before.begin(), before.end(),
                    [](double a, double b) { return std::abs(a - b) < same_place; });
}

}  // namespace

bool hides_rows(const TableFrame& frame, const AreaWords& words, int page,
                const std::vector<double>& before) {
  const bool goes_on = are_same(frame.xs, before);
  const std::size_t least = goes_on ? least_behind : least_amounts;
  const double height = frame.ys.back() - frame.ys.front();
  // A page of two projects: their amounts in more than one column, and the targets of both.
  std::size_t of_two = 0;
  bool targets = false;
  for (std::size_t a = 0; a < words.size(); ++a) {
    const Cell& cell = frame.areas[a];
    const double own = frame.ys[cell.row + cell.rows] - frame.ys[cell.row];
    if (cell.rows > 1 || own * 2 < height || words[a].size() < least_behind) {
      continue;
    }
    const std::vector<PdfLine> lines = lines_of(words[a], page);
    of_two += lines.size() == least_behind && are_amounts(lines) ? 1U : 0U;
    targets = targets || targets_in(lines) >= least_amounts;
    if (lines.size() >= least && (are_amounts(lines) || (goes_on && targets_in(lines) >= least))) {
      return true;
    }
  }
  return of_two > 1 && targets;
}

}  // namespace budgetdiff::import
