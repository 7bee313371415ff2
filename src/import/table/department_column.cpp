#include "import/table/department_column.hpp"

#include "import/identity.hpp"
#include "import/text/paragraphs.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A row for a department, a unit or a heading: no project, so nobody's.
bool is_heading_row(const ProjectText& row) {
  return row.department.empty() && row.goal.empty() && row.annual_goal.empty() &&
         !row.has_indicators();
}

/// Departments, each once, and which of them each row is of.
struct Departments {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::vector<std::string> names;
  std::vector<std::string> folded;
  std::vector<std::size_t> of_row;

  [[nodiscard]] std::size_t find(const std::string& name) const {
    const auto at = std::find(folded.begin(), folded.end(), fold_name(name));
    return at == folded.end() ? none : static_cast<std::size_t>(at - folded.begin());
  }
};

/// None where a row says no department or no whole name of one.
std::optional<Departments> departments_of(const TableRecords& records) {
  Departments out;
  for (const ProjectText& row : records.projects) {
    if (is_heading_row(row)) {
      out.of_row.push_back(Departments::none);
      continue;
    }
    std::string name = without_unit_code(published(row.department.text));
    if (!names_public_body(name)) {
      return std::nullopt;
    }
    std::size_t department = out.find(name);
    if (department == Departments::none) {
      department = out.names.size();
      out.folded.push_back(fold_name(name));
      out.names.push_back(std::move(name));
    }
    out.of_row.push_back(department);
  }
  for (const std::string& one : out.folded) {
    for (const std::string& other : out.folded) {
      if (one != other && (other.starts_with(one) || other.ends_with(one))) {
        return std::nullopt;  // 某县水利局 and 水利局: one of them was cut, or both are one
      }
    }
  }
  return out;
}

}  // namespace

std::vector<TableRecords> records_by_department(const TableRecords& records,
                                                const std::optional<std::string>& wanted) {
  const std::optional<Departments> departments = departments_of(records);
  if (!departments || departments->names.size() < 2) {
    return {};
  }
  const std::size_t own = departments->find(without_unit_code(records.department));
  if (own != Departments::none) {
    const std::size_t asked = wanted ? departments->find(*wanted) : own;
    if (asked == own || asked == Departments::none) {
      return {};
    }
  }
  TableRecords common = records;
  common.projects.clear();
  common.subtotals.clear();
  if (!common.sums.empty()) {
    common.sums.clear();
    add_once(common.unread, "合计");
  }
  std::vector<TableRecords> out;
  for (std::size_t i = 0; i < departments->names.size(); ++i) {
    TableRecords part = common;
    part.department = departments->names[i];
    for (std::size_t row = 0; row < records.projects.size(); ++row) {
      if (departments->of_row[row] == i) {
        part.projects.push_back(records.projects[row]);
      }
    }
    if (i > 0) {
      part.findings.clear();  // they are of the whole table, and said once
    }
    out.push_back(std::move(part));
  }
  return out;
}

}  // namespace budgetdiff::import
