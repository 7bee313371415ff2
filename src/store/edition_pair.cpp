#include <budgetdiff/store/store.hpp>

namespace budgetdiff {
namespace {

/// In a pair an absent stage is the budget, so that the files stay short.
std::string other_than_budget(const std::string& stage) {
  return stage == stage::budget ? std::string() : stage;
}

}  // namespace

EditionPair pair_of(const SnapshotKey& from, const SnapshotKey& to) {
  EditionPair pair;
  pair.department = to.department;
  pair.from_department = from.department == to.department ? std::string() : from.department;
  pair.from_year = from.year;
  pair.from_stage = other_than_budget(from.stage);
  pair.to_year = to.year;
  pair.to_stage = other_than_budget(to.stage);
  return pair;
}

SnapshotKey from_key_of(const EditionPair& pair) {
  return {pair.from_department.empty() ? pair.department : pair.from_department, pair.from_year,
          stage_or_budget(pair.from_stage)};
}

SnapshotKey to_key_of(const EditionPair& pair) {
  return {pair.department, pair.to_year, stage_or_budget(pair.to_stage)};
}

}  // namespace budgetdiff
