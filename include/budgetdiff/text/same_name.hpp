#pragma once

/// Names that are one.

#include <string_view>

namespace budgetdiff {

/// Whether two names are one, perhaps in other spellings (fold_name()).
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

}  // namespace budgetdiff
