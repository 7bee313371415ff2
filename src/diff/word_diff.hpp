#pragma once

/// Word-level edits between two texts.

#include <budgetdiff/model/change_set.hpp>

#include <string_view>
#include <vector>

namespace budgetdiff {

/// The edits that turn `from` into `to`, for a person to read: whole words,
/// deletions before insertions, single words caught between two edits folded
/// into them. Neighbouring steps are of different kinds. Joining what is kept
/// or removed gives `from`; what is kept or inserted gives `to`.
[[nodiscard]] std::vector<TextEdit> word_diff(std::string_view from, std::string_view to);

}  // namespace budgetdiff
