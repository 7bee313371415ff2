#include "import/sheet/cell_ranges.hpp"

#include "import/sheet/sheet_grids.hpp"

#include <map>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_named = 12;

struct Range {
  std::size_t first_row = 0;
  std::size_t last_row = 0;
  std::size_t first_column = 0;
  std::size_t last_column = 0;
};

/// Cells beside one another, and those that stand below with the same columns.
std::vector<Range> ranges_of(const CellSet& cells) {
  std::vector<Range> out;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> lowest;  ///< by their columns
  for (auto at = cells.begin(); at != cells.end();) {
    Range run{at->first, at->first, at->second, at->second};
    for (++at; at != cells.end() && at->first == run.first_row && at->second == run.last_column + 1;
         ++at) {
      run.last_column = at->second;
    }
    const auto [above, added] = lowest.try_emplace({run.first_column, run.last_column}, out.size());
    if (!added && out[above->second].last_row + 1 == run.first_row) {
      out[above->second].last_row = run.first_row;
    } else {
      above->second = out.size();
      out.push_back(run);
    }
  }
  return out;
}

}  // namespace

std::string cell_ranges(const CellSet& cells) {
  std::string out;
  std::size_t named = 0;
  for (const Range& range : ranges_of(cells)) {
    out += out.empty() ? "" : ", ";
    if (++named > most_named) {
      return out + "…";
    }
    out += to_cell_name(range.first_row, range.first_column);
    if (range.last_row > range.first_row || range.last_column > range.first_column) {
      out += ":" + to_cell_name(range.last_row, range.last_column);
    }
  }
  return out;
}

}  // namespace budgetdiff::import
