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

/// A point of the calendar or the clock by which something is done: 15日前, 4月底前, 第三季度末.
struct Deadline {
  /// What the point is counted in: hours of a day, days of a month, days of a year.
  enum class Scale { day, month, year };
  Scale scale = Scale::year;
  std::optional<int> year;  ///< where it says one
  /// Where it may lie, in minutes, days, or month * 100 + day: 4月前 is before April or in it.
  int earliest = 0;
  int latest = 0;
  std::string frame;  ///< the words around it: 每月, 完成
  bool bare = false;  ///< 6月, which may be six months as well
};

/// The years of the tables that two targets stand in, where they are known.
struct TargetYears {
  std::optional<int> from;
  std::optional<int> to;
};

/// A target as far as it can be read. `numeric` is false for prose and for deadlines.
struct Target {
  bool numeric = false;
  Comparator comparator = Comparator::none;
  Amount low;        ///< the number; the lower end of a range
  Amount high;       ///< equal to `low` but for a range
  std::string unit;  ///< folded: "%", "人次", "元/人"; 万 and 亿 are in the numbers
  std::optional<Deadline> deadline;
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

/// TargetComparison::rule where numbers differ and what the indicator counts does not tell
/// whether more of it is better: the effect is `changed`.
inline constexpr std::string_view rule_of_unknown = "whether more is better is not known";

/// The same of deadlines: later is looser.
inline constexpr std::string_view rule_of_dates = "an earlier date is stricter";

/// Compares two targets of one indicator. Swapping them (and the years) swaps tightened with
/// loosened and the sign of delta, and nothing else.
[[nodiscard]] TargetComparison compare_targets(std::string_view from, std::string_view to,
                                               std::string_view from_indicator,
                                               std::string_view to_indicator,
                                               std::string_view level2,
                                               const TargetYears& years = {});

}  // namespace budgetdiff
