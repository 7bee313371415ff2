#include <budgetdiff/match/matcher.hpp>

#include "match/exact_match.hpp"
#include "match/full_match.hpp"

namespace budgetdiff {

Alignment match(const Snapshot& from, const Snapshot& to, const MatchOptions& options) {
  return options.mode == MatchMode::exact
             ? matching::match_exactly(from, to)
             : matching::match_fully(from, to, options.decisions).alignment;
}

}  // namespace budgetdiff
