#pragma once

/// Reads the rows of grids by a mapping.

#include "import/mapping/mapped_grid.hpp"
#include "import/mapping/number_notation.hpp"
#include "import/mapping/rows_above.hpp"
#include "import/mapping/year_column.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/mapping.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// The grids that a mapping reads become the tables of a document.
class MappedReader {
 public:
  /// All but `importer` must outlive the reader.
  MappedReader(const TableMapping& mapping, const SourceDocument& source,
               const ImportOptions& options, std::string importer);

  /// How amounts are written shows in all of them, so that it is looked for before any is read.
  void look_at(const Grid& cells, const MappedGrid& grid);

  /// `year`: that of the sheet, where each has its own. `cells` and `grid` are asked again when
  /// others are read.
  void read(const Grid& cells, const MappedGrid& grid, std::optional<int> year);

  /// Names a table that the mapping does not fit.
  void pass_over(const Grid& cells);

  /// Nothing where no row was chosen.
  std::optional<ImportedDocument> finish(const std::vector<Finding>& of_reader);

  /// A column of amounts in which no cell is one, and its first text: it is not what was meant.
  [[nodiscard]] std::optional<std::pair<std::string, std::u32string>> column_of_none() const;

  /// Whether no row that could be read names its department.
  [[nodiscard]] bool all_are_nobodys() const { return rows_of_nobody_ > 0 && out_.tables.empty(); }

  /// What is wrong with the column of years as a whole.
  [[nodiscard]] std::optional<Error> problem_of_years() const;

  /// What the rows' own years are where none is the one that was asked for; "" elsewhere.
  [[nodiscard]] std::string other_years() const;

 private:
  /// Behind the last row that has anything under a column of amounts.
  [[nodiscard]] std::size_t end_of_amounts(const Grid& cells, const MappedGrid& grid) const;

  /// A key that is no `total` is a column of its own: one that was misspelt, too.
  void say_missing_total(ImportedTable& table) const;

  void say(const char* code, Severity severity, const Place& place, Message message);

  /// Whether the row is one of those that are meant.
  bool read_row_of(const Grid& grid_cells, const MappedGrid& grid, std::size_t row,
                   std::optional<int> year);

  std::size_t table_of(const std::string& department, std::optional<int> year);

  const TableMapping& mapping_;
  const SourceDocument& source_;
  const ImportOptions& options_;
  bool of_workbook_;
  Provenance document_;
  ImportedDocument out_;
  std::vector<Finding> findings_;  ///< of no table in particular
  std::map<std::pair<std::string, int>, std::size_t> tables_;
  RowsAbove above_;
  AmountColumns columns_;
  NotationEvidence notation_;
  YearColumn year_column_;
  std::set<int> other_years_;  ///< of rows that were left out, as another year was asked for
  std::size_t sums_ = 0;
  Place first_sum_;
  std::size_t rows_of_nobody_ = 0;
  bool nobodys_had_amounts_ = false;
  Place first_of_nobody_;
};

}  // namespace budgetdiff::import
