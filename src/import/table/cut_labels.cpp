#include "import/table/cut_labels.hpp"

#include "import/table/cell_amount.hpp"
#include "import/table/page_ends.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 30;
/// Edges this near, in points, are the same on both pages.
constexpr double same_place = 4;

Term term_of(const std::u32string& text) {
  return text.empty() || text.size() > longest_label ? Term{} : look_up_header(to_utf8(text));
}

/// The cell of the last row of `grid` that begins where `cell` of another grid does; it may
/// be blank.
const Cell* half_of(const Grid& grid, const Grid& below, const Cell& cell) {
  const double left = below.edges[cell.column];
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    const Cell* const one = grid.begins_at(grid.rows() - 1, c);
    if (one != nullptr && one->column == c && std::abs(grid.edges[c] - left) < same_place) {
      return one;
    }
  }
  return nullptr;
}

void mend(Grid& above, Grid& below) {
  // What stands in the first row of the page: a label's rest, and perhaps its amount; before
  // them the rest of a label at the side (年度预 | 算).
  std::vector<const Cell*> rests = below.filled_cells(0);
  const bool side = rests.size() > 1 && rests.front()->column == 0 &&
                    !cell_amount(rests[1]->packed()) &&
                    term_of(rests.front()->packed()).role == Role::none;
  if (side) {
    rests.erase(rests.begin());
  }
  if (rests.empty() || rests.size() > 2) {
    return;
  }
  const Cell& rest = *rests.front();
  const Cell* const half = half_of(above, below, rest);
  if (half == nullptr || rest.rows > 1 || half->rows > 1) {
    return;
  }
  const Term whole = term_of(half->packed() + rest.packed());
  if (whole.role != Role::money || half->is_blank() || term_of(half->packed()).role != Role::none) {
    return;
  }
  const Cell* const amount_above = above.at(half->row, half->column + half->columns);
  const Cell* const amount_below = rests.size() == 2 ? rests.back() : nullptr;
  const bool said_above = amount_above != nullptr && cell_amount(amount_above->packed());
  const bool said_below = amount_below != nullptr && cell_amount(amount_below->packed());
  // The amount stands beside one of the halves, and nothing else beside either.
  if (said_above == said_below || (amount_below != nullptr && !said_below) ||
      (said_below && (amount_above == nullptr || !amount_above->is_blank() ||
                      half_of(above, below, *amount_below) != amount_above))) {
    return;
  }
  const std::size_t row = half->row;
  const std::size_t label = half->column;
  const std::size_t value = label + half->columns;
  const std::size_t from_value = amount_below != nullptr ? amount_below->column : 0;
  above.append_lines(row, label, below.take_lines(0, rest.column));
  if (said_below) {
    above.append_lines(row, value, below.take_lines(0, from_value));
  }
}

}  // namespace

void mend_cut_labels(std::vector<Block>& blocks) {
  for_page_ends(blocks, mend);
}

}  // namespace budgetdiff::import
