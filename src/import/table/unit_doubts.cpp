#include "import/table/unit_doubts.hpp"

#include "import/money_labels.hpp"
#include "import/table/records.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {

void doubt_units(const std::vector<std::string>& units, const Place& place,
                 std::vector<Finding>& findings) {
  if (units.empty()) {
    return;
  }
  const auto taken = read_money_unit(units.back());
  const auto other = std::find_if(units.begin(), units.end(), [&](const std::string& unit) {
    const auto read = read_money_unit(unit);
    return read && taken && !(*read == *taken);
  });
  if (other == units.end()) {
    return;
  }
  Finding finding{"unit-differs",
                  Severity::warning,
                  place,
                  "",
                  {BD_TR("the table says two units of its amounts, {0} and {1}; {1} was taken"),
                   {*other, units.back()}}};
  say_once(std::move(finding), findings);
}

void doubt_own_units(const Header& header, const std::string& caption, TableRecords& records) {
  std::vector<std::string> units;
  for (const Column& column : header.columns) {
    if (column.role == Role::money && (column.unit.empty() || column.unit == caption)) {
      return;
    }
    if (column.role == Role::money) {
      units.push_back(column.unit);
    }
  }
  if (!caption.empty() && !units.empty()) {
    doubt_units({caption, units.back()}, records.header_place, records.findings);
  }
}

std::vector<std::string> units_in_lines(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  for (const std::string& line : lines) {
    if (std::string unit = money_unit_in_line(to_code_points(line)); !unit.empty()) {
      out.push_back(std::move(unit));
    }
  }
  return out;
}

}  // namespace budgetdiff::import
