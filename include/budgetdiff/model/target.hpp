#pragma once

/// Reading of indicator targets: "≥95%" as comparator, number, unit.
///
/// Grammar and rules are in docs/targets.md. Shared by check and diff.

#include <budgetdiff/model/amount.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff {

enum class Comparator { none, equal, at_least, more_than, at_most, less_than, range, about };

/// "", "=", "≥", ">", "≤", "<", "range", "≈".
[[nodiscard]] std::string_view to_string(Comparator comparator);

/// Which way a target gets better.
enum class Direction { unknown, up, down };

/// A target as far as it can be read. `numeric` is false for prose.
struct Target {
  bool numeric = false;
  Comparator comparator = Comparator::none;
  Amount low;        ///< the number; the lower end of a range
  Amount high;       ///< equal to `low` but for a range
  std::string unit;  ///< folded: "%", "人次", "元/人"; 万 and 亿 are in the numbers
  Direction prose = Direction::unknown;  ///< 降低, 提升 written as the target itself
  std::string label;   ///< words before the number, folded: 满意度 in 满意度≥90%
  std::string folded;  ///< the whole text with spelling taken away
};

/// Reads one target. `name_unit` is the unit in the indicator's name
/// (`任务完成时限(月)`), used where the target itself has none. Never fails:
/// what is no number is prose.
[[nodiscard]] Target read_target(std::string_view text, std::string_view name_unit = {});

/// The unit that an indicator's name gives in brackets at its end, "" if none.
[[nodiscard]] std::string unit_in_name(std::string_view indicator_name);

/// What a direction rests on, for the reader of a change.
struct DirectionRule {
  Direction direction = Direction::unknown;
  std::string rule;  ///< "comparator ≥", "name: 投诉", … ; empty when unknown
};

/// The direction of a bare number or an equality, from what the indicator
/// counts: fewer complaints, failures, days or costs are better, more of most
/// other things is.
[[nodiscard]] DirectionRule direction_of(std::string_view indicator_name, std::string_view level2,
                                         const Target& target);

enum class Effect {
  same,
  reworded,
  tightened,
  loosened,
  comparator_changed,
  unit_changed,
  changed,
};

/// The JSON word: "same", "reworded", "tightened" …
[[nodiscard]] std::string_view to_string(Effect effect);

struct TargetComparison {
  Effect effect = Effect::same;
  std::optional<Amount> delta;  ///< later number minus earlier, where both have one and units agree
  std::string unit;             ///< of `delta`
  std::string rule;             ///< why the effect is what it is
};

/// Compares two targets of one indicator. Swapping them swaps tightened with
/// loosened and the sign of delta, and nothing else.
[[nodiscard]] TargetComparison compare_targets(std::string_view from, std::string_view to,
                                               std::string_view from_indicator,
                                               std::string_view to_indicator,
                                               std::string_view level2);

}  // namespace budgetdiff
