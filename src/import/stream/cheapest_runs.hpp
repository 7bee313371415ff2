#pragma once

/// Things in order cut into runs, each of which goes to one of some parts in order: rows to their
/// categories, categories to those above them.

#include <cstddef>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// A form with so many categories that each spans some of its rows is none.
inline constexpr std::size_t most_run_parts = 60;

/// The cheapest way to cut `count` things into `parts` runs, in order and none empty; of each
/// part where it begins, and what all cost. `cost(part, begin, end)` is that of the things
/// [begin, end) as one part. Nothing where there are fewer things than parts, none of these, or
/// more than most_run_parts of which some have several things.
/// Cost: parts times the square of things.
template <typename Cost>
[[nodiscard]] std::optional<std::pair<std::vector<std::size_t>, double>> cheapest_runs(
    std::size_t parts, std::size_t count, Cost cost) {
  if (parts == 0 || parts > count || (parts > most_run_parts && parts != count)) {
    return std::nullopt;
  }
  if (parts == count) {  // a row each
    std::vector<std::size_t> begins(parts);
    double total = 0;
    for (std::size_t part = 0; part < parts; ++part) {
      begins[part] = part;
      total += cost(part, part, part + 1);
    }
    return std::pair(std::move(begins), total);
  }
  constexpr double impossible = std::numeric_limits<double>::infinity();
  const std::size_t width = count + 1;
  std::vector<double> best((parts + 1) * width, impossible);
  std::vector<std::size_t> from((parts + 1) * width, 0);
  best[0] = 0;
  for (std::size_t part = 0; part < parts; ++part) {
    for (std::size_t begin = part; begin < count; ++begin) {
      if (best[part * width + begin] == impossible) {
        continue;
      }
      for (std::size_t end = begin + 1; end + (parts - part - 1) <= count; ++end) {
        const double total = best[part * width + begin] + cost(part, begin, end);
        double& known = best[(part + 1) * width + end];
        if (total < known) {
          known = total;
          from[(part + 1) * width + end] = begin;
        }
      }
    }
  }
  std::vector<std::size_t> begins(parts);
  std::size_t end = count;
  for (std::size_t part = parts; part-- > 0;) {
    end = from[(part + 1) * width + end];
    begins[part] = end;
  }
  return std::pair(std::move(begins), best[parts * width + count]);
}

}  // namespace budgetdiff::import
