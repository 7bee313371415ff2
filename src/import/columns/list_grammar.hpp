#pragma once

/// How well pieces of text follow one another as lists of indicators in one cell (see
/// text/indicator_list.hpp for the grammar).

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// Where in the grammar a text stands.
struct ListGrammar {
  enum class Phase { start, level1, level2, name, value, done };
  Phase phase = Phase::start;
  int number = 0;           ///< of the item
  int targets = 0;          ///< keywords of the item so far
  int usual = 0;            ///< those that the first item has
  bool quantity = false;    ///< the value begins with a comparator or a digit
  bool quantities = false;  ///< so did the item's first value
  bool parted = false;      ///< a semicolon stood in the value, which is a keyword's
  std::u32string first;     ///< the item's first value
  std::u32string value;     ///< the value so far
  int length = 0;           ///< of the field, in characters
  std::u32string recent;    ///< its last characters

  /// Whether a list may end here.
  [[nodiscard]] bool may_end() const { return phase == Phase::done; }

  friend auto operator<=>(const ListGrammar&, const ListGrammar&) = default;
};

/// Whether a text begins the first item of a list.
[[nodiscard]] bool begins_list(std::u32string_view text);

/// Reads on, and says how much of what was read is against the grammar: 0 for nothing,
/// about 100 for what no list does.
int read_on(ListGrammar& state, std::u32string_view text);

}  // namespace budgetdiff::import
