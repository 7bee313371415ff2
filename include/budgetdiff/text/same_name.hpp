#pragma once

/// Texts that say the same in other spellings.

#include <string>
#include <string_view>

namespace budgetdiff {

/// Whether two names are one, perhaps in other spellings (fold_name()).
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

/// The same of categories, with or without 指标 at their end.
[[nodiscard]] bool same_category(std::string_view a, std::string_view b);

/// What fold_name() leaves of a category, without 指标.
[[nodiscard]] std::string fold_category(std::string_view text);

/// Whether two texts of prose differ in nothing but width, blanks, the forms of their quotes,
/// brackets, dashes and points, and marks at their paragraphs' ends. Figures keep their points.
[[nodiscard]] bool same_prose(std::string_view a, std::string_view b);

}  // namespace budgetdiff
