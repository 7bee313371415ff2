#pragma once

/// The operators of a content stream, one after the other, and what they are given.

#include <array>
#include <cstddef>
#include <string_view>

namespace budgetdiff::import {

/// Reads what a scanner of lines and text needs: numbers, the last name, how long the strings are.
/// Broken content gives what could be read.
/// Threads: an object is one reader's.
class ContentTokens {
 public:
  explicit ContentTokens(std::string_view content) : text_(content) {}

  /// Goes on to the next operator; false where there is none.
  bool next();

  [[nodiscard]] std::string_view op() const { return op_; }
  [[nodiscard]] const std::array<double, 8>& numbers() const { return numbers_; }
  /// How many of the numbers are the operator's.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The last name before it, without its slash.
  [[nodiscard]] std::string_view name() const { return name_; }
  /// Bytes of the operator's strings.
  [[nodiscard]] std::size_t shown() const { return shown_; }
  /// Where its operands begin, and where it ends.
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return at_; }

  /// Passes over a picture whose beginning (BI) the operator is.
  void skip_image();

 private:
  /// One token; true where it is an operator.
  bool step();
  void skip_regular();
  void number();
  void skip_string();
  void skip_angle();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  std::string_view op_;
  std::array<double, 8> numbers_{};
  std::size_t count_ = 0;
  std::size_t shown_ = 0;
  std::string_view name_;
};

}  // namespace budgetdiff::import
