#pragma once

/// Where a piece of a list's text stands.

#include <cstddef>

namespace budgetdiff::import {

struct ListPlace {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t column = none;  ///< none: no cell's
  bool begins = false;        ///< a cell
};

}  // namespace budgetdiff::import
