#include "import/table/grid_findings.hpp"

#include "import/layout_guesses.hpp"
#include "import/table/clipped_cells.hpp"
#include "import/table/records.hpp"
#include "import/table/rows_between.hpp"
#include "import/text/read_list.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {

void GridFindings::say_doubts(const Grid& grid, TableRecords& records) const {
  if (grid.place.page > 0) {
    records.pages.push_back(grid.place.page);
  }
  for (const Place& place : grid.doubts) {
    if (place.page > 0 && place.line == 0) {  // the reader of text has its own
      records.findings.push_back(layout_guess(place, ""));
    }
  }
  say_clipped_cells(grid, records);
  for (const Cell* const cell : cells_full_to_the_side(grid)) {
    records.findings.push_back(layout_guess(cell->place, published(cell->packed())));
  }
}

void GridFindings::say_clipped_cells(const Grid& grid, TableRecords& records) const {
  std::vector<Finding>& findings = records.findings;
  for (const Cell* const cell : clipped_cells(document_.blocks, grid)) {
    Finding finding{"text-left-over",
                    Severity::warning,
                    cell->place,
                    "",
                    {BD_TR("a cell shows a part of its text, as its row is too low; the rest was "
                           "left out: {0}"),
                     {quote(cell->packed())}}};
    // Rows that repeat their project are said once.
    say_once(std::move(finding), findings);
  }
}

void GridFindings::doubt_second_header(const Header& header, const Place& place, bool behind_other,
                                       TableRecords& records) {
  std::vector<std::string> words;
  for (const Column& column : header.columns) {
    words.push_back(column.header);
  }
  const bool again = !header.lists_projects() && behind_other && place.page > 0 &&
                     place.page == header_page_ && headed_projects_ == records.projects.size() &&
                     words == header_words_;
  if (again) {
    records.findings.push_back(layout_guess(place, ""));
  }
  header_page_ = place.page;
  header_words_ = std::move(words);
  headed_projects_ = records.projects.size();
}

void GridFindings::say_unread_indicators(const Grid& grid, std::size_t row, TableRecords& records) {
  if (!begins_with_category(grid, row) || grid.filled_cells(row).size() < 3 || unread_ == &grid) {
    return;
  }
  unread_ = &grid;
  const Cell& first = *grid.filled_cells(row).front();
  records.findings.push_back(
      {"text-left-over",
       Severity::warning,
       first.place,
       "",
       {BD_TR("rows of indicators without a header of theirs were left out: {0}"),
        {quote(first.packed())}}});
}

void say_line_left_out(const Cell& cell, TableRecords& records) {
  records.findings.push_back(
      {"text-left-over",
       Severity::warning,
       cell.place,
       "",
       {BD_TR("a line amid the table's rows was left out: {0}"), {quote(cell.packed())}}});
}

}  // namespace budgetdiff::import
