#pragma once

/// Units of money that one table says twice and differently: a figure is then wrong by the factor
/// between them, and nobody but its author knows which.

#include "import/table/columns.hpp"
#include "import/table/records.hpp"

#include <budgetdiff/base/place.hpp>
#include <budgetdiff/model/finding.hpp>

#include <string>
#include <vector>

namespace budgetdiff::import {

/// Says, at `place`, that `units`, of which the last was taken, are not one; nothing where they
/// are.
void doubt_units(const std::vector<std::string>& units, const Place& place,
                 std::vector<Finding>& findings);

/// Says the same of a caption's unit where each column of amounts has its own, and another.
void doubt_own_units(const Header& header, const std::string& caption, TableRecords& records);

/// The units that the lines above a table say, one after the other.
[[nodiscard]] std::vector<std::string> units_in_lines(const std::vector<std::string>& lines);

}  // namespace budgetdiff::import
