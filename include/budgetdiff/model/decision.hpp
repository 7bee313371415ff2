#pragma once

/// A person's word on who became whom, kept in matches/ of the store.

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

enum class Verdict {
  same,  ///< `from` became `to` (accept and pin)
  /// No project of `from` became one of `to` (reject); of more than one and one, those of
  /// the same name still may.
  different,
};

/// A project as a decision names it. Two projects may share a name, so the
/// occurrence (1 for the first in published order) tells them apart.
struct ProjectName {
  std::string name;
  int occurrence = 1;

  friend bool operator==(const ProjectName&, const ProjectName&) = default;
};

struct Decision {
  Verdict verdict = Verdict::same;
  std::vector<ProjectName> from;  ///< empty with `same`: `to` are new
  std::vector<ProjectName> to;    ///< empty with `same`: `from` have ended
  std::string reason;

  friend bool operator==(const Decision&, const Decision&) = default;
};

/// All decisions on one pair of years, as one file holds them.
struct Decisions {
  static constexpr std::string_view schema = "budgetdiff/matches/1";

  std::string department;       ///< of the later snapshot
  std::string from_department;  ///< of the earlier one, where it differs; else empty
  std::optional<int> from_year;
  std::optional<int> to_year;
  std::string from_stage;  ///< empty: budget
  std::string to_stage;    ///< empty: budget
  std::vector<Decision> decisions;
};

}  // namespace budgetdiff
