#include "diff/form_change.hpp"

#include "diff/indicator_diff.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff {
namespace {

struct Moves {
  std::size_t count = 0;
  std::set<std::size_t> groups;
};

bool moves_category(const IndicatorChange& change) {
  return change.from && change.to && !same_category(*change.from, *change.to);
}

bool differs_in_category_only(const IndicatorChange& change) {
  return change.kind == IndicatorChangeKind::reclassified &&
         change.from->weight == change.to->weight && change.from->extra == change.to->extra &&
         only_reworded(change.targets);
}

}  // namespace

void collect_form_changes(ChangeSet& changes) {
  std::map<std::pair<std::string, std::string>, Moves> moves;
  for (std::size_t g = 0; g < changes.projects.size(); ++g) {
    for (const IndicatorChange& change : changes.projects[g].indicators) {
      if (moves_category(change)) {
        Moves& entry = moves[{category_of(*change.from), category_of(*change.to)}];
        ++entry.count;
        entry.groups.insert(g);
      }
    }
  }
  // A category that any later indicator still stands in has not moved with the
  // form, and one whose indicators went several ways has not either.
  std::map<std::string, std::size_t> leaving;
  for (const auto& [way, entry] : moves) {
    ++leaving[way.first];
  }
  std::set<std::pair<std::string, std::string>> with_form;
  for (const auto& [way, entry] : moves) {
    if (leaving[way.first] == 1 && entry.groups.size() >= 2 && entry.count >= 3 &&
        !changes.to.categories.contains(way.first)) {
      with_form.insert(way);
      changes.form_changes.push_back({FormPart::category, way.first, way.second, entry.count});
    }
  }
  if (changes.form_changes.empty()) {
    return;
  }
  for (ProjectChange& project : changes.projects) {
    bool only_form = project.kind == ProjectChangeKind::changed;
    for (IndicatorChange& change : project.indicators) {
      if (moves_category(change) &&
          with_form.contains({category_of(*change.from), category_of(*change.to)})) {
        change.form_change = true;
        change.notation = differs_in_category_only(change);
      }
      only_form = only_form && change.notation;
    }
    const auto notation = [](const auto& list) {
      return std::all_of(list.begin(), list.end(), [](const auto& item) { return item.notation; });
    };
    if (only_form && notation(project.fields) && notation(project.funding) &&
        notation(project.goals)) {
      project.kind = ProjectChangeKind::unchanged;
      project.notation = true;
    }
  }
}

}  // namespace budgetdiff
