#pragma once

/// The full mode of match(), with what it was decided from.

#include "match/corpus.hpp"
#include "match/grouping.hpp"
#include "match/one_to_one.hpp"

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/decision.hpp>

#include <utility>

namespace budgetdiff::matching {

/// Refers to the two snapshots, which must outlive it.
struct FullMatch {
  FullMatch(const Snapshot& from, const Snapshot& to, Constraints decided)
      : constraints(std::move(decided)), corpus(from, to, constraints) {}

  Constraints constraints;
  Corpus corpus;
  OneToOne pairing;
  Alignment alignment;
};

/// `decisions` may be null.
[[nodiscard]] FullMatch match_fully(const Snapshot& from, const Snapshot& to,
                                    const Decisions* decisions);

}  // namespace budgetdiff::matching
