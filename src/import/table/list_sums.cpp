#include "import/table/list_sums.hpp"

#include "import/table/subtotals.hpp"
#include "import/text/read_list.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Whether a count of projects is of all of them: 合计3个项目, and not 3个项目.
bool begins_as_sum(std::string_view label) {
  const auto words = {"合计", "总计", "共计", "总共", "共有", "共"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return label.starts_with(word); });
}

}  // namespace

bool take_sum_row(const Grid& grid, std::size_t row, const ListRow& text, const Header& header,
                  const ColumnMap& map, TableRecords& records) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.empty()) {
    return true;
  }
  const std::size_t column = cells.front()->column;
  if (column < map.size() && map[column] < header.columns.size()) {
    const Column& own = header.columns[map[column]];
    if (own.role == Role::level3 || own.of_sources) {
      return false;  // an indicator of that name, the sum of a project's sources
    }
  }
  const bool bare =
      text.project.goal.empty() && !text.project.has_indicators() && !text.has_indicator;
  const std::string label = cell_word(*cells.front());
  // 某局 | 小计: a unit's sum, beside its name where projects have theirs. So is 某局 | 3个项目,
  // and 某局小计 where its only name is.
  const std::string name = published(text.project.name.text);
  const bool of_unit = bare && header.lists_projects() &&
                       (is_sum_label(name) || is_subtotal_label(name) || counts_projects(name));
  const std::string part = ends_as_sum(name) ? name : label;
  const bool of_part = bare && header.lists_projects() && text.has_money && ends_as_sum(part) &&
                       (name.empty() || name == part || of_unit);
  // 合计3个项目
  const bool sums_all =
      is_sum_label(label) || (bare && header.lists_projects() && begins_as_sum(label) &&
                              (name.empty() || name == label) && counts_projects(label));
  if (is_subtotal_label(label) || of_part || (of_unit && !sums_all)) {
    if (header.lists_projects() && text.has_money) {
      const bool named = of_unit && !of_part;
      records.subtotals.push_back(
          {records.projects.size(), named && !counts_projects(name) ? name : part,
           text.project.money, text.place,
           named ? published(text.project.spending_unit.text) : std::string()});
    }
    return true;
  }
  if (!sums_all || !text.project.goal.empty() || text.project.has_indicators()) {
    return false;
  }
  if (text.has_money) {
    records.sums.push_back(text.project.money);
  }
  return true;
}

}  // namespace budgetdiff::import
