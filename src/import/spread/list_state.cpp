#include "import/spread/list_state.hpp"

namespace budgetdiff::import {

std::uint64_t key_of(const ListState& state, std::size_t columns) {
  std::uint64_t out = std::uint64_t{state.set} * 37U + static_cast<std::uint64_t>(state.column + 1);
  const auto mix = [&](std::uint64_t value) {
    out = (out ^ value) * 0x9E3779B97F4A7C15U;
    out ^= out >> 29U;
  };
  mix(static_cast<std::uint64_t>(state.numbers + 100));
  mix(static_cast<std::uint64_t>(state.of_rows + 1));
  mix(static_cast<std::uint64_t>(state.of_projects + 1));
  for (std::size_t c = 0; c < columns; ++c) {
    mix(static_cast<std::uint64_t>(state.text[c]) + 1);
    mix(static_cast<std::uint64_t>(state.width[c]));
    mix(state.rows[c]);
    mix(state.goal_lines[c]);
  }
  mix(state.goal_line);
  return out;
}

}  // namespace budgetdiff::import
