#pragma once

/// What a reviewer reads first.

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/report/report.hpp>

#include <cstddef>
#include <map>
#include <vector>

namespace budgetdiff {

/// Counts over a change set, for its summary.
struct Tally {
  std::map<ProjectChangeKind, std::size_t> projects;
  std::map<IndicatorChangeKind, std::size_t> indicators;  ///< notation left out
  std::map<Effect, std::size_t> targets;  ///< an indicator's period and annual target that
                                          ///< change alike count once
  std::size_t carried_targets = 0;
  std::size_t notation = 0;  ///< differences in notation only
  std::size_t form_moves = 0;
};

[[nodiscard]] Tally tally(const ChangeSet& changes);

/// Targets of one indicator that changed in the same way, to be said once.
struct TargetLine {
  std::vector<const TargetChange*> targets;  ///< never empty; all with one text and effect
};

[[nodiscard]] std::vector<TargetLine> target_lines(const IndicatorChange& change);

/// The changes in three parts, each worst first.
struct ByImportance {
  std::vector<const ProjectChange*> money;     ///< biggest money first
  std::vector<const ProjectChange*> weakened;  ///< money level, targets loosened
  std::vector<const ProjectChange*> other;     ///< names, goals, other targets
  std::vector<const ProjectChange*> notation;  ///< notation only
  std::size_t below_threshold = 0;             ///< left out by MinChange
};

[[nodiscard]] ByImportance by_importance(const ChangeSet& changes, const MinChange& min_change);

/// What a report does not list, each as a phrase; empty where it lists all.
[[nodiscard]] std::vector<Message> left_out(const Tally& tally, const ByImportance& order,
                                            bool notation_listed);

/// How many targets of a project were loosened.
[[nodiscard]] std::size_t loosened_targets(const ProjectChange& change);

}  // namespace budgetdiff
