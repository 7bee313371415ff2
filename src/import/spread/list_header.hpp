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

/// Where a header's words stand among the tokens of a page: of each token the column, `group` or
/// `none`.
struct HeaderPlaces {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  static constexpr std::size_t group = none - 1;
  std::vector<std::size_t> columns;
};

/// The header of a page's list. Nothing where there are no names, or no targets.
[[nodiscard]] std::optional<ListHeader> list_header(const std::vector<Line>& lines,
                                                    const std::vector<StreamToken>& page);

/// Drops words that most of the pages that repeat a header lack: cells of the first one.
void drop_lone_words(ListHeader& header, const std::vector<std::vector<StreamToken>>& pages);

/// Where a page repeats a header; all `none` where it does not.
[[nodiscard]] HeaderPlaces header_places(const ListHeader& header,
                                         const std::vector<StreamToken>& page);

}  // namespace budgetdiff::import
