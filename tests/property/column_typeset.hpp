#pragma once

/// Typesets snapshots column by column, as `pdftotext` without an option gives a page:
/// names and amounts first, goals and lists line by line beside each other.

#include "typeset.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <string>

namespace budgetdiff::testing {

struct ColumnStyle {
  bool centred = true;        ///< cells stand in the middle of their rows, else at the top
  bool totals_first = false;  ///< the amounts of a page come a column after the other
  unsigned name_width = 10;   ///< in characters
  unsigned goal_width = 24;
  unsigned list_width = 30;
  unsigned rows_a_page = 5;
};

[[nodiscard]] ColumnStyle random_column_style(Dice& dice);

[[nodiscard]] std::string typeset_columns(const Snapshot& snapshot, const ColumnStyle& style);

}  // namespace budgetdiff::testing
