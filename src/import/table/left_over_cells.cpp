#include "import/table/left_over_cells.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/columns.hpp"
#include "import/table/context.hpp"
#include "import/table/form_sums.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/scan.hpp"
#include "import/text/read_list.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {
namespace {

/// What is shorter may be a label that nobody knows, or a date.
constexpr std::size_t least_prose = 12;
constexpr std::size_t longest_label = 30;

/// Whether a cell holds what somebody wrote, and no label, amount, title or remark.
bool is_prose(const Cell& cell) {
  const std::u32string text = cell.packed();
  if (text.size() < least_prose || text.back() == U'：' || text.back() == U':' ||
      label_term(cell).role != Role::none || cell_amount(text) || opens_remark(text) ||
      is_any_title(text)) {
    return false;
  }
  return std::all_of(cell.lines.begin(), cell.lines.end(),
                     [](const TextLine& line) { return labels_in(line.text).empty(); });
}

/// The nearest text at the left of `cell`, or null.
const Cell* left_of(const Grid& grid, const Cell& cell) {
  const Cell* out = nullptr;
  for (const Cell* const one : grid.filled_cells(cell.row)) {
    if (one->column < cell.column) {
      out = one;
    }
  }
  return out;
}

}  // namespace

void LeftOverCells::say(const Grid& grid, TableRecords& records) {
  for (const auto& [where, row] : rows_) {
    if (where != &grid) {
      continue;
    }
    for (const Cell* const cell : grid.filled_cells(row)) {
      if (cell->row != row || !is_prose(*cell) || !taken_.insert(cell).second) {
        continue;
      }
      const Cell* const label = left_of(grid, *cell);
      const Role role = label != nullptr ? label_term(*label).role : Role::none;
      if (label != nullptr && label->packed().size() <= longest_label && role != Role::goal &&
          role != Role::annual_goal && role != Role::indicators) {
        add_once(records.unread, without_colon(cell_word(*label)));
        continue;
      }
      records.findings.push_back(
          {"text-left-over",
           Severity::warning,
           cell->text_place(),
           "",
           {BD_TR("a text of the form that no label explains was left out: {0}"),
            {quote(cell->packed())}}});
    }
  }
  rows_.clear();
}

}  // namespace budgetdiff::import
