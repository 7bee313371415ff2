#pragma once

/// Rows of indicators that a page cuts in two.

#include "import/table/list_levels.hpp"

#include "import/table/records.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

struct ListRow;

/// Whether `half`, the first row of a page, may be the rest of `above`: one of both lacks
/// what the other has, or `full` says that the last lines above fill their columns and
/// the half begins no target of its own or one of comparator, unit and weight is blank that the
/// row above has, or two of them are; and no category of its own begins. Where the page cuts the
/// rows' category as well (`category_cut`), one blank is enough. Rows that both have a
/// weight or a comparator are two. Where several `groups` stand side by side, each row says its
/// group's.
[[nodiscard]] bool goes_on_in(const IndicatorText& half, const IndicatorText& above,
                              std::size_t groups, bool full, bool category_cut = false);

/// Whether the first row of a page has of a name no more than two letters, and letters alone as its
/// target, as what is left of a cell: where the texts above fill their cells, it is their rest.
/// `row` stands on a page that has places, and not in lines of text.
[[nodiscard]] bool is_few_letters(const ListRow& row);

/// Whether the last line of a cell leaves its column no room for more than a letter, and the
/// cell no room for more lines, so that the text may go on elsewhere. Text has no boxes: there it
/// is held against the lines of its column that are broken (Grid::widest_broken_line()). True where
/// no place on a page is known.
[[nodiscard]] bool fills_its_cell(const Grid& grid, const Cell& cell);

/// Whether the name or the target of a row leaves its cell room for more, so that a page's end cuts
/// neither of both. False where no places are known.
[[nodiscard]] bool leaves_room(const Grid& grid, std::size_t row, const Header& header,
                               const ColumnMap& map);

/// Whether a row at the foot of its table is whole: print leaves cells open there, which the page
/// cuts, but draws a line below the row's name and target.
[[nodiscard]] bool is_whole_at_foot(const Grid& grid, std::size_t row, const Header& header,
                                    const ColumnMap& map);

/// What every row of a project repeats, where a page cuts such a row: its half behind the
/// page's end says nothing new.
class CutRepetition {
 public:
  /// Whether `row`, the last of a page, repeats the beginning of `above`; what is left of
  /// it is then expected on the next page.
  [[nodiscard]] bool begins(const ProjectText& row, const ProjectText& above);

  /// Takes what was expected out of the first row of a page; false where that has something else:
  /// the row before may be a project's of its own.
  [[nodiscard]] bool take_out(ProjectText& half);

 private:
  std::vector<std::u32string> rests_;  ///< of repeated_texts()
};

/// How much the columns of a table hold in a line, as their broken cells show.
class LineWidths {
 public:
  /// Whether the last lines of the row's name and target fill their columns, as far as
  /// that is known: such a row may go on behind a page's end. Learns from the row.
  [[nodiscard]] bool fills(const Grid& grid, std::size_t row, const Header& header,
                           const ColumnMap& map);

 private:
  std::vector<int> hold_;  ///< width of the widest broken line of each column of the header
};

}  // namespace budgetdiff::import
