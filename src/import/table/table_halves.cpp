#include "import/table/table_halves.hpp"

#include "import/table/coded_name.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

std::string folded(const std::string& name) {
  return fold_name(coded_name(name).name);
}

}  // namespace

std::vector<std::string> names_below(const Grid& grid, std::size_t row, const Header& header) {
  std::vector<std::string> out;
  const std::size_t column = header.find(Role::project_name);
  for (std::size_t r = row + header.rows; column != Grid::none && r < grid.rows(); ++r) {
    const Cell* const cell = grid.begins_at(r, column);
    if (cell != nullptr && cell->column == column && !cell->is_blank()) {
      out.push_back(folded(cell_word(*cell)));
    }
  }
  return out;
}

bool is_half_of(const std::vector<std::string>& list, const std::vector<std::string>& named) {
  const std::set<std::string> names(named.begin(), named.end());
  const std::set<std::string> listed(list.begin(), list.end());
  const auto known = std::count_if(names.begin(), names.end(),
                                   [&](const std::string& name) { return listed.contains(name); });
  return known > 0 && known * 10 >= static_cast<std::ptrdiff_t>(names.size()) * 8;
}

void join_halves_of_tables(TableRecords& records) {
  struct Seen {
    std::vector<std::size_t> amounts;
    std::vector<std::size_t> others;
  };
  std::map<std::string, Seen> seen;
  for (std::size_t i = 0; i < records.projects.size(); ++i) {
    const ProjectText& project = records.projects[i];
    const bool bare =
        project.goal.empty() && project.annual_goal.empty() && !project.has_indicators();
    const std::string name = folded(published(project.name.text));
    if (!name.empty()) {
      (bare ? seen[name].amounts : seen[name].others).push_back(i);
    }
  }
  std::set<std::size_t> gone;
  for (const auto& [name, places] : seen) {
    if (places.amounts.size() != 1 || places.others.size() != 1) {
      continue;
    }
    ProjectText& amounts = records.projects[places.amounts.front()];
    ProjectText& other = records.projects[places.others.front()];
    if (!other.money.empty() || amounts.money.empty()) {
      continue;
    }
    other.money = std::move(amounts.money);
    const auto take = [](Flow& to, Flow& from) {
      if (to.empty()) {
        to = std::move(from);
      }
    };
    take(other.code, amounts.code);
    take(other.type, amounts.type);
    take(other.spending_unit, amounts.spending_unit);
    gone.insert(places.amounts.front());
  }
  if (gone.empty()) {
    return;
  }
  std::vector<ProjectText> kept;
  std::vector<std::size_t> kept_before;  // of each project
  for (std::size_t i = 0; i < records.projects.size(); ++i) {
    kept_before.push_back(kept.size());
    if (!gone.contains(i)) {
      kept.push_back(std::move(records.projects[i]));
    }
  }
  kept_before.push_back(kept.size());
  for (SubtotalText& subtotal : records.subtotals) {
    subtotal.behind = kept_before[std::min(subtotal.behind, kept_before.size() - 1)];
  }
  records.projects = std::move(kept);
}

}  // namespace budgetdiff::import
