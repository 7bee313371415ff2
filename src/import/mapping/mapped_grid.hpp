#pragma once

/// A grid whose columns a mapping names.

#include "import/mapping/number_notation.hpp"
#include "import/mapping/sum_names.hpp"
#include "import/table/grid.hpp"

#include <budgetdiff/import/mapping.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

class MappedGrid {
 public:
  MappedGrid(const Grid& grid, const TableMapping& mapping) : grid_(grid), mapping_(mapping) {}

  /// Finds the header row; the first missing column's name where there is none.
  std::optional<std::string> find_header();

  [[nodiscard]] std::size_t first_row() const { return header_ + 1; }

  /// Whether a header says which columns are meant, and not letters alone.
  [[nodiscard]] bool has_header() const { return has_header_; }

  /// Columns that are read and that the header names twice.
  [[nodiscard]] const std::vector<std::string>& named_twice() const { return named_twice_; }

  /// The texts of the header, or of the first row that has several; "" where there is none.
  [[nodiscard]] std::string shown_columns() const;

  /// Finds columns of the names, but the last, that are an outline's: what groups rows stands in
  /// the first of each group alone, as pivot tables and printed budgets have it. So it is where a
  /// column has blanks, begins filled, and never says the same twice in a row, which a table does
  /// that says it in each row. REQUIRES: find_header() found one
  void find_outlines();

  struct Outline {
    std::string column;
    std::size_t filled = 0;
    std::size_t blank = 0;  ///< that say what stands above
  };
  [[nodiscard]] const std::vector<Outline>& outlines() const { return outlines_; }

  /// What a row holds behind the header's last column.
  [[nodiscard]] std::string beyond_header(std::size_t row) const;

  /// The cell of a row under a column of the mapping, or null.
  [[nodiscard]] const Cell* cell(std::size_t row, const std::string& column) const;
  /// The texts of a row, but its amounts.
  [[nodiscard]] std::vector<std::string> words_of(std::size_t row) const;
  /// The text of that cell; "" also where `column` is.
  [[nodiscard]] std::string text(std::size_t row, const std::string& column) const;

 private:
  void find_outline(const std::string& column);
  std::optional<std::string> resolve();
  [[nodiscard]] std::vector<std::string> wanted_columns() const;

  const Grid& grid_;
  const TableMapping& mapping_;
  std::size_t header_ = 0;
  std::size_t last_column_ = 0;
  bool has_header_ = false;
  std::vector<std::string> named_twice_;
  std::map<std::string, std::size_t> columns_;
  std::vector<Outline> outlines_;
  /// Of an outline's column: the row that each row's text stands in.
  std::map<std::string, std::vector<std::size_t>> stands_in_;
};

struct MappedRow {
  Project project;
  SumName sum;             ///< what its name says of that, or its other texts where it has none
  std::string first_text;  ///< the first that it has of amounts, code and goal
};

/// What the amounts of a table show, over all of its rows.
struct AmountColumns {
  DecimalSign decimal = DecimalSign::point;
  bool of_workbook = false;       ///< some are numbers, which have no sign
  std::size_t maybe_numbers = 0;  ///< 12.345 where the sign is a comma
  std::u32string first_maybe;     ///< of those
  Place first_place;
  std::u32string_view currency;                ///< the sign before the first amount that has one
  std::map<std::string, std::size_t> amounts;  ///< read of each column
  std::map<std::string, std::u32string> unreadable;  ///< the first that is no amount
};

/// Adds what a row's amounts show of the way they are written.
void look_at_amounts(const MappedGrid& grid, const TableMapping& mapping, std::size_t row,
                     const Place& place, NotationEvidence& evidence);

/// What a row says by the mapping; its findings stand at `place`.
[[nodiscard]] MappedRow read_mapped_row(const MappedGrid& grid, const TableMapping& mapping,
                                        std::size_t row, const Place& place, AmountColumns& columns,
                                        std::vector<Finding>& findings);

}  // namespace budgetdiff::import
