#include "report/significance.hpp"

#include <algorithm>

namespace budgetdiff {
namespace {

template <class List>
std::size_t count_notation(const List& list) {
  return static_cast<std::size_t>(
      std::count_if(list.begin(), list.end(), [](const auto& item) { return item.notation; }));
}

bool is_below(const ProjectChange& change, const MinChange& min_change) {
  if (!min_change.amount && !min_change.percent) {
    return false;
  }
  const Amount size = change.delta.value_or(Amount()).abs();
  if (min_change.amount && size < *min_change.amount) {
    return true;
  }
  if (min_change.percent && change.percent) {
    // A percentage is written with two decimals, so it reads back exactly.
    const auto percent = Amount::parse_computed(*change.percent);
    return percent && percent->abs() < *min_change.percent;
  }
  return false;
}

bool more_money(const ProjectChange* a, const ProjectChange* b) {
  const Amount size_a = a->delta.value_or(Amount()).abs();
  const Amount size_b = b->delta.value_or(Amount()).abs();
  if (size_a != size_b) {
    return size_a > size_b;
  }
  return loosened_targets(*a) > loosened_targets(*b);
}

}  // namespace

std::vector<TargetLine> target_lines(const IndicatorChange& change) {
  std::vector<TargetLine> lines;
  for (const TargetChange& target : change.targets) {
    if (target.rule == rule_of_form) {
      continue;  // said once, of the form
    }
    const auto alike = std::find_if(lines.begin(), lines.end(), [&](const TargetLine& line) {
      const TargetChange& first = *line.targets.front();
      return first.from == target.from && first.to == target.to && first.effect == target.effect;
    });
    if (alike == lines.end()) {
      lines.push_back({{&target}});
    } else {
      alike->targets.push_back(&target);
    }
  }
  return lines;
}

Tally tally(const ChangeSet& changes) {
  Tally out;
  for (const ProjectChange& change : changes.projects) {
    ++out.projects[change.kind];
    out.carried_targets += change.carried_targets;
    out.notation += count_notation(change.fields) + count_notation(change.funding) +
                    count_notation(change.goals) + count_notation(change.indicators);
    for (const IndicatorChange& indicator : change.indicators) {
      out.form_moves += indicator.form_change ? 1U : 0U;
      for (const TargetLine& line : target_lines(indicator)) {
        ++out.targets[line.targets.front()->effect];
      }
      if (!indicator.notation) {
        ++out.indicators[indicator.kind];
      }
    }
  }
  return out;
}

std::size_t loosened_targets(const ProjectChange& change) {
  std::size_t count = 0;
  for (const IndicatorChange& indicator : change.indicators) {
    for (const TargetLine& line : target_lines(indicator)) {
      count += line.targets.front()->effect == Effect::loosened ? 1U : 0U;
    }
  }
  return count;
}

ByImportance by_importance(const ChangeSet& changes, const MinChange& min_change) {
  ByImportance out;
  for (const ProjectChange& change : changes.projects) {
    if (change.kind == ProjectChangeKind::unchanged) {
      if (change.notation) {
        out.notation.push_back(&change);
      }
    } else if (is_below(change, min_change)) {
      ++out.below_threshold;
    } else if (change.delta && !change.delta->is_zero()) {
      out.money.push_back(&change);
    } else if (loosened_targets(change) > 0) {
      out.weakened.push_back(&change);
    } else {
      out.other.push_back(&change);
    }
  }
  std::stable_sort(out.money.begin(), out.money.end(), more_money);
  std::stable_sort(out.weakened.begin(), out.weakened.end(), more_money);
  return out;
}

std::vector<Message> left_out(const Tally& tally, const ByImportance& order, bool notation_listed) {
  std::vector<Message> out;
  if (order.below_threshold > 0) {
    out.push_back({order.below_threshold == 1
                       ? BD_TR("{0} project whose money changed less than asked for")
                       : BD_TR("{0} projects whose money changed less than asked for"),
                   {std::to_string(order.below_threshold)}});
  }
  if (tally.notation > 0 && !notation_listed) {
    out.push_back({tally.notation == 1
                       ? BD_TR("{0} difference in notation only (--notation lists it)")
                       : BD_TR("{0} differences in notation only (--notation lists them)"),
                   {std::to_string(tally.notation)}});
  }
  const auto found = tally.projects.find(ProjectChangeKind::unchanged);
  std::size_t unchanged = found == tally.projects.end() ? 0 : found->second;
  // Unchanged projects with differences in notation are listed with those.
  unchanged -= notation_listed ? std::min(unchanged, order.notation.size()) : 0;
  if (unchanged > 0) {
    out.push_back(
        {unchanged == 1 ? BD_TR("{0} unchanged project") : BD_TR("{0} unchanged projects"),
         {std::to_string(unchanged)}});
  }
  return out;
}

}  // namespace budgetdiff
