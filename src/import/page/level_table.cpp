#include "import/page/level_table.hpp"

#include "import/page/level_columns.hpp"
#include "import/page/level_walls.hpp"
#include "import/page/open_rows.hpp"
#include "import/page/wide_headings.hpp"

#include <cstddef>
#include <optional>

namespace budgetdiff::import {

std::vector<double> add_table_rules(std::vector<Level> levels, const PdfPage& page,
                                    const ColumnsBefore& before, Rules& added) {
  const std::optional<LevelColumns> columns = LevelColumns::find(levels, page, before);
  if (!columns) {
    return {};
  }
  close_open_rows(levels, *columns, page);
  if (levels.size() < 2) {
    return {};
  }
  LevelWalls walls(levels, *columns, page);
  open_headings(levels, *columns, page, walls);
  for (std::size_t e = 0; e < columns->edges().size(); ++e) {
    for (std::size_t b = 0; b + 1 < levels.size(); ++b) {
      if (walls.at(e, b)) {
        std::size_t end = b + 1;
        while (end + 1 < levels.size() && walls.at(e, end)) {
          ++end;
        }
        added.vertical.push_back({columns->edges()[e], levels[b].y, levels[end].y, {}});
        b = end;
      }
    }
  }
  for (const Level& level : levels) {
    if (level.added) {
      added.horizontal.push_back({level.y, columns->left(), columns->right(), {}});
    }
  }
  return columns->edges();
}

}  // namespace budgetdiff::import
