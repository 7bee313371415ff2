#include <budgetdiff/diff/trace.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace budgetdiff {
namespace {

using Node = std::pair<std::size_t, std::size_t>;                // edition, project
using Leaf = std::tuple<std::size_t, std::size_t, std::size_t>;  // and indicator

bool contains(const std::vector<std::size_t>& list, std::size_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// All projects of the line, by walking groups in both directions of time.
std::set<Node> reach(const std::vector<Alignment>& alignments, Node start) {
  std::set<Node> seen{start};
  std::vector<Node> open{start};
  const auto visit = [&](std::size_t edition, const std::vector<std::size_t>& projects) {
    for (const std::size_t project : projects) {
      if (seen.insert({edition, project}).second) {
        open.push_back({edition, project});
      }
    }
  };
  while (!open.empty()) {
    const auto [edition, project] = open.back();
    open.pop_back();
    if (edition < alignments.size()) {
      for (const AlignedGroup& group : alignments[edition].groups) {
        if (contains(group.from, project)) {
          visit(edition + 1, group.to);
        }
      }
    }
    if (edition > 0) {
      for (const AlignedGroup& group : alignments[edition - 1].groups) {
        if (contains(group.to, project)) {
          visit(edition - 1, group.from);
        }
      }
    }
  }
  return seen;
}

LineageNode node_of(const Snapshot& snapshot, const Node& node) {
  const Project& project = snapshot.projects[node.second];
  LineageNode out;
  out.edition = node.first;
  out.project = node.second;
  out.name = project.name;
  if (const Amount* total = project.funding.total()) {
    out.total = *total;
    const Amount* stated = snapshot.stated_total.total();
    out.share = percent_of(*total, stated != nullptr ? *stated : sum_of_totals(snapshot));
  }
  return out;
}

/// Joins the indicators that pairs lead from year to year.
class IndicatorLines {
 public:
  std::size_t number(const Leaf& leaf) {
    const auto [at, added] = numbers_.emplace(leaf, parents_.size());
    if (added) {
      parents_.push_back(parents_.size());
    }
    return at->second;
  }
  void join(const Leaf& a, const Leaf& b) {
    const std::size_t x = root(number(a));
    const std::size_t y = root(number(b));
    parents_[std::max(x, y)] = std::min(x, y);
  }
  std::size_t root(std::size_t at) const {
    while (parents_[at] != at) {
      at = parents_[at];
    }
    return at;
  }
  [[nodiscard]] const std::map<Leaf, std::size_t>& numbers() const { return numbers_; }

 private:
  std::map<Leaf, std::size_t> numbers_;
  std::vector<std::size_t> parents_;
};

const std::string& target_of(const Indicator& indicator) {
  return indicator.annual_target.empty() ? indicator.period_target : indicator.annual_target;
}

std::vector<LineageIndicator> indicator_lines(const std::vector<Snapshot>& snapshots,
                                              const std::vector<Alignment>& alignments,
                                              const std::set<Node>& nodes) {
  IndicatorLines lines;
  for (const auto& [edition, project] : nodes) {
    for (std::size_t i = 0; i < snapshots[edition].projects[project].indicators.size(); ++i) {
      lines.number({edition, project, i});
    }
  }
  for (std::size_t edition = 0; edition < alignments.size(); ++edition) {
    for (const AlignedGroup& group : alignments[edition].groups) {
      for (const IndicatorPair& pair : group.indicators) {
        if (nodes.contains({edition, pair.from_project})) {
          lines.join({edition, pair.from_project, pair.from_indicator},
                     {edition + 1, pair.to_project, pair.to_indicator});
        }
      }
    }
  }
  std::map<std::size_t, LineageIndicator> by_root;
  for (const auto& [leaf, number] : lines.numbers()) {
    const auto& [edition, project, index] = leaf;
    const Indicator& indicator = snapshots[edition].projects[project].indicators[index];
    LineageIndicator& line = by_root[lines.root(number)];
    line.targets.resize(snapshots.size());
    line.name = indicator.name;
    std::string& cell = line.targets[edition];
    const std::string& target = target_of(indicator);
    // The parts of a split usually carry one and the same target.
    if (cell.empty()) {
      cell = target;
    } else if (cell.find(target) == std::string::npos) {
      cell += " / " + target;
    }
  }
  std::vector<LineageIndicator> out;
  for (auto& [root, line] : by_root) {
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

Lineage trace(const std::vector<Snapshot>& snapshots, const std::vector<Alignment>& alignments,
              std::size_t edition, std::size_t project) {
  Lineage out;
  for (const Snapshot& snapshot : snapshots) {
    out.editions.push_back({snapshot.year.value_or(0), snapshot.stage, snapshot.unit});
  }
  const std::set<Node> nodes = reach(alignments, {edition, project});
  std::map<Node, std::size_t> numbers;
  for (const Node& node : nodes) {
    numbers.emplace(node, out.nodes.size());
    out.nodes.push_back(node_of(snapshots[node.first], node));
  }
  for (std::size_t e = 0; e < alignments.size(); ++e) {
    for (const AlignedGroup& group : alignments[e].groups) {
      for (const std::size_t from : group.from) {
        for (const std::size_t to : group.to) {
          const auto a = numbers.find({e, from});
          const auto b = numbers.find({e + 1, to});
          if (a != numbers.end() && b != numbers.end()) {
            out.edges.push_back({a->second, b->second, group.method, group.confidence});
          }
        }
      }
    }
  }
  out.indicators = indicator_lines(snapshots, alignments, nodes);
  return out;
}

}  // namespace budgetdiff
