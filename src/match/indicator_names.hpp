#pragma once

/// Names of indicators without what forms add to them.

#include <string>
#include <string_view>

namespace budgetdiff::matching {

/// A folded name without 年度 and the like before it and 情况 after it, and with
/// one word for each kind of measure at its end: 合格率, 合格比率 and 合格比例
/// read alike, as do 户数 and 户数量. Never empty for a name that is not.
[[nodiscard]] std::string plain_indicator_name(std::string_view folded);

}  // namespace budgetdiff::matching
