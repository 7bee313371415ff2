#pragma once

/// The grammar of indicators that stand in one cell:
///
///   list      = item { item }
///   item      = number "、" level1 "；" level2 "；" name "；" targets "。"
///   level     = [ code "-" ] words
///   targets   = [ "实施周期指标值" ":" value "；" ] [ "年度指标值" ":" value ]
///
/// Names and values may hold any of these marks. An item is therefore found by
/// its head (number, level, level) and its targets by their keywords.

#include "import/text/flow.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Where an item begins, and how sure that is.
struct ItemHead {
  std::size_t begin = 0;  ///< of the number
  std::size_t text = 0;   ///< of level1
  int number = 0;
};

/// The heads of a text, in order. A text may hold several lists: the number
/// then falls back to 1.
[[nodiscard]] std::vector<ItemHead> find_item_heads(std::u32string_view text);

/// A keyword with its colon.
struct Keyword {
  bool annual = false;
  std::size_t begin = 0;
  std::size_t value = 0;  ///< one past the colon
};

/// The keywords of a text from `begin` up to `end`, in order.
[[nodiscard]] std::vector<Keyword> find_keywords(std::u32string_view text, std::size_t begin,
                                                 std::size_t end);

/// One item read.
struct ReadItem {
  Indicator indicator;
  bool has_period = false;  ///< the keyword is there
  bool has_annual = false;
  std::u32string left_over;  ///< text after the item's end that is no part of it
  std::size_t left_over_at = 0;
};

/// Reads the item whose level1 begins at `begin` and whose text ends at `end`.
[[nodiscard]] ReadItem read_item(std::u32string_view text, std::size_t begin, std::size_t end);

}  // namespace budgetdiff::import
