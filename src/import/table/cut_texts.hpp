#pragma once

/// Texts of a form that reach the foot of their page: goals that the next page goes on with.

#include "import/table/grid.hpp"
#include "import/table/records.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace budgetdiff::import {

class CutTexts {
 public:
  explicit CutTexts(Places& places) : places_(places) {}

  /// The text of a label was taken from `value`, a cell of `grid`, which may be blank: a
  /// label at a page's foot has its text on the next.
  void take(const Grid& grid, const Cell& value, Role role);

  /// Remembers a row at a page's foot that no label explains: a text whose label stands on
  /// the next page, since print sets it in the middle of its cell, or is cut with it.
  void see_row(const Grid& grid, std::size_t row);

  /// The first row of a page, if it is the rest of such texts (or of their label) and
  /// nothing else: it is added to the goals of `project`. True where the row was taken.
  [[nodiscard]] bool go_on(const Grid& grid, ProjectText& project);

  /// A row that goes on with the goal of the row above it, in the same columns, beside the blank
  /// rest of its label's cell (whose span was lost, or print's line runs through the text): it is
  /// added to the goals of `project`. Returns its cell, or null.
  [[nodiscard]] const Cell* go_on_below(const Grid& grid, std::size_t row, ProjectText& project);

  /// The text above the goal `label` in the first row of a page; empty for other labels.
  [[nodiscard]] Flow before(const Cell& label, Role role) const;

 private:
  struct Open {
    Role role;
    double left;
    double right;
    int page;
    std::size_t end;   ///< one past its last row
    const Cell* cell;  ///< that it stands in
  };

  [[nodiscard]] bool is_open(const Open& text, const Grid& next) const;
  [[nodiscard]] bool takes_label(const Cell& rest, const Cell* text, ProjectText& project);

  Places& places_;
  std::vector<Open> open_;
  std::size_t rows_ = 0;       ///< of the grid that was seen last
  Flow unlabelled_;            ///< text at a page's foot whose label is on the next
  std::u32string half_label_;  ///< what of that label stands on this page
  std::u32string side_;        ///< the text of the first column at this page's foot
};

}  // namespace budgetdiff::import
