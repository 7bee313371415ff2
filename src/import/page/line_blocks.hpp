#pragma once

/// Which lines of a column make one cell, by how near they stand to each other and
/// by what they say.

#include "import/page/lines.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// What stands in one column below the header, from top to bottom.
struct ColumnText {
  Role role = Role::none;
  std::vector<PdfLine> lines;
};

/// A cell of a column: lines [begin, end).
struct LineBlock {
  std::size_t begin = 0;
  std::size_t end = 0;
  double middle = 0;
};

/// The middle of the lines [begin, end). REQUIRES: begin < end
[[nodiscard]] double middle_of(const std::vector<PdfLine>& lines, std::size_t begin,
                               std::size_t end);

[[nodiscard]] std::vector<LineBlock> single_lines(const std::vector<PdfLine>& lines);

/// What blocks say, lines joined.
[[nodiscard]] std::vector<std::string> texts_of(const std::vector<PdfLine>& lines,
                                                const std::vector<LineBlock>& blocks);

/// How a table's lines stand: the size of its letters and the usual step between
/// lines of one cell.
class LineMeasure {
 public:
  /// Lines of one cell are this near, as a part of the usual step between them.
  static constexpr double in_cell = 1.12;

  LineMeasure() = default;
  /// `line_step` is the page's, 0 where it is unknown.
  explicit LineMeasure(const std::vector<ColumnText>& columns, double line_step = 0);

  [[nodiscard]] double size() const { return size_; }
  /// Text that keeps its layout, where all lines are as near.
  [[nodiscard]] bool is_text() const { return is_text_; }
  /// Between lines of a cell, in points; 0 where only guesses are to be had.
  [[nodiscard]] double line_step() const { return is_text_ ? 0 : line_step_; }

  /// Whether two lines of a column stand as near as those of one cell do.
  [[nodiscard]] bool together(const PdfLine& above, const PdfLine& below) const;

  /// Cells by their lines' distances; a comparator begins one.
  [[nodiscard]] std::vector<LineBlock> blocks(const std::vector<PdfLine>& lines) const;

  /// Labels of categories (Role::level1 or level2): one ends where its words make one.
  [[nodiscard]] std::vector<LineBlock> labels(const std::vector<PdfLine>& lines, Role role) const;

  /// Names of projects in text: only a full line goes on, and not across a height at
  /// which a project may begin (`starts`).
  [[nodiscard]] std::vector<LineBlock> names_in_text(const std::vector<PdfLine>& lines,
                                                     const std::vector<double>& starts) const;

 private:
  double size_ = 1;
  double step_ = 1;
  double line_step_ = 0;
  bool is_text_ = false;
};

}  // namespace budgetdiff::import
