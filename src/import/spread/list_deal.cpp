#include "import/spread/list_deal.hpp"

#include "import/spread/list_texts.hpp"
#include "import/spread/list_widths.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_kept = 500;
constexpr std::size_t kept_at_first = 150;
constexpr std::size_t least_kept = 60;
constexpr std::size_t most_ways = 1'500'000;  ///< of a reading: some seconds

/// How much dearer than the best ways those are at most that are kept.
constexpr double most_dearer = 18;

/// Costs of the scale of `fit`.
constexpr double no_cell = 7;
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

constexpr int no_text = -1;
constexpr std::uint8_t no_line = 255;

struct State {
  double cost = 0;
  ColumnMask set = 0;  ///< columns that stand in this flow
  std::int8_t column = -1;
  std::int8_t of_rows = -1;  ///< the last column of rows in this flow, and of projects
  std::int8_t of_projects = -1;
  std::array<int, most_list_columns> text{};             ///< of the last cell of each column
  std::array<std::int16_t, most_list_columns> width{};   ///< of its last line
  std::array<std::uint32_t, most_list_columns> first{};  ///< line where it begins, and its last
  std::array<std::uint32_t, most_list_columns> last{};
  std::array<std::uint32_t, most_list_columns> before{};  ///< the line before its last, of any cell
  std::array<std::uint8_t, most_list_columns> rows{};     ///< cells that began on this page
  std::array<std::uint8_t, most_list_columns> goal_lines{};  ///< of the flow, before its last piece
  std::uint8_t goal_line = 0;                                ///< lines of a goal in this flow
  std::int8_t numbers = 0;                                   ///< how many numbers have no unit yet
  std::uint32_t from = 0;
  ListPlace place;
};

std::uint64_t key_of(const State& state, std::size_t columns) {
  std::uint64_t out = std::uint64_t{state.set} * 37U + static_cast<std::uint64_t>(state.column + 1);
  const auto mix = [&](std::uint64_t value) {
    out = (out ^ value) * 0x9E3779B97F4A7C15U;
    out ^= out >> 29U;
  };
  mix(static_cast<std::uint64_t>(state.numbers + 100));
  mix(static_cast<std::uint64_t>(state.of_rows + 1));
  mix(static_cast<std::uint64_t>(state.of_projects + 1));
  for (std::size_t c = 0; c < columns; ++c) {
    mix(static_cast<std::uint64_t>(state.text[c]) + 1);
    mix(static_cast<std::uint64_t>(state.width[c]));
    mix(state.rows[c]);
    mix(state.goal_lines[c]);
  }
  mix(state.goal_line);
  return out;
}

/// Columns of which a row has a cell each, of indicators and of projects.
enum class Group { none, row, project };

class Deal {
 public:
  Deal(const std::vector<ListPiece>& pieces, const std::vector<Role>& roles,
       const ListWidths& widths, const ListKnown& known)
      : pieces_(pieces),
        roles_(roles),
        widths_(widths),
        texts_(roles, pieces, known.department, known.explaining),
        one_amount_(known.amounts == 1),
        kept_(std::clamp(most_ways / std::max<std::size_t>(pieces.size(), 1), least_kept,
                         known.last_reading ? most_kept : kept_at_first)) {
    for (std::size_t c = 0; c < roles.size(); ++c) {
      const Role role = roles[c];
      groups_.push_back(role == Role::level3 || holds_targets(role) || role == Role::weight ||
                                role == Role::comparator
                            ? Group::row
                        : role == Role::project_name || role == Role::project_code ||
                                role == Role::goal || role == Role::annual_goal ||
                                (role == Role::money && one_amount_)
                            ? Group::project
                            : Group::none);
      const bool explains = (known.explaining >> c & 1U) != 0;
      const bool remark = role == Role::remark || role == Role::none;
      if (explains || remark) {
        groups_.back() = Group::row;
      }
      may_be_blank_.push_back(remark && !explains);
      name_ = role == Role::level3 ? c : name_;
      project_ = role == Role::project_name ? c : project_;
      target_ = holds_targets(role) ? c : target_;
      unit_ = role == Role::measurement_unit ? c : unit_;
    }
  }

  std::vector<ListPlace> run() {
    State first;
    first.text.fill(no_text);
    now_ = {first};
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      step(i);
    }
    std::size_t best = 0;
    for (std::size_t s = 0; s < now_.size(); ++s) {
      now_[s].cost += uneven(now_[s]) + open_ends(now_[s]);
      best = now_[s].cost < now_[best].cost ? s : best;
    }
    std::vector<ListPlace> out(pieces_.size());
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      out[i] = places_[i][best];
      best = from_[i][best];
    }
    return out;
  }

 private:
  void step(std::size_t i) {
    const ListPiece& piece = pieces_[i];
    const bool new_page = i > 0 && pieces_[i - 1].page != piece.page;
    const bool new_flow = i == 0 || pieces_[i - 1].flow != piece.flow;
    flow_begins_ = new_flow ? static_cast<std::uint32_t>(piece.token.line) : flow_begins_;
    const int width = printed_width(piece.token.text);
    const int text = texts_.begin(piece.token);
    next_.clear();
    found_.clear();
    least_ = std::numeric_limits<double>::infinity();
    for (std::size_t s = 0; s < now_.size(); ++s) {
      State state = now_[s];
      state.from = static_cast<std::uint32_t>(s);
      if (new_page) {
        state.cost += uneven(state);
        state.rows.fill(0);
        state.numbers = 0;
      }
      if (new_flow) {
        state.set = 0;
        state.of_rows = -1;
        state.of_projects = -1;
        state.goal_line = 0;
        state.goal_lines.fill(no_line);
      }
      if (state.cost > least_ + most_dearer) {
        continue;
      }
      {
        State skipped = state;
        skipped.cost += no_cell;
        skipped.place = {};
        reach(skipped);
      }
      for (std::size_t c = 0; c < roles_.size(); ++c) {
        const double moved = state.cost + cost_of_column(state, i, c);
        if (moved > least_ + most_dearer) {
          continue;
        }
        begin_cell(state, i, c, moved, width, text);
        if (state.text[c] != no_text && roles_[c] != Role::money) {
          go_on(state, i, c, moved, width, text, new_page);
        }
      }
    }
    keep_cheapest();
    std::vector<std::uint32_t> from;
    std::vector<ListPlace> places;
    for (const State& state : next_) {
      from.push_back(state.from);
      places.push_back(state.place);
    }
    from_.push_back(std::move(from));
    places_.push_back(std::move(places));
    now_.swap(next_);
  }

  /// What it costs that a piece stands in column `c` behind what stands before it.
  [[nodiscard]] double cost_of_column(const State& state, std::size_t i, std::size_t c) const {
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
  [[nodiscard]] double cost_in_line(const State& state, std::size_t i, std::size_t c, int rows,
                                    bool begins) const {
    const int last = groups_[c] == Group::row       ? state.of_rows
                     : groups_[c] == Group::project ? state.of_projects
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
  [[nodiscard]] double cost_in_flow(const State& state, std::size_t c, int rows) const {
    if (groups_[c] == Group::none) {
      return 0;
    }
    constexpr int most = 2;
    double out = 0;
    for (std::size_t d = 0; d < roles_.size(); ++d) {
      const bool here = (state.set >> d & 1U) != 0;
      if (d != c && here && groups_[d] == groups_[c]) {
        const int ahead = state.rows[d] - rows;
        out += ahead > 0 && ahead <= most ? uneven_flow : 0;
      }
    }
    return out;
  }

  /// Cells stand in the middle of their row: the one that begins first ends last. What it costs
  /// that a cell goes on which began below another one that has not gone on since.
  [[nodiscard]] double cost_in_row(const State& state, std::size_t c) const {
    if (groups_[c] != Group::row && c != unit_) {
      return 0;
    }
    double out = 0;
    for (std::size_t d = 0; d < roles_.size(); ++d) {
      const bool here = (state.set >> d & 1U) != 0 && d != c && groups_[d] == Group::row;
      if (here && (c == unit_ || state.rows[d] == state.rows[c]) &&
          state.last[d] < state.first[c] && state.first[d] + far_line > state.first[c]) {
        out = not_nested;
      }
    }
    return out;
  }

  /// Lines of all cells are as far from each other: between two of a cell stands one of each other
  /// column, at most. How many columns have more.
  [[nodiscard]] int columns_between(const State& state, std::size_t c, std::uint32_t line) const {
    if (state.last[c] < flow_begins_) {
      return 0;
    }
    int out = 0;
    for (std::size_t d = 0; d < roles_.size(); ++d) {
      out += d != c && state.before[d] > state.last[c] && state.last[d] < line ? 1 : 0;
    }
    return out;
  }

  void begin_cell(const State& state, std::size_t i, std::size_t c, double cost, int width,
                  int text) {
    cost += texts_.of_beginning(text, c);
    if (state.text[c] != no_text) {
      cost += texts_.part_date(state.text[c], text) ? parted_date : 0;
      cost += texts_.of_end(state.text[c], c);
      cost += is_full(state.width[c], c, pieces_[i].token.text) ? behind_full : 0;
    }
    if (!pieces_[i].token.starts_line && static_cast<std::size_t>(state.column) == c &&
        roles_[c] != Role::money) {
      cost += left_in_line;
    }
    cost += cost_in_line(state, i, c, state.rows[c] + 1, true) +
            cost_in_flow(state, c, state.rows[c] + 1);
    if (cost > least_ + most_dearer) {
      return;
    }
    State out = state;
    out.cost = cost;
    out.text[c] = text;
    out.width[c] = static_cast<std::int16_t>(width);
    out.first[c] = static_cast<std::uint32_t>(pieces_[i].token.line);
    out.before[c] = state.last[c];
    out.last[c] = out.first[c];
    out.rows[c] = static_cast<std::uint8_t>(std::min(250, out.rows[c] + 1));
    if (unit_ != ListPlace::none) {
      out.numbers = static_cast<std::int8_t>(
          std::clamp(out.numbers + (c == target_ && texts_.is_bare_number(text) ? 1 : 0) -
                         (c == unit_ ? 1 : 0),
                     -100, 100));
    }
    settle(out, c, true);
  }

  void go_on(const State& state, std::size_t i, std::size_t c, double cost, int width, int piece,
             bool new_page) {
    const StreamToken& token = pieces_[i].token;
    const int text = texts_.go_on(state.text[c], piece, c);
    cost += texts_.of_going_on(state.text[c], text, c);
    const bool same_line = !token.starts_line && static_cast<std::size_t>(state.column) == c;
    bool parted = false;
    if (same_line) {
      const bool latin = holds_prose(roles_[c]) && texts_.goes_on_in_latin(text);
      const bool parts = texts_.parts_at_blank(state.text[c], text) || !holds_prose(roles_[c]);
      cost += latin ? behind_latin : parts ? in_same_line : in_same_line / 2;
    } else if (!texts_.begins_freely(text, c)) {
      // Fonts that change within a line part it in two.
      parted = is_goal(roles_[c]) && widths_[c] > 0 &&
               std::abs(state.width[c] + width + 1 - widths_[c]) <= little &&
               state.width[c] + 2 * little < widths_[c];
      parted = parted || texts_.part_date(state.text[c], text);
      cost += parted ? goes_on_full : cost_behind(state.width[c], c, token.text);
    }
    cost += new_page ? cut_by_page : 0;
    cost += cost_in_line(state, i, c, state.rows[c], false) +
            cost_in_flow(state, c, state.rows[c]) + cost_in_row(state, c);
    cost += between * columns_between(state, c, static_cast<std::uint32_t>(token.line));
    // Lines of one step: a goal has one more where another cell has.
    if (state.goal_lines[c] != no_line && state.goal_line > state.goal_lines[c] + 1 &&
        !is_goal(roles_[c])) {
      cost += far_below;
    } else if (!is_goal(roles_[c]) && !new_page) {
      // Between two lines of a cell stands a line of each other column, at most.
      const bool here = (state.set >> c & 1U) != 0;
      const auto lines = static_cast<double>(token.line - state.last[c]);
      const auto beside = static_cast<double>(std::popcount(state.set)) + 1;
      cost += !here ? in_other_flow : std::min(far_below, std::max(0.0, lines - beside));
    }
    if (cost > least_ + most_dearer) {
      return;
    }
    State out = state;
    out.cost = cost;
    out.text[c] = text;
    out.width[c] =
        static_cast<std::int16_t>(same_line || parted ? out.width[c] + 1 + width : width);
    out.before[c] = same_line ? out.before[c] : state.last[c];
    out.last[c] = static_cast<std::uint32_t>(token.line);
    settle(out, c, false);
  }

  void settle(State& state, std::size_t c, bool begins) {
    if (is_goal(roles_[c]) && state.goal_line < no_line - 1) {
      ++state.goal_line;
    }
    state.goal_lines[c] = state.goal_line;
    state.set |= ColumnMask{1} << c;
    state.column = static_cast<std::int8_t>(c);
    if (groups_[c] == Group::row) {
      state.of_rows = state.column;
    } else if (groups_[c] == Group::project) {
      state.of_projects = state.column;
    }
    state.place = {c, begins};
    reach(state);
  }

  [[nodiscard]] bool is_full(int width, std::size_t c, const std::u32string& next) const {
    return widths_[c] > 0 && room_behind(width, widths_[c], next) < 0;
  }

  [[nodiscard]] double cost_behind(int width, std::size_t c, const std::u32string& next) const {
    constexpr int letter = 2;  // a line of one is full in a column of units of one
    if (widths_[c] <= letter) {
      return goes_on_unknown;
    }
    const int left = room_behind(width, widths_[c], next);
    return left < 0 ? goes_on_full : left < little ? goes_on_unknown : goes_on_short;
  }

  /// What it costs that the columns of a page have not as many cells.
  [[nodiscard]] double uneven(const State& state) const {
    double out = 0;
    const int names = state.rows[name_];
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      if (groups_[c] == Group::row && c != name_) {
        const int more = state.rows[c] - names;
        out += uneven_page * (may_be_blank_[c] ? std::max(0, more) : std::abs(more));
      } else if (groups_[c] == Group::project && c != project_) {
        out += uneven_projects * std::abs(state.rows[c] - state.rows[project_]);
      }
    }
    return out + uneven_units * std::abs(state.numbers);
  }

  [[nodiscard]] double open_ends(const State& state) {
    double out = 0;
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      out += state.text[c] == no_text ? 0 : texts_.of_end(state.text[c], c);
    }
    return out;
  }

  void reach(const State& state) {
    if (state.cost > least_ + most_dearer) {
      return;
    }
    least_ = std::min(least_, state.cost);
    const auto [at, fresh] = found_.emplace(key_of(state, roles_.size()), next_.size());
    if (fresh) {
      next_.push_back(state);
    } else if (state.cost < next_[at->second].cost) {
      next_[at->second] = state;
    }
  }

  void keep_cheapest() {
    const auto cheaper = [](const State& a, const State& b) { return a.cost < b.cost; };
    if (next_.size() > kept_) {
      std::nth_element(next_.begin(), next_.begin() + static_cast<std::ptrdiff_t>(kept_),
                       next_.end(), cheaper);
      next_.resize(kept_);
    }
    std::sort(next_.begin(), next_.end(), cheaper);
  }

  const std::vector<ListPiece>& pieces_;
  const std::vector<Role>& roles_;
  const ListWidths& widths_;
  ListTexts texts_;
  bool one_amount_;
  std::size_t kept_;
  std::vector<bool> may_be_blank_;  ///< columns of rows
  std::vector<Group> groups_;
  std::size_t name_ = 0;
  std::size_t project_ = 0;
  std::size_t target_ = 0;
  std::size_t unit_ = ListPlace::none;
  std::vector<State> now_;
  std::vector<State> next_;
  std::unordered_map<std::uint64_t, std::size_t> found_;
  double least_ = 0;
  std::uint32_t flow_begins_ = 0;  ///< the line where this flow does
  std::vector<std::vector<std::uint32_t>> from_;
  std::vector<std::vector<ListPlace>> places_;
};

}  // namespace

std::vector<ListPlace> deal_list(const std::vector<ListPiece>& pieces,
                                 const std::vector<Role>& roles, const ListWidths& widths,
                                 const ListKnown& known) {
  return Deal(pieces, roles, widths, known).run();
}

}  // namespace budgetdiff::import
