#include "import/page/prose_steps.hpp"

#include "import/page/moved_lines.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace budgetdiff::import {
namespace {

/// More lines between two of a goal are other cells' text below a blank one.
constexpr std::size_t most_between = 3;

/// The heights of neighbouring lines of each goal.
std::map<double, double> steps_of(const std::vector<TextBand>& bands,
                                  const std::vector<ColumnText>& columns) {
  std::map<double, double> out;
  const auto goal = std::find_if(columns.begin(), columns.end(), [](const ColumnText& column) {
    return column.role == Role::goal || column.role == Role::annual_goal;
  });
  if (goal == columns.end()) {
    return out;
  }
  for (const TextBand& band : bands) {
    const auto [begin, end] = lines_in_band(goal->lines, band);
    for (std::size_t i = begin + 1; i < end; ++i) {
      out[goal->lines[i - 1].middle] = goal->lines[i].middle;
    }
  }
  return out;
}

/// The heights of neighbouring lines of the cells of rows, which are a step apart as well.
std::vector<std::pair<double, double>> steps_in_cells(const std::vector<ColumnText>& columns,
                                                      const std::vector<TextRow>& rows) {
  std::vector<std::pair<double, double>> out;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const std::vector<PdfLine>& lines = columns[c].lines;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const std::size_t end = r + 1 < rows.size() ? rows[r + 1].first[c] : lines.size();
      for (std::size_t i = rows[r].first[c];
           i < lines.size() && i + 1 < std::min(end, lines.size()); ++i) {
        out.emplace_back(lines[i].middle, lines[i + 1].middle);
      }
    }
  }
  return out;
}

}  // namespace

void close_to_prose(const std::vector<TextBand>& bands, double step,
                    std::vector<ColumnText>& columns, std::vector<TextRow>& rows) {
  const std::map<double, double> steps = steps_of(bands, columns);
  const std::vector<std::pair<double, double>> in_cells = steps_in_cells(columns, rows);
  std::map<double, double> places;
  for (const ColumnText& column : columns) {
    for (const PdfLine& line : column.lines) {
      places[line.middle] = line.middle;
    }
  }
  double moved = 0;
  bool any = false;
  for (auto at = places.begin(); at != places.end();) {
    at->second = at->first - moved;
    const auto goes_on = steps.find(at->first);
    const auto next = goes_on == steps.end() ? places.end() : places.find(goes_on->second);
    const auto between = next == places.end() ? 0 : std::distance(at, next) - 1;
    if (between < 1 || static_cast<std::size_t>(between) > most_between ||
        next->first - at->first <= step ||
        std::any_of(in_cells.begin(), in_cells.end(), [&](const auto& cell) {
          return cell.first >= at->first && cell.second <= next->first;
        })) {
      ++at;
      continue;
    }
    const double from = at->second;
    double k = 1;
    for (++at; at != next; ++at, ++k) {
      at->second = from + step * k / static_cast<double>(between + 1);
    }
    moved = next->first - from - step;
    any = true;
  }
  if (any) {
    move_lines(places, columns, rows);
  }
}

}  // namespace budgetdiff::import
