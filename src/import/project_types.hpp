#pragma once

/// What published tables say of a project's kind.

#include <string_view>

namespace budgetdiff::import {

/// 新增, 延续, 一次性 and what else forms tick for it.
[[nodiscard]] bool says_whether_new(std::u32string_view type);

/// Whether a text is such a word by itself, or with 项目 behind it.
[[nodiscard]] bool is_project_type(std::u32string_view text);

}  // namespace budgetdiff::import
