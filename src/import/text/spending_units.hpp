#pragma once

/// Rows that stand for a spending unit (资金使用单位) and not for a project.

#include "import/text/rows.hpp"

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What is known of a row when units are looked for.
struct UnitCandidate {
  std::string name;
  std::optional<Amount> total;
  bool has_cells = false;  ///< goal or indicators
  bool indented = false;
};

/// Which rows are units. A unit has amounts and no cells; and its amount is the
/// sum of the projects below it up to the next unit, or it is the department,
/// or its name is that of a public body and, where the table indents projects,
/// stands unindented.
[[nodiscard]] std::vector<bool> find_units(const std::vector<UnitCandidate>& rows,
                                           std::string_view department, bool table_indents);

}  // namespace budgetdiff::import
