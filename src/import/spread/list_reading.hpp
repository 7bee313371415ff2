#pragma once

/// A list's text, read: its pieces dealt to columns (list_deal.hpp), rows by the order within these
/// (list_rows.hpp), projects and categories over them (list_spans.hpp), amounts (list_money.hpp).

#include "import/spread/list_money.hpp"
#include "import/spread/list_pieces.hpp"
#include "import/spread/list_rows.hpp"
#include "import/spread/list_spans.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

struct ListReading {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  ListText text;
  std::vector<Role> roles;          ///< of the columns that are dealt: those of money are one
  std::vector<std::size_t> merged;  ///< of the header's columns, those
  std::vector<std::size_t> money;   ///< columns of money of the header
  ListRows rows;
  SpanAnswer spans;
  ListMoney amounts;  ///< positions are of `text.pieces`

  /// The first dealt column of a role, or `none`.
  [[nodiscard]] std::size_t column_of(Role role) const;
  /// The column of the goal, of the year's where there is no other.
  [[nodiscard]] std::size_t goal_column() const;
  [[nodiscard]] std::u32string text_of(const ListCell& cell) const;
};

/// Nothing where columns have too many cells, or too few.
[[nodiscard]] std::optional<ListReading> read_list(ListText text);

}  // namespace budgetdiff::import
