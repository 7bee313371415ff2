#pragma once

/// How far a list is dealt, in one of the ways to deal it.

#include "import/spread/list_pieces.hpp"
#include "import/spread/list_place.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace budgetdiff::import {

inline constexpr int no_list_text = -1;
inline constexpr std::uint8_t no_goal_line = 255;

struct ListState {
  double cost = 0;
  ColumnMask set = 0;  ///< columns that stand in this flow
  std::int8_t column = -1;
  std::int8_t of_rows = -1;  ///< the last column of rows in this flow, and of projects
  std::int8_t of_projects = -1;
  std::array<int, most_list_columns> text{};             ///< of the last cell of each column
  std::array<std::int16_t, most_list_columns> width{};   ///< of its last line
  std::array<std::uint32_t, most_list_columns> first{};  ///< line where it begins, and its last
  std::array<std::uint32_t, most_list_columns> last{};
  std::array<std::uint32_t, most_list_columns> before{};  ///< the line before its last, of any cell
  std::array<std::uint8_t, most_list_columns> rows{};     ///< cells that began on this page
  std::array<std::uint8_t, most_list_columns> goal_lines{};  ///< of the flow, before its last piece
  std::uint8_t goal_line = 0;                                ///< lines of a goal in this flow
  std::int8_t numbers = 0;                                   ///< how many numbers have no unit yet
  std::uint32_t from = 0;
  ListPlace place;
};

/// Equal for ways that go on alike. So are, hardly ever, others.
[[nodiscard]] std::uint64_t key_of(const ListState& state, std::size_t columns);

}  // namespace budgetdiff::import
