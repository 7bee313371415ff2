#pragma once

/// Whose projects the rows of a table are: its department, and the unit that spends each one.

#include "import/table/records.hpp"
#include "import/text/spending_units.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

class TableUnits {
 public:
  /// `funding`: that of each of the records' projects. Both must outlive this.
  TableUnits(const TableRecords& records, const std::vector<Funding>& funding);

  /// Whether a row is a unit's and no project.
  [[nodiscard]] bool is_unit(std::size_t row) const { return units_.is_unit[row]; }

  /// The spending unit of a project's own column, else that of the unit's row above it; "" where
  /// neither says one.
  [[nodiscard]] std::string unit_of(std::size_t row) const;

  /// Which rows are of the unit called so.
  [[nodiscard]] std::vector<bool> rows_of(const std::string& unit) const;

  /// Whether projects are of several units (one may be nobody's).
  [[nodiscard]] bool are_several() const { return several_; }

  /// The department whose table it is, as far as its rows and lines say; "" where the heading or a
  /// label has to.
  [[nodiscard]] const std::string& department() const { return department_; }

  /// The department, where it is only the one unit that spends, which may be below another.
  [[nodiscard]] const std::string& only_unit() const { return only_unit_; }

  /// Every amount of a unit's row that the projects below it do not add up to.
  [[nodiscard]] std::vector<Finding> wrong_unit_rows() const;

 private:
  void find_unit_rows();
  void find_department();
  void compare_unit_row(std::size_t unit, std::vector<Finding>& findings) const;
  [[nodiscard]] std::string only_one(Flow ProjectText::*column) const;

  const TableRecords& records_;
  const std::vector<Funding>& funding_;
  UnitRows units_;
  std::vector<std::string> names_;  ///< of all rows, whether they are units or not
  bool several_ = false;
  std::string department_;
  std::string only_unit_;
};

}  // namespace budgetdiff::import
