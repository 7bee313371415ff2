#include "import/stream/form_deal.hpp"

#include "import/stream/date_seam.hpp"
#include "import/stream/deal_costs.hpp"
#include "import/stream/deal_ways.hpp"
#include "import/stream/dealt_rows.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = DealWays::impossible;
constexpr double most_dearer = DealWays::most_dearer;
constexpr std::size_t none = DealPlace::outside;
/// Another way is as good when it costs hardly more.
constexpr double margin = 1.6;
/// A form with more pieces is none that people made.
constexpr std::size_t most_pieces = 4000;

/// Costs of the scale of `fit`.
constexpr double jump = 2.5;  ///< another row that is not the next
constexpr double jump_in_line = 5;
constexpr double behind = 1;        ///< a column at the left of the same row
constexpr double passed_row = 0.4;  ///< a blank cell
constexpr double cut_by_page = 5;
constexpr double some_blank = 1;
constexpr double per_lone_number = 2;  ///< without its unit or comparator
constexpr double parted_date = 8;
constexpr double no_name_behind_category = 4;

class Deal {
 public:
  Deal(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
       const DealWidths& widths, std::size_t& budget)
      : tokens_(tokens),
        roles_(roles),
        columns_(roles.size()),
        sets_(neighbours(columns_)),
        costs_(tokens, roles, widths),
        ways_(tokens.size(), sets_.size(), budget) {
    for (const Role role : roles) {
      full_.push_back(never_blank(role));
      has_units_ = has_units_ || role == Role::measurement_unit;
      has_signs_ = has_signs_ || role == Role::comparator;
    }
  }

  std::optional<FormDealt> run() {
    if (!forward()) {
      return std::nullopt;
    }
    return answer();
  }

 private:
  /// Neighbouring columns: [first, last].
  struct Set {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  using State = DealState;

  static std::vector<Set> neighbours(std::size_t columns) {
    std::vector<Set> out;
    for (std::size_t first = 0; first < columns; ++first) {
      for (std::size_t last = first; last < columns; ++last) {
        out.push_back({first, last});
      }
    }
    return out;
  }

  bool forward() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      ways_.begin(i + 1);
      // The cheapest first, beside which others are too dear.
      for (const std::size_t s : ways_.by_cost(i)) {
        step(i, s);
        if (ways_.used_up()) {
          return false;
        }
      }
      if (!ways_.keep_cheapest()) {
        return false;
      }
    }
    return true;
  }

  void step(std::size_t i, std::size_t s) {
    const State state = ways_.behind(i).states[s];
    const double before = ways_.behind(i).costs[s];
    const DealToken& piece = tokens_[i];
    const bool was_row = state.column != none;
    State outside = state;
    outside.set = none;
    outside.column = none;
    ways_.reach(s, before, costs_.of_outside(i, was_row), std::move(outside), {}, false);
    if (piece.heading) {
      return;
    }
    double enters = costs_.of_entering(i, was_row);
    if (i > 0 && tokens_[i - 1].page != piece.page && !is_even(state)) {
      enters += cut_by_page;
    }
    for (std::size_t set = 0; set < sets_.size(); ++set) {
      for (std::size_t c = sets_[set].first; c <= sets_[set].last; ++c) {
        begin_cell(i, s, set, c, before, enters);
      }
    }
    for (std::size_t c = 0; c < columns_; ++c) {
      go_on(i, s, c, before, enters);
    }
  }

  /// Whether names and targets are as many.
  [[nodiscard]] bool is_even(const State& state) const {
    std::size_t count = none;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (full_[c]) {
        if (count != none && count != state.rows[c]) {
          return false;
        }
        count = state.rows[c];
      }
    }
    return true;
  }

  /// Whether the columns of a set have all cells of a row that cannot be blank.
  [[nodiscard]] bool is_complete(const State& state, const Set& set, std::size_t row) const {
    for (std::size_t c = set.first; c <= set.last; ++c) {
      if (full_[c] && state.rows[c] != row + 1) {
        return false;
      }
    }
    return true;
  }

  /// Token `i` begins a cell of column `c`, in rows of the columns of a set: row by row, each from
  /// the left to the right, where print does not put a cell behind its right neighbour.
  void begin_cell(std::size_t i, std::size_t s, std::size_t set, std::size_t c, double before,
                  double enters) {
    const State& state = ways_.behind(i).states[s];
    std::size_t row = state.rows[c];
    double cost = enters + costs_.of_head(i, c) + costs_.of_text(i, c);
    cost += tokens_[i].behind_category && roles_[c] != Role::level3 ? no_name_behind_category : 0;
    if (state.last[c] > 0 &&
        parts_date(tokens_[state.last[c] - 1U].token.text, tokens_[i].token.text)) {
      cost += parted_date;
    }
    bool beside = false;
    const bool in_line = !tokens_[i].token.starts_line && !tokens_[i].behind_header;
    const double leap = in_line ? jump_in_line : jump;
    if (state.set != set) {
      cost += state.set == none || costs_.fresh_flow(i) ? 0 : leap;
      if (sets_[set].last - sets_[set].first > 0 && c != sets_[set].first) {
        cost += behind;
      }
    } else {
      const std::size_t last_row = state.rows[state.column] - 1U;
      const bool another_row = row == last_row + 1;
      if (another_row) {
        const bool first = c == sets_[set].first;
        cost += is_complete(state, sets_[set], last_row) ? (first ? 0 : behind) : leap;
        cost += in_line ? jump_in_line : 0;
      } else if (row == last_row) {
        cost += c > state.column ? 0 : in_line ? jump_in_line : behind;
        beside = true;
      } else if (row < last_row && !full_[c] && c > state.column) {
        cost += passed_row * static_cast<double>(last_row - row);
        row = last_row;
        beside = true;
      } else {
        return;
      }
    }
    if (cost > most_dearer || ways_.too_dear(before + cost)) {
      return;
    }
    State next = state;
    next.set = set;
    next.column = c;
    next.rows[c] = static_cast<std::uint16_t>(row + 1);
    next.last[c] = static_cast<std::uint16_t>(i + 1);
    count_number(tokens_[i].token.text, roles_[c], next);
    ways_.reach(s, before, cost, std::move(next), {row, c}, beside);
  }

  /// A number has its unit and its comparator, where these have columns; words have none.
  void count_number(const std::u32string& text, Role role, State& state) const {
    const bool number = holds_targets(role) && is_bare_number(text);
    const bool sign =
        role == Role::comparator && comparator_signs.find(text.front()) != comparator_signs.npos;
    state.without_unit += has_units_ ? (number ? 1 : role == Role::measurement_unit ? -1 : 0) : 0;
    state.without_sign += has_signs_ ? (number ? 1 : sign ? -1 : 0) : 0;
  }

  void go_on(std::size_t i, std::size_t s, std::size_t c, double before, double enters) {
    const State& state = ways_.behind(i).states[s];
    if (state.last[c] == 0) {
      return;
    }
    const std::size_t last = state.last[c] - 1U;
    const bool next_to = state.column == c && last + 1 == i;
    // Behind other cells of its row, or at the head of the next page.
    const bool same_row = state.column != none && state.rows[state.column] == state.rows[c];
    if (!next_to && (!tokens_[i].token.starts_line || !same_row) &&
        tokens_[last].page == tokens_[i].page) {
      return;
    }
    const double cost = enters + costs_.of_head(i, c) + costs_.of_rest(last, i, c) +
                        (next_to ? 0 : 0.5) + (tokens_[last].flow != tokens_[i].flow ? 1 : 0);
    if (cost > most_dearer || ways_.too_dear(before + cost)) {
      return;
    }
    State next = state;
    if (state.set == none) {
      next.set = c * columns_ - c * (c - 1) / 2;  // the column alone
    }
    next.column = c;
    next.last[c] = static_cast<std::uint16_t>(i + 1);
    ways_.reach(s, before, cost, std::move(next), {state.rows[c] - 1U, c}, false);
  }

  /// What an end costs: as many targets as names; other columns may have blank cells.
  [[nodiscard]] double cost_of_end(const State& state) const {
    if (!is_even(state)) {
      return impossible;
    }
    std::size_t rows = 0;
    for (std::size_t c = 0; c < columns_; ++c) {
      rows = full_[c] ? state.rows[c] : rows;
    }
    if (rows == 0) {
      return impossible;
    }
    double cost = per_lone_number * (std::abs(state.without_unit) + std::abs(state.without_sign));
    for (std::size_t c = 0; c < columns_; ++c) {
      if (state.rows[c] > rows) {
        return impossible;
      }
      cost += state.rows[c] != rows && state.rows[c] != 0 ? some_blank : 0;
    }
    return cost;
  }

  std::optional<FormDealt> answer() {
    const std::size_t n = tokens_.size();
    std::vector<double> ends;
    for (const State& state : ways_.behind(n).states) {
      ends.push_back(cost_of_end(state));
    }
    std::vector<std::vector<double>> ahead = ways_.ahead(std::move(ends));
    FormDealt out;
    if (ahead[0][0] == impossible) {
      ahead = ways_.ahead(std::vector<double>(ways_.behind(n).states.size(), 0));
      for (const DealStep& one : ways_.cheapest(ahead)) {
        out.places.push_back(one.place);
      }
      return out;
    }
    const double least = ahead[0][0];
    std::vector<bool> beside;
    std::size_t at = 0;
    for (const DealStep& one : ways_.cheapest(ahead)) {
      out.places.push_back(one.place);
      beside.push_back(one.beside);
      at = one.to;
    }
    const State& end = ways_.behind(n).states[at];
    for (std::size_t c = 0; c < columns_; ++c) {
      out.rows = full_[c] ? end.rows[c] : out.rows;
    }
    out.doubtful.assign(out.rows, false);
    for (std::size_t i = 0; i < n; ++i) {
      for (const DealStep& one : ways_.behind(i + 1).steps) {
        const DealPlace& place = out.places[i];
        if ((one.place.column != place.column || one.place.row != place.row) &&
            ways_.behind(i).costs[one.from] + one.cost + ahead[i + 1][one.to] < least + margin) {
          if (place.column == none) {
            out.labels_doubtful = true;
          } else {
            out.doubtful[place.row] = true;
          }
        }
      }
    }
    if (!are_named(tokens_, roles_, out)) {
      out.rows = 0;
      return out;
    }
    if (!place_blanks(tokens_, roles_, beside, out) || !rows_agree(tokens_, roles_, out)) {
      out.agrees = false;
      out.doubtful.assign(out.rows, true);
    }
    return out;
  }

  const std::vector<DealToken>& tokens_;
  const std::vector<Role>& roles_;
  std::size_t columns_;
  std::vector<Set> sets_;
  std::vector<bool> full_;  ///< columns without blank cells
  bool has_units_ = false;
  bool has_signs_ = false;
  DealCosts costs_;
  DealWays ways_;
};

}  // namespace

std::optional<FormDealt> deal_form(const std::vector<DealToken>& tokens,
                                   const std::vector<Role>& roles, const DealWidths& widths,
                                   std::size_t& budget) {
  if (tokens.size() > most_pieces || roles.empty() || roles.size() > most_deal_columns) {
    return std::nullopt;
  }
  return Deal(tokens, roles, widths, budget).run();
}

void measure_dealt(const std::vector<DealToken>& tokens, const FormDealt& dealt,
                   DealWidths& widths) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t column = dealt.places[i].column;
    if (column != none) {
      widths[column] = std::max(widths[column], width_of(tokens[i].token.text));
    }
  }
}

}  // namespace budgetdiff::import
