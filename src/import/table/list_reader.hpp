#pragma once

/// Tables with a header row: many projects, or the indicators of one.

#include "import/table/column_map.hpp"
#include "import/table/columns.hpp"
#include "import/table/cut_rows.hpp"
#include "import/table/grid.hpp"
#include "import/table/list_levels.hpp"
#include "import/table/list_row.hpp"
#include "import/table/long_rows.hpp"
#include "import/table/project_halves.hpp"
#include "import/table/records.hpp"
#include "import/table/row_ends.hpp"
#include "import/table/row_numbers.hpp"
#include "import/table/shared_cells.hpp"
#include "import/table/target_units.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Reads the rows below a header into `records`, over several grids where print
/// broke the table.
class ListReader {
 public:
  ListReader(Places& places, TableRecords& records) : places_(places), records_(records) {}

  /// Starts (or goes on with) a table whose header is `header`. `edges` are the
  /// columns' places on the page, or empty. `unit` is that of amounts whose header
  /// names none, or "".
  void start(Header header, std::vector<double> edges, bool continues, const std::string& unit);

  /// A caption says the unit of the amounts that follow, where their header names none; "" says
  /// nothing.
  void take_unit(const std::string& unit);

  /// `next`, the header of a page that repeats the current one and has hardly any row: what its
  /// columns hold is what the pages before showed.
  [[nodiscard]] Header as_above(Header next) const;

  /// Reads one row. `after_break` says that it is the first row behind a break
  /// of the table, where a row may have been cut in two. False for what print sets
  /// between a header and that row: sums, the columns' numbers.
  bool read_row(const Grid& grid, std::size_t row, bool after_break);

  /// Maps a grid without header on the columns of the current one; false where
  /// it cannot belong to it.
  [[nodiscard]] bool adopt(const Grid& grid);

  /// Whether a grid has the header's own columns.
  [[nodiscard]] bool has_columns_of(const Grid& grid) const {
    constexpr double same_place = 2;  // points: pages are set apart from each other
    return !edges_.empty() &&
           std::equal(grid.edges.begin(), grid.edges.end(), edges_.begin(), edges_.end(),
                      [](double a, double b) { return std::abs(a - b) < same_place; });
  }

  /// A row over the whole width names the unit whose projects follow.
  void head_unit(const std::string& name) { unit_above_ = to_code_points(name); }

  /// No more rows of this table come.
  void finish();

  [[nodiscard]] bool active() const { return !header_.columns.empty(); }
  [[nodiscard]] const Header& header() const { return header_; }
  void stop() { header_ = {}; }

 private:
  /// How a page's end cuts a row.
  struct RowCut {
    bool after_break = false;   ///< it is the first row behind a break of the table
    bool category = false;      ///< whose category began before
    bool lacks_number = false;  ///< it has none (序号), where all before have one
  };

  [[nodiscard]] bool take_source_row(const Grid& grid, std::size_t row, ListRow& text);
  /// The cells that begin in the row, in columns of that role.
  [[nodiscard]] std::vector<const Cell*> cells_that_begin(const Grid& grid, std::size_t row,
                                                          Role role) const;
  [[nodiscard]] bool lacks_category(const ListRow& row) const;
  [[nodiscard]] bool see_number(bool blank, bool after_break);
  [[nodiscard]] bool begins_below_name(const ListRow& row, bool name_full);
  [[nodiscard]] bool completes_target(const ListRow& row) const;
  [[nodiscard]] bool may_end_row_above(const ListRow& row) const;
  void say_goal_left_out(const ListRow& row, const ProjectText& above);
  void add_indicators(ListRow&& row);
  [[nodiscard]] bool mend_levels(ListRow& text);
  void read_indicator_row(ListRow&& text, const RowCut& cut);
  void read_project_row(const Grid& grid, std::size_t row, ListRow&& text, const RowCut& cut);
  [[nodiscard]] bool is_second_half(const ListRow& text, const RowCut& cut);
  [[nodiscard]] bool repeats_project(const Grid& grid, std::size_t row, const ListRow& text);
  [[nodiscard]] bool merges_name(const Grid& grid, std::size_t row) const;
  void say_numbers(const ListRow& row, const ProjectText& above);
  [[nodiscard]] bool is_cut_project(const ListRow& text, const RowCut& cut) const;
  [[nodiscard]] bool goes_on(const Grid& grid, std::size_t row, ListRow& text, const RowCut& cut);
  void take_merged_name(const Grid& grid, std::size_t row, ProjectText& project);
  [[nodiscard]] bool begins_beside_rest(const ListRow& row, const RowCut& cut) const;
  void part_rest(const Grid& grid, std::size_t row, ListRow&& text, const RowCut& cut);
  void give_back_nameless(const ProjectText& next);
  void begin_project(const Grid& grid, std::size_t row, ListRow&& text, bool after_break);

  Places& places_;
  TableRecords& records_;
  Header header_;
  std::vector<bool> has_unit_;  ///< of each column: its header names one
  std::vector<double> edges_;
  ColumnMap map_;  ///< column of the current grid -> column of the header
  ListLevels levels_;
  SharedCells shared_;
  std::u32string unit_above_;  ///< of the projects that follow, by a row of its own
  TargetUnits units_;
  RowNumbers numbers_;
  CutRepetition cut_repetition_;
  ProjectHalves halves_;
  RowEnds ends_;
  LongRows long_rows_;
  std::size_t numbered_ = 0;   ///< rows that have a number (序号)
  bool unnumbered_ = false;    ///< some have none
  bool names_alone_ = false;   ///< rows that name a project say no indicator
  bool names_beside_ = false;  ///< they do
  bool name_merged_ = false;   ///< the last project's name spans rows
  bool numbers_said_ = false;
  bool sums_said_ = false;
};

}  // namespace budgetdiff::import
