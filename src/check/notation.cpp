/// How a target is written: a comparator that stands twice, bounds that leave no number,
/// a unit that is not the one in the indicator's name.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::check_rules {
namespace {

constexpr std::string_view digits = "0123456789";

struct Twice {
  Bound before = Bound::none;
  Bound after = Bound::none;
};

/// The comparators before and after the number of a target.
Twice comparators_of(const Target& target) {
  const std::size_t at = target.folded.find_first_of(digits);
  if (!target.numeric || target.comparator == Comparator::range || at == 0 ||
      at == std::string::npos) {
    return {};
  }
  // 达到98%以上 and 控制在5万元以内 are plain Chinese, whose first half only compares with the
  // second; ≥98%以上 and 不少于98%以上 say it twice.
  if (target.folded.find("达") < at || target.folded.find("控制") < at) {
    return {};
  }
  const Target before = read_target(target.folded.substr(0, at) + "1");
  const Target after = read_target(target.folded.substr(at));
  return {before.numeric ? bound_of(before) : Bound::none,
          after.numeric ? bound_of(after) : Bound::none};
}

/// Two bounds of one target: ≥20本且≤50本.
struct Bounds {
  Target first;
  Target second;
};

/// The bounds that a text joins by 且 or a comma, where they are of one thing: the second
/// has no words of its own, and the units are one.
std::optional<Bounds> joined_bounds(std::string_view text) {
  for (const std::string_view joint : {"并且", "而且", "且", "并", ",", ";", "、"}) {
    const std::size_t at = text.find(joint);
    if (at == std::string_view::npos) {
      continue;
    }
    std::string_view second = text.substr(at + joint.size());
    second.remove_prefix(std::min(second.find_first_not_of(','), second.size()));
    Bounds out{read_target(text.substr(0, at)), read_target(second)};
    const bool in_words = joint.find_first_of(",;") == joint.npos && joint != "、";
    const bool one_unit = out.first.unit == out.second.unit
                              ? in_words || !out.first.unit.empty()
                              : in_words && (out.first.unit.empty() || out.second.unit.empty());
    const bool one_thing = out.second.label.empty() && (in_words || out.first.label.empty());
    return out.first.numeric && out.second.numeric && one_unit && one_thing ? std::optional(out)
                                                                            : std::nullopt;
  }
  return std::nullopt;
}

/// Whether no number meets both bounds of a target: ≥50本且≤20本.
bool excludes_all(const Target& target) {
  if (target.numeric) {
    return false;
  }
  const std::optional<Bounds> both = joined_bounds(target.folded);
  if (!both || bound_of(both->first) == Bound::none || bound_of(both->second) == Bound::none ||
      bound_of(both->first) == bound_of(both->second)) {
    return false;
  }
  const bool lower_first = bound_of(both->first) == Bound::lower;
  const Target& lower = lower_first ? both->first : both->second;
  const Target& upper = lower_first ? both->second : both->first;
  const bool open =
      lower.comparator == Comparator::more_than || upper.comparator == Comparator::less_than;
  return lower.low > upper.low || (open && lower.low == upper.low);
}

/// Whether comparators of both directions stand before one number: ≥≤95%.
bool opens_both_ways(const Target& target) {
  const std::u32string text = to_code_points(target.folded);
  const std::size_t end = text.find_first_not_of(U"≥≧⩾>≤≦⩽<=");
  const std::u32string_view run = std::u32string_view(text).substr(0, std::min(end, text.size()));
  return end != text.npos && text[end] >= U'0' && text[end] <= U'9' && run != U"<>" &&
         run.find_first_of(lower_signs) != run.npos && run.find_first_of(upper_signs) != run.npos;
}

void check_comparator(const ReadIndicator& one, Report& report) {
  const auto contradicts = [](const Target& target) {
    const Twice twice = comparators_of(target);
    return opens_both_ways(target) || (twice.before != Bound::none && twice.after != Bound::none &&
                                       twice.before != twice.after);
  };
  const auto repeats = [](const Target& target) {
    const Twice twice = comparators_of(target);
    return twice.before != Bound::none && twice.before == twice.after;
  };
  if (const std::string* text = one.first_of(contradicts)) {
    report.indicator(one.project, one.indicator, "targets-contradict", Severity::warning,
                     {BD_TR("the target is at least and at most in one: {0}, {1}"),
                      {one.published->name, *text}});
  } else if (const std::string* impossible = one.first_of(excludes_all)) {
    report.indicator(
        one.project, one.indicator, "targets-contradict", Severity::warning,
        {BD_TR("no number meets the target: {0}, {1}"), {one.published->name, *impossible}});
  } else if (const std::string* doubled = one.first_of(repeats)) {
    report.indicator(one.project, one.indicator, "comparator-doubled", Severity::note,
                     {BD_TR("the comparator stands before and behind the number: {0}, {1}"),
                      {one.published->name, *doubled}});
  }
}

/// What follows the last digit of a target, as a quantity of one.
Target one_of_unit(std::string_view unit) {
  return read_target("1" + std::string(unit));
}

void check_unit_of_name(const ReadIndicator& one, Report& report) {
  const std::string in_name = unit_in_name(one.published->name);
  if (in_name.empty()) {
    return;
  }
  // A percentage of a count is said to be one elsewhere.
  const bool counts = one.measure.counts;
  const Target named = one_of_unit(in_name);
  const auto differs = [&](const Target& target) {
    const std::size_t last = target.folded.find_last_of(digits);
    if (!target.numeric || last == std::string::npos) {
      return false;
    }
    const Target own = one_of_unit(std::string_view(target.folded).substr(last + 1));
    return own.numeric && !own.unit.empty() && !(counts && own.unit == "%") &&
           (own.unit != named.unit || own.low != named.low);
  };
  if (const std::string* text = one.first_of(differs)) {
    report.indicator(one.project, one.indicator, "unit-contradicts-name", Severity::warning,
                     {BD_TR("the name says {0} and the target has another unit: {1}, {2}"),
                      {in_name, one.published->name, *text}});
  }
}

}  // namespace

void check_notation(const std::vector<ReadIndicator>& indicators, Report& report) {
  for (const ReadIndicator& one : indicators) {
    check_comparator(one, report);
    check_unit_of_name(one, report);
  }
}

}  // namespace budgetdiff::check_rules
