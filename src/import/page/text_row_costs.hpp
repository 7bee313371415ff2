#pragma once

/// What speaks for and against lines of a table with a row an indicator being one row, in
/// text that keeps its columns, or several rows whose lines print has mixed.

#include "import/page/line_blocks.hpp"
#include "import/page/row_columns.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// Several rows in the same lines. Where letters' boxes are too tall print takes lines of text
/// that stand beside each other for one line, and gives its columns one after the other: the
/// names of two rows, then their targets. In each column the rows keep their order.
struct MixedRows {
  double cost = 0;
  bool sure = true;  ///< no other way to cut a column's lines costs nearly as little
  /// Of each column the token with which each row's cell begins, and where the last one ends.
  std::vector<std::vector<std::size_t>> starts;
};

/// Of the scale of `fit`, lower is better.
class TextRowCosts {
 public:
  static constexpr std::size_t most_lines = most_lines_of_row;
  /// More rows are not mixed.
  static constexpr std::size_t most_mixed = 6;
  /// Other readings that cost hardly more are as likely.
  static constexpr double margin = 0.8;

  struct TableLine {
    int number = 0;
    double middle = 0;
  };

  TextRowCosts(const std::vector<ColumnText>& columns, const std::map<Role, int>& widths);

  /// The lines of the text that any column has.
  [[nodiscard]] const std::vector<TableLine>& lines() const { return lines_; }
  [[nodiscard]] const std::vector<RowColumn>& columns() const { return columns_; }

  /// Lines [begin, end) as one row, its cells beside each other's middles, or their tops.
  [[nodiscard]] double one_row(std::size_t begin, std::size_t end, bool top);

  /// The same as `rows` (two or more) rows.
  [[nodiscard]] double mixed_cost(std::size_t begin, std::size_t end, std::size_t rows);
  [[nodiscard]] MixedRows mixed(std::size_t begin, std::size_t end, std::size_t rows);

  /// The most rows that lines [begin, end) may hold.
  [[nodiscard]] std::size_t most_rows(std::size_t begin, std::size_t end) const;

  /// Whether a cell is where none of its kind is, or name or target are missing, in the row that
  /// has the tokens [first[c], last[c]) of each column.
  [[nodiscard]] bool misfits(const std::vector<std::size_t>& first,
                             const std::vector<std::size_t>& last) const;

  /// The tokens of a column in the lines [begin, end).
  [[nodiscard]] static std::pair<std::size_t, std::size_t> filled(const RowColumn& column,
                                                                  std::size_t begin,
                                                                  std::size_t end);

 private:
  struct Split;
  [[nodiscard]] double blank_lines(std::size_t begin, std::size_t end) const;
  /// The column's tokens cut into `rows` cells. `numbers` says which rows have a number as their
  /// target, for units of measure; empty: of no matter.
  [[nodiscard]] Split split(RowColumn& column, std::size_t first, std::size_t last,
                            std::size_t rows, const std::vector<bool>& numbers);
  void split_mixed(std::size_t c, std::size_t begin, std::size_t end, std::size_t rows,
                   std::vector<bool>& numbers, MixedRows& out);

  std::vector<RowColumn> columns_;
  std::vector<TableLine> lines_;
  std::size_t targets_ = 0;  ///< columns of targets
  bool units_ = false;       ///< whether there is a column of units
  bool span_ = false;        ///< second levels span rows
};

}  // namespace budgetdiff::import
