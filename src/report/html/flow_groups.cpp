#include "report/html/flow_groups.hpp"

#include <budgetdiff/model/money_unit.hpp>

#include <map>
#include <optional>
#include <utility>

namespace budgetdiff::html {
namespace {

constexpr std::size_t most_groups = 20;
constexpr std::size_t most_regrouped = 12;  // of those, splits, mergers and regroupings
constexpr std::size_t most_parts = 6;       // of one group on one side

/// What a group counts as when it is not drawn by itself.
enum class Gathered { continuing, regrouped, added, removed };

Gathered gathered_as(const FlowGroup& group) {
  if (group.regroups()) {
    return Gathered::regrouped;
  }
  return group.kind == ProjectChangeKind::added     ? Gathered::added
         : group.kind == ProjectChangeKind::removed ? Gathered::removed
                                                    : Gathered::continuing;
}

/// The nodes of one side; of many parts the smallest are gathered.
std::optional<std::vector<FlowNode>> nodes_of(const std::vector<ProjectRef>& refs,
                                              const std::string& unit, const std::string& to_unit,
                                              const Wording& say) {
  std::vector<FlowNode> nodes;
  for (const ProjectRef& ref : refs) {
    const auto amount = convert(ref.total.value_or(Amount()), unit, to_unit);
    if (!amount) {
      return std::nullopt;
    }
    nodes.push_back({ref.name, *amount, true, ref.total.has_value()});
  }
  std::stable_sort(nodes.begin(), nodes.end(),
                   [](const FlowNode& a, const FlowNode& b) { return a.amount > b.amount; });
  if (nodes.size() > most_parts + 1) {
    Amount rest;
    for (std::size_t i = most_parts; i < nodes.size(); ++i) {
      rest += nodes[i].amount;
    }
    const std::size_t count = nodes.size() - most_parts;
    nodes.resize(most_parts);
    nodes.push_back(
        {say(BD_TR("smaller parts ({0})"), {std::to_string(count)}), rest, false, true});
  }
  return nodes;
}

std::optional<std::vector<FlowGroup>> all_groups(const ChangeSet& changes, const Wording& say) {
  std::vector<FlowGroup> groups;
  for (const ProjectChange& change : changes.projects) {
    auto from = nodes_of(change.from, changes.from.unit, changes.to.unit, say);
    auto to = nodes_of(change.to, changes.to.unit, changes.to.unit, say);
    if (!from || !to) {
      return std::nullopt;
    }
    FlowGroup group;
    group.kind = change.kind;
    group.link = change.kind == ProjectChangeKind::unchanged ? "" : change.id;
    group.from = std::move(*from);
    group.to = std::move(*to);
    for (const FlowNode& node : group.from) {
      group.from_sum += node.amount;
    }
    for (const FlowNode& node : group.to) {
      group.to_sum += node.amount;
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

std::string gathered_label(Gathered kind, std::size_t count, const Wording& say) {
  const std::vector<std::string> args{std::to_string(count)};
  switch (kind) {
    case Gathered::continuing:
      return say(BD_TR("other projects that go on ({0})"), args);
    case Gathered::regrouped:
      return say(BD_TR("other splits, mergers and regroupings ({0})"), args);
    case Gathered::added:
      return say(BD_TR("other new projects ({0})"), args);
    case Gathered::removed:
      return say(BD_TR("other ended projects ({0})"), args);
  }
  return {};
}

std::vector<FlowGroup> chosen(std::vector<FlowGroup> groups, const Wording& say) {
  std::stable_sort(groups.begin(), groups.end(),
                   [](const FlowGroup& a, const FlowGroup& b) { return a.size() > b.size(); });
  std::vector<bool> drawn(groups.size(), groups.size() <= most_groups + 1);
  std::size_t room = most_groups;
  for (std::size_t i = 0, regrouped = 0; i < groups.size() && regrouped < most_regrouped; ++i) {
    if (groups[i].regroups()) {
      drawn[i] = true;
      ++regrouped;
      --room;
    }
  }
  for (std::size_t i = 0; i < groups.size() && room > 0; ++i) {
    if (!drawn[i]) {
      drawn[i] = true;
      --room;
    }
  }
  std::vector<FlowGroup> out;
  for (const Gathered wanted : {Gathered::continuing, Gathered::added, Gathered::removed}) {
    std::map<Gathered, FlowGroup> rest;
    std::map<Gathered, std::size_t> counts;
    std::map<Gathered, const FlowGroup*> only;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const Gathered kind = gathered_as(groups[i]);
      const bool here =
          kind == wanted || (kind == Gathered::regrouped && wanted == Gathered::continuing);
      if (here && drawn[i]) {
        out.push_back(groups[i]);
      } else if (here) {
        rest[kind].from_sum += groups[i].from_sum;
        rest[kind].to_sum += groups[i].to_sum;
        ++counts[kind];
        only[kind] = &groups[i];
      }
    }
    for (auto& [kind, group] : rest) {
      if (counts[kind] == 1) {
        // One that is left over takes no more room under its own name.
        out.push_back(*only[kind]);
        continue;
      }
      const std::string label = gathered_label(kind, counts[kind], say);
      group.kind = kind == Gathered::added       ? ProjectChangeKind::added
                   : kind == Gathered::removed   ? ProjectChangeKind::removed
                   : kind == Gathered::regrouped ? ProjectChangeKind::regrouped
                                                 : ProjectChangeKind::unchanged;
      if (kind != Gathered::added) {
        group.from.push_back({label, group.from_sum, false, true});
      }
      if (kind != Gathered::removed) {
        group.to.push_back({label, group.to_sum, false, true});
      }
      out.push_back(std::move(group));
    }
  }
  return out;
}

}  // namespace

std::vector<FlowGroup> flow_groups(const ChangeSet& changes, const Wording& say) {
  auto all = all_groups(changes, say);
  return all ? chosen(std::move(*all), say) : std::vector<FlowGroup>{};
}

}  // namespace budgetdiff::html
