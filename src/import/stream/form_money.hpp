#pragma once

/// The amounts of a form, in text that gives them apart from their labels.

#include "import/paste/pasted_rows.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <optional>
#include <vector>

namespace budgetdiff::import {

struct FormMoney {
  std::vector<PastedRow> rows;    ///< a label of money and its amount
  std::vector<Place> doubts;      ///< of amounts that may be another label's
  std::vector<StreamToken> rest;  ///< what is neither
};

/// Deals amounts to labels of money in their order: the third amount is no earlier label's than
/// the second. Where there are fewer than labels, what stands beside its label, and parts that add
/// up to the whole, decide. Nothing where amounts are more than labels.
[[nodiscard]] std::optional<FormMoney> form_money(const std::vector<Line>& lines,
                                                  const std::vector<StreamToken>& tokens);

}  // namespace budgetdiff::import
