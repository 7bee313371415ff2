#pragma once

/// The cheapest way to cut a table's tokens into cells and to deal these to rows and columns.

#include "import/stream/cell_costs.hpp"
#include "import/stream/stream_sense.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace budgetdiff::import {

/// The rows of one table: each begins a line, has a name and a target, and its cells stand in
/// the order of the columns. Blank cells leave no trace. `tokens` and `roles` must outlive it.
/// Threads: const calls are safe concurrently.
class RowSearch {
 public:
  RowSearch(const std::vector<StreamToken>& tokens, const std::vector<Role>& roles);

  struct Found {
    std::vector<StreamPlace> places;  ///< of each token
    std::vector<bool> doubtful;       ///< rows that lack name or target, or hold what fits nowhere
    std::vector<bool> close;          ///< rows that another reading, hardly dearer, parts otherwise
  };

  /// The cheapest rows.
  [[nodiscard]] Found run() const;

  /// Adds to `facts` what the columns of these are like; how many rows there are.
  std::size_t measure(std::vector<ColumnFacts>& facts) const;

  /// What columns are like counts from now on.
  void learn(const std::vector<ColumnFacts>& facts, std::size_t rows) { costs_.learn(facts, rows); }

 private:
  /// A cell that was cut out of the tokens [from, to).
  struct Cut {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t column = 0;
    bool begins_row = false;
    bool missing = false;  ///< the row so far has no name or no target
  };

  /// The cheapest way to a cell that ends at a token.
  struct Step {
    double cost = std::numeric_limits<double>::infinity();
    std::uint32_t from = 0;          ///< where that cell begins
    std::uint32_t state_before = 0;  ///< of the cell before it
    bool begins_row = false;
  };

  [[nodiscard]] std::size_t bits_of(std::size_t column, std::size_t from, std::size_t to) const;
  /// What it costs that a row begins with a column.
  [[nodiscard]] double start_cost(std::size_t column, bool first) const;
  [[nodiscard]] double end_cost(std::size_t state) const;
  [[nodiscard]] std::vector<double> end_costs() const;
  [[nodiscard]] double begin_cost(std::size_t i, std::size_t column) const;
  /// The cheapest way to each state behind each token.
  [[nodiscard]] std::vector<Step> forward() const;
  /// The cells of column `c` that begin with token `i`.
  void enter(std::size_t i, std::size_t c, const std::array<Step, 4>& entered,
             std::vector<Step>& steps) const;
  /// What the cheapest way from each state behind each token to the end costs.
  [[nodiscard]] std::vector<double> backward() const;
  /// The cheapest cells of column `c` that begin with token `i`, by what the row has before.
  [[nodiscard]] std::array<double, 4> cells_ahead(std::size_t i, std::size_t c,
                                                  const std::vector<double>& rest) const;
  /// The tokens behind which another reading, that costs hardly more, ends a cell of another
  /// column, or one where the cheapest ends none.
  [[nodiscard]] std::vector<bool> close_tokens(const std::vector<Step>& steps,
                                               const std::vector<Cut>& cells) const;
  [[nodiscard]] std::vector<Cut> cut(const std::vector<Step>& steps) const;

  const std::vector<StreamToken>& tokens_;
  const std::vector<Role>& roles_;
  std::size_t size_;
  CellCosts costs_;
  std::size_t levels_ = 0;  ///< first column of an indicator
  std::size_t name_ = 0;    ///< column of the project's name
  std::vector<bool> sums_;
  std::vector<bool> starts_line_;
};

}  // namespace budgetdiff::import
