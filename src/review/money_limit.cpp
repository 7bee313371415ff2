#include "review/money_limit.hpp"

#include <algorithm>
#include <stdexcept>

namespace budgetdiff {
namespace {

/// |delta| > limit percent of |from|, exactly. Nothing is more than no percent
/// of nothing but any change at all.
bool exceeds_percent(const Amount& delta, const Amount& from, const Amount& limit) {
  Amount change = delta.abs().reduced();
  Amount base = from.abs().reduced();
  const Amount percent = limit.reduced();
  // change * 100 > base * percent, at one scale.
  const int scale = std::max(change.scale(), base.scale() + percent.scale());
  Amount::Integer left = change.with_scale_at_least(scale).mantissa();
  Amount::Integer right = 0;
  if (__builtin_mul_overflow(left, static_cast<Amount::Integer>(100), &left) ||
      __builtin_mul_overflow(base.with_scale_at_least(scale - percent.scale()).mantissa(),
                             percent.mantissa(), &right)) {
    throw std::overflow_error("amounts are too large to compare");
  }
  return left > right;
}

}  // namespace

bool exceeds(const PolicyRule& rule, const std::optional<Amount>& limit, const Amount& base,
             const Amount& delta) {
  if (delta.is_zero() || (rule.direction == ChangeDirection::increase && delta.is_negative()) ||
      (rule.direction == ChangeDirection::decrease && !delta.is_negative())) {
    return false;
  }
  const bool over_amount = limit && delta.abs() > *limit;
  const bool over_percent = rule.percent && exceeds_percent(delta, base, *rule.percent);
  return rule.both ? over_amount && over_percent : over_amount || over_percent;
}

Message why_exceeded(const PolicyRule& rule, const std::string& later_unit) {
  const std::string amount =
      rule.amount
          ? rule.amount->grouped() + (rule.amount_unit.empty() ? later_unit : rule.amount_unit)
          : std::string();
  const std::string percent = rule.percent ? rule.percent->to_string() + "%" : std::string();
  if (amount.empty() || percent.empty()) {
    return {BD_TR("changed by more than {0}"), {amount + percent}};
  }
  return rule.both ? Message{BD_TR("changed by more than {0} and {1}"), {percent, amount}}
                   : Message{BD_TR("changed by more than {0} or {1}"), {percent, amount}};
}

}  // namespace budgetdiff
