#include "import/spread/list_deal.hpp"

#include "import/spread/list_costs.hpp"
#include "import/spread/list_state.hpp"
#include "import/spread/list_texts.hpp"
#include "import/spread/list_widths.hpp"
#include "import/stream/line_room.hpp"
#include "import/stream/value_text.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
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

constexpr double no_cell = 7;  ///< of the scale of `fit`

class Deal {
 public:
  Deal(const std::vector<ListPiece>& pieces, const std::vector<Role>& roles,
       const ListWidths& widths, const ListKnown& known)
      : pieces_(pieces),
        roles_(roles),
        texts_(roles, pieces, known.department, known.explaining),
        columns_(roles, known),
        costs_(pieces, roles, widths, columns_, texts_),
        kept_(std::clamp(most_ways / std::max<std::size_t>(pieces.size(), 1), least_kept,
                         known.last_reading ? most_kept : kept_at_first)) {}

  std::vector<ListPlace> run() {
    ListState first;
    first.text.fill(no_list_text);
    now_ = {first};
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      step(i);
    }
    std::size_t best = 0;
    for (std::size_t s = 0; s < now_.size(); ++s) {
      now_[s].cost += costs_.of_end(now_[s]);
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
    const NextPiece next{i, texts_.begin(piece.token), printed_width(piece.token.text), new_page,
                         flow_begins_};
    next_.clear();
    found_.clear();
    least_ = std::numeric_limits<double>::infinity();
    for (std::size_t s = 0; s < now_.size(); ++s) {
      ListState state = now_[s];
      state.from = static_cast<std::uint32_t>(s);
      if (new_page) {
        state.cost += costs_.of_page(state);
        state.rows.fill(0);
        state.numbers = 0;
      }
      if (new_flow) {
        state.set = 0;
        state.of_rows = -1;
        state.of_projects = -1;
        state.goal_line = 0;
        state.goal_lines.fill(no_goal_line);
      }
      if (state.cost > least_ + most_dearer) {
        continue;
      }
      {
        ListState skipped = state;
        skipped.cost += no_cell;
        skipped.place = {};
        reach(skipped);
      }
      for (std::size_t c = 0; c < roles_.size(); ++c) {
        const double moved = state.cost + costs_.of_column(state, i, c);
        if (moved > least_ + most_dearer) {
          continue;
        }
        begin_cell(state, next, c, moved);
        if (state.text[c] != no_list_text && roles_[c] != Role::money) {
          go_on(state, next, c, moved);
        }
      }
    }
    keep_cheapest();
    std::vector<std::uint32_t> from;
    std::vector<ListPlace> places;
    for (const ListState& state : next_) {
      from.push_back(state.from);
      places.push_back(state.place);
    }
    from_.push_back(std::move(from));
    places_.push_back(std::move(places));
    now_.swap(next_);
  }

  void begin_cell(const ListState& state, const NextPiece& piece, std::size_t c, double moved) {
    const double cost = costs_.of_beginning(state, piece, c, moved);
    if (cost > least_ + most_dearer) {
      return;
    }
    ListState out = state;
    out.cost = cost;
    out.text[c] = piece.text;
    out.width[c] = static_cast<std::int16_t>(piece.width);
    out.first[c] = line_of(piece);
    out.before[c] = state.last[c];
    out.last[c] = out.first[c];
    out.rows[c] = static_cast<std::uint8_t>(std::min(250, out.rows[c] + 1));
    if (columns_.unit != ListPlace::none) {
      const bool number = c == columns_.target && texts_.is_bare_number(piece.text);
      out.numbers = static_cast<std::int8_t>(
          std::clamp(out.numbers + (number ? 1 : 0) - (c == columns_.unit ? 1 : 0), -100, 100));
    }
    settle(out, c, true);
  }

  void go_on(const ListState& state, const NextPiece& piece, std::size_t c, double moved) {
    const int text = texts_.go_on(state.text[c], piece.text, c);
    const GoesOn more = costs_.of_going_on(state, piece, c, text, moved);
    if (more.cost > least_ + most_dearer) {
      return;
    }
    const bool same_line =
        !pieces_[piece.number].token.starts_line && static_cast<std::size_t>(state.column) == c;
    ListState out = state;
    out.cost = more.cost;
    out.text[c] = text;
    out.width[c] = static_cast<std::int16_t>(
        same_line || more.parted ? out.width[c] + 1 + piece.width : piece.width);
    out.before[c] = same_line ? out.before[c] : state.last[c];
    out.last[c] = line_of(piece);
    settle(out, c, false);
  }

  [[nodiscard]] std::uint32_t line_of(const NextPiece& piece) const {
    return static_cast<std::uint32_t>(pieces_[piece.number].token.line);
  }

  void settle(ListState& state, std::size_t c, bool begins) {
    if (is_goal(roles_[c]) && state.goal_line < no_goal_line - 1) {
      ++state.goal_line;
    }
    state.goal_lines[c] = state.goal_line;
    state.set |= ColumnMask{1} << c;
    state.column = static_cast<std::int8_t>(c);
    if (columns_.groups[c] == ListGroup::row) {
      state.of_rows = state.column;
    } else if (columns_.groups[c] == ListGroup::project) {
      state.of_projects = state.column;
    }
    state.place = {c, begins};
    reach(state);
  }

  void reach(const ListState& state) {
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
    const auto cheaper = [](const ListState& a, const ListState& b) { return a.cost < b.cost; };
    if (next_.size() > kept_) {
      std::nth_element(next_.begin(), next_.begin() + static_cast<std::ptrdiff_t>(kept_),
                       next_.end(), cheaper);
      next_.resize(kept_);
    }
    std::sort(next_.begin(), next_.end(), cheaper);
  }

  const std::vector<ListPiece>& pieces_;
  const std::vector<Role>& roles_;
  ListTexts texts_;
  ListColumns columns_;
  ListCosts costs_;
  std::size_t kept_;
  std::vector<ListState> now_;
  std::vector<ListState> next_;
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
