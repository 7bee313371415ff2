#include "import/spread/list_costs.hpp"

#include "import/stream/line_room.hpp"
#include "import/stream/value_text.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace budgetdiff::import {
namespace {

/// Costs of the scale of `fit`.
constexpr double left_in_line = 9;       ///< a column at the left of the one before in its line
constexpr double beside_set = 0.8;       ///< a column more beside those that stand here
constexpr double apart_from_set = 2;     ///< or one that is not beside them
constexpr double below_other_words = 1;  ///< below the header's words of other columns
constexpr double parted_date = 8;
constexpr double goes_on_unknown = 1.5;
constexpr double goes_on_full = 0.2;
constexpr double goes_on_short = 4.5;
constexpr double behind_full = 0.7;     ///< a cell that begins behind a full line
constexpr double in_same_line = 3;      ///< two pieces of a cell in one line
constexpr double uneven_line = 2.5;     ///< cells of a line that are not of one row
constexpr double uneven_next = 1;       ///< cells of neighbouring lines that are not
constexpr double begins_at_left = 0.6;  ///< a cell, behind one of its row at its right
constexpr double uneven_page = 3;       ///< columns of a page that have not as many cells
constexpr double uneven_units = 2;
constexpr double uneven_projects = 1.5;
constexpr double cut_by_page = 1.5;
constexpr double too_wide = 5;
constexpr double not_nested = 1.8;
constexpr std::uint32_t far_line = 8;  ///< lines of a row are nearer to each other
constexpr double in_other_flow = 1.5;  ///< a cell goes on there
constexpr int little = 2;              ///< of a line's width
constexpr double flow_at_left = 0.5;
constexpr double flow_beyond = 0.2;
constexpr double uneven_flow = 2.5;    ///< a row behind pieces of the next one
constexpr double far_below = 4;        ///< a cell goes on far below its last line
constexpr double between = 2.5;        ///< two lines of a column, between two of a cell
constexpr double behind_latin = -1.5;  ///< in the same line
}  // namespace

ListColumns::ListColumns(const std::vector<Role>& roles, const ListKnown& known) {
  const bool one_amount = known.amounts == 1;
  for (std::size_t c = 0; c < roles.size(); ++c) {
    const Role role = roles[c];
    const bool of_row = role == Role::level3 || holds_targets(role) || role == Role::weight ||
                        role == Role::comparator;
    const bool of_project = role == Role::project_name || role == Role::project_code ||
                            is_goal(role) || (role == Role::money && one_amount);
    const bool explains = (known.explaining >> c & 1U) != 0;
    const bool remark = role == Role::remark || role == Role::none;
    groups.push_back(of_row || explains || remark ? ListGroup::row
                     : of_project                 ? ListGroup::project
                                                  : ListGroup::none);
    may_be_blank.push_back(remark && !explains);
    name = role == Role::level3 ? c : name;
    project = role == Role::project_name ? c : project;
    target = holds_targets(role) ? c : target;
    unit = role == Role::measurement_unit ? c : unit;
  }
}

double ListCosts::of_column(const ListState& state, std::size_t i, std::size_t c) const {
  const ListPiece& piece = pieces_[i];
  const auto column = static_cast<std::size_t>(std::ptrdiff_t{state.column});
  const ColumnMask bit = ColumnMask{1} << c;
  double cost = 0;
  if (!piece.token.starts_line && state.column >= 0) {
    cost += c < column ? left_in_line : 0;
  }
  if (state.set == 0 && state.column >= 0) {
    // Flows beside each other come from left to right.
    cost += c < column ? flow_at_left
                       : flow_beyond * std::min<double>(4, static_cast<double>(c - column));
  }
  if (state.set != 0 && (state.set & bit) == 0) {
    const ColumnMask beside = (state.set << 1U) | (state.set >> 1U);
    cost += (beside & bit) != 0 ? beside_set : apart_from_set;
  }
  if (piece.below != 0 && (piece.below & bit) == 0) {
    cost += below_other_words;
  }
  constexpr int slack = 1;
  if (widths_[c] != 0 && width_of(piece.token.text) > std::abs(widths_[c]) + slack) {
    cost += too_wide;
  }
  return cost;
}

/// What it costs that cells of a line are of different rows, or of two lines that follow one
/// another.
double ListCosts::in_line(const ListState& state, std::size_t i, std::size_t c, int rows,
                          bool begins) const {
  const int last = columns_.groups[c] == ListGroup::row       ? state.of_rows
                   : columns_.groups[c] == ListGroup::project ? state.of_projects
                                                              : -1;
  if (state.set == 0 || last < 0 || static_cast<std::size_t>(last) == c) {
    return 0;
  }
  const auto before = static_cast<std::size_t>(last);
  const bool same_line = !pieces_[i].token.starts_line && state.column == last;
  const double cost = same_line ? uneven_line : uneven_next;
  const int next = !same_line && c < before ? 1 : 0;
  const int away = rows - state.rows[before];
  const double back = next == 1 && away == 0 && begins ? begins_at_left : 0;
  return back + cost * std::min(2, std::abs(away < 0 ? away : std::max(0, away - next)));
}

/// What it costs that a piece of a row stands below pieces of the next one, in one flow: lines
/// are in order there. Where the other column is far ahead, it stands beside and not above.
double ListCosts::in_flow(const ListState& state, std::size_t c, int rows) const {
  if (columns_.groups[c] == ListGroup::none) {
    return 0;
  }
  constexpr int most = 2;
  double out = 0;
  for (std::size_t d = 0; d < roles_.size(); ++d) {
    const bool here = (state.set >> d & 1U) != 0;
    if (d != c && here && columns_.groups[d] == columns_.groups[c]) {
      const int ahead = state.rows[d] - rows;
      out += ahead > 0 && ahead <= most ? uneven_flow : 0;
    }
  }
  return out;
}

/// Cells stand in the middle of their row: the one that begins first ends last. What it costs
/// that a cell goes on which began below another one that has not gone on since.
double ListCosts::in_row(const ListState& state, std::size_t c) const {
  if (columns_.groups[c] != ListGroup::row && c != columns_.unit) {
    return 0;
  }
  double out = 0;
  for (std::size_t d = 0; d < roles_.size(); ++d) {
    const bool here = (state.set >> d & 1U) != 0 && d != c && columns_.groups[d] == ListGroup::row;
    if (here && (c == columns_.unit || state.rows[d] == state.rows[c]) &&
        state.last[d] < state.first[c] && state.first[d] + far_line > state.first[c]) {
      out = not_nested;
    }
  }
  return out;
}

/// Lines of all cells are as far from each other: between two of a cell stands one of each other
/// column, at most. How many columns have more.
int ListCosts::columns_between(const ListState& state, std::size_t c, std::uint32_t line,
                               std::uint32_t flow_begins) const {
  if (state.last[c] < flow_begins) {
    return 0;
  }
  int out = 0;
  for (std::size_t d = 0; d < roles_.size(); ++d) {
    out += d != c && state.before[d] > state.last[c] && state.last[d] < line ? 1 : 0;
  }
  return out;
}

bool ListCosts::is_full(int width, std::size_t c, const std::u32string& next) const {
  return widths_[c] > 0 && room_behind(width, widths_[c], next) < 0;
}

double ListCosts::behind(int width, std::size_t c, const std::u32string& next) const {
  constexpr int letter = 2;  // a line of one is full in a column of units of one
  if (widths_[c] <= letter) {
    return goes_on_unknown;
  }
  const int left = room_behind(width, widths_[c], next);
  return left < 0 ? goes_on_full : left < little ? goes_on_unknown : goes_on_short;
}

double ListCosts::of_page(const ListState& state) const {
  double out = 0;
  const int names = state.rows[columns_.name];
  for (std::size_t c = 0; c < roles_.size(); ++c) {
    if (columns_.groups[c] == ListGroup::row && c != columns_.name) {
      const int more = state.rows[c] - names;
      out += uneven_page * (columns_.may_be_blank[c] ? std::max(0, more) : std::abs(more));
    } else if (columns_.groups[c] == ListGroup::project && c != columns_.project) {
      out += uneven_projects * std::abs(state.rows[c] - state.rows[columns_.project]);
    }
  }
  return out + uneven_units * std::abs(state.numbers);
}

double ListCosts::of_beginning(const ListState& state, const NextPiece& piece, std::size_t c,
                               double cost) const {
  const StreamToken& token = pieces_[piece.number].token;
  cost += texts_.of_beginning(piece.text, c);
  if (state.text[c] != no_list_text) {
    cost += texts_.part_date(state.text[c], piece.text) ? parted_date : 0;
    cost += texts_.of_end(state.text[c], c);
    cost += is_full(state.width[c], c, token.text) ? behind_full : 0;
  }
  if (!token.starts_line && static_cast<std::size_t>(state.column) == c &&
      roles_[c] != Role::money) {
    cost += left_in_line;
  }
  return cost + (in_line(state, piece.number, c, state.rows[c] + 1, true) +
                 in_flow(state, c, state.rows[c] + 1));
}

GoesOn ListCosts::of_going_on(const ListState& state, const NextPiece& piece, std::size_t c,
                              int text, double cost) const {
  const StreamToken& token = pieces_[piece.number].token;
  GoesOn out;
  cost += texts_.of_going_on(state.text[c], text, c);
  const bool same_line = !token.starts_line && static_cast<std::size_t>(state.column) == c;
  if (same_line) {
    const bool latin = holds_prose(roles_[c]) && texts_.goes_on_in_latin(text);
    const bool parts = texts_.parts_at_blank(state.text[c], text) || !holds_prose(roles_[c]);
    cost += latin ? behind_latin : parts ? in_same_line : in_same_line / 2;
  } else if (!texts_.begins_freely(text, c)) {
    // Fonts that change within a line part it in two.
    out.parted = is_goal(roles_[c]) && widths_[c] > 0 &&
                 std::abs(state.width[c] + piece.width + 1 - widths_[c]) <= little &&
                 state.width[c] + 2 * little < widths_[c];
    out.parted = out.parted || texts_.part_date(state.text[c], text);
    cost += out.parted ? goes_on_full : behind(state.width[c], c, token.text);
  }
  cost += piece.new_page ? cut_by_page : 0;
  cost += in_line(state, piece.number, c, state.rows[c], false) + in_flow(state, c, state.rows[c]) +
          in_row(state, c);
  cost += between *
          columns_between(state, c, static_cast<std::uint32_t>(token.line), piece.flow_begins);
  // Lines of one step: a goal has one more where another cell has.
  if (state.goal_lines[c] != no_goal_line && state.goal_line > state.goal_lines[c] + 1 &&
      !is_goal(roles_[c])) {
    cost += far_below;
  } else if (!is_goal(roles_[c]) && !piece.new_page) {
    // Between two lines of a cell stands a line of each other column, at most.
    const bool here = (state.set >> c & 1U) != 0;
    const auto lines = static_cast<double>(token.line - state.last[c]);
    const auto beside = static_cast<double>(std::popcount(state.set)) + 1;
    cost += !here ? in_other_flow : std::min(far_below, std::max(0.0, lines - beside));
  }
  out.cost = cost;
  return out;
}

double ListCosts::of_end(const ListState& state) const {
  double open = 0;
  for (std::size_t c = 0; c < roles_.size(); ++c) {
    open += state.text[c] == no_list_text ? 0 : texts_.of_end(state.text[c], c);
  }
  return of_page(state) + open;
}

}  // namespace budgetdiff::import
