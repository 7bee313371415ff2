#pragma once

/// Values in the last row of a form's page, which a page cuts below their first line.

#include "import/table/grid.hpp"
#include "import/table/records.hpp"
#include "import/vocabulary.hpp"

#include <vector>

namespace budgetdiff::import {

/// Threads: an object is one reader's.
class CutValues {
 public:
  explicit CutValues(Places& places) : places_(places) {}

  /// Another row of the form is read: only what is taken of the last one may go on, or what stands
  /// lowest on a page whose cells have no lines, as their rows come in any order.
  void begin_row();

  /// The value of a label was taken from a cell of `grid`.
  void take(const Grid& grid, const Cell& value, Role role);

  /// Takes the rest of a row that a page cuts below its first line: a blank cell at the side where
  /// its label stood, and text only where values stood. It is added to these values of `project`.
  /// True where the row was taken.
  [[nodiscard]] bool go_on(const Grid& grid, ProjectText& project);

 private:
  /// A value in the last row of its page.
  struct Value {
    Role role;
    double left;
    int page;
    double foot;  ///< of its text, where cells have no lines; else 0
  };

  [[nodiscard]] bool go_on_without_lines(const Grid& grid, ProjectText& project);

  Places& places_;
  std::vector<Value> values_;
};

}  // namespace budgetdiff::import
