#pragma once

/// Names as policies write them: spelling aside, '*' is any text.

#include <string>
#include <vector>

namespace budgetdiff {

/// Whether `text` is what one of the patterns says.
[[nodiscard]] bool any_fits(const std::vector<std::string>& patterns, const std::string& text);

}  // namespace budgetdiff
