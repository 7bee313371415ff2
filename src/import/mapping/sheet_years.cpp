#include "import/mapping/sheet_years.hpp"

#include "import/mapping/year_written.hpp"

#include <set>

namespace budgetdiff::import {

SheetYears years_of_sheets(const std::vector<const Grid*>& grids, const TableMapping& mapping) {
  SheetYears out;
  std::set<int> seen;
  for (const Grid* grid : grids) {
    const auto written = read_year_written(grid->place.sheet, mapping.year_offset);
    if (written) {
      seen.insert(written->year);
    } else {
      out.without = out.without.value_or(out.years.size());
    }
    out.years.push_back(written ? std::optional(written->year) : std::nullopt);
  }
  out.differ = seen.size() > 1;
  return out;
}

}  // namespace budgetdiff::import
