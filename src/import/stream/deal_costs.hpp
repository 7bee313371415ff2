#pragma once

/// What speaks for and against a piece of a form's text beginning a cell, going on in one, or being
/// a label or a value.

#include "import/stream/form_pieces.hpp"
#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// Costs of the scale of `fit`, of what the pieces say, how wide columns are, and what stands
/// before a piece in its line and on its page. Those of texts are found once.
/// REQUIRES: what it is made of outlives it
/// Threads: of one at a time.
class DealCosts {
 public:
  /// `widths` has a width for each of the roles.
  DealCosts(const std::vector<DealToken>& tokens, const std::vector<Role>& roles,
            const DealWidths& widths);

  /// Whether piece `i` begins anew on its page: behind a blank line, or words of the header.
  [[nodiscard]] bool fresh_flow(std::size_t i) const;

  /// What it costs that piece `i` is a label or a value, behind a piece of a row or another one.
  [[nodiscard]] double of_outside(std::size_t i, bool was_row) const;

  /// What it costs that piece `i` is a row's, whichever column's.
  [[nodiscard]] double of_entering(std::size_t i, bool was_row) const;

  /// What it costs that piece `i` stands in column `c`, as far as words of the header stand right
  /// above its column or another one.
  [[nodiscard]] double of_head(std::size_t i, std::size_t c) const;

  /// What it costs that the text of piece `i` stands in column `c`.
  [[nodiscard]] double of_text(std::size_t i, std::size_t c);

  /// What it costs that piece `i` goes on in the cell of column `c` behind its piece `before`.
  [[nodiscard]] double of_rest(std::size_t before, std::size_t i, std::size_t c);

 private:
  [[nodiscard]] double of_zone(std::size_t i, bool was_row, bool is_row) const;
  [[nodiscard]] bool is_full(std::size_t i, std::size_t c) const;

  const std::vector<DealToken>& tokens_;
  const std::vector<Role>& roles_;
  const DealWidths& widths_;
  std::vector<StreamToken> stream_;
  bool has_units_ = false;
  std::map<std::size_t, std::vector<double>> alone_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<double>> rests_;
};

}  // namespace budgetdiff::import
