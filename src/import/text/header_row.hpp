#pragma once

/// Finds the header row of a table, whose words may be broken over lines.

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// A column of the header.
struct HeaderColumn {
  Role role = Role::none;
  std::string key;  ///< of a money column: a documented key, else the published words
  int left = -1;    ///< columns of its words in their line; -1 where broken over lines
  int right = -1;   ///< one past the end
};

struct HeaderRow {
  std::size_t lines = 0;  ///< how many lines it takes
  std::vector<HeaderColumn> columns;
  std::string money_unit;   ///< where the header names one, else ""
  std::u32string spelling;  ///< without white space, to know its repetitions

  /// The columns of money, in order.
  [[nodiscard]] std::vector<HeaderColumn> money() const;
};

/// The header row that begins at `at`, if one does: a name, at least one amount
/// and the indicators (or the goal), in words of the vocabulary.
[[nodiscard]] std::optional<HeaderRow> header_row_at(const std::vector<Line>& lines,
                                                     std::size_t at);

}  // namespace budgetdiff::import
