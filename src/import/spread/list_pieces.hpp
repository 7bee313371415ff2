#pragma once

/// The pieces of text of a list (a table of many projects, a row an indicator) that
/// `pdftotext` without an option made: its pages by columns, or pieces of columns, in any order.

#include "import/spread/list_header.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace budgetdiff::import {

/// A list with more columns is none that people made.
inline constexpr std::size_t most_list_columns = 16;

/// Some columns, a bit each.
using ColumnMask = std::uint32_t;

/// What stands between two blanks of a line.
struct ListPiece {
  StreamToken token;
  std::size_t flow = 0;  ///< pieces of one follow one another on a page: no blank line between
  std::size_t page = 0;  ///< of the list's
  ColumnMask below = 0;  ///< columns whose header's words stand in its flow
};

struct ListText {
  ListHeader header;
  std::vector<std::size_t> above;   ///< lines above the list, and those that its pages repeat
  std::vector<ListPiece> pieces;    ///< of its rows
  std::vector<ListPiece> sum;       ///< amounts behind 合计
  std::vector<std::size_t> behind;  ///< lines behind the list
  std::u32string department;        ///< that a label above it says, if any
};

/// The only list of a document; nothing where it has none, or its header is not found.
[[nodiscard]] std::optional<ListText> list_text(const std::vector<Line>& lines);

}  // namespace budgetdiff::import
