#include "import/stream/spread_levels.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

class Levels {
 public:
  Levels(const SpreadPieces& form, const FormDealt& dealt, const std::vector<Role>& all_roles,
         const std::vector<Role>& row_roles, const std::vector<std::size_t>& flows)
      : form_(form), dealt_(dealt), all_roles_(all_roles), row_roles_(row_roles), flows_(flows) {}

  CategoryTask run() const {
    const auto name = static_cast<std::size_t>(
        std::find(row_roles_.begin(), row_roles_.end(), Role::level3) - row_roles_.begin());
    CategoryTask task;
    for (std::size_t r = 0; r < dealt_.rows; ++r) {
      task.rows.push_back({2 * r, {}, dealt_.doubtful[r]});
    }
    std::set<std::size_t> flows_of_names;
    std::vector<std::size_t> names_before{0};  // each token
    std::size_t count = 0;
    for (std::size_t i = 0; i < form_.pieces.size(); ++i) {
      const DealPlace& place = dealt_.places[i];
      if (place.column == name) {
        count = place.row + 1;
        flows_of_names.insert(form_.pieces[i].flow);
        task.rows[place.row].name += to_utf8(form_.pieces[i].token.text);
      }
      names_before.push_back(count);
    }
    const auto has = [&](Role role) {
      return std::find(all_roles_.begin(), all_roles_.end(), role) != all_roles_.end();
    };
    task.has_level1 = has(Role::level1);
    task.has_level2 = has(Role::level2);
    for (std::size_t i = 0; i < form_.categories.size(); ++i) {
      FormCategory category = form_.categories[i];
      // Inside a name of several lines, or between two.
      const std::size_t at = category.before;
      const bool among = flows_of_names.contains(flow_of(category));
      const bool inside = at > 0 && at < form_.pieces.size() && dealt_.places[at].column == name &&
                          names_before[at] == dealt_.places[at].row + 1;
      category.before = !among ? 0 : 2 * names_before[at] - (inside ? 1U : 0U);
      const bool first = task.has_level1 && task.has_level2 && is_first(i, among);
      (first ? task.first : task.among).push_back(std::move(category));
    }
    return task;
  }

 private:
  [[nodiscard]] std::size_t flow_of(const FormCategory& category) const {
    return flows_[category.tokens.front().line];
  }

  /// Whether a category is of the first level: 成本指标 may be of either, and is where 经济成本指标
  /// comes next, or in a column without names (not `among` these) that says nothing else.
  [[nodiscard]] bool is_first(std::size_t i, bool among) const {
    const FormCategory& one = form_.categories[i];
    if (!one.level1 || !one.level2) {
      return one.level1;
    }
    const auto& all = form_.categories;
    const bool next = i + 1 < all.size() && flow_of(all[i + 1]) == flow_of(one) &&
                      all[i + 1].before == one.before;
    if (next && all[i + 1].level2 && !all[i + 1].level1) {
      return true;
    }
    return !among && std::all_of(all.begin(), all.end(), [&](const FormCategory& other) {
      return flow_of(other) != flow_of(one) || other.level1;
    });
  }

  const SpreadPieces& form_;
  const FormDealt& dealt_;
  const std::vector<Role>& all_roles_;
  const std::vector<Role>& row_roles_;
  const std::vector<std::size_t>& flows_;
};

}  // namespace

CategoryTask spread_levels(const SpreadPieces& form, const FormDealt& dealt,
                           const std::vector<Role>& all_roles, const std::vector<Role>& row_roles,
                           const std::vector<std::size_t>& flows) {
  return Levels(form, dealt, all_roles, row_roles, flows).run();
}

}  // namespace budgetdiff::import
