#pragma once

/// Cells that several projects of a list share: the unit's, merged over all of its projects, a
/// goal over two.

#include "import/table/column_map.hpp"
#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace budgetdiff::import {

/// Where the text of a column that describes projects goes; null for others. Of 主管部门 beside
/// 预算单位 (`names_unit`) the second says who spends.
[[nodiscard]] Flow* flow_of(ProjectText& project, Role role, bool names_unit);

/// Gives each project what the cells say that began above its first row and span it. Money is
/// not among it: one amount over two projects is neither's.
/// Threads: an object is one reader's.
class SharedCells {
 public:
  /// Looks at a row before it is read. At a page's head (`at_head`) a merged cell goes on: one that
  /// began blank at the foot of the page before, as print draws its text in its middle, has its
  /// text here, and the `projects` that wait for it get it.
  void see_row(std::vector<ProjectText>& projects, const Grid& grid, std::size_t row,
               const Header& header, const ColumnMap& map, Places& places, bool at_head);

  /// Completes `project`, which begins in `row` of `grid`, the last row seen. `before`: so many
  /// projects stand above it.
  void fill(ProjectText& project, std::size_t before, const Grid& grid, std::size_t row,
            const Header& header, const ColumnMap& map, Places& places);

  /// A row whose project's name is blank goes on with the project above: where the grid merges
  /// no cells, a blank unit means the one above as well.
  void see_blank_name(const Grid& grid) { blank_repeats_ = blank_repeats_ || !grid.has_spans(); }

 private:
  /// What the last cell of a kind said.
  struct Last {
    Flow text;
    bool at_foot = false;              ///< a page may cut it
    bool from_above = false;           ///< the page before cut the one at this page's head
    bool merges = false;               ///< one of its kind was merged over projects
    std::vector<std::size_t> waiting;  ///< projects below a blank one that a page may cut
  };

  std::map<Role, Last> last_;
  std::size_t head_ = 0;  ///< of this page: the first row that was read
  bool blank_repeats_ = false;
};

}  // namespace budgetdiff::import
