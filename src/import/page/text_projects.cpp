#include "import/page/text_projects.hpp"

#include "import/page/text_band_costs.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
/// A page of more lines is none that people made.
constexpr std::size_t most_lines = 400;

struct Cuts {
  std::vector<TextBand> bands;
  double cost = impossible;
};

/// The cheapest bands, their cells standing so.
Cuts best(const TextBandCosts& of, BandAlign align) {
  const std::vector<int>& numbers = of.numbers();
  const std::size_t n = numbers.size();
  std::vector<double> before(n + 1, impossible);
  std::vector<double> behind(n + 1, impossible);
  std::vector<std::size_t> from(n + 1, 0);
  std::vector<double> costs((n + 1) * (n + 1), impossible);
  before[0] = 0;
  for (std::size_t end = 1; end <= n; ++end) {
    for (std::size_t begin = 0; begin < end; ++begin) {
      const double own = costs[begin * (n + 1) + end] = of.cost(begin, end, align);
      if (before[begin] + own < before[end]) {
        before[end] = before[begin] + own;
        from[end] = begin;
      }
    }
  }
  behind[n] = 0;
  for (std::size_t begin = n; begin-- > 0;) {
    for (std::size_t end = begin + 1; end <= n; ++end) {
      behind[begin] = std::min(behind[begin], costs[begin * (n + 1) + end] + behind[end]);
    }
  }
  Cuts out;
  out.cost = before[n];
  for (std::size_t end = n; end > 0; end = from[end]) {
    out.bands.push_back({numbers[from[end]], end < n ? numbers[end] : numbers.back() + 1,
                         of.named(from[end], end), false});
  }
  std::reverse(out.bands.begin(), out.bands.end());
  // Another cut inside a band, or the end of one elsewhere, costs hardly more: that matters
  // where lines of its texts or rows are then another's, and any line is one's.
  std::size_t band = 0;
  for (std::size_t i = 1; i < n; ++i) {
    while (numbers[i] >= out.bands[band].end) {
      ++band;
    }
    const bool is_cut = numbers[i] == out.bands[band].begin;
    if (!is_cut && before[i] + behind[i] < out.cost + TextBandCosts::margin) {
      out.bands[band].doubtful = true;
    }
  }
  return out;
}

}  // namespace

std::vector<TextBand> text_bands(const std::vector<ColumnText>& columns, const RowsBetween& rows,
                                 bool continued, BandStyle* style, ProjectEnd* end) {
  const TextBandCosts costs(columns, rows, continued, end != nullptr ? *end : ProjectEnd{});
  if (!costs.listed() || costs.numbers().empty() || costs.numbers().size() > most_lines) {
    return {};
  }
  BandStyle own;
  BandStyle& all = style != nullptr ? *style : own;
  Cuts out;
  double least = impossible;
  for (const auto& [align, known] :
       {std::pair(BandAlign::middle, &all.middle), std::pair(BandAlign::top, &all.top),
        std::pair(BandAlign::first_row, &all.first_row)}) {
    Cuts cuts = best(costs, align);
    *known += cuts.cost;
    if (*known < least) {
      least = *known;
      out = std::move(cuts);
    }
  }
  if (end != nullptr && !out.bands.empty()) {
    const std::vector<int>& numbers = costs.numbers();
    const auto first = std::lower_bound(numbers.begin(), numbers.end(), out.bands.front().end);
    out.bands.front().doubtful =
        out.bands.front().doubtful ||
        costs.loses_rest(static_cast<std::size_t>(first - numbers.begin()));
    const auto last = std::lower_bound(numbers.begin(), numbers.end(), out.bands.back().begin);
    *end = costs.end_of(static_cast<std::size_t>(last - numbers.begin()));
  }
  return out.bands;
}

std::pair<std::size_t, std::size_t> lines_in_band(const std::vector<PdfLine>& lines,
                                                  const TextBand& band) {
  const auto before = [](const PdfLine& line, int number) { return line.line.place.line < number; };
  const auto first = std::lower_bound(lines.begin(), lines.end(), band.begin, before);
  const auto last = std::lower_bound(first, lines.end(), band.end, before);
  return {static_cast<std::size_t>(first - lines.begin()),
          static_cast<std::size_t>(last - lines.begin())};
}

}  // namespace budgetdiff::import
