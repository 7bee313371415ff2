#pragma once

/// The ways to deal a form's pieces that are looked at, piece by piece, and the cheapest of them.

#include "import/stream/form_pieces.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <tuple>
#include <vector>

namespace budgetdiff::import {

/// Behind a token: the column of the last piece, how many rows each column has begun.
struct DealState {
  static constexpr std::size_t none = DealPlace::outside;
  std::size_t set = none;  ///< of columns that stand beside each other here; none: outside
  std::size_t column = none;
  std::vector<std::uint16_t> rows;
  std::vector<std::uint16_t> last;  ///< on the cheapest way here
  friend bool operator<(const DealState& a, const DealState& b) {
    return std::tie(a.set, a.column, a.rows) < std::tie(b.set, b.column, b.rows);
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

  /// For so many tokens, columns and sets of neighbouring columns. `budget` is what may be looked
  /// at.
  DealWays(std::size_t tokens, std::size_t columns, std::size_t sets, std::size_t& budget);

  /// What may be behind the first `count` tokens.
  [[nodiscard]] const DealLayer& behind(std::size_t count) const { return layers_[count]; }

  /// Begins the layer behind the first `count` tokens. REQUIRES: count > 0
  void begin(std::size_t count);

  /// A way from state `from` of the layer before, which costs `before`, to a state of the layer
  /// that was begun.
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
  std::size_t& budget_;
  std::vector<DealLayer> layers_;
  DealLayer* next_ = nullptr;
  std::map<DealState, std::size_t> found_;  ///< in the next layer
};

}  // namespace budgetdiff::import
