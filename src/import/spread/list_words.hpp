#pragma once

/// What a piece of a list's text says of the column that it stands in.

#include "import/vocabulary.hpp"

#include <string>

namespace budgetdiff::import {

/// Whether a text begins with a mark that no line of print begins with. REQUIRES: it is not empty
[[nodiscard]] bool begins_with_end(const std::u32string& text);

/// Whether a text ends as what money is given for: 费, 资金, 工程（二期）.
[[nodiscard]] bool ends_as_project(const std::u32string& text);

/// Whether a name speaks of what indicators measure.
[[nodiscard]] bool ends_as_indicator(const std::u32string& text);

/// 2023年免疫规划专: no date, and no number with its unit. REQUIRES: text is not empty
[[nodiscard]] bool is_long_figure(const std::u32string& text);

/// Whether a text begins with a code of a project and a hyphen.
[[nodiscard]] bool is_coded(const std::u32string& text);

/// Whether a text is a category of a level, or may be the beginning of one.
/// REQUIRES: role is level1 or level2
[[nodiscard]] bool is_category(const std::u32string& text, Role role);
[[nodiscard]] bool may_begin_category(const std::u32string& text, Role role);

/// 定 of 定性.
[[nodiscard]] bool may_begin_sign(const std::u32string& text);

/// A second point of a list, or a later one.
[[nodiscard]] bool is_later_point(const std::u32string& text);

}  // namespace budgetdiff::import
