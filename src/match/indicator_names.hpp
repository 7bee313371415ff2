#pragma once

/// Names and categories of indicators without what forms add to them.

#include <string>
#include <string_view>

namespace budgetdiff::matching {

/// A category folded; 数量 and 数量指标 are one.
[[nodiscard]] std::string fold_category(std::string_view category);

/// A folded name without 年度 and the like before it and 情况 after it, and with
/// one word for each kind of measure at its end: 合格率, 合格比率 and 合格比例
/// read alike, as do 户数 and 户数量. Never empty for a name that is not.
[[nodiscard]] std::string plain_indicator_name(std::string_view folded);

}  // namespace budgetdiff::matching
