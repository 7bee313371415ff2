#pragma once

/// First pass: bytes into lines that know where they stood.

#include <budgetdiff/base/result.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// A line of the source that holds more than white space.
struct Line {
  std::u32string text;        ///< NFC, without white space at its ends; blanks inside kept
  int number = 0;             ///< in the file, from 1
  int page = 0;               ///< from 1 where the text has form feeds, else 0
  int indent = 0;             ///< columns of white space before it
  bool space_at_end = false;  ///< white space stood between it and its end
  bool blank_before = false;  ///< empty lines stood before it
  bool starts_page = false;   ///< a form feed stood before it
};

/// Splits a text into lines. CR LF, CR, LF, FF and the Unicode separators end a
/// line; a byte order mark and invisible characters are taken away.
/// Errors: an empty file, bytes that are no text, invalid UTF-8.
[[nodiscard]] Result<std::vector<Line>> source_lines(std::string_view bytes, std::string_view file);

/// Zero-width and soft characters that viewers and editors of web pages put into text: U+200B,
/// U+FEFF, U+00AD and their like. Nobody sees them.
[[nodiscard]] bool is_invisible(char32_t c);

/// White space of any kind, ideographic and no-break space included.
[[nodiscard]] bool is_space(char32_t c);

/// 0-9 in ASCII or full width.
[[nodiscard]] bool is_digit(char32_t c);

/// Columns that a line takes, wide characters two.
[[nodiscard]] int width_of(std::u32string_view text);

/// The text without any white space.
[[nodiscard]] std::u32string without_space(std::u32string_view text);

/// Whether a text ends with one of `ends`.
[[nodiscard]] bool ends_with_any(std::u32string_view text,
                                 std::initializer_list<std::u32string_view> ends);

}  // namespace budgetdiff::import
