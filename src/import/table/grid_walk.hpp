#pragma once

/// A walk over the rows of grids: where lists and forms begin in them, which of the two a row goes
/// to, where they end, and what stands between their rows.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/grid_findings.hpp"
#include "import/table/scan.hpp"
#include "import/table/table_sections.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// What was met on the way, whether it was read or not.
struct SeenTables {
  bool header = false;            ///< of a table of projects, with or without any
  bool nameless = false;          ///< of a table of indicators outside any form
  bool whole_department = false;  ///< a table of its goals, which is passed over
  bool blank_form = false;        ///< a form that nobody filled in
  std::vector<Finding> empty;     ///< tables with nothing in them
};

/// Grids are given in the document's order; the document and the sections must outlive it.
class GridWalk {
 public:
  GridWalk(const GridDocument& document, TableSections& sections)
      : document_(document), sections_(sections), findings_(document) {}

  /// A line of the document in no grid.
  void take_line(const TextLine& line);

  /// Reads a grid, or passes it over. `scan` is the grid's own; rows of `copies` stand in the
  /// document before and are not read again.
  void take_grid(const Grid& grid, const GridScan& scan, const std::set<std::size_t>& copies);

  [[nodiscard]] const SeenTables& seen() const { return seen_; }

 private:
  /// Where the walk stands in the grid that is being read.
  struct Step {
    const Grid& grid;
    const GridScan& scan;
    std::size_t row = 0;
    bool in_list = false;  ///< a header above heads the row
    bool in_form = false;  ///< the row is a form's; with `in_list`, of its indicators
    bool used = false;     ///< something of the grid was read
    /// No row was read behind a break of the table. A repeated 合计 or 1 | 2 | 3 stands between
    /// the header and the row that a page cut.
    bool first = true;
    const Header* levels = nullptr;  ///< of the indicators of forms
  };

  [[nodiscard]] bool passes_over(const Grid& grid, const GridScan& scan);
  void begin_said_form(const GridScan& scan);
  void go_on_without_header(Step& step);
  void take_row(Step& step);
  void begin_list(Step& step, const Header& found);
  void begin_form(Step& step);
  [[nodiscard]] bool reads_head_row(Step& step);
  void leave_tables(Step& step);
  void leave_indicators(Step& step);
  void read_list_row(Step& step);
  void take_title_row(Step& step);
  void take_line_of_list(Step& step);
  void read_form_row(const Step& step);
  void finish_grid(const Step& step, const std::vector<std::string>& heading_before);

  [[nodiscard]] bool is_line(const Grid& grid, std::size_t row) const;
  [[nodiscard]] bool begins_other_table(const Step& step);
  [[nodiscard]] bool takes_said(const Grid& grid, std::size_t row);

  const GridDocument& document_;
  TableSections& sections_;
  GridFindings findings_;
  SeenTables seen_;
  std::vector<Cell> said_above_;  ///< lines that name the project of the table below
};

}  // namespace budgetdiff::import
