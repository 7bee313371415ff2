#pragma once

/// The published list (a name, amounts, a goal and a list of indicators in one cell each)
/// from a text that gives it column by column, as `pdftotext` does without an option.

#include "import/text/page_structure.hpp"
#include "import/text/rows.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

struct ColumnRows {
  std::vector<Line> lines;  ///< of the document, in the order of the rows
  TableText table;
  TableRows rows;
  bool sum_guessed = false;           ///< which columns the amounts of 合计 are of
  std::vector<std::size_t> doubtful;  ///< of the rows: those whose cells are a guess
};

/// How many lines hold words of a goal and of a list: in the order of the rows hardly any.
enum class Sharing { none, some, many };

struct RowsFromColumns {
  Sharing sharing = Sharing::none;
  std::optional<ColumnRows> read;    ///< nothing of it is in doubt
  std::optional<ColumnRows> likely;  ///< else, some rows being doubtful
};

/// Puts the cells of each row together again: lists by their grammar, goals by what stands
/// beside the lists, amounts by their sums, names by all of these. Nothing where the text
/// is no such table, or where its order does not show what belongs together. Of what is read
/// every amount has its place and adds up, nothing is left over, and no other way is nearly
/// as good; of what is likely that holds of all rows but the doubtful ones.
[[nodiscard]] RowsFromColumns rows_from_columns(const std::vector<Line>& lines);

}  // namespace budgetdiff::import
