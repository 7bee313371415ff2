#include "import/table/table_units.hpp"

#include "import/identity.hpp"
#include "import/stated_sums.hpp"
#include "import/table/row_numbers.hpp"
#include "import/text/paragraphs.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// 甲市, 乙县: who gets the money, and nobody's table.
bool names_region(std::string_view name) {
  constexpr auto ends =
      std::to_array<std::string_view>({"省", "市", "县", "区", "州", "盟", "旗", "乡", "镇"});
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

}  // namespace

TableUnits::TableUnits(const TableRecords& records, const std::vector<Funding>& funding)
    : records_(records), funding_(funding) {
  find_unit_rows();
  std::set<std::string> names;
  for (std::size_t i = 0; i < records_.projects.size(); ++i) {
    if (!is_unit(i)) {
      names.insert(unit_of(i));
    }
  }
  several_ = names.size() > 1;
  find_department();
}

void TableUnits::find_unit_rows() {
  std::vector<UnitCandidate> candidates;
  const std::vector<RowNumber> numbers = group_numbers(records_.projects);
  for (std::size_t i = 0; i < records_.projects.size(); ++i) {
    const ProjectText& project = records_.projects[i];
    UnitCandidate candidate;
    // A unit's row may be one cell over the columns of units and projects.
    candidate.name =
        published(project.name.empty() ? project.spending_unit.text : project.name.text);
    if (const Amount* total = funding_[i].total()) {
      candidate.total = *total;
    }
    candidate.has_cells = !project.goal.empty() || project.has_indicators();
    candidate.number = numbers[i];
    names_.push_back(candidate.name);
    candidates.push_back(std::move(candidate));
  }
  units_ = find_units(candidates, records_.department, false);
}

std::vector<Finding> TableUnits::wrong_unit_rows() const {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (is_unit(i)) {
      compare_unit_row(i, findings);
    }
  }
  return findings;
}

/// A column that no project of the table fills in is the units' own.
void TableUnits::compare_unit_row(std::size_t unit, std::vector<Finding>& findings) const {
  for (const auto& [key, stated] : funding_[unit].items()) {
    Amount sum;
    bool used = false;
    for (std::size_t i = 0; i < funding_.size(); ++i) {
      const Amount* const amount = is_unit(i) ? nullptr : funding_[i].find(key);
      used = used || amount != nullptr;
      if (amount != nullptr && units_.holds(unit, i)) {
        sum += *amount;
      }
    }
    if ((used || key == column::total) && stated != sum) {
      findings.push_back(
          subtotal_mismatch(names_[unit], key, stated, sum, records_.projects[unit].place));
    }
  }
}

/// The body that a column names on every row; "" where rows differ.
std::string TableUnits::only_one(Flow ProjectText::*column) const {
  std::string only;
  for (const ProjectText& project : records_.projects) {
    const std::string name = without_unit_code(published((project.*column).text));
    if (name.empty() || (!only.empty() && name != only)) {
      return {};
    }
    only = name;
  }
  return only;
}

void TableUnits::find_department() {
  if (!records_.department.empty()) {
    department_ = records_.department;
    return;
  }
  const std::string titled = department_in_heading(records_.heading);
  if (units_.owner() != UnitRows::none) {
    const std::string& owner = names_[units_.owner()];
    if (titled.empty() || names_public_body(without_unit_code(owner))) {
      department_ = owner;
    }
    return;
  }
  // One department on every row, or one spending unit, is whose table it is.
  department_ = only_one(&ProjectText::department);
  if (!department_.empty() || !records_.labelled.empty()) {
    return;  // or its label says it, if no title does
  }
  department_ = titled;
  const std::string unit = only_one(&ProjectText::spending_unit);
  if (titled.empty() && !names_region(unit)) {  // else it is one of the department's own
    department_ = only_unit_ = unit;
  }
}

std::string TableUnits::unit_of(std::size_t row) const {
  const Flow& own = records_.projects[row].spending_unit;
  const std::size_t above = units_.unit_of[row];
  if (!own.empty() || above == UnitRows::none) {
    return without_unit_code(published(own.text));
  }
  return without_unit_code(names_[above]);
}

std::vector<bool> TableUnits::rows_of(const std::string& unit) const {
  const std::string folded = fold_name(without_unit_code(unit));
  std::vector<bool> out;
  for (std::size_t i = 0; i < funding_.size(); ++i) {
    out.push_back(fold_name(unit_of(i)) == folded);
  }
  return out;
}

}  // namespace budgetdiff::import
