#pragma once

/// What every reader of tables hands over: a document as lines of text and
/// grids of cells, each with the place where it stood. What the cells mean is
/// the interpreter's business (interpret.hpp).

#include <budgetdiff/base/place.hpp>
#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace budgetdiff::import {

/// A line of text as it was set; print breaks lines anywhere.
struct TextLine {
  std::u32string text;
  Place place;
};

/// A cell, possibly over several rows and columns of its grid.
struct Cell {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t rows = 1;
  std::size_t columns = 1;
  std::vector<TextLine> lines;
  Place place;
  /// At the foot of its table other cells have a line below them and this has none: a page cuts it.
  bool open_below = false;
  /// What print clips of its text: lines above those that are seen, or below.
  bool hides_above = false;
  bool hides_below = false;

  /// The lines without white space, joined.
  [[nodiscard]] std::u32string packed() const;
  /// Whether that is nothing.
  [[nodiscard]] bool is_blank() const;

  /// Where the text stands: of its first line, with a box around all lines of that page.
  [[nodiscard]] Place text_place() const;
};

/// A table: every position belongs to a cell or to none.
class Grid {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  /// Positions that one grid may have; readers refuse what is larger.
  static constexpr std::size_t most_positions = 20'000'000;
  /// Cells with text that one document may have: each takes about a kilobyte.
  static constexpr std::size_t most_filled = 1'000'000;
  /// Bytes of text that one cell may have: spreadsheet programs stop at 32,767 letters.
  static constexpr std::size_t largest_cell = std::size_t{1} << 20U;

  Grid() = default;
  Grid(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), owner_(rows * columns, none) {}

  /// Adds a cell; positions that are taken already stay with their cell.
  /// REQUIRES: row and column inside the grid. Spans are cut at its edges.
  void add(Cell cell);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }

  /// Takes the text out of the cell that covers a position. REQUIRES: there is one
  [[nodiscard]] std::vector<TextLine> take_lines(std::size_t row, std::size_t column);
  /// Puts text behind that of the cell that covers a position. REQUIRES: there is one
  void append_lines(std::size_t row, std::size_t column, std::vector<TextLine> lines);

  /// The width (width_of()) of the widest line of the cells that begin in a column behind which
  /// its cell goes on; 0 where none does. Kept once it is known. Threads: a grid is one reader's.
  [[nodiscard]] int widest_broken_line(std::size_t column) const;

  /// The cell that covers a position, or null.
  [[nodiscard]] const Cell* at(std::size_t row, std::size_t column) const;
  /// The same, only where the cell begins in this row.
  [[nodiscard]] const Cell* begins_at(std::size_t row, std::size_t column) const;
  /// Whether any cell takes several rows or columns.
  [[nodiscard]] bool has_spans() const { return has_spans_; }
  /// The cells of a row from left to right, each once, without empty ones.
  [[nodiscard]] std::vector<const Cell*> filled_cells(std::size_t row) const;

  Place place;                ///< of the whole table
  std::vector<double> edges;  ///< columns()+1 positions on the page, or none
  /// Cells follow one another without places of their own, as in web pages: a row
  /// that is short has lost cells.
  bool flows = false;
  /// Where what belongs to which cell was a guess.
  std::vector<Place> doubts;

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  bool has_spans_ = false;
  mutable std::vector<int> widest_broken_;  ///< of each column; empty: not known yet
  std::vector<std::size_t> owner_;
  std::vector<Cell> cells_;
};

/// Lines and tables in reading order.
using Block = std::variant<TextLine, Grid>;

struct GridDocument {
  std::string importer;  ///< "pdf", "xlsx", "html", "csv"
  std::vector<Block> blocks;
  std::vector<Finding> findings;  ///< of the reader
};

/// `text` cut at line ends, every line with the same place.
[[nodiscard]] std::vector<TextLine> text_lines(std::u32string_view text, const Place& place);

}  // namespace budgetdiff::import
