#include "match/exact_match.hpp"

#include "match/group_order.hpp"

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace budgetdiff::matching {
namespace {

using IndicatorKey = std::tuple<std::string, std::string, std::string>;

IndicatorKey key_of(const Indicator& indicator) {
  return {indicator.level1, indicator.level2, indicator.name};
}

/// Calls `pair(i, j)` for the first of `from` and `to` with equal keys, then for
/// the second, and so on.
template <class Items, class KeyOf, class Pair>
void join_by_key(const Items& from, const Items& to, KeyOf key_of, Pair pair) {
  using Key = decltype(key_of(from.front()));
  std::map<Key, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < from.size(); ++i) {
    places[key_of(from[i])].push_back(i);
  }
  std::map<Key, std::size_t> used;
  for (std::size_t j = 0; j < to.size(); ++j) {
    const auto key = key_of(to[j]);
    const auto found = places.find(key);
    if (found == places.end()) {
      continue;
    }
    std::size_t& next = used[key];
    if (next < found->second.size()) {
      pair(found->second[next++], j);
    }
  }
}

}  // namespace

Alignment match_exactly(const Snapshot& from, const Snapshot& to) {
  Alignment out;
  std::vector<bool> taken_from(from.projects.size());
  std::vector<bool> taken_to(to.projects.size());
  join_by_key(
      from.projects, to.projects, [](const Project& project) { return project.name; },
      [&](std::size_t i, std::size_t j) {
        taken_from[i] = true;
        taken_to[j] = true;
        AlignedGroup group;
        group.from = {i};
        group.to = {j};
        group.method = MatchMethod::exact;
        join_by_key(from.projects[i].indicators, to.projects[j].indicators, key_of,
                    [&](std::size_t a, std::size_t b) {
                      group.indicators.push_back({i, a, j, b, MatchMethod::exact, 1000});
                    });
        out.groups.push_back(std::move(group));
      });
  add_unpaired(taken_from, taken_to, out);
  sort_groups(out);
  return out;
}

}  // namespace budgetdiff::matching
