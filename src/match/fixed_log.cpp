#include "match/fixed_log.hpp"

#include <array>

namespace budgetdiff::matching {
namespace {

/// 1000 * logistic(x) at x = 0, 0.25, 0.5 … 7 nats, from the definition.
constexpr std::array<int, 29> logistic = {500, 562, 622, 679, 731, 777, 818, 852, 881, 905,
                                          924, 940, 953, 963, 971, 977, 982, 986, 989, 991,
                                          993, 995, 996, 997, 998, 998, 998, 999, 999};
constexpr std::int64_t step = 250;

}  // namespace

int log2_milli(std::uint64_t value) {
  if (value == 0) {
    return 0;
  }
  int whole = 0;
  while ((value >> whole) > 1) {
    ++whole;
  }
  // The mantissa in [1, 2) with 32 binary places; squaring it doubles the
  // logarithm, whose next binary place is whether the square reached 2.
  std::uint64_t mantissa = whole >= 32 ? value >> (whole - 32) : value << (32 - whole);
  std::uint64_t fraction = 0;
  for (int place = 0; place < 16; ++place) {
    // Half of the places are dropped first, so that the square fits.
    mantissa = ((mantissa >> 1) * (mantissa >> 1)) >> 30;
    fraction <<= 1;
    if (mantissa >> 33 != 0) {
      fraction |= 1;
      mantissa >>= 1;
    }
  }
  return whole * 1000 + static_cast<int>((fraction * 1000) >> 16);
}

int probability_per_mille(std::int64_t log_odds) {
  if (log_odds < 0) {
    return 1000 - probability_per_mille(-log_odds);
  }
  const auto at = static_cast<std::size_t>(log_odds / step);
  if (at + 1 >= logistic.size()) {
    return logistic.back();
  }
  const std::int64_t rise = logistic[at + 1] - logistic[at];
  return logistic[at] + static_cast<int>((rise * (log_odds % step) + step / 2) / step);
}

}  // namespace budgetdiff::matching
