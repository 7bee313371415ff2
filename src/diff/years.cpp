#include <budgetdiff/diff/years.hpp>
#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/model/whole_total.hpp>
#include <budgetdiff/text/same_name.hpp>

#include <algorithm>
#include <numeric>

namespace budgetdiff {
namespace {

/// Projects of all editions, numbered through, joined by the groups they share.
class Joined {
 public:
  explicit Joined(const std::vector<Snapshot>& snapshots) {
    std::size_t count = 0;
    for (const Snapshot& snapshot : snapshots) {
      first_.push_back(count);
      count += snapshot.projects.size();
    }
    parents_.resize(count);
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }

  [[nodiscard]] std::size_t number(std::size_t edition, std::size_t project) const {
    return first_[edition] + project;
  }
  std::size_t root(std::size_t at) {
    while (parents_[at] != at) {
      parents_[at] = parents_[parents_[at]];
      at = parents_[at];
    }
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> first_;
  std::vector<std::size_t> parents_;
};

LineageNode node_of(const Snapshot& snapshot, std::size_t edition, std::size_t project,
                    const std::string& unit) {
  LineageNode node;
  node.edition = edition;
  node.project = project;
  node.name = snapshot.projects[project].name;
  if (const Amount* total = snapshot.projects[project].funding.total()) {
    node.total = convert(*total, snapshot.unit, unit);
  }
  return node;
}

/// What a group that leads to an edition means for its line.
std::optional<ProjectChangeKind> event_of(const AlignedGroup& group, const Snapshot& from,
                                          const Snapshot& to) {
  if (group.from.empty() || group.to.empty()) {
    return std::nullopt;
  }
  if (group.from.size() > 1 && group.to.size() > 1) {
    return ProjectChangeKind::regrouped;
  }
  if (group.to.size() > 1) {
    return ProjectChangeKind::split;
  }
  if (group.from.size() > 1) {
    return ProjectChangeKind::merged;
  }
  const bool renamed =
      !same_name(from.projects[group.from.front()].name, to.projects[group.to.front()].name);
  return renamed ? std::optional(ProjectChangeKind::renamed) : std::nullopt;
}

bool is_there(const YearsLine& line, std::size_t edition) {
  return std::any_of(line.nodes.begin(), line.nodes.end(),
                     [&](const LineageNode& node) { return node.edition == edition; });
}

/// Totals, name and change of a line whose nodes are known.
void sum_up(YearsLine& line, const std::vector<Snapshot>& snapshots, const std::string& unit) {
  line.totals.resize(snapshots.size());
  std::vector<bool> there(snapshots.size(), false);
  for (const LineageNode& node : line.nodes) {
    there[node.edition] = true;
    if (convert(Amount(), snapshots[node.edition].unit, unit)) {
      std::optional<Amount>& total = line.totals[node.edition];
      total = total.value_or(Amount()) + node.total.value_or(Amount());
    }
    // The figures are of all of them, and so is the name.
    if (node.edition == line.nodes.back().edition) {
      line.name += (line.name.empty() ? "" : " + ") + node.name;
    }
  }
  for (std::size_t e = 1; e < snapshots.size(); ++e) {
    if (there[e] && !there[e - 1]) {
      line.events[e].insert({ProjectChangeKind::added, {}});
    } else if (!there[e] && there[e - 1]) {
      line.events[e].insert({ProjectChangeKind::removed, {}});
    }
  }
  const Amount before = line.totals.front().value_or(Amount());
  line.delta = line.totals.back().value_or(Amount()) - before;
  line.percent = percent_of(line.delta, before);
}

}  // namespace

YearsOverview years_overview(const std::vector<Snapshot>& snapshots,
                             const std::vector<Alignment>& alignments) {
  YearsOverview out;
  out.department = snapshots.back().department;
  out.unit = snapshots.back().unit;
  for (const Snapshot& snapshot : snapshots) {
    out.editions.push_back({snapshot.year.value_or(0), snapshot.stage, snapshot.unit});
    const auto total = whole_total(snapshot);
    out.totals.push_back(total ? convert(*total, snapshot.unit, out.unit) : std::nullopt);
    YearsStep& step = out.steps.emplace_back();
    if (const std::size_t e = out.steps.size() - 1; e > 0 && out.totals[e - 1] && out.totals[e]) {
      step.delta = *out.totals[e] - *out.totals[e - 1];
      step.percent = percent_of(*step.delta, *out.totals[e - 1]);
    }
    out.project_counts.push_back(snapshot.projects.size());
  }
  Joined joined(snapshots);
  for (std::size_t e = 0; e < alignments.size(); ++e) {
    for (const AlignedGroup& group : alignments[e].groups) {
      const std::size_t one = group.from.empty() ? joined.number(e + 1, group.to.front())
                                                 : joined.number(e, group.from.front());
      for (const std::size_t project : group.from) {
        joined.join(one, joined.number(e, project));
      }
      for (const std::size_t project : group.to) {
        joined.join(one, joined.number(e + 1, project));
      }
    }
  }
  // Lines in order of their first project of the latest edition they reach.
  std::vector<std::size_t> line_of(
      joined.number(snapshots.size() - 1, snapshots.back().projects.size()),
      static_cast<std::size_t>(-1));
  for (std::size_t e = snapshots.size(); e-- > 0;) {
    for (std::size_t p = 0; p < snapshots[e].projects.size(); ++p) {
      std::size_t& line = line_of[joined.root(joined.number(e, p))];
      if (line == static_cast<std::size_t>(-1)) {
        line = out.lines.size();
        out.lines.emplace_back().events.resize(snapshots.size());
      }
    }
  }
  for (std::size_t e = 0; e < snapshots.size(); ++e) {
    for (std::size_t p = 0; p < snapshots[e].projects.size(); ++p) {
      YearsLine& line = out.lines[line_of[joined.root(joined.number(e, p))]];
      line.nodes.push_back(node_of(snapshots[e], e, p, out.unit));
    }
  }
  for (std::size_t e = 0; e < alignments.size(); ++e) {
    for (const AlignedGroup& group : alignments[e].groups) {
      const std::size_t root =
          joined.root(group.from.empty() ? joined.number(e + 1, group.to.front())
                                         : joined.number(e, group.from.front()));
      YearsLine& line = out.lines[line_of[root]];
      if (const auto event = event_of(group, snapshots[e], snapshots[e + 1])) {
        line.events[e + 1].insert({*event, {}});
      } else if (group.to.empty() && is_there(line, e + 1)) {
        for (const std::size_t project : group.from) {
          line.events[e + 1].insert(
              {ProjectChangeKind::removed, snapshots[e].projects[project].name});
        }
      } else if (group.from.empty() && is_there(line, e)) {
        for (const std::size_t project : group.to) {
          line.events[e + 1].insert(
              {ProjectChangeKind::added, snapshots[e + 1].projects[project].name});
        }
      }
    }
  }
  for (YearsLine& line : out.lines) {
    sum_up(line, snapshots, out.unit);
  }
  return out;
}

}  // namespace budgetdiff
