#include "import/page/spanned_cells.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
/// Beyond this a page is no table that people made; texts go to the nearest row.
constexpr std::size_t most_rows = 300;

/// How unlikely the last cell is cut by the page's end, so that its text stands at its top.
constexpr double cut_cell = 0.25;

constexpr double other_page = span_on_other_page;
/// What it counts how far a text is from its first row.
constexpr double to_first = 0.05;

/// Every text stands at some row's height, as those at the top of their cells do; the middles
/// of several rows are met but for print's rounding. Top it is only where that fits better by
/// so many rows.
constexpr double least_better = 0.05;
constexpr double rounding = 0.035;
/// What is half a line off on the other side than texts are.
constexpr double other_line = 0.55;

struct Fit {
  double cost = impossible;
  std::vector<std::size_t> first;
};

/// How far a text is off in the middle of the cell of the rows [begin, end), which may be
/// `below` under it.
double off_middle(const RowHeights& rows, std::size_t begin, std::size_t end, double text,
                  double below) {
  const double place = (rows.edges[begin] + rows.edges[end]) / 2;
  // Where that says nothing, a text rather stands beside its first row.
  const double first = below != 0 ? to_first * std::abs(text - rows.middles[begin]) : 0;
  const double under = std::max(0.0, below);
  const double above = std::max(0.0, -below);
  const double off = std::max({0.0, text - place - above, place - text - under});
  // Print's rounding may put one on the other line.
  const bool rounded = std::abs(text - place) <= std::abs(below);
  return (rounded ? other_line * off : off) + first;
}

/// How far it is off in its first row: there at the top, or in the middle where the rows
/// below are blank and no part of its cell.
double off_top(const RowHeights& rows, std::size_t begin, double text, double first_line) {
  const double middle = std::abs(text - rows.middles[begin]);
  return rows.tops.empty() ? middle : std::min(middle, std::abs(first_line - rows.tops[begin]));
}

/// How far a text is off in the middle of a cell that began on the page before and has the rows
/// before `end` here: its middle is above theirs, nobody knows how far. A page of one cell alone
/// may as well hold the end of another before it.
double off_begun_before(const RowHeights& rows, std::size_t end, double text) {
  const double row_height =
      (rows.edges.back() - rows.edges.front()) / static_cast<double>(rows.middles.size());
  const double place = (rows.edges.front() + rows.edges[end]) / 2;
  return std::max(0.0, text - place) + row_height * other_page;
}

/// How many of the first rows may be of one cell that began before: behind the first row in which
/// one may begin, which may as well go on with it, another does where nothing is against it.
std::size_t rows_of_one(const std::vector<double>& doubts, std::size_t rows) {
  const auto first = std::find(doubts.begin(), doubts.end(), 0);
  const auto next = first == doubts.end() ? first : std::find(first + 1, doubts.end(), 0);
  return doubts.empty() ? rows : static_cast<std::size_t>(next - doubts.begin());
}

Fit fit(const RowHeights& rows, const std::vector<double>& texts, const std::vector<double>& tops,
        bool continued, const std::vector<double>& doubts, const RowDoubts& unlikely, bool top,
        double below) {
  const std::size_t n = rows.middles.size();
  const std::size_t k = texts.size();
  // best[j][i]: the first j texts have the rows before i.
  std::vector<std::vector<double>> best(k + 1, std::vector<double>(n + 1, impossible));
  std::vector<std::vector<std::size_t>> from(k + 1, std::vector<std::size_t>(n + 1, 0));
  best[0][0] = 0;
  const double row_height = (rows.edges.back() - rows.edges.front()) / static_cast<double>(n);
  for (std::size_t i = 1; continued && i + k <= n; ++i) {
    best[0][i] = row_height * other_page;
  }
  const std::size_t whole = continued ? rows_of_one(doubts, n) : 0;
  for (std::size_t j = 0; j < k; ++j) {
    // Sums of what the rows before each say against this text.
    std::vector<double> against(n + 1, 0);
    for (std::size_t i = 0; !unlikely.empty() && i < n; ++i) {
      against[i + 1] = against[i] + unlikely[j][i] * row_height;
    }
    for (std::size_t begin = j; begin < n; ++begin) {
      if (best[j][begin] == impossible) {
        continue;
      }
      for (std::size_t end = begin + 1; end + (k - j - 1) <= n; ++end) {
        const double doubt = doubts.empty() ? 0 : doubts[begin] * row_height;
        double off = doubt + span_off(rows, begin, end, texts[j], tops[j], top, below);
        if (j == 0 && begin == 0 && !top && end < n && end <= whole) {
          off = std::min(off, off_begun_before(rows, end, texts[j]));
        }
        const double cost = best[j][begin] + against[end] - against[begin] + off;
        if (cost < best[j + 1][end]) {
          best[j + 1][end] = cost;
          from[j + 1][end] = begin;
        }
      }
    }
  }
  Fit out;
  out.cost = best[k][n];
  out.first.resize(k);
  std::size_t end = n;
  // The last rows may be of a cell whose text is on the next page.
  for (std::size_t i = k; i < n && !doubts.empty(); ++i) {
    const double cost = best[k][i] + row_height * other_page;
    if (doubts[i] == 0 && cost < out.cost) {
      out.cost = cost;
      end = i;
    }
  }
  for (std::size_t j = k; j > 0 && out.cost < impossible; --j) {
    out.first[j - 1] = from[j][end];
    end = from[j][end];
  }
  return out;
}

}  // namespace

double span_off(const RowHeights& rows, std::size_t begin, std::size_t end, double text,
                double first_line, bool top, double below) {
  const std::size_t n = rows.middles.size();
  const double row_height = (rows.edges.back() - rows.edges.front()) / static_cast<double>(n);
  const double at_top = off_top(rows, begin, text, first_line);
  const double away = top ? at_top : off_middle(rows, begin, end, text, below);
  return end == n && !top ? std::min(away, at_top + row_height * cut_cell) : away;
}

SpanAlign SpanVotes::with_others(const SpanCosts& costs) const {
  constexpr double hardly_worse = 2;
  const double own = std::min(costs.middle, costs.top);
  const double others = most_ == SpanAlign::top ? costs.top : costs.middle;
  return others <= own + hardly_worse * costs.uneven ? most_ : costs.best();
}

SpanAlign SpanVotes::vote(const SpanCosts& costs) {
  if (most_ != SpanAlign::unknown) {
    return with_others(costs);
  }
  votes_.push_back(costs);
  return costs.best();
}

bool SpanVotes::close() {
  SpanCosts all;
  for (const SpanCosts& costs : votes_) {
    all.add(costs);
  }
  most_ = all.best();
  return std::any_of(votes_.begin(), votes_.end(),
                     [&](const SpanCosts& costs) { return with_others(costs) != costs.best(); });
}

SpanCosts span_costs(const RowHeights& rows, const std::vector<double>& texts,
                     const std::vector<double>& tops, bool continued, double below) {
  const std::size_t n = rows.middles.size();
  if (texts.empty() || texts.size() > n || n > most_rows) {
    return {};
  }
  const double row_height = (rows.edges.back() - rows.edges.front()) / static_cast<double>(n);
  const std::vector<double>& first_lines = tops.empty() ? texts : tops;
  return {fit(rows, texts, first_lines, continued, {}, {}, false, below).cost,
          fit(rows, texts, first_lines, continued, {}, {}, true, below).cost,
          row_height * (least_better + rounding * static_cast<double>(texts.size()))};
}

std::vector<std::size_t> first_rows(const RowHeights& rows, const std::vector<double>& texts,
                                    bool continued, const std::vector<double>& doubts,
                                    const RowDoubts& unlikely, const std::vector<double>& tops,
                                    SpanAlign align, double below) {
  const std::size_t n = rows.middles.size();
  if (n == 0 || texts.empty()) {
    return std::vector<std::size_t>(texts.size(), 0);
  }
  const std::vector<double>& first_lines = tops.empty() ? texts : tops;
  if (texts.size() <= n && n <= most_rows) {
    const Fit middle = fit(rows, texts, first_lines, continued, doubts, unlikely, false, below);
    const Fit top = fit(rows, texts, first_lines, continued, doubts, unlikely, true, below);
    if (align == SpanAlign::unknown) {
      const double row_height = (rows.edges.back() - rows.edges.front()) / static_cast<double>(n);
      align = SpanCosts{middle.cost, top.cost,
                        row_height * (least_better + rounding * static_cast<double>(texts.size()))}
                  .best();
    }
    return align == SpanAlign::middle ? middle.first : top.first;
  }
  std::vector<std::size_t> out;
  for (const double text : texts) {
    const auto nearest = std::min_element(
        rows.middles.begin(), rows.middles.end(),
        [&](double a, double b) { return std::abs(a - text) < std::abs(b - text); });
    out.push_back(static_cast<std::size_t>(nearest - rows.middles.begin()));
  }
  return out;
}

}  // namespace budgetdiff::import
