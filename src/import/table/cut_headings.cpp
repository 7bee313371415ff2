#include "import/table/cut_headings.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/page_ends.hpp"
#include "import/table/same_place.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_heading = 24;

bool is_goal(Role role) {
  return role == Role::goal || role == Role::annual_goal;
}

/// 总体目标, or 总体 that the next page's 目标 makes one.
bool labels_goals(const Cell& label, const Cell& rest) {
  return rest.is_blank() ? is_goal(label_term(label).role)
                         : is_goal(look_up_header(to_utf8(label.packed() + rest.packed())).role);
}

struct Heading {
  const Cell* above;
  const Cell* text;
};

/// The headings at the foot of `above` with their texts; none where that is no row of headings.
std::vector<Heading> headings(const Grid& above, const Grid& below, const Cell& label,
                              const Cell& rest) {
  const std::size_t row = above.rows() - 1;
  std::vector<Heading> out;
  bool any_goal = false;
  for (const Cell* const cell : above.filled_cells(row)) {
    if (cell == &label) {
      continue;
    }
    const Cell* const text = in_place_of(below, 0, above, *cell);
    if (cell->row != row || cell->packed().size() > longest_heading || text == nullptr ||
        text->is_blank() || label_term(*text).role != Role::none) {
      return {};
    }
    any_goal = any_goal || is_goal(label_term(*cell).role);
    out.push_back({cell, text});
  }
  const std::size_t texts = below.filled_cells(0).size() - (rest.is_blank() ? 0U : 1U);
  return any_goal && out.size() == texts ? out : std::vector<Heading>{};
}

/// `below` with a row for the headings above it.
Grid with_headings(const Grid& below, const Cell& label, const Cell& rest,
                   const std::vector<Heading>& found) {
  Grid out(below.rows() + 1, below.columns());
  out.place = below.place;
  out.edges = below.edges;
  out.flows = below.flows;
  out.doubts = below.doubts;
  Cell side = rest;
  side.rows = rest.rows + 1;
  side.place = label.place;
  side.lines = label.lines;
  side.lines.insert(side.lines.end(), rest.lines.begin(), rest.lines.end());
  out.add(std::move(side));
  for (const Heading& heading : found) {
    Cell cell = *heading.above;
    cell.row = 0;
    cell.rows = 1;
    cell.column = heading.text->column;
    cell.columns = heading.text->columns;
    out.add(std::move(cell));
  }
  for (Cell cell : below.cells()) {
    if (cell.row > 0 || cell.column > 0) {
      ++cell.row;
      out.add(std::move(cell));
    }
  }
  return out;
}

void mend(Grid& above, Grid& below) {
  const std::size_t row = above.rows() - 1;
  const Cell* const label = above.begins_at(row, 0);
  const Cell* const rest = below.begins_at(0, 0);
  if (label == nullptr || rest == nullptr || label->is_blank() || !labels_goals(*label, *rest)) {
    return;
  }
  const std::vector<Heading> found = headings(above, below, *label, *rest);
  if (found.empty()) {
    return;
  }
  Grid whole = with_headings(below, *label, *rest, found);
  for (std::size_t c = 0; c < above.columns(); ++c) {
    if (above.begins_at(row, c) != nullptr) {
      static_cast<void>(above.take_lines(row, c));
    }
  }
  below = std::move(whole);
}

}  // namespace

void mend_cut_headings(std::vector<Block>& blocks) {
  for_page_ends(blocks, mend);
}

}  // namespace budgetdiff::import
