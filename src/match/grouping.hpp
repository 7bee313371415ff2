#pragma once

/// From pairs to groups: splits, mergers and regroupings.

#include "match/bundles.hpp"
#include "match/one_to_one.hpp"

#include <cstdint>
#include <vector>

namespace budgetdiff::matching {

/// A part that joined a group, and how likely that is.
struct Part {
  Side side = Side::to;  ///< where the part stands
  std::size_t part = 0;
  std::size_t whole = 0;  ///< on the other side
  std::int64_t score = 0;
};

struct ProjectGroup {
  std::vector<std::size_t> from;
  std::vector<std::size_t> to;
  std::vector<PairedProjects> pairs;  ///< the one-to-one pairs it grew from
  std::vector<Part> parts;            ///< what joined them
  std::int64_t margin = 0;            ///< of its weakest link
};

/// A part that did not join, and the group as it would be with it.
struct DoubtfulPart {
  Part part;
  std::vector<std::size_t> from;
  std::vector<std::size_t> to;
};

struct Grouped {
  std::vector<ProjectGroup> groups;
  /// Parts below even odds and not below `least_doubtful_odds`, each with the
  /// likeliest of its groups; surest first.
  std::vector<DoubtfulPart> doubtful;
};

/// Groups of more than one and one come from names that declare them, and from
/// projects that found no partner of their own and are part of one that did.
[[nodiscard]] Grouped group_projects(const Corpus& corpus, const OneToOne& pairing,
                                     const Constraints& constraints);

/// Log odds that `part` went into (or came out of) `whole`, whose other members
/// on the part's side are `members`.
[[nodiscard]] std::int64_t part_score(const Corpus& corpus, const PairFeatures& features,
                                      Side part_side, std::size_t part, std::size_t whole,
                                      const std::vector<std::size_t>& members);

}  // namespace budgetdiff::matching
