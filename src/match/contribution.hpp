#pragma once

/// What a part brings to a whole beyond what its siblings bring.

#include "match/corpus.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::matching {

/// Which text of a project is looked at.
using TokensOf = WeighedTokens ProjectView::*;

/// Of what sets `part` apart from the `others` of `views`, the share that stands
/// in `whole`, per mille; nothing where next to nothing sets it apart.
[[nodiscard]] std::optional<int> contribution(const ProjectView& part, const ProjectView& whole,
                                              TokensOf tokens,
                                              const std::vector<ProjectView>& views,
                                              const std::vector<std::size_t>& others);

}  // namespace budgetdiff::matching
