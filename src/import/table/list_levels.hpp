#pragma once

/// Categories of indicators that span several rows, and those whose cell a page cuts.

#include "import/table/column_map.hpp"
#include "import/table/columns.hpp"
#include "import/table/grid.hpp"
#include "import/table/records.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Whether a cell of `role` begins blank in `row` and reaches the foot of its page: print
/// draws a merged cell's text in its middle, so that it stands on the next page. In tables
/// without merged cells a blank one means the one above, and this is false. The cell above may be
/// blank, too, where it is the end of one that the head of the page cuts and either has several
/// rows.
[[nodiscard]] bool begins_blank(const Grid& grid, std::size_t row, const Header& header,
                                const ColumnMap& map, Role role);

/// Gives each indicator the categories that its row shows or carries on from above.
/// Threads: an object is one reader's.
class ListLevels {
 public:
  /// For the groups of indicators that stand side by side below a header.
  void resize(const Header& header);

  /// A project begins: nothing is carried on.
  void forget();

  /// Looks at the cells of a row before its indicators are placed. `at_head`: it is the
  /// first of a page, where cells from above go on blank.
  void see_row(const Grid& grid, std::size_t row, const Header& header, const ColumnMap& map,
               bool at_head);

  /// The first row of a page, whose first indicator is `next`, says the categories that
  /// began blank at the foot of the page before: those of `rows` that wait get them. Where
  /// no page follows, or its first row says none, they keep those of the rows above.
  void fill(std::vector<IndicatorText>& rows, const IndicatorText& next);

  /// Whether blank cells with rows of their own below them were seen: the table merges none,
  /// and a blank cell means the one above, also at a page's foot.
  [[nodiscard]] bool repeats_blank() const { return repeats_blank_; }

  /// What is carried on from the rows above, of each group.
  [[nodiscard]] std::vector<IndicatorText>& carried() { return carried_; }

  /// Sets the categories of an indicator of `group`, the groups of a row in their order.
  void place(IndicatorText& indicator, std::size_t group);

 private:
  void carry(IndicatorText& indicator, std::size_t group);

  std::vector<IndicatorText> carried_;  ///< levels of the row above, of each group
  std::vector<bool> shares_level2_;     ///< of each group: it has no second level of its own
  bool open_level1_ = false;            ///< the category's cell began blank at this page's foot
  bool open_level2_ = false;
  bool repeats_blank_ = false;  ///< a blank cell means the one above
};

}  // namespace budgetdiff::import
