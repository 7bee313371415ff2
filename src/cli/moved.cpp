#include "cli/moved.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff::cli {
namespace {

/// Names of the departments that are not compared, in the year of one side, folded, with
/// who has them. Both sides are left out: of two departments that are held against each
/// other neither is "another", whichever year of it is looked at.
std::map<std::string, std::string> names_elsewhere(Store& store,
                                                   const std::vector<SnapshotKey>& keys,
                                                   const SnapshotKey& here,
                                                   const SnapshotKey& other) {
  std::map<std::string, std::string> names;
  for (const SnapshotKey& key : keys) {
    if (key.department == here.department || key.department == other.department ||
        key.year != here.year || key.stage != here.stage) {
      continue;
    }
    auto bytes = store.read_snapshot_bytes(key, "");
    const auto snapshot =
        bytes ? read_snapshot(std::move(*bytes), key.department) : Result<Snapshot>{};
    if (!bytes || !snapshot) {
      continue;  // a hint is no reason to fail; verify tells of damage
    }
    for (const Project& project : snapshot->projects) {
      names.emplace(fold_name(project.name), key.department);
    }
  }
  return names;
}

}  // namespace

void note_moves(Store& store, Comparison& comparison) {
  std::vector<const ProjectChange*> alone;
  for (const ProjectChange& change : comparison.changes.projects) {
    if (change.from.empty() || change.to.empty()) {
      alone.push_back(&change);
    }
  }
  const auto keys = store.keys("");
  if (alone.empty() || !keys) {
    return;
  }
  std::set<std::string> departments;
  for (const SnapshotKey& key : *keys) {
    departments.insert(key.department);
  }
  if (departments.size() < 2) {
    return;
  }
  const auto before = names_elsewhere(store, *keys, *comparison.from.key, *comparison.to.key);
  const auto after = names_elsewhere(store, *keys, *comparison.to.key, *comparison.from.key);
  for (const ProjectChange* change : alone) {
    const bool ended = change->to.empty();
    const std::string& name = ended ? change->from.front().name : change->to.front().name;
    const std::string folded = fold_name(name);
    const auto& there = ended ? after : before;
    const auto& not_there = ended ? before : after;
    const auto found = there.find(folded);
    // A name that both departments had all along (办公经费) has not moved.
    if (found == there.end() || not_there.contains(folded)) {
      continue;
    }
    comparison.changes.warnings.push_back(
        {ended ? BD_TR("{0} ended here and is new at {1}: it may have moved there")
               : BD_TR("{0} is new here and ended at {1}: it may have come from there"),
         {name, found->second}});
  }
}

}  // namespace budgetdiff::cli
