/// Compares two targets: docs/targets.md.

#include "model/target_date.hpp"
#include "model/target_number.hpp"

#include <budgetdiff/model/target.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff {
namespace {

/// The numbers that meet a target, as an interval with open or missing ends.
struct Interval {
  std::optional<Amount> low;
  std::optional<Amount> high;
  bool low_open = false;
  bool high_open = false;
};

Interval interval_of(const Target& target) {
  switch (target.comparator) {
    case Comparator::at_least:
      return {target.low, {}, false, false};
    case Comparator::more_than:
      return {target.low, {}, true, false};
    case Comparator::at_most:
      return {{}, target.low, false, false};
    case Comparator::less_than:
      return {{}, target.low, false, true};
    default:
      return {target.low, target.high, false, false};
  }
}

/// Whether every number in `inner` is in `outer`.
bool within(const Interval& inner, const Interval& outer) {
  const bool low_ok =
      !outer.low ||
      (inner.low && (*inner.low > *outer.low ||
                     (*inner.low == *outer.low && (inner.low_open || !outer.low_open))));
  const bool high_ok =
      !outer.high ||
      (inner.high && (*inner.high < *outer.high ||
                      (*inner.high == *outer.high && (inner.high_open || !outer.high_open))));
  return low_ok && high_ok;
}

enum class Family { exact, lower, upper, range, about };

Family family_of(Comparator comparator) {
  switch (comparator) {
    case Comparator::at_least:
    case Comparator::more_than:
      return Family::lower;
    case Comparator::at_most:
    case Comparator::less_than:
      return Family::upper;
    case Comparator::range:
      return Family::range;
    case Comparator::about:
      return Family::about;
    default:
      return Family::exact;
  }
}

bool same_quantity(const Target& a, const Target& b) {
  return a.low == b.low && a.high == b.high;
}

/// The direction both sides agree on; unknown where they do not.
DirectionRule agreed(const DirectionRule& a, const DirectionRule& b) {
  return a.direction == b.direction ? a : DirectionRule{};
}

Effect effect_of_numbers(const Target& from, const Target& to, const DirectionRule& direction,
                         std::string& rule) {
  const Family from_family = family_of(from.comparator);
  const Family to_family = family_of(to.comparator);
  const bool opposed = (from_family == Family::lower && to_family == Family::upper) ||
                       (from_family == Family::upper && to_family == Family::lower);
  if (opposed || (from_family != to_family && same_quantity(from, to))) {
    rule = "comparator " + std::string(to_string(from.comparator)) + " -> " +
           std::string(to_string(to.comparator));
    return Effect::comparator_changed;
  }
  const Interval before = interval_of(from);
  const Interval after = interval_of(to);
  const bool narrower = within(after, before);
  const bool wider = within(before, after);
  if (narrower && wider) {
    return from_family == to_family ? Effect::reworded : Effect::comparator_changed;
  }
  if (from_family != Family::about && to_family != Family::about) {
    if (narrower) {
      rule = direction.rule.empty() ? "fewer numbers meet it" : direction.rule;
      return Effect::tightened;
    }
    if (wider) {
      rule = direction.rule.empty() ? "more numbers meet it" : direction.rule;
      return Effect::loosened;
    }
  }
  if (direction.direction == Direction::unknown) {
    rule = rule_of_unknown;
    return Effect::changed;
  }
  // Numbers side by side: what the indicator counts decides. Ranges are judged
  // by the end that matters for the direction.
  const bool up = direction.direction == Direction::up;
  const Amount& a = up ? from.low : from.high;
  const Amount& b = up ? to.low : to.high;
  rule = direction.rule;
  if (a == b) {
    return Effect::changed;
  }
  return (b > a) == up ? Effect::tightened : Effect::loosened;
}

bool has_one(std::string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// The unit that bare numbers of an indicator have: of 月数, 6月 are months, and no June.
std::string unit_of_name(std::string_view name) {
  const std::string unit = unit_in_name(name);
  return unit.empty() && name.find("月数") != name.npos ? "个月" : unit;
}

/// What lasts until a date, or is announced so long before it, is better later or not at all known.
bool lasts(std::string_view name) {
  static constexpr std::array<std::string_view, 14> words{
      "开放", "营业", "运营", "有效", "服务期", "服务时间", "质保",
      "保修", "维保", "合同", "持续", "存续",   "提前",     "值班"};
  return has_one(name, words);
}

void compare_deadlines(const Target& before, const Target& after, bool lasting,
                       const TargetYears& years, TargetComparison& out) {
  const DateOrder order = order_of(*before.deadline, *after.deadline, years);
  if (order == DateOrder::level) {
    out.effect = Effect::reworded;  // in other words, or moved along with the table's year
    return;
  }
  if (order == DateOrder::unknown || lasting) {
    out.rule = order == DateOrder::unknown ? std::string() : std::string(rule_of_unknown);
    return;
  }
  out.effect = order == DateOrder::later ? Effect::loosened : Effect::tightened;
  out.rule = rule_of_dates;
}

/// Whether a number without a unit is the share that the other one gives in %: a workbook that has
/// lost its formats says 0.95. 1 is one of something, but for what is a share by its name.
bool is_same_share(const Target& bare, const Target& share, std::string_view name) {
  constexpr int percent = 2;
  const bool is_part = bare.low > Amount() && bare.high < Amount(1, 0);
  const bool is_whole = bare.low == Amount(1, 0) && bare.high == bare.low && name.ends_with("率");
  return bare.unit.empty() && share.unit == "%" && (is_part || is_whole) &&
         bare.comparator == share.comparator && shifted(bare.low, percent) == share.low &&
         shifted(bare.high, percent) == share.high;
}

}  // namespace

std::string_view to_string(Effect effect) {
  switch (effect) {
    case Effect::same:
      return "same";
    case Effect::reworded:
      return "reworded";
    case Effect::tightened:
      return "tightened";
    case Effect::loosened:
      return "loosened";
    case Effect::comparator_changed:
      return "comparator_changed";
    case Effect::unit_changed:
      return "unit_changed";
    case Effect::changed:
      return "changed";
  }
  return "";
}

TargetComparison compare_targets(std::string_view from, std::string_view to,
                                 std::string_view from_indicator, std::string_view to_indicator,
                                 std::string_view level2, const TargetYears& years) {
  TargetComparison out;
  if (from == to) {
    return out;
  }
  out.effect = Effect::changed;
  const Target before = read_target(from, unit_of_name(from_indicator));
  const Target after = read_target(to, unit_of_name(to_indicator));
  if (before.folded == after.folded ||
      (!before.numeric && !after.numeric && fold_name(from) == fold_name(to))) {
    out.effect = from.empty() || to.empty() ? Effect::changed : Effect::reworded;
    return out;
  }
  if (before.deadline && after.deadline) {
    compare_deadlines(before, after, lasts(from_indicator) || lasts(to_indicator), years, out);
    return out;
  }
  if (!before.numeric || !after.numeric) {
    if (!before.numeric && !after.numeric && before.prose != Direction::unknown &&
        after.prose != Direction::unknown && before.prose != after.prose) {
      out.rule = "direction of the words";
    }
    return out;
  }
  if (is_same_share(before, after, from_indicator) || is_same_share(after, before, to_indicator)) {
    out.effect = Effect::reworded;
    return out;
  }
  if (before.unit != after.unit) {
    out.effect = Effect::unit_changed;
    out.rule = "unit " + before.unit + " -> " + after.unit;
    return out;
  }
  if (before.comparator != Comparator::range && after.comparator != Comparator::range) {
    out.delta = (after.low - before.low).reduced();
    out.unit = before.unit;
  }
  const DirectionRule direction = agreed(direction_of(from_indicator, level2, before),
                                         direction_of(to_indicator, level2, after));
  out.effect = effect_of_numbers(before, after, direction, out.rule);
  if (out.effect == Effect::reworded && before.label != after.label) {
    out.effect = Effect::changed;  // the same number of something else
  }
  if (out.effect == Effect::reworded) {
    out.delta.reset();
    out.unit.clear();
  }
  return out;
}

}  // namespace budgetdiff
