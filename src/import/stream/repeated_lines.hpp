#pragma once

/// Lines that most forms of a document have: labels, and no values.

#include "import/text/source_lines.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Lines that most forms of a document have.
class RepeatedLines {
 public:
  explicit RepeatedLines(const std::vector<Line>& lines);
  /// Whether most forms have it as a line of its own.
  [[nodiscard]] bool has(const std::u32string& text) const;
  /// Whether most forms have a line that is this word, or begins with it.
  [[nodiscard]] bool begin(const std::u32string& word) const;
  /// Whether the document has more than one form.
  [[nodiscard]] bool several() const { return forms_ > 1; }
  /// Whether most forms have a line that begins with this word and says more.
  [[nodiscard]] bool begin_with(const std::u32string& word) const;

 private:
  [[nodiscard]] bool is_usual(const std::map<std::u32string, std::size_t>& counts,
                              const std::u32string& text) const;

  std::map<std::u32string, std::size_t> counts_;
  std::map<std::u32string, std::size_t> begins_;  ///< lines, and words that lines begin with
  std::map<std::u32string, std::size_t> firsts_;  ///< words that lines begin with
  std::size_t forms_ = 0;
};

}  // namespace budgetdiff::import
