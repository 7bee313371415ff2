#pragma once

/// What speaks for and against some neighbouring tokens being one cell of a column.

#include "import/stream/cell_text.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// What the cells that are thought to be a column's are like.
struct ColumnFacts {
  std::vector<double> full;  ///< widths of lines that another one follows, in halves of a letter
  std::vector<double> last;  ///< and of the others
  std::map<std::u32string, std::size_t> words;  ///< how often a text stands there
  std::size_t cells = 0;
};

/// Costs of the scale of `fit`.
/// Threads: const calls are safe concurrently.
class CellCosts {
 public:
  CellCosts(const std::vector<StreamToken>& tokens, const std::vector<Role>& roles);

  /// Cells of a role have so many tokens at most.
  [[nodiscard]] static std::size_t most_tokens_of(Role role);

  /// The cost of tokens [from, to) as a cell of a column.
  /// REQUIRES: from < to, and to - from at most most_tokens_of(the column's role)
  [[nodiscard]] double of(std::size_t from, std::size_t to, std::size_t column) const;

  /// Adds a cell [from, to) of a column to what is known of it.
  void measure(std::size_t from, std::size_t to, ColumnFacts& facts) const;

  /// Learns what the columns of a table with so many rows are like: how wide (where a cell goes
  /// on in a next line, the line before was full), how often blank, which words stand in one
  /// that has few.
  void learn(const std::vector<ColumnFacts>& facts, std::size_t rows);

  /// What it costs that a column has no cell, as far as that has been learned.
  [[nodiscard]] double blank(std::size_t column) const { return blanks_[column]; }

 private:
  [[nodiscard]] double of_break(std::size_t at, double line, std::size_t column) const;
  [[nodiscard]] double line_before(std::size_t at, std::size_t from) const;
  void sum_breaks();
  void learn_words(std::size_t column, const ColumnFacts& facts);

  const std::vector<StreamToken>& tokens_;
  std::size_t size_;
  const std::vector<Role>& roles_;
  std::vector<CellText> pieces_;  ///< of up to `cached` tokens from each on
  std::vector<double> widths_;    ///< of each column in halves of a letter; 0: unknown
  std::vector<double> blanks_;    ///< what it costs that there is no cell
  std::vector<double> filled_;    ///< and what, that there is one
  std::map<std::u32string, std::size_t> words_;  ///< that one column only has, and which
  std::vector<bool> has_words_;
  bool has_units_ = false;                   ///< of measurement have a column of their own
  std::vector<double> least_widths_;         ///< where that is unknown; 0: nor this
  std::vector<double> widest_;               ///< of the cells of one line, but for one
  std::vector<std::size_t> line_;            ///< where the line of each token begins
  std::vector<std::vector<double>> breaks_;  ///< costs of the breaks up to each token, by column
};

}  // namespace budgetdiff::import
