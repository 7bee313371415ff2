#include "import/mapping/sheet_years.hpp"

#include "import/mapping/year_written.hpp"

#include <map>

namespace budgetdiff::import {

SheetYears years_of_sheets(const std::vector<const Grid*>& grids, const TableMapping& mapping) {
  SheetYears out;
  std::map<int, bool> seen;  // and whether as a span
  for (const Grid* grid : grids) {
    const auto written = read_year_written(grid->place.sheet, mapping.year_offset);
    if (written) {
      const auto [year, is_new] = seen.emplace(written->year, written->span);
      if (!is_new && year->second != written->span) {
        out.doubled = out.doubled.value_or(out.years.size());
      }
    } else {
      out.without = out.without.value_or(out.years.size());
    }
    out.years.push_back(written ? std::optional(written->year) : std::nullopt);
  }
  out.differ = seen.size() > 1;
  return out;
}

}  // namespace budgetdiff::import
