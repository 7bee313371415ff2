#pragma once

/// Whether the categories among the lines of a band are those of one project.

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// The categories that lines of a column make, and what is no category's.
struct BandCategories {
  std::vector<std::string> texts;
  double cost = 0;
};

/// Those of the lines [first, last) of a column of the first level, or of the second.
[[nodiscard]] BandCategories band_categories(const std::vector<std::u32string>& texts,
                                             std::size_t first, std::size_t last, bool level1);

/// What speaks against a project having these: each of the first level once, in their order, with
/// one of the second at least below each. With `open` the first of the second level may be below
/// one of the page before.
[[nodiscard]] double levels_of_project(const std::vector<std::string>& level1,
                                       const std::vector<std::string>& level2, bool open);

}  // namespace budgetdiff::import
