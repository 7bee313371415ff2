#pragma once

/// The words above a list's columns, in text that gives them in any order, and broken over lines.

#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// A word of a header.
struct HeaderPieces {
  Role role = Role::none;
  std::string_view money;              ///< the column of a Role::money
  std::u32string text;                 ///< whole
  std::vector<std::u32string> pieces;  ///< as print breaks it
  std::size_t line = 0;                ///< of the first piece
};

struct ListHeader {
  std::vector<HeaderPieces> columns;  ///< from left to right, as far as lines tell
  std::vector<HeaderPieces> groups;   ///< words above several columns: 绩效指标
};

/// The header of a page's list: its words (found_words.hpp) in the order of the columns
/// (column_order.hpp); words above others are groups. Nothing where there are no names, or no
/// targets.
[[nodiscard]] std::optional<ListHeader> list_header(const std::vector<Line>& lines,
                                                    const std::vector<StreamToken>& page);

}  // namespace budgetdiff::import
