#include "import/table/category_columns.hpp"

#include "import/vocabulary.hpp"

#include <algorithm>
#include <set>

namespace budgetdiff::import {
namespace {

bool may_hold_list(const Column& column) {
  const bool free = column.role == Role::none || column.role == Role::indicators;
  return free && !column.categories.empty() && column.unit.empty();
}

}  // namespace

bool are_headings(const std::vector<std::string>& categories) {
  if (categories.size() != 2) {
    return categories.size() > 2;
  }
  const std::string& first = categories.front();
  const std::string& second = categories.back();
  const bool levels =
      is_level1_category(first) && is_level2_category(second) && may_belong_under(first, second);
  return !levels && first != second;
}

void take_category_lists(Header& header) {
  const bool other =
      std::any_of(header.columns.begin(), header.columns.end(), [](const Column& column) {
        return holds_levels(column.role) || holds_targets(column.role) ||
               column.role == Role::comparator;
      });
  std::set<std::string> headings;
  for (const Column& column : header.columns) {
    if (may_hold_list(column)) {
      headings.insert(column.categories);
    }
  }
  if (!header.lists_projects() || other || headings.size() < 2) {
    return;
  }
  for (Column& column : header.columns) {
    if (may_hold_list(column)) {
      column.role = Role::indicators;
      column.heads_list = true;
    }
  }
}

}  // namespace budgetdiff::import
