#pragma once

/// Why a group was made, in sentences that a reviewer can check.

#include "match/grouping.hpp"

#include <budgetdiff/base/message.hpp>

#include <vector>

namespace budgetdiff::matching {

/// For one pair, most telling first.
[[nodiscard]] std::vector<Message> pair_evidence(const ProjectView& from, const ProjectView& to,
                                                 const PairFeatures& features);

/// What speaks against a pair: a goal or indicators that have nothing in common,
/// qualifiers or codes that tell the two apart.
[[nodiscard]] std::vector<Message> counter_evidence(const ProjectView& from, const ProjectView& to,
                                                    const PairFeatures& features);

/// For a whole group, the sums included.
[[nodiscard]] std::vector<Message> group_evidence(const Corpus& corpus, const ProjectGroup& group);

}  // namespace budgetdiff::matching
