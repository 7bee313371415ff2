#include "import/spread/list_pairs.hpp"

#include <cstdint>

namespace budgetdiff::import {

std::vector<std::size_t> pair_in_order(
    std::size_t first, std::size_t second, double skip,
    const std::function<double(std::size_t, std::size_t)>& cost) {
  enum class Way : std::uint8_t { pair, skip_first, skip_second };
  const std::size_t width = second + 1;
  std::vector<double> least((first + 1) * width, 0);
  std::vector<Way> ways(least.size(), Way::pair);
  for (std::size_t i = 0; i <= first; ++i) {
    for (std::size_t k = 0; k <= second; ++k) {
      if (i == 0 && k == 0) {
        continue;
      }
      const std::size_t at = i * width + k;
      bool any = false;
      const auto take = [&](double value, Way way) {
        if (!any || value < least[at]) {
          least[at] = value;
          ways[at] = way;
          any = true;
        }
      };
      if (i > 0 && k > 0) {
        take(least[at - width - 1] + cost(i - 1, k - 1), Way::pair);
      }
      if (i > 0) {
        take(least[at - width] + skip, Way::skip_first);
      }
      if (k > 0) {
        take(least[at - 1] + skip, Way::skip_second);
      }
    }
  }
  std::vector<std::size_t> out(first, no_pair);
  for (std::size_t i = first, k = second; i > 0 || k > 0;) {
    const Way way = ways[i * width + k];
    if (way == Way::pair) {
      out[--i] = --k;
    } else if (way == Way::skip_first) {
      --i;
    } else {
      --k;
    }
  }
  return out;
}

}  // namespace budgetdiff::import
