#include "import/stream/form_deal.hpp"

#include "import/page/white_strip.hpp"
#include "import/stream/cell_text.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/flow.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr std::size_t none = DealPlace::outside;
/// Another way is as good when it costs hardly more.
constexpr double margin = 1.6;
/// Ways that are kept behind each token, and how much dearer than the best they are at most.
constexpr std::size_t most_kept = 60;
constexpr double most_dearer = 13;
/// A form with more pieces is none that people made.
constexpr std::size_t most_pieces = 4000;

/// Costs of the scale of `fit`.
constexpr double leaves_in_line = 6;    ///< a line is partly a row's and partly not
constexpr double leaves_in_flow = 2.5;  ///< the next lines are
constexpr double leaves_at_flow = 0.5;  ///< the next column is
constexpr double value_below_header = 2;
constexpr double jump = 2.5;  ///< another row that is not the next
constexpr double jump_in_line = 5;
constexpr double behind = 1;        ///< a column at the left of the same row
constexpr double down = 0.2;        ///< the next row of the same column
constexpr double passed_row = 0.4;  ///< a blank cell
constexpr double cell_above_header = 20;
constexpr double label_as_cell = 6;
constexpr double unusual_label_as_cell = 1.5;
constexpr double repeated_as_cell = 0.4;
constexpr double cut_by_page = 5;
constexpr double goes_on_unknown = 1.5;
constexpr double goes_on_full = 0.2;
constexpr double goes_on_short = 4.5;
constexpr double blank_inside = 4;
constexpr double some_blank = 1;
constexpr double no_name_behind_category = 4;
constexpr double number_without_unit = 1.5;

/// What speaks for or against a piece being a label or a value.
double cost_outside(const DealToken& piece) {
  const std::u32string& text = piece.token.text;
  if (piece.heading || piece.label || is_prose(text)) {
    return 0;
  }
  const WordKind kind = kind_of(text);
  if (kind.compares || kind.target) {
    return 6;
  }
  if (is_amount(text) && (kind.amount || text.size() > 4)) {
    return fit::likely;  // as good as a target
  }
  return kind.percent             ? 1.5
         : kind.number            ? 1
         : piece.repeated         ? 0.3
         : is_digit(text.front()) ? 0.5
         : ends_as_body(text)     ? 0.5
                                  : 1;
}

class Deal {
 public:
  Deal(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
       const DealWidths& widths, std::size_t& budget)
      : tokens_(tokens), roles_(roles), widths_(widths), budget_(budget), columns_(roles.size()) {
    for (const DealToken& piece : tokens) {
      stream_.push_back(piece.token);
    }
    for (const Role role : roles) {
      has_units_ = has_units_ || role == Role::measurement_unit;
      full_.push_back(role == Role::level3 || holds_targets(role));
    }
    for (std::size_t first = 0; first < columns_; ++first) {
      for (std::size_t last = first; last < columns_; ++last) {
        sets_.push_back({first, last});
      }
    }
  }

  std::optional<FormDealt> run() {
    if (tokens_.size() > most_pieces || columns_ == 0 || !forward()) {
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
  /// Behind a token: the column of the last piece, how many rows each column has begun.
  struct State {
    std::size_t set = none;  ///< of columns that stand beside each other here; none: outside
    std::size_t column = none;
    std::vector<std::uint16_t> rows;
    std::vector<std::uint16_t> last;  ///< on the cheapest way here
    friend bool operator<(const State& a, const State& b) {
      return std::tie(a.set, a.column, a.rows) < std::tie(b.set, b.column, b.rows);
    }
  };
  struct Step {
    std::size_t from = 0;
    std::size_t to = 0;
    double cost = 0;
    DealPlace place;
    bool beside = false;  ///< behind another cell of its row
  };
  struct Layer {
    std::vector<State> states;
    std::vector<double> costs;
    std::vector<Step> steps;  ///< from the layer before
  };

  [[nodiscard]] bool fresh_flow(std::size_t i) const {
    return i == 0 || tokens_[i].flow != tokens_[i - 1].flow || tokens_[i].behind_header;
  }

  [[nodiscard]] double fit_alone(std::size_t i, std::size_t c) {
    auto& known = alone_[i];
    if (known.empty()) {
      const CellText text = cell_text(stream_, i, i + 1);
      for (const Role role : roles_) {
        // A target has its unit, where units have no column.
        const bool bare = holds_targets(role) && text.kind.number && !has_units_;
        known.push_back(fit_of(text, role) + (bare ? number_without_unit : 0));
      }
    }
    return known[c];
  }

  /// What it costs that token `i` goes on in the cell of column `c` behind its piece `before`.
  [[nodiscard]] double cost_of_rest(std::size_t before, std::size_t i, std::size_t c) {
    auto& known = rests_[{before, i}];
    if (known.empty()) {
      const std::vector<StreamToken> both{stream_[before], stream_[i]};
      const CellText first = cell_text(both, 0, 1);
      const CellText text = cell_text(both, 0, 2);
      for (const Role role : roles_) {
        known.push_back(std::max(0.0, fit_of(text, role) - fit_of(first, role)));
      }
    }
    double cost = known[c];
    if (!tokens_[i].token.starts_line) {
      const bool parts = blank_parts(stream_[before].text, stream_[i].text);
      return cost + (parts ? blank_inside : 0);
    }
    return cost + (widths_[c] == 0      ? goes_on_unknown
                   : is_full(before, c) ? goes_on_full
                                        : goes_on_short);
  }

  [[nodiscard]] bool is_full(std::size_t i, std::size_t c) const {
    constexpr int letter = 2;
    return width_of(stream_[i].text) + letter >= widths_[c];
  }

  /// What it costs to leave or enter the rows with token `i`.
  [[nodiscard]] double cost_of_zone(std::size_t i, bool was_row, bool is_row) const {
    const DealToken& piece = tokens_[i];
    if (!piece.token.starts_line && i > 0 && !piece.behind_header) {
      return was_row == is_row ? 0 : leaves_in_line;
    }
    if (!is_row && piece.behind_header && !piece.heading && !piece.label) {
      return value_below_header;
    }
    if (was_row == is_row || (is_row && piece.behind_header) || piece.heading || piece.label) {
      return 0;
    }
    return fresh_flow(i) ? leaves_at_flow : leaves_in_flow;
  }

  bool forward() {
    layers_.resize(tokens_.size() + 1);
    State start;
    start.rows.assign(columns_, 0);
    start.last.assign(columns_, 0);
    layers_[0].states.push_back(std::move(start));
    layers_[0].costs.push_back(0);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      found_.clear();
      next_ = &layers_[i + 1];
      for (std::size_t s = 0; s < layers_[i].states.size(); ++s) {
        step(i, s);
        if (budget_ == 0) {
          return false;
        }
      }
      prune(layers_[i + 1]);
      if (layers_[i + 1].states.empty()) {
        return false;
      }
    }
    return true;
  }

  void reach(std::size_t from, double before, double cost, State state, const DealPlace& place,
             bool beside) {
    if (budget_ > 0) {
      --budget_;
    }
    const std::vector<std::uint16_t> last = state.last;
    const auto [at, fresh] = found_.emplace(state, next_->states.size());
    if (fresh) {
      next_->states.push_back(std::move(state));
      next_->costs.push_back(impossible);
    }
    next_->steps.push_back({from, at->second, cost, place, beside});
    if (before + cost < next_->costs[at->second]) {
      next_->costs[at->second] = before + cost;
      next_->states[at->second].last = last;
    }
  }

  void step(std::size_t i, std::size_t s) {
    const State state = layers_[i].states[s];
    const double before = layers_[i].costs[s];
    const DealToken& piece = tokens_[i];
    const bool was_row = state.column != none;
    const bool rest_of_line = !piece.token.starts_line && !was_row && i > 0;
    State outside = state;
    outside.set = none;
    outside.column = none;
    reach(s, before, cost_of_zone(i, was_row, false) + (rest_of_line ? 0 : cost_outside(piece)),
          std::move(outside), {}, false);
    if (piece.heading) {
      return;
    }
    double enters = cost_of_zone(i, was_row, true) + (piece.above_header ? cell_above_header : 0) +
                    (!piece.label                           ? 0
                     : piece.repeated || piece.above_header ? label_as_cell
                                                            : unusual_label_as_cell) +
                    (piece.repeated ? repeated_as_cell : 0);
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
    const State& state = layers_[i].states[s];
    std::size_t row = state.rows[c];
    double cost = enters + fit_alone(i, c);
    cost += tokens_[i].behind_category && roles_[c] != Role::level3 ? no_name_behind_category : 0;
    bool beside = false;
    const bool in_line = !tokens_[i].token.starts_line && !tokens_[i].behind_header;
    const double leap = in_line ? jump_in_line : jump;
    if (state.set != set) {
      cost += state.set == none || fresh_flow(i) ? 0 : leap;
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
    if (cost > most_dearer) {
      return;
    }
    State next = state;
    next.set = set;
    next.column = c;
    next.rows[c] = static_cast<std::uint16_t>(row + 1);
    next.last[c] = static_cast<std::uint16_t>(i + 1);
    reach(s, before, cost, std::move(next), {row, c}, beside);
  }

  void go_on(std::size_t i, std::size_t s, std::size_t c, double before, double enters) {
    const State& state = layers_[i].states[s];
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
    const double cost = enters + cost_of_rest(last, i, c) + (next_to ? 0 : 0.5) +
                        (tokens_[last].flow != tokens_[i].flow ? 1 : 0);
    if (cost > most_dearer) {
      return;
    }
    State next = state;
    if (state.set == none) {
      next.set = c * columns_ - c * (c - 1) / 2;  // the column alone
    }
    next.column = c;
    next.last[c] = static_cast<std::uint16_t>(i + 1);
    reach(s, before, cost, std::move(next), {state.rows[c] - 1U, c}, false);
  }

  /// Keeps the cheapest states of a layer.
  void prune(Layer& layer) const {
    // Some of each set: which columns stand beside each other shows later.
    std::vector<std::vector<double>> sorted(sets_.size() + 1);
    double least = impossible;
    for (std::size_t i = 0; i < layer.states.size(); ++i) {
      sorted[std::min(layer.states[i].set, sets_.size())].push_back(layer.costs[i]);
      least = std::min(least, layer.costs[i]);
    }
    std::vector<double> most(sets_.size() + 1, least + most_dearer);
    for (std::size_t set = 0; set < sorted.size(); ++set) {
      if (sorted[set].size() > most_kept) {
        const auto nth = sorted[set].begin() + static_cast<std::ptrdiff_t>(most_kept);
        std::nth_element(sorted[set].begin(), nth, sorted[set].end());
        most[set] = std::min(most[set], *nth);
      }
    }
    std::vector<std::size_t> moved(layer.states.size(), none);
    Layer kept;
    for (std::size_t s = 0; s < layer.states.size(); ++s) {
      if (layer.costs[s] <= most[std::min(layer.states[s].set, sets_.size())]) {
        moved[s] = kept.states.size();
        kept.states.push_back(std::move(layer.states[s]));
        kept.costs.push_back(layer.costs[s]);
      }
    }
    for (Step& one : layer.steps) {
      if (moved[one.to] != none) {
        one.to = moved[one.to];
        kept.steps.push_back(one);
      }
    }
    layer = std::move(kept);
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
    double cost = 0;
    for (std::size_t c = 0; c < columns_; ++c) {
      if (state.rows[c] > rows) {
        return impossible;
      }
      cost += state.rows[c] != rows && state.rows[c] != 0 ? some_blank : 0;
    }
    return cost;
  }

  std::optional<FormDealt> answer() {
    // What is ahead of each state costs.
    const std::size_t n = tokens_.size();
    std::vector<std::vector<double>> ahead(n + 1);
    for (const State& state : layers_[n].states) {
      ahead[n].push_back(cost_of_end(state));
    }
    for (std::size_t i = n; i > 0; --i) {
      ahead[i - 1].assign(layers_[i - 1].states.size(), impossible);
      for (const Step& one : layers_[i].steps) {
        double& known = ahead[i - 1][one.from];
        known = std::min(known, one.cost + ahead[i][one.to]);
      }
    }
    const double least = ahead[0][0];
    if (least == impossible) {
      return std::nullopt;
    }
    FormDealt out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const Step* best = nullptr;
      double cost = impossible;
      for (const Step& one : layers_[i + 1].steps) {
        if (one.from == at && one.cost + ahead[i + 1][one.to] < cost) {
          cost = one.cost + ahead[i + 1][one.to];
          best = &one;
        }
      }
      out.places.push_back(best->place);
      beside_.push_back(best->beside);
      at = best->to;
    }
    const State& end = layers_[n].states[at];
    for (std::size_t c = 0; c < columns_; ++c) {
      out.rows = full_[c] ? end.rows[c] : out.rows;
    }
    out.doubtful.assign(out.rows, false);
    for (std::size_t i = 0; i < n; ++i) {
      for (const Step& one : layers_[i + 1].steps) {
        const DealPlace& place = out.places[i];
        if ((one.place.column != place.column || one.place.row != place.row) &&
            layers_[i].costs[one.from] + one.cost + ahead[i + 1][one.to] < least + margin) {
          if (place.column == none) {
            out.labels_doubtful = true;
          } else {
            out.doubtful[place.row] = true;
          }
        }
      }
    }
    return place_blanks(out) && agrees(out) ? std::optional(std::move(out)) : std::nullopt;
  }

  /// Whether rows say what rows can: a name of some letters; beside ≥ a number, and beside a number
  /// its unit, where they have columns; none beside words.
  [[nodiscard]] bool agrees(const FormDealt& out) const {
    struct Row {
      std::u32string name, target, comparator, unit;
    };
    std::vector<Row> rows(out.rows);
    bool has_comparators = false;
    std::u32string others;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const DealPlace& place = out.places[i];
      if (place.column == none) {
        continue;
      }
      const Role role = roles_[place.column];
      const std::u32string& text = tokens_[i].token.text;
      has_comparators = has_comparators || role == Role::comparator;
      Row& row = rows[place.row];
      (role == Role::level3             ? row.name
       : holds_targets(role)            ? row.target
       : role == Role::comparator       ? row.comparator
       : role == Role::measurement_unit ? row.unit
                                        : others) += text;
    }
    return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
      const bool number = !row.target.empty() && is_digit(row.target.front()) &&
                          row.target.find_first_of(U"年月日") == row.target.npos;
      const bool compares = !row.comparator.empty() &&
                            comparator_signs.find(row.comparator.front()) != comparator_signs.npos;
      const bool units = !has_units_ || number == !row.unit.empty();
      return row.name.size() > 1 && units && (!compares || number) &&
             (!number || !has_comparators || compares);
    });
  }

  /// Columns with blank cells that stand by themselves: units and comparators stand beside numbers.
  bool place_blanks(FormDealt& out) const {
    std::vector<bool> counted(out.rows, false);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const DealPlace& place = out.places[i];
      if (place.column != none && holds_targets(roles_[place.column])) {
        const WordKind kind = kind_of(tokens_[i].token.text);
        counted[place.row] = counted[place.row] || kind.number || kind.target;
      }
    }
    const auto numbers = static_cast<std::size_t>(std::count(counted.begin(), counted.end(), true));
    for (std::size_t c = 0; c < columns_; ++c) {
      std::size_t cells = 0;
      bool beside = true;
      std::size_t last = none;
      for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (out.places[i].column == c && out.places[i].row != last) {
          last = out.places[i].row;
          beside = beside && beside_[i];
          ++cells;
        }
      }
      if (full_[c] || cells == out.rows || cells == 0 || beside) {
        continue;
      }
      const bool of_numbers = roles_[c] == Role::measurement_unit || roles_[c] == Role::comparator;
      if (!of_numbers || cells != numbers) {
        return false;
      }
      std::vector<std::size_t> rows;
      for (std::size_t r = 0; r < out.rows; ++r) {
        if (counted[r]) {
          rows.push_back(r);
        }
      }
      last = none;
      std::size_t next = 0;
      for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (out.places[i].column == c) {
          next += last != none && out.places[i].row != last ? 1U : 0U;
          last = out.places[i].row;
          out.places[i].row = rows[next];
        }
      }
    }
    return true;
  }

  const std::vector<DealToken>& tokens_;
  const std::vector<Role>& roles_;
  const DealWidths& widths_;
  std::size_t& budget_;
  std::size_t columns_;
  std::vector<StreamToken> stream_;
  std::vector<Set> sets_;
  bool has_units_ = false;
  std::vector<bool> full_;  ///< columns without blank cells
  std::vector<Layer> layers_;
  Layer* next_ = nullptr;
  std::map<State, std::size_t> found_;  ///< in the next layer
  std::map<std::size_t, std::vector<double>> alone_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<double>> rests_;
  std::vector<bool> beside_;
};

}  // namespace

std::optional<FormDealt> deal_form(const std::vector<DealToken>& tokens,
                                   const std::vector<Role>& roles, const DealWidths& widths,
                                   std::size_t& budget) {
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
