#pragma once

/// How much the words of a header say, for those who try ways to put them together.

#include <string>
#include <unordered_map>

namespace budgetdiff::import {

/// What the letters of a known word weigh. What stands in brackets is looked up by
/// nobody, so it must not swallow a neighbour, and in front it is another line's.
[[nodiscard]] double letters_weight(const std::string& text);

/// Whether a text, blanks aside, is a word that the vocabulary lists for headers.
[[nodiscard]] bool is_header_word(const std::u32string& text);

/// Whether every bracket that opens closes: half a bracket is the end of another cell's words
/// (使用单位）), or a header's with the cell below (年度目标（2023-).
[[nodiscard]] bool has_whole_brackets(const std::u32string& text);

/// What texts mean, each looked up once for all the ways to read a header, and for all headers
/// that it is asked for. Bounded: it forgets what is too much.
/// Threads: one at a time.
class HeaderReadings {
 public:
  /// The weight of a text; 0 where it is nothing known.
  [[nodiscard]] double weight_of(const std::u32string& text);

 private:
  std::unordered_map<std::u32string, double> weights_;
};

}  // namespace budgetdiff::import
