#pragma once

/// Why a group was made, in sentences that a reviewer can check.

#include "match/grouping.hpp"

#include <budgetdiff/base/message.hpp>

#include <string>
#include <vector>

namespace budgetdiff::matching {

/// Goals less alike than this, per mille, are not spoken of.
constexpr int alike = 600;

/// The longest runs of characters that two names share, without general words,
/// in the order of the first name: 博士后, 工作.
[[nodiscard]] std::vector<std::string> shared_words(const NameReading& from, const NameReading& to);

[[nodiscard]] Message say_shared_words(const std::vector<std::string>& words);
[[nodiscard]] Message say_shared_indicators(std::size_t shared, std::size_t all);
[[nodiscard]] Message say_goals_alike(int per_mille);

/// For one pair, most telling first.
[[nodiscard]] std::vector<Message> pair_evidence(const ProjectView& from, const ProjectView& to,
                                                 const PairFeatures& features);

/// What speaks against a pair: a goal or indicators that have nothing in common,
/// qualifiers or codes that tell the two apart.
[[nodiscard]] std::vector<Message> counter_evidence(const ProjectView& from, const ProjectView& to,
                                                    const PairFeatures& features);

/// For a whole group: of several projects what all its links say, once, and the sums.
[[nodiscard]] std::vector<Message> group_evidence(const Corpus& corpus, const ProjectGroup& group);

}  // namespace budgetdiff::matching
