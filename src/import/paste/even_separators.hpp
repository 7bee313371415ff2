#pragma once

/// Tables in plain text whose cells are parted alike in all lines: by bars, as notes, wikis and
/// chat programs write them, or by the blanks that a program makes of each tab.

#include <optional>
#include <string>
#include <string_view>

namespace budgetdiff::import {

/// The text with a tab for each such separator, bars at a line's ends and the line below a header
/// (|---|---|) gone. Nothing where no line is a header of a performance table that is parted so, or
/// where blanks are not as many in all lines: print keeps columns with them, and parts no two cells
/// alike.
[[nodiscard]] std::optional<std::string> with_tabs(std::string_view text);

}  // namespace budgetdiff::import
