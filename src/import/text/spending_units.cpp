#include "import/text/spending_units.hpp"

#include "import/identity.hpp"

#include <algorithm>
#include <cstddef>

namespace budgetdiff::import {
namespace {

/// Rows that one unit may have before its sum is no longer looked for.
constexpr std::size_t most_rows = 5000;

/// Whether the totals below `unit` reach exactly its own at some row.
bool sums_up(const std::vector<UnitCandidate>& rows, std::size_t unit) {
  if (!rows[unit].total || rows[unit].total->is_zero()) {
    return false;
  }
  Amount sum;
  const std::size_t end = std::min(rows.size(), unit + most_rows);
  for (std::size_t i = unit + 1; i < end; ++i) {
    if (rows[i].total) {
      sum += *rows[i].total;
    }
    const bool boundary = i + 1 == rows.size() || !rows[i + 1].has_cells;
    if (boundary && sum == *rows[unit].total) {
      return true;
    }
    if (sum > *rows[unit].total) {
      return false;
    }
  }
  return false;
}

}  // namespace

std::vector<bool> find_units(const std::vector<UnitCandidate>& rows, std::string_view department,
                             bool table_indents) {
  std::vector<bool> units(rows.size(), false);
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    const UnitCandidate& row = rows[i];
    if (row.has_cells || !row.total) {
      continue;
    }
    const bool body = names_public_body(row.name);
    const bool by_place = table_indents ? !row.indented : body;
    units[i] = (!department.empty() && row.name == department) || (body && by_place) ||
               ((by_place || i == 0) && sums_up(rows, i));
  }
  return units;
}

}  // namespace budgetdiff::import
