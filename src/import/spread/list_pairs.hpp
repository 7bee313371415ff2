#pragma once

/// Two columns in order, whose cells belong together in that order.

#include <cstddef>
#include <functional>
#include <vector>

namespace budgetdiff::import {

inline constexpr std::size_t no_pair = static_cast<std::size_t>(-1);

/// Of each of `first` things the one of `second` that belongs to it, or `no_pair`: the cheapest
/// pairs that do not cross. `cost(i, k)` says what a pair costs, `skip` what a thing costs that has
/// none.
[[nodiscard]] std::vector<std::size_t> pair_in_order(
    std::size_t first, std::size_t second, double skip,
    const std::function<double(std::size_t, std::size_t)>& cost);

}  // namespace budgetdiff::import
