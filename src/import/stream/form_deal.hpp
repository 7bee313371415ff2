#pragma once

/// The cells of one form's indicators, in text that gives its columns, or parts of them, in any
/// order, with the form's labels and values between them.
///
/// What `pdftotext` keeps is the order within a column: the third name belongs to the third
/// target, wherever the two stand. So every piece of text is a label's or value's, begins the next
/// cell of a column, or goes on in its last one; what it says, which columns stand beside each
/// other where it stands, how wide columns are, and that there are as many targets as names decide.

#include "import/stream/form_pieces.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// Ways that may be looked at in a document: some seconds.
inline constexpr std::size_t most_deal_ways = 20'000'000;

/// The cheapest way with as many targets of each kind as names. Where these leave a number without
/// its unit or comparator, or do not say which cells of a column are blank, all rows are doubtful:
/// a piece is another cell's. Without such a way no row is known, and the pieces outside are those
/// of the cheapest one. Nothing where `budget`, what may be looked at, is used up.
/// Cost: the tokens times the columns times the ways that are kept (some hundreds).
[[nodiscard]] std::optional<FormDealt> deal_form(const std::vector<DealToken>& tokens,
                                                 const std::vector<Role>& roles,
                                                 const DealWidths& widths, std::size_t& budget);

/// How wide the columns are in what was dealt; keeps what is known to be wider.
void measure_dealt(const std::vector<DealToken>& tokens, const FormDealt& dealt,
                   DealWidths& widths);

}  // namespace budgetdiff::import
