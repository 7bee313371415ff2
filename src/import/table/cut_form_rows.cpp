#include "import/table/cut_form_rows.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/cut_rows.hpp"
#include "import/table/page_ends.hpp"
#include "import/table/same_place.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Labels whose values are short texts.
bool labels_short_text(Role role) {
  return role == Role::project_name || role == Role::project_code || role == Role::project_type ||
         role == Role::spending_unit || role == Role::department;
}

/// Whether `rest` goes on with `half`: a label that is none by itself, or a text without room.
bool goes_on(const Grid& grid, const Cell& half, const Cell& rest) {
  if (half.rows > 1 || rest.rows > 1 || half.is_blank() || label_term(half).role != Role::none) {
    return false;
  }
  return look_up_header(to_utf8(half.packed() + rest.packed())).role != Role::none ||
         (label_term(rest).role == Role::none && !cell_amount(rest.packed()) &&
          fills_its_cell(grid, half));
}

/// 项目 | 名称, 绩效 | 目标: the label at the foot of a page goes on in the next page's first row.
/// It may be a shorter word for the same.
bool is_cut_label(const Cell& half, const Cell& rest) {
  if (half.is_blank() || rest.is_blank()) {
    return false;
  }
  const Role own = label_term(half).role;
  const Role role = look_up_header(to_utf8(half.packed() + rest.packed())).role;
  return (labels_short_text(role) || role == Role::goal || role == Role::annual_goal) &&
         (own == Role::none || own == role);
}

void mend(Grid& above, Grid& below) {
  const Cell* const label = above.at(above.rows() - 1, 0);
  const Cell* const side = below.begins_at(0, 0);
  if (label == nullptr || side == nullptr || side->rows > 1) {
    return;
  }
  const bool cut = is_cut_label(*label, *side);
  if (!cut &&
      (label->rows > 1 || !side->is_blank() || !labels_short_text(label_term(*label).role))) {
    return;
  }
  std::vector<const Cell*> rests = below.filled_cells(0);
  std::vector<std::pair<std::size_t, std::size_t>> columns;
  if (cut) {
    rests.erase(rests.begin());
    columns.emplace_back(0, 0);
  }
  for (const Cell* const rest : rests) {
    const Cell* const half = in_place_of(above, above.rows() - 1, below, *rest);
    // What stands beside a label that is cut is cut with it.
    if (half == nullptr || (!cut && !goes_on(above, *half, *rest)) ||
        (cut && (half->rows > 1 || rest->rows > 1))) {
      return;
    }
    columns.emplace_back(half->column, rest->column);
  }
  for (const auto& [to, from] : columns) {
    above.append_lines(above.rows() - 1, to, below.take_lines(0, from));
  }
}

}  // namespace

void mend_cut_form_rows(std::vector<Block>& blocks) {
  for_page_ends(blocks, mend);
}

}  // namespace budgetdiff::import
