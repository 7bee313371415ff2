#include "match/group_order.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace budgetdiff::matching {
namespace {

std::size_t first_or_last(const std::vector<std::size_t>& positions) {
  return positions.empty() ? std::numeric_limits<std::size_t>::max() : positions.front();
}

}  // namespace

void add_unpaired(const std::vector<bool>& taken_from, const std::vector<bool>& taken_to,
                  Alignment& alignment) {
  for (std::size_t i = 0; i < taken_from.size(); ++i) {
    if (!taken_from[i]) {
      AlignedGroup group;
      group.from = {i};
      alignment.groups.push_back(std::move(group));
    }
  }
  for (std::size_t j = 0; j < taken_to.size(); ++j) {
    if (!taken_to[j]) {
      AlignedGroup group;
      group.to = {j};
      alignment.groups.push_back(std::move(group));
    }
  }
}

void sort_groups(Alignment& alignment) {
  for (AlignedGroup& group : alignment.groups) {
    std::sort(group.from.begin(), group.from.end());
    std::sort(group.to.begin(), group.to.end());
    std::sort(group.indicators.begin(), group.indicators.end(),
              [](const IndicatorPair& a, const IndicatorPair& b) {
                return std::tie(a.from_project, a.from_indicator, a.to_project, a.to_indicator) <
                       std::tie(b.from_project, b.from_indicator, b.to_project, b.to_indicator);
              });
  }
  std::sort(alignment.groups.begin(), alignment.groups.end(),
            [](const AlignedGroup& a, const AlignedGroup& b) {
              return std::pair(first_or_last(a.to), first_or_last(a.from)) <
                     std::pair(first_or_last(b.to), first_or_last(b.from));
            });
}

}  // namespace budgetdiff::matching
