#include <budgetdiff/match/matcher.hpp>

#include "match/exact_match.hpp"

namespace budgetdiff {

Alignment match(const Snapshot& from, const Snapshot& to, const MatchOptions& options) {
  static_cast<void>(options);
  return matching::match_exactly(from, to);
}

}  // namespace budgetdiff
