#pragma once

/// Cell text whose line breaks are undone, every character with its line.

#include "import/text/source_lines.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Text joined over lines. Breaks vanish, and so do blanks but those between
/// two letters or digits of scripts that part words by blanks, in one line, and those of Latin
/// prose (`roads, bridges`): print wraps Chinese anywhere, and extraction puts blanks before
/// punctuation.
struct Flow {
  std::u32string text;
  std::vector<std::uint32_t> origin;  ///< of each character: position in the table's lines

  [[nodiscard]] bool empty() const { return text.empty(); }
  [[nodiscard]] std::size_t size() const { return text.size(); }

  /// Whether a line begins at `at`.
  [[nodiscard]] bool starts_line(std::size_t at) const {
    return at == 0 || (at < size() && origin[at] != origin[at - 1]);
  }

  /// Appends part of the line at position `index`. `ends_line` says that `part`
  /// runs to the end of its line.
  void append(std::u32string_view part, std::uint32_t index);

  /// Appends another text, lines and all.
  void append(const Flow& more);

  [[nodiscard]] Flow sub(std::size_t begin, std::size_t end) const;
};

/// Whether a sentence ends with `c`.
[[nodiscard]] bool ends_sentence(char32_t c);

/// Whether a text ends a sentence: a quotation mark or bracket at its end only behind such an end.
[[nodiscard]] bool closes_sentence(std::u32string_view text);

/// UTF-8 in NFC of a joined text.
[[nodiscard]] std::string published(std::u32string_view text);

}  // namespace budgetdiff::import
