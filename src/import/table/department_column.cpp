#include "import/table/department_column.hpp"

#include "import/identity.hpp"
#include "import/table/parted_records.hpp"
#include "import/text/paragraphs.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
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
  bool whole = true;  ///< every project has one, and each is a body's whole name

  [[nodiscard]] std::size_t find(const std::string& name) const {
    const auto at = std::find(folded.begin(), folded.end(), fold_name(name));
    return at == folded.end() ? none : static_cast<std::size_t>(at - folded.begin());
  }
};

/// Whether the only column of bodies, headed `header`, names departments, each with a budget of
/// its own, and not the units of one. `labelled`: the table says whose it is.
bool names_departments(std::string_view header, bool labelled) {
  const auto has = [&](std::string_view word) { return header.find(word) != header.npos; };
  return has("主管") || (!labelled && has("部门") && !has("单位"));
}

/// Whether a name ends as those of departments do (局, 委员会, 厅), and not as those of the units
/// below them (中心, 学校, 站).
bool ends_as_department(std::string_view published) {
  const std::string_view name = body_itself(published);
  constexpr auto ends =
      std::to_array<std::string_view>({"局", "厅", "委", "委员会", "办公室", "部", "署", "院办",
                                       "法院", "检察院", "人民政府", "办事处"});
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

/// Whether a table that nothing above it gives to a department has the departments of its projects
/// in a column 预算单位: each of those that spend is called as departments are.
bool units_are_departments(const TableRecords& records) {
  const std::string& header = records.units_column;
  const auto has = [&](std::string_view word) { return header.find(word) != header.npos; };
  if (!has("预算单位") || has("二级") || has("三级") || has("基层") ||
      !records.department.empty() || !records.labelled.empty() ||
      !department_in_heading(records.heading).empty()) {
    return false;
  }
  return std::all_of(records.projects.begin(), records.projects.end(), [](const ProjectText& row) {
    return row.spending_unit.empty() ||
           ends_as_department(without_unit_code(published(row.spending_unit.text)));
  });
}

Departments departments_of(const TableRecords& records) {
  Departments out;
  const bool by_units = names_departments(records.bodies_column, !records.department.empty()) ||
                        units_are_departments(records);
  for (const ProjectText& row : records.projects) {
    const Flow& said = by_units ? row.spending_unit : row.department;
    if (is_heading_row(row) && (!by_units || said.empty())) {
      out.of_row.push_back(Departments::none);
      continue;
    }
    std::string name = without_unit_code(published(said.text));
    if (!names_public_body(name)) {
      out.whole = false;
      out.of_row.push_back(Departments::none);
      continue;
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
        out.whole = false;  // 某县水利局 and 水利局: one of them was cut, or both are one
      }
    }
  }
  return out;
}

/// What is to be looked at where a table of several departments cannot be parted.
Finding not_parted(const TableRecords& records, const Departments& departments) {
  std::string names;
  for (const std::string& name : departments.names) {
    names += (names.empty() ? "" : ", ") + name;
  }
  return {"department-missing",
          Severity::warning,
          records.header_place,
          "",
          {BD_TR("the table names several departments ({0}) and not at every project whose it is; "
                 "it was read as one table"),
           {names}}};
}

}  // namespace

std::vector<TableRecords> records_by_department(TableRecords& records,
                                                const std::optional<std::string>& wanted) {
  const Departments departments = departments_of(records);
  if (departments.names.size() < 2) {
    return {};
  }
  std::size_t own = departments.find(without_unit_code(records.department));
  if (records.department.empty()) {
    own = departments.find(department_in_heading(records.heading));
  }
  if (!departments.whole) {
    // 部门 may head the offices of one, whose names are no whole ones.
    const bool sure =
        records.bodies_column.empty() || names_departments(records.bodies_column, true);
    if (own == Departments::none && sure) {
      records.findings.push_back(not_parted(records, departments));
    }
    return {};
  }
  if (own != Departments::none) {
    const std::size_t asked = wanted ? departments.find(*wanted) : own;
    if (asked == own || asked == Departments::none) {
      return {};
    }
  }
  std::vector<TableRecords> out =
      parted_records(records, departments.of_row, departments.names.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].department = departments.names[i];
  }
  return out;
}

}  // namespace budgetdiff::import
