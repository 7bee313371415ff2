#pragma once

/// Why one project was matched as it was, and what came second.

#include <budgetdiff/match/matcher.hpp>

#include <cstddef>
#include <vector>

namespace budgetdiff {

/// Which snapshot a project stands in.
enum class MatchSide { from, to };

/// A partner that was considered for a project and not taken.
struct MatchAlternative {
  std::size_t position = 0;       ///< in the other snapshot
  int confidence = 0;             ///< per mille, as if there were no better one
  std::vector<Message> evidence;  ///< what speaks for it
  std::vector<Message> against;   ///< what speaks against it, and why it lost
};

struct MatchExplanation {
  AlignedGroup group;  ///< as match() gives it, indicators included
  /// What speaks against the group all the same; usually empty.
  std::vector<Message> against;
  /// The runner-up first; at most three. Empty where nothing else came near.
  std::vector<MatchAlternative> alternatives;
};

/// Explains the group that the project at `position` of `side` stands in.
/// Takes as long as match(). REQUIRES: `position` is a project of that snapshot.
[[nodiscard]] MatchExplanation explain_match(const Snapshot& from, const Snapshot& to,
                                             MatchSide side, std::size_t position,
                                             const MatchOptions& options = {});

}  // namespace budgetdiff
