#include "import/table/repeated_projects.hpp"

#include "import/layout_guesses.hpp"
#include "import/table/target_text.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

bool of_text(const ProjectText& project) {
  return project.place.page > 0 && project.place.line > 0 && !project.has_form;
}

bool same_money(const ProjectText& a, const ProjectText& b) {
  return !a.money.empty() && std::equal(a.money.begin(), a.money.end(), b.money.begin(),
                                        b.money.end(), [](const MoneyText& x, const MoneyText& y) {
                                          return x.key == y.key &&
                                                 without_space(x.text) == without_space(y.text);
                                        });
}

bool is_same(const ProjectText& a, const ProjectText& b) {
  const auto text = [](const Flow& flow) { return fold_name(published(flow.text)); };
  return of_text(a) && of_text(b) && !a.rows.empty() && !b.rows.empty() && !a.name.empty() &&
         text(a.name) == text(b.name) && text(a.code) == text(b.code) && same_money(a, b);
}

}  // namespace

void join_repeated_projects(TableRecords& records) {
  std::vector<ProjectText> kept;
  struct Goal {
    Flow text;
    std::size_t rows = 0;
  };
  std::vector<Goal> goals;  // of the last project kept
  const auto settle = [&] {
    if (goals.size() > 1) {
      const auto best =
          std::max_element(goals.begin(), goals.end(), [](const Goal& a, const Goal& b) {
            return std::pair(a.rows, a.text.text.size()) < std::pair(b.rows, b.text.text.size());
          });
      kept.back().goal = std::move(best->text);
    }
    goals.clear();
  };
  std::vector<std::size_t> kept_before;  // of each project
  for (ProjectText& project : records.projects) {
    kept_before.push_back(kept.size());
    if (!kept.empty() && is_same(kept.back(), project)) {
      records.findings.push_back(layout_guess(project.place, ""));
      goals.push_back({std::move(project.goal), project.rows.size()});
      std::move(project.rows.begin(), project.rows.end(), std::back_inserter(kept.back().rows));
      continue;
    }
    settle();
    goals.push_back({project.goal, project.rows.size()});
    kept.push_back(std::move(project));
  }
  settle();
  kept_before.push_back(kept.size());
  for (SubtotalText& subtotal : records.subtotals) {
    subtotal.behind = kept_before[std::min(subtotal.behind, kept_before.size() - 1)];
  }
  records.projects = std::move(kept);
}

}  // namespace budgetdiff::import
