#include "import/table/cut_headers.hpp"

#include "import/table/page_ends.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A cell is over another when they share this part of the narrower one.
constexpr double shared_part = 0.7;
/// Known words that make a row a header's, with the mended ones.
constexpr std::size_t least_words = 3;

bool is_known(const std::u32string& text) {
  constexpr std::size_t longest_word = 24;
  return text.size() <= longest_word && look_up_header(to_utf8(text)).role != Role::none;
}

/// 一级 of 一级指标, which some forms have for it.
bool is_shorter_level(const std::u32string& text, const std::u32string& whole) {
  const Role role = look_up_header(to_utf8(text)).role;
  return (role == Role::level1 || role == Role::level2 || role == Role::level3) &&
         look_up_header(to_utf8(whole)).role == role;
}

/// The cell of a row that stands over `cell` of another grid.
const Cell* over(const Grid& grid, std::size_t row, const Grid& below, const Cell& cell) {
  const double left = below.edges[cell.column];
  const double right = below.edges[cell.column + cell.columns];
  for (const Cell* const one : grid.filled_cells(row)) {
    const double from = grid.edges[one->column];
    const double to = grid.edges[one->column + one->columns];
    if (std::min(right, to) - std::max(left, from) >
        shared_part * std::min(right - left, to - from)) {
      return one;
    }
  }
  return nullptr;
}

void mend(Grid& above, Grid& below) {
  const std::size_t row = above.rows() - 1;
  std::vector<const Cell*> rests = below.filled_cells(0);
  if (rests.size() > 1 && rests.front()->column == 0 && rests.front()->rows > 1) {
    rests.erase(rests.begin());  // what labels the side of all rows
  }
  std::vector<std::pair<const Cell*, const Cell*>> halves;
  bool cut = false;
  for (const Cell* const rest : rests) {
    const Cell* const half = over(above, row, below, *rest);
    if (half == nullptr || rest->rows > 1 || !is_known(half->packed() + rest->packed())) {
      return;
    }
    const std::u32string text = half->packed();
    const bool open =
        std::count(text.begin(), text.end(), U'（') > std::count(text.begin(), text.end(), U'）');
    cut = cut || open || !is_known(text) || is_shorter_level(text, text + rest->packed());
    halves.emplace_back(half, rest);
  }
  const std::vector<const Cell*> heads = above.filled_cells(row);
  const auto known = std::count_if(heads.begin(), heads.end(),
                                   [](const Cell* cell) { return is_known(cell->packed()); });
  if (!cut || static_cast<std::size_t>(known) + halves.size() < least_words) {
    return;
  }
  for (const auto& [half, rest] : halves) {
    std::vector<TextLine> lines = below.take_lines(rest->row, rest->column);
    above.append_lines(half->row, half->column, std::move(lines));
  }
}

bool heads_target(const Cell& cell) {
  const std::u32string text = cell.packed();
  return is_known(text) && holds_targets(look_up_header(to_utf8(text)).role);
}

/// The words of the row at a page's foot that cells go on below, those of the blank cells of the
/// next page's first row: 前年 | 上年 | 预计当年实现 stand there under 指标值 alone, whose cell is
/// closed. A cell of several rows (年度绩效指标) is the label of what follows.
std::vector<std::pair<const Cell*, const Cell*>> heads_of_blank_cells(const Grid& above,
                                                                      const Grid& below) {
  std::vector<std::pair<const Cell*, const Cell*>> heads;
  const std::size_t row = above.rows() - 1;
  bool targets = false;
  for (std::size_t c = 0; c < below.columns(); ++c) {
    const Cell* const cell = below.begins_at(0, c);
    if (cell == nullptr || cell->column != c || cell->rows > 1) {
      continue;
    }
    const Cell* const head = over(above, row, below, *cell);
    if (head == nullptr || !is_known(head->packed()) || head->open_below != cell->is_blank()) {
      return {};
    }
    if (cell->is_blank()) {
      heads.emplace_back(head, cell);
    } else if (!is_known(cell->packed())) {
      return {};
    } else {
      targets = targets || (heads_target(*head) && heads_target(*cell));
    }
  }
  return targets && heads.size() >= 2 ? heads : std::vector<std::pair<const Cell*, const Cell*>>{};
}

/// A page cuts a header of two rows between them: the second page gets what its cells span.
void complete(Grid& above, Grid& below) {
  for (const auto& [head, blank] : heads_of_blank_cells(above, below)) {
    below.append_lines(blank->row, blank->column, head->lines);
  }
}

}  // namespace

void mend_cut_headers(std::vector<Block>& blocks) {
  for_page_ends(blocks, mend);
  for_page_ends(blocks, complete);
}

}  // namespace budgetdiff::import
