#pragma once

/// Finds the rows of a table's body: each is a name, amounts, a goal and a list
/// of indicators that follow one another as running text.

#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"
#include "import/text/indicator_list.hpp"
#include "import/text/page_structure.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

struct RowText {
  Flow name;
  std::optional<AmountRun> amounts;
  std::size_t line = 0;         ///< where the row begins, position in the document's lines
  std::size_t amount_line = 0;  ///< where the amounts stand
  int indent = 0;               ///< of the name's first line
  Flow goal;
  Flow indicators;
  std::vector<ItemHead> heads;  ///< in `indicators`
  bool guessed = false;         ///< where the goal ends and the next name begins is a guess
};

struct TableRows {
  std::vector<RowText> rows;
  Flow trailing;          ///< text after the last row
  bool indented = false;  ///< the table indents the names of projects
};

[[nodiscard]] TableRows find_rows(const std::vector<Line>& lines, const TableText& table);

}  // namespace budgetdiff::import
