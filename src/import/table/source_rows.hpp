#pragma once

/// Projects whose money has a row a source: 中央, 省 and 县, or 一般公共预算 and 政府性基金
/// below each other, beside a name that spans them (or stands once, or in each).

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/list_levels.hpp"
#include "import/table/list_row.hpp"
#include "import/table/records.hpp"

#include <cstddef>

namespace budgetdiff::import {

/// What a row is to the project above it.
enum class SourceRow {
  none,      ///< a row of its own, or one that has no money
  further,   ///< has more of its money
  unsaid,    ///< the same beside a merged name, though nothing says what each amount is of
  part,      ///< is called after a source and says how much of its money that gives
  repeated,  ///< says again what a row above said of its money
};

/// REQUIRES: `row` was read as `text` with `header` and `map`.
[[nodiscard]] SourceRow source_row(const Grid& grid, std::size_t row, const Header& header,
                                   const ColumnMap& map, const ListRow& text,
                                   const ProjectText& above);

/// Adds the money of a further row to that of `project`: to its columns, and to a column of
/// the source's own where the rows name sources. A row of their sum (小计) is the total.
void add_source_row(ProjectText& project, const ProjectText& row);

/// Adds the money of a part (其中：中央资金) under the source's name: the project's own row
/// has the total, or has no amount, and then it is that of the parts.
void add_part_row(ProjectText& project, const ProjectText& row);

/// Takes out of a row that repeats its project the indicators which the project has.
void drop_known_indicators(ListRow& row, const ProjectText& project);

/// Where a project's only row names its money's source (资金性质: 政府性基金), its total has that
/// column, too, as where it has several rows; a source that nobody knows only beside projects
/// that have several. False where a source was left out.
bool name_only_sources(std::vector<ProjectText>& projects);

}  // namespace budgetdiff::import
