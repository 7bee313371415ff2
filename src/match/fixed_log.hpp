#pragma once

/// Logarithms and the logistic curve in integers, so that no score and no
/// confidence depends on how a machine's floating point rounds.

#include <cstdint>

namespace budgetdiff::matching {

/// 1000 * log2(value), rounded down; 0 for 0.
[[nodiscard]] int log2_milli(std::uint64_t value);

/// 1000 / (1 + e^-(log_odds / 1000)), rounded: log odds in thousandths of a
/// nat into a probability per mille. Never 0 and never 1000.
[[nodiscard]] int probability_per_mille(std::int64_t log_odds);

}  // namespace budgetdiff::matching
