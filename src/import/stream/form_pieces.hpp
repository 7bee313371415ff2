#pragma once

/// The pieces of a form's text that gives columns in any order, and the cells they are dealt to.

#include "import/stream/tokens.hpp"

#include <cstddef>
#include <cstdint>
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
  bool behind_label = false;     ///< of something that is one word or a name, just before
  bool behind_header = false;    ///< words of the header stood before it in its flow
  /// The column whose word stands above it in its flow, the only one there.
  std::size_t headed = static_cast<std::size_t>(-1);
  /// A bit for each column whose word stands above its cells further below on the page.
  std::uint32_t headed_below = 0;
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
  std::size_t rows = 0;           ///< 0: names and targets are not as many, and no row is known
  bool agrees = true;          ///< numbers have their units and comparators, blank cells their rows
  std::vector<bool> doubtful;  ///< rows that another way, hardly dearer, gives other pieces
  bool labels_doubtful = false;  ///< and pieces that are no row's then
};

}  // namespace budgetdiff::import
