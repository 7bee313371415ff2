#pragma once

/// Every project of a department through several years.

#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/lineage.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff {

/// What happened between two editions.
struct YearsEvent {
  ProjectChangeKind kind = ProjectChangeKind::changed;
  /// Of added and removed: the project that began or ended while others of its line went on;
  /// empty: the whole line.
  std::string part;

  friend auto operator<=>(const YearsEvent&, const YearsEvent&) = default;
};

/// The projects that renames, splits and mergers tie together: one row of a
/// report over several years.
struct YearsLine {
  std::string name;  ///< of its projects in its last year, in published order: "A + B"
  std::vector<LineageNode> nodes;             ///< by edition, then by position
  std::vector<std::optional<Amount>> totals;  ///< by edition; absent: not in that table
  /// What happened to it from the edition before to this one: added, removed,
  /// renamed, split, merged, regrouped. Empty where it went on, or is not there.
  std::vector<std::set<YearsEvent>> events;
  Amount delta;                        ///< last edition minus first, 0 where it is not there
  std::optional<std::string> percent;  ///< of the first edition; absent where that is 0
};

/// The change of the total from the edition before.
struct YearsStep {
  std::optional<Amount> delta;  ///< absent: for the first, and where a total is absent
  std::optional<std::string> percent;
};

/// All amounts are in `unit`; those of a table in a unit that does not convert
/// into it are absent.
struct YearsOverview {
  std::string department;  ///< as the last table has it
  std::string unit;        ///< of the last edition
  std::vector<LineageEdition> editions;
  std::vector<std::optional<Amount>> totals;  ///< by edition, as whole_total()
  std::vector<YearsStep> steps;               ///< by edition
  std::vector<std::size_t> project_counts;    ///< by edition
  std::vector<YearsLine> lines;  ///< as in the last table, then those that ended, last first
};

}  // namespace budgetdiff
