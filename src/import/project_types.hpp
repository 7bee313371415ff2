#pragma once

/// What published tables say of a project's kind.

#include <string_view>

namespace budgetdiff::import {

/// 新增, 延续, 一次性 and what else forms tick for it.
[[nodiscard]] bool says_whether_new(std::u32string_view type);

}  // namespace budgetdiff::import
