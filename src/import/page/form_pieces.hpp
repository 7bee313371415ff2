#pragma once

/// Pieces of a form without ruled lines: its labels, and what stands between them.

#include "import/page/page_content.hpp"
#include "import/table/grid.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Lines of one cell are nearer than this many letters.
inline constexpr double form_line_step = 1.75;
/// The same in text, where a line of another cell may stand between two of a label.
inline constexpr double form_line_step_in_text = 3.2;
/// Narrower gaps part no two cells, wider ones may, in letters.
inline constexpr double may_part_cells = 0.3;
inline constexpr std::size_t longest_form_label = 24;

/// Words of one line that belong together: a label, or a piece of a value.
struct FormPiece {
  std::vector<PdfWord> words;
  Box box;
  double middle = 0;
  double size = 1;
  Term term;
  bool heading = false;    ///< 项目资金（万元）: says a unit and is no value
  bool unknown = false;    ///< stands where labels do, and is none that is known
  bool behind = false;     ///< such a one behind another label's value
  bool elsewhere = false;  ///< text whose label is on another page
  bool is_text = false;    ///< of text that keeps its layout, not of a real page
  std::size_t owner = Grid::none;

  [[nodiscard]] bool is_label() const { return term.role != Role::none; }
  /// Whether what stands beside it is its own, or that of a label that nobody knows.
  [[nodiscard]] bool has_own() const { return is_label() || unknown; }
};

[[nodiscard]] std::u32string text_of(const std::vector<PdfWord>& words);

/// What label a text is; none where it is longer than one.
[[nodiscard]] Term label_of(std::u32string_view text);

/// Whether a bracket is open at the end.
[[nodiscard]] bool opens(std::u32string_view text);

/// A piece of its words. REQUIRES: there are some
[[nodiscard]] FormPiece piece_of(std::vector<PdfWord> words);

/// The words of a page's part in lines, each from left to right.
[[nodiscard]] std::vector<std::vector<PdfWord>> word_lines(std::vector<PdfWord> words);

/// A line's pieces. Known labels are found first, however far apart or near to a
/// value their letters stand.
[[nodiscard]] std::vector<FormPiece> pieces_of(const std::vector<PdfWord>& line);

/// Whether one stands above the other.
[[nodiscard]] bool overlap(const Box& a, const Box& b);

}  // namespace budgetdiff::import
