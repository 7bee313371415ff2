#pragma once

/// Cells of a workbook's sheets, as its reader comes upon them, into grids: what the
/// readers of XLSX, .xls and XML workbooks share, and the bounds that hold for all.

#include "import/sheet/cell_ranges.hpp"
#include "import/table/grid.hpp"
#include "import/text/struck_text.hpp"

#include <budgetdiff/base/result.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// "B12" for row 11, column 1.
[[nodiscard]] std::string to_cell_name(std::size_t row, std::size_t column);

/// A logical value, which workbooks store as 1 or 0, as they show it.
[[nodiscard]] std::string logical_text(std::string_view stored);

/// Cells under one that spans them.
struct MergedArea {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t rows = 1;
  std::size_t columns = 1;
};

/// Why a cell that should have a value has none.
enum class NoValue {
  not_computed,  ///< a formula that no program has worked out
  error,         ///< #REF!, #DIV/0! and the like
};

class SheetGrids {
 public:
  static constexpr std::size_t most_columns = 16'384;
  static constexpr std::size_t most_rows = 1'048'576;

  /// `importer` names the reader ("xlsx"), `file` the document in errors.
  SheetGrids(std::string importer, std::string file);

  /// The cells that follow are this sheet's.
  void begin(const std::string& name);

  /// A line that the sheet's print has at the head of its pages: it stands above the cells.
  void head(std::string line) { head_.push_back(std::move(line)); }

  /// The row or column is not shown: what add() gives it from here on is left out, and
  /// end() says how many cells that were.
  void hide_row(std::size_t row) { hidden_rows_.insert(row); }
  void hide_column(std::size_t column) { hidden_columns_.insert(column); }

  /// A cell of the sheet, in any order; empty text and places that no workbook has
  /// are left out. False where the document goes beyond what any real one has:
  /// problem() says how.
  bool add(std::size_t row, std::size_t column, const std::string& text);

  /// As many cells with text are to follow as one cell or row says in few bytes. False, as in
  /// add(), where a document cannot have them.
  bool expect(std::size_t cells);

  /// Text of a cell that is struck through, and not among what add() is given.
  void struck(std::size_t row, std::size_t column, const StruckText& text);

  /// A merged area of the sheet; one whose first cell is empty is left out.
  void merge(const MergedArea& area);

  /// A cell holds what cannot be read. Gives false, as add() does.
  bool refuse(std::size_t row, std::size_t column, Message what, Message what_to_do);
  /// A cell's number format is not understood: its number stands without it.
  void not_as_shown(std::size_t row, std::size_t column, const std::string& code);

  /// A cell should hold a value and holds none.
  void without_value(std::size_t row, std::size_t column, NoValue why);

  /// The sheet is complete. False as in add().
  bool end();

  /// A sheet that is not shown.
  void pass_over(const std::string& name);

  [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }

  /// All sheets that had cells.
  [[nodiscard]] GridDocument take() { return std::move(document_); }

 private:
  void show_hidden_merges();
  void say_without_value();
  void say_struck();
  bool beyond(Place place, Message what);
  bool too_large();

  GridDocument document_;
  std::string file_;
  std::optional<Error> problem_;

  std::string name_;
  std::vector<std::string> head_;
  std::map<std::pair<std::size_t, std::size_t>, Cell> cells_;
  std::vector<MergedArea> merged_;
  std::set<std::size_t> hidden_rows_;
  std::set<std::size_t> hidden_columns_;
  std::map<std::pair<std::size_t, std::size_t>, Cell> hidden_cells_;
  /// Of each number format that is not understood: its first cell, how many there are.
  std::map<std::string, std::pair<Place, std::size_t>> not_as_shown_;
  std::map<NoValue, CellSet> without_value_;
  std::map<std::pair<std::size_t, std::size_t>, StruckText> struck_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;

  // Of all sheets: a small file may hold thousands that are one and the same.
  std::size_t filled_ = 0;
  std::size_t unfilled_ = 0;
  std::size_t text_ = 0;
  std::size_t positions_ = 0;
};

}  // namespace budgetdiff::import
