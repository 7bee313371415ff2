#pragma once

/// The cells of one form's indicators, in text that gives its columns, or parts of them, in any
/// order, with the form's labels and values between them.
///
/// What `pdftotext` keeps is the order within a column: the third name belongs to the third
/// target, wherever the two stand. So every piece of text is a label's or value's, begins the next
/// cell of a column, or goes on in its last one; what it says, which columns stand beside each
/// other where it stands, how wide columns are, and that there are as many targets as names decide.

#include "import/stream/tokens.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// A piece of text of a form.
struct DealToken {
  StreamToken token;
  std::size_t flow = 0;  ///< pieces of one follow one another on the page: no blank line between
  int page = 0;
  bool heading = false;          ///< what pages repeat above their table: no cell
  bool label = false;            ///< a known label
  bool repeated = false;         ///< the document's other forms have it as well
  bool above_header = false;     ///< no words of the header stand before it
  bool behind_category = false;  ///< in its line: the name of an indicator
  bool behind_header = false;    ///< words of the header stood before it in its flow
};

/// Of each column how wide its widest line is, in halves of a letter; 0: unknown. Only lines as
/// wide as that go on in another one.
using DealWidths = std::vector<int>;

struct DealPlace {
  static constexpr std::size_t outside = static_cast<std::size_t>(-1);
  std::size_t row = outside;
  std::size_t column = outside;  ///< outside: a label or a value
};

struct FormDealt {
  std::vector<DealPlace> places;  ///< of each token
  std::size_t rows = 0;
  std::vector<bool> doubtful;    ///< rows that another way, hardly dearer, gives other pieces
  bool labels_doubtful = false;  ///< and pieces that are no row's then
};

/// Ways that may be looked at in a document: some seconds.
inline constexpr std::size_t most_deal_ways = 5'000'000;

/// The cheapest way, where there are as many targets of each kind as names. Nothing where there is
/// none, or where `budget`, what may be looked at in all forms of a document, is used up.
/// Cost: the tokens times the columns times the ways that are kept (some hundreds).
[[nodiscard]] std::optional<FormDealt> deal_form(const std::vector<DealToken>& tokens,
                                                 const std::vector<Role>& roles,
                                                 const DealWidths& widths, std::size_t& budget);

/// How wide the columns are in what was dealt; keeps what is known to be wider.
void measure_dealt(const std::vector<DealToken>& tokens, const FormDealt& dealt,
                   DealWidths& widths);

}  // namespace budgetdiff::import
