#pragma once

/// How much money may change before a rule of a policy is broken. Exact.

#include <budgetdiff/base/message.hpp>
#include <budgetdiff/model/policy.hpp>

#include <optional>
#include <string>

namespace budgetdiff {

/// Whether a change by `delta` from `base`, both in the later unit, is more than the rule lets
/// pass. `limit` is the rule's amount in that unit; nothing is more than no percent of nothing but
/// any change at all.
[[nodiscard]] bool exceeds(const PolicyRule& rule, const std::optional<Amount>& limit,
                           const Amount& base, const Amount& delta);

/// "changed by more than 20% and 10万元".
[[nodiscard]] Message why_exceeded(const PolicyRule& rule, const std::string& later_unit);

}  // namespace budgetdiff
