#pragma once

/// The labels of a form and their values, in text that gives the labels at its left by
/// themselves, before the values (`pdftotext` without an option).

#include "import/paste/pasted_rows.hpp"
#include "import/stream/form_items.hpp"
#include "import/stream/tokens.hpp"
#include "import/table/grid.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// What becomes of a form whose values do not all go to labels.
enum class LeftOver {
  refuses,
  is_doubt,  ///< each value is a doubt
};

struct FormLabels {
  std::vector<StreamToken> heading;  ///< titles, whose it is, the unit of money
  std::vector<PastedRow> rows;       ///< a label and its value; of blank ones only some units
  bool apart = false;                ///< some labels stood before all values
  std::vector<Place> doubts;         ///< of values that may be another label's
};

/// What stands above the indicators of one form, as rows of labels and values. Labels that follow
/// one another without a blank line (the left column) wait for values of their kind, in their
/// order: an amount for money, prose for a goal, a name for the name. Values behind labels of
/// their own line or the ones before are those labels'; prose goes on in the goal before it, or
/// stands above the label that is beside its middle. `repeated` tells lines that other forms have
/// as well: labels that nobody knows. Blank cells leave no trace: where there are fewer amounts
/// than labels of money, which are blank is a guess. Nothing where a value is left over or the
/// project has no name; of those left over the second as `left_over` says. `budget`:
/// search_labels(). Cost: the tokens times the square of the labels.
[[nodiscard]] std::optional<FormLabels> form_labels(const std::vector<Line>& lines,
                                                    const std::vector<StreamToken>& tokens,
                                                    const std::vector<StreamToken>& late,
                                                    const RepeatedWords& repeated,
                                                    std::size_t& budget,
                                                    LeftOver left_over = LeftOver::refuses);

/// A grid of two columns: a label and its value a row. Nothing where there are none.
[[nodiscard]] std::optional<Grid> grid_of_labels(const FormLabels& labels);

}  // namespace budgetdiff::import
