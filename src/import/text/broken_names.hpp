#pragma once

/// Names of indicators in a list that print breaks over lines, where nothing but the line's end
/// parts them from the target before.

#include "import/text/flow.hpp"

#include <cstddef>
#include <string_view>

namespace budgetdiff::import {

enum class BrokenName {
  no,
  perhaps,  ///< the line may as well end the unit of the target before: ≥30个|工作日
  surely,
};

/// Whether the line of `list` at `i` begins such a name: behind a figure with its unit, or a
/// percentage, the target of a text (`before`) whose name has a colon, stands a line of words alone
/// that goes on, in the next line or the one after, to a colon with a figure behind it
/// (城市低保保障人|数：≥2130人|农村低保保障人|数：≥8645人).
[[nodiscard]] BrokenName breaks_name(const Flow& list, std::u32string_view before, std::size_t i);

}  // namespace budgetdiff::import
