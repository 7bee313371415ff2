#include "import/table/cut_texts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 30;
constexpr std::u32string_view goal_word = U"目标";
/// Shorter texts at a page's foot are no prose.
constexpr std::size_t least_prose = 12;

Term term_of(std::u32string_view text) {
  return text.empty() || text.size() > longest_label ? Term{} : look_up_header(to_utf8(text));
}

bool is_goal(Role role) {
  return role == Role::goal || role == Role::annual_goal;
}

double left_of(const Grid& grid, const Cell& cell) {
  return grid.edges.empty() ? 0 : grid.edges[cell.column];
}

double right_of(const Grid& grid, const Cell& cell) {
  return grid.edges.empty() ? 0 : grid.edges[cell.column + cell.columns];
}

}  // namespace

void CutTexts::take(const Grid& grid, const Cell& value, Role role) {
  if (is_goal(role) || role == Role::remark) {
    open_.push_back({role, left_of(grid, value), right_of(grid, value), grid.place.page,
                     value.row + value.rows, &value});
  }
}

void CutTexts::see_row(const Grid& grid, std::size_t row) {
  rows_ = grid.rows();
  if (row == 0) {
    open_.clear();  // what goes on was taken before; the label of unlabelled_ may stand here
    return;
  }
  unlabelled_ = {};
  half_label_ = {};
  side_ = {};
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  const Cell* const side = grid.begins_at(row, 0);
  if (grid.place.page == 0 || side == nullptr || side->row + side->rows != grid.rows() ||
      cells.empty() || cells.back() == side) {
    return;
  }
  const std::u32string label = side->packed();
  side_ = label;
  const std::size_t texts = cells.size() - (label.empty() ? 0U : 1U);
  // 年度 of 年度总体目标 is a label, too.
  const Role role = term_of(label).role;
  const bool half = role == Role::none || role == Role::year || role == Role::stage;
  if (texts == 1 && half && label.size() <= longest_label &&
      cells.back()->packed().size() >= least_prose) {
    places_.append(unlabelled_, *cells.back());
    half_label_ = label;
  }
}

bool CutTexts::is_open(const Open& text, const Grid& next) const {
  return text.end == rows_ && text.page > 0 && next.place.page == text.page + 1;
}

/// `年度总体` | text at the foot, `目标` | its rest at the head of the next page, if any.
bool CutTexts::takes_label(const Cell& rest, const Cell* text, ProjectText& project) {
  const Role role = term_of(half_label_ + rest.packed()).role;
  Flow& goal = role == Role::annual_goal ? project.annual_goal : project.goal;
  if (half_label_.empty() || !is_goal(role) || !goal.empty()) {
    return false;
  }
  goal.append(unlabelled_);
  if (text != nullptr) {
    places_.append(goal, *text);
  }
  return true;
}

const Cell* CutTexts::go_on_below(const Grid& grid, std::size_t row, ProjectText& project) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.size() != 1 || cells.front()->row != row || cells.front()->column == 0 || row == 0 ||
      term_of(cells.front()->packed()).role != Role::none) {
    return nullptr;
  }
  const Cell& cell = *cells.front();
  const Cell* const above = grid.at(row - 1, cell.column);
  const Cell* const side = grid.begins_at(row, cell.column - 1);
  if (above == nullptr || above->column != cell.column || above->columns != cell.columns ||
      side == nullptr) {
    return nullptr;
  }
  const auto text = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& one) {
    return one.cell == above && is_goal(one.role);
  });
  if (text == open_.rend()) {
    return nullptr;
  }
  places_.append(text->role == Role::goal ? project.goal : project.annual_goal, cell);
  text->cell = &cell;
  text->end = cell.row + cell.rows;
  return &cell;
}

bool CutTexts::go_on(const Grid& grid, ProjectText& project) {
  std::vector<const Cell*> cells = grid.filled_cells(0);
  const Cell* const rest = cells.size() == 2 ? cells.back() : nullptr;
  if (!cells.empty() && cells.size() <= 2 && cells.front()->column == 0 &&
      takes_label(*cells.front(), rest, project)) {
    open_.clear();
    if (rest != nullptr) {
      take(grid, *rest, term_of(half_label_ + cells.front()->packed()).role);
    }
    rows_ = grid.rows();
    return true;
  }
  std::vector<Open> open;
  std::copy_if(open_.begin(), open_.end(), std::back_inserter(open),
               [&](const Open& text) { return is_open(text, grid); });
  // 总体目标 at the side of two texts that their own heads on the page before explain, or the
  // rest of it where the page cuts it, too: 绩效 | 目标 are labels both.
  const auto labels_side = [&](const std::u32string& text) {
    return (open.size() > 1 && is_goal(term_of(text).role)) ||
           (text == goal_word && is_goal(term_of(side_).role) && !side_.ends_with(goal_word)) ||
           (!side_.empty() && is_goal(term_of(side_ + text).role) && !is_goal(term_of(side_).role));
  };
  if (cells.size() > 1 && cells.front()->column == 0 && labels_side(cells.front()->packed())) {
    cells.erase(cells.begin());
  }
  // A label stands in the first column, unless the text had it itself, below its label.
  const auto at_side = [&](const Open& text) {
    constexpr double same_place = 6;
    return std::abs(text.left - left_of(grid, *cells.front())) < same_place;
  };
  if (open.empty() || cells.empty() ||
      (cells.front()->column == 0 && std::none_of(open.begin(), open.end(), at_side))) {
    return false;
  }
  std::vector<const Open*> owners;
  for (const Cell* cell : cells) {
    const double left = left_of(grid, *cell);
    const double right = right_of(grid, *cell);
    const auto owner = std::find_if(open.begin(), open.end(), [&](const Open& text) {
      const double shared = std::min(right, text.right) - std::max(left, text.left);
      return shared * 2 > right - left || (open.size() == 1 && cells.size() == 1);
    });
    const bool label = term_of(cell->packed()).role != Role::none;
    if (owner == open.end() || label ||
        std::find(owners.begin(), owners.end(), &*owner) != owners.end()) {
      return false;
    }
    owners.push_back(&*owner);
  }
  open_.clear();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Role role = owners[i]->role;
    if (is_goal(role)) {
      places_.append(role == Role::goal ? project.goal : project.annual_goal, *cells[i]);
    }
    take(grid, *cells[i], role);
  }
  rows_ = grid.rows();
  return true;
}

Flow CutTexts::before(const Cell& label, Role role) const {
  return label.row == 0 && is_goal(role) && half_label_.empty() ? unlabelled_ : Flow{};
}

}  // namespace budgetdiff::import
