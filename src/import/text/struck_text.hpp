#pragma once

/// Text that a document shows struck through: its author has taken it back, and a value that
/// stands beside it took its place.

#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What a reader left out because it is struck through.
class StruckText {
 public:
  /// A piece of it, in UTF-8; what is blank is none.
  void add(std::string_view piece);
  void add(const StruckText& other);
  [[nodiscard]] bool empty() const { return count_ == 0; }
  /// What is to be said of all pieces; nothing where there are none.
  [[nodiscard]] std::optional<Finding> finding(const Place& place = {}) const;

 private:
  std::size_t count_ = 0;
  std::vector<std::string> first_;  ///< the first few, as they stand
};

}  // namespace budgetdiff::import
