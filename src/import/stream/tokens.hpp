#pragma once

/// Text that gives a table's cells one after the other, a line or a blank apart:
/// as viewers paste it, as `pdftotext -raw` writes it.

#include "import/table/grid.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// A piece of a cell's text, or all of it.
struct StreamToken {
  std::u32string text;   ///< without blanks
  std::size_t line = 0;  ///< position in the document's lines
  bool starts_line = false;
  bool apart = false;  ///< what was taken out stood between it and the token before
};

/// A text of more tokens is no table that people made.
inline constexpr std::size_t most_tokens = 200'000;
/// And one table of it has fewer: all ways to cut them into cells are looked at.
inline constexpr std::size_t most_row_tokens = 40'000;

/// The tokens of the lines, no more than one beyond `most_tokens`.
[[nodiscard]] std::vector<StreamToken> tokens_of(const std::vector<Line>& lines);

/// Joins letters from token `first` on, `least` of them or more, that justified print puts blanks
/// between: 反 映 办 理.
void join_spaced(std::vector<StreamToken>& tokens, std::size_t first, std::size_t least);

/// The tokens [begin, end) joined.
[[nodiscard]] std::u32string joined(const std::vector<StreamToken>& tokens, std::size_t begin,
                                    std::size_t end);

/// Whether two neighbours may be pieces of one word: over a line's end, or letters that
/// are spaced out (项 目 名 称).
[[nodiscard]] bool may_join(const StreamToken& before, const StreamToken& token);

/// A cell at `row` and `column` with the tokens [begin, end), a line of text each.
/// REQUIRES: begin < end
[[nodiscard]] Cell cell_of(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
                           std::size_t begin, std::size_t end, std::size_t row, std::size_t column);

}  // namespace budgetdiff::import
