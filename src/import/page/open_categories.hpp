#pragma once

/// The categories that stand broken over lines in the columns of a table of text: which of them
/// waits for its end where the next line is dealt to the columns. 标 below 经济效益指 is that
/// category's, and none begins with it. In a column of anything else it is that of 定量指 above it.

#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Threads: an object is one reader's.
class OpenCategories {
 public:
  explicit OpenCategories(const std::vector<Role>& roles);

  /// What it costs that a piece of a category stands next in a column: less than nothing where the
  /// text above waits for it, and much where no category goes on or begins so.
  [[nodiscard]] double fit(std::size_t column, const std::u32string& piece) const;

  /// Whether the last category of a column goes on with a piece.
  [[nodiscard]] bool waits_for(std::size_t column, const std::u32string& piece) const;

  /// Puts a text below those of a column.
  void add(std::size_t column, const std::u32string& text);

 private:
  std::vector<Role> roles_;
  std::vector<std::string> open_;  ///< of each column the last category, or its beginning
};

}  // namespace budgetdiff::import
