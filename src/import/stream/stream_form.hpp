#pragma once

/// The labels of a form (申报表) with their values, in text that gives its cells one
/// after the other.

#include "import/stream/tokens.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Where a form begins: the line's first label, on which a project's name stands with a
/// value behind it; a token at or behind `from` and before `end`, or `end`.
[[nodiscard]] std::size_t form_start(const std::vector<StreamToken>& tokens, std::size_t from,
                                     std::size_t end);

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

/// Labels and values of the tokens [begin, end), a row where one begins a line. What follows
/// over a line's end goes on in its cell, but for amounts below a row of labels, and for lines
/// that the document's other forms have as well: labels that nobody knows.
[[nodiscard]] std::optional<Grid> stream_form(const std::vector<Line>& lines,
                                              const std::vector<StreamToken>& tokens,
                                              std::size_t begin, std::size_t end,
                                              const RepeatedLines& repeated);

}  // namespace budgetdiff::import
