#pragma once

/// The words of a text that gives a table column by column, as `pdftotext` does
/// without an option: what every page repeats is set apart from the cells.

#include "import/text/source_lines.hpp"

#include <budgetdiff/model/amount.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// A word between two blanks.
struct ColumnWord {
  std::u32string text;
  std::optional<Amount> amount;  ///< where the word is one: 1,250.00
};

struct ColumnLine {
  enum class Kind {
    cells,       ///< of the rows of projects
    sum,         ///< begins a row of 合计; its amounts stand in it or behind it
    department,  ///< the same for the row of the whole department
  };
  Kind kind = Kind::cells;
  std::vector<ColumnWord> words;  ///< labels of sums and departments are taken out
  std::size_t line = 0;           ///< position in the document's lines
  int page = 0;
  int flow = 0;           ///< lines that no empty line parts have the same
  std::size_t below = 0;  ///< amounts right below the one word of a column: which of `money`, or 0
};

struct ColumnwiseText {
  std::vector<std::size_t> preamble;  ///< titles and labels, positions in the document's lines
  std::vector<std::string> money;     ///< words of the columns of money, in the header's order
  std::vector<ColumnLine> lines;
};

/// Nothing where the words of a header with names, amounts, goals and indicators (and
/// no other column) are not there, or where they stand in one line.
[[nodiscard]] std::optional<ColumnwiseText> column_text(const std::vector<Line>& lines);

/// All lines but labels and words of headers, as those of cells.
[[nodiscard]] ColumnwiseText all_lines(const std::vector<Line>& lines);

}  // namespace budgetdiff::import
