#pragma once

/// The ways to deal a form's pieces that are looked at, piece by piece, and the cheapest of them.

#include "import/stream/form_pieces.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace budgetdiff::import {

/// A table with more columns, without those of categories, is none that people made.
inline constexpr std::size_t most_deal_columns = 12;

/// Behind a token: the column of the last piece, how many rows each column has begun.
struct DealState {
  static constexpr std::size_t none = DealPlace::outside;
  std::size_t set = none;  ///< of columns that stand beside each other here; none: outside
  std::size_t column = none;
  std::array<std::uint16_t, most_deal_columns> rows{};
  /// How many numbers have begun that have no unit yet, and no comparator; less than none where
  /// more of these have.
  int without_unit = 0;
  int without_sign = 0;
  std::array<std::uint16_t, most_deal_columns> last{};  ///< on the cheapest way here
  friend bool operator==(const DealState& a, const DealState& b) {
    return a.set == b.set && a.column == b.column && a.rows == b.rows &&
           a.without_unit == b.without_unit && a.without_sign == b.without_sign;
  }
};

struct DealStateHash {
  std::size_t operator()(const DealState& state) const {
    std::size_t out = state.set * 31 + state.column;
    out = out * 31 + static_cast<std::size_t>(state.without_unit);
    out = out * 31 + static_cast<std::size_t>(state.without_sign);
    for (const std::uint16_t rows : state.rows) {
      out = out * 1'000'003 + rows;
    }
    return out;
  }
};

/// From a state behind a token to one behind the next.
struct DealStep {
  std::size_t from = 0;
  std::size_t to = 0;
  double cost = 0;
  DealPlace place;
  bool beside = false;  ///< behind another cell of its row
};

/// What may be behind a token.
struct DealLayer {
  std::vector<DealState> states;
  std::vector<double> costs;
  std::vector<DealStep> steps;  ///< from the layer before
};

/// All that may be behind each token, as far as it is not much dearer than the best.
/// REQUIRES: `budget` outlives it
class DealWays {
 public:
  static constexpr double impossible = std::numeric_limits<double>::infinity();
  /// How much dearer than the best ways those are at most that are kept.
  static constexpr double most_dearer = 13;

  /// For so many tokens and sets of neighbouring columns. `budget` is what may be looked at.
  DealWays(std::size_t tokens, std::size_t sets, std::size_t& budget);

  /// What may be behind the first `count` tokens.
  [[nodiscard]] const DealLayer& behind(std::size_t count) const { return layers_[count]; }

  /// The states there, the cheapest first.
  [[nodiscard]] std::vector<std::size_t> by_cost(std::size_t count) const;

  /// Begins the layer behind the first `count` tokens. REQUIRES: count > 0
  void begin(std::size_t count);

  /// Whether a way of that cost to the layer that was begun is much dearer than another one.
  [[nodiscard]] bool too_dear(double cost) const { return cost > least_ + most_dearer; }

  /// A way from state `from` of the layer before, which costs `before`, to a state of the layer
  /// that was begun; nothing where it is too dear.
  void reach(std::size_t from, double before, double cost, DealState state, const DealPlace& place,
             bool beside);

  [[nodiscard]] bool used_up() const { return budget_ == 0; }

  /// Keeps the cheapest states of the layer that was begun; false where there are none.
  [[nodiscard]] bool keep_cheapest();

  /// Of each state of each layer what is ahead of it costs, where the last ones cost `ends`.
  [[nodiscard]] std::vector<std::vector<double>> ahead(std::vector<double> ends) const;

  /// The steps of the cheapest way. REQUIRES: `ahead` of this, with a way that is possible
  [[nodiscard]] std::vector<DealStep> cheapest(const std::vector<std::vector<double>>& ahead) const;

 private:
  std::size_t sets_;
  std::size_t kept_;  ///< ways of each
  std::size_t& budget_;
  std::vector<DealLayer> layers_;
  DealLayer* next_ = nullptr;
  double least_ = impossible;  ///< of what was reached in the next layer
  std::unordered_map<DealState, std::size_t, DealStateHash> found_;  ///< in the next layer
};

}  // namespace budgetdiff::import
