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

/// A column of the first level, or of the second: which of its lines make categories. Bands are
/// tried from each line to each, and words looked up once.
class CategoryLines {
 public:
  CategoryLines() = default;
  CategoryLines(const std::vector<std::u32string>& texts, bool level1);

  /// What the lines [first, last) make.
  [[nodiscard]] BandCategories in(std::size_t first, std::size_t last) const;

 private:
  struct Whole {
    std::size_t end = 0;  ///< the line behind its last
    std::string text;
  };
  std::vector<std::vector<Whole>> begins_;  ///< those that begin with each line, the longest last
};

/// What speaks against a project having these: each of the first level once, in their order, with
/// one of the second at least below each. With `open` the first of the second level may be below
/// one of the page before.
[[nodiscard]] double levels_of_project(const std::vector<std::string>& level1,
                                       const std::vector<std::string>& level2, bool open);

}  // namespace budgetdiff::import
