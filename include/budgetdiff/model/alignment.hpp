#pragma once

/// Which projects of one snapshot became which of another, and why.

#include <budgetdiff/base/message.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// How a group was found, surest first.
enum class MatchMethod { pinned, code, exact, normalized, year_rolled, similar, none };

/// The JSON word: "pinned", "code" … ; "none" for added and removed projects.
[[nodiscard]] std::string_view to_string(MatchMethod method);

/// A pair of indicators inside a group. Projects and indicators are positions
/// in their snapshot and project. One indicator may stand in several pairs:
/// a split carries an indicator over into each of its parts.
struct IndicatorPair {
  std::size_t from_project = 0;
  std::size_t from_indicator = 0;
  std::size_t to_project = 0;
  std::size_t to_indicator = 0;
  MatchMethod method = MatchMethod::exact;
  int confidence = 1000;  ///< per mille

  friend bool operator==(const IndicatorPair&, const IndicatorPair&) = default;
};

/// Projects that belong together. An empty `from` is an added project, an empty
/// `to` a removed one; 1:n is a split, n:1 a merger, n:m a regrouping.
struct AlignedGroup {
  std::vector<std::size_t> from;  ///< positions in the earlier snapshot, ascending
  std::vector<std::size_t> to;    ///< positions in the later snapshot, ascending
  MatchMethod method = MatchMethod::none;
  int confidence = 1000;  ///< per mille: of groups at 900, nine in ten are right
  std::vector<Message> evidence;
  std::vector<IndicatorPair> indicators;  ///< ascending by position
};

/// A match that is likely but not sure enough to be made: its projects stand
/// in the alignment as removed and added until a person decides.
struct DoubtfulMatch {
  std::vector<std::size_t> from;
  std::vector<std::size_t> to;
  int confidence = 0;  ///< per mille
  std::vector<Message> evidence;
};

/// Every project of either side stands in exactly one group. Groups are ordered
/// by their first later project, then by their first earlier one.
struct Alignment {
  std::vector<AlignedGroup> groups;
  std::vector<DoubtfulMatch> doubtful;  ///< surest first
  /// Years that moved in names, later minus earlier (usually 1); 0: none seen.
  int year_shift = 0;
  /// Decisions that no longer fit (a project gone), for people to read.
  std::vector<Message> problems;
};

}  // namespace budgetdiff
