#pragma once

/// Rows of projects of which a page's end may have cut the one above in two.

#include "import/table/columns.hpp"
#include "import/table/list_row.hpp"
#include "import/table/records.hpp"

#include <utility>
#include <vector>

namespace budgetdiff::import {

/// What the row above of a table's projects had, as far as it tells whether the next one is the
/// other half of it.
class ProjectHalves {
 public:
  /// Whether `row` is the second half of the last of `projects`.
  [[nodiscard]] bool is_second(const std::vector<ProjectText>& projects, const Header& header,
                               const ListRow& row) const;

  /// Whether the row above, with its halves, has amounts.
  [[nodiscard]] bool had_money() const { return had_money_; }

  /// A project of its own.
  void begin(const ListRow& row) {
    had_money_ = row.has_money;
    had_name_ = !row.project.name.empty();
  }

  /// The rows since the begin of `project` are its own.
  void return_to(const ProjectText& project) {
    had_money_ = !project.money.empty();
    had_name_ = !project.name.empty();
  }

  /// Appends to the project above the other half of its texts. `has_money`: the half has amounts.
  void append(ProjectText& above, ProjectText&& half, bool has_money);

  /// The same of a whole row, behind which the project has its name.
  void append_row(ProjectText& above, ListRow&& row) {
    append(above, std::move(row.project), row.has_money);
    had_name_ = true;
  }

 private:
  bool had_money_ = false;
  bool had_name_ = false;
};

}  // namespace budgetdiff::import
