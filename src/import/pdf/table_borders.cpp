#include "import/pdf/table_borders.hpp"

#include "import/pdf/table_frame.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Lines this near are one border (double rules, neighbouring cells' borders).
constexpr double same_border = 3.0;
/// So are those that run beside each other with no more between them: frames of neighbours.
constexpr double frame_gap = 5.0;
/// A table's lines may run past its last crossing line by this much.
constexpr double open_side = 6.0;

/// Whether two lines run beside each other, and not one behind the other.
bool beside(const Rule& a, const Rule& b) {
  const double shared = std::min(a.to, b.to) - std::max(a.from, b.from);
  return shared * 2 > std::min(a.to - a.from, b.to - b.from);
}

}  // namespace

std::vector<double> borders(std::vector<Rule> rules) {
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.at < b.at; });
  std::vector<std::size_t> begins;  // of the lines at each border
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (begins.empty() || rules[i].at - rules[begins.back()].at > same_border) {
      begins.push_back(i);
    }
  }
  std::size_t near = 0;
  std::size_t frames = 0;
  const auto is_near = [&](std::size_t b) {
    return b > 0 && rules[begins[b]].at - rules[begins[b - 1]].at <= frame_gap;
  };
  for (std::size_t b = 1; b < begins.size(); ++b) {
    const std::size_t end = b + 1 < begins.size() ? begins[b + 1] : rules.size();
    bool runs_beside = false;
    for (std::size_t k = begins[b - 1]; is_near(b) && k < begins[b]; ++k) {
      for (std::size_t i = begins[b]; i < end; ++i) {
        runs_beside = runs_beside || beside(rules[k], rules[i]);
      }
    }
    near += is_near(b) ? 1U : 0U;
    frames += runs_beside ? 1U : 0U;
  }
  const bool separate = frames * 2 > near;
  std::vector<double> out;
  for (std::size_t b = 0; b < begins.size(); ++b) {
    if (!separate || !is_near(b)) {
      out.push_back(rules[begins[b]].at);
    }
  }
  return out;
}

void close_sides(Rules& table) {
  const auto extent = [](const std::vector<Rule>& rules) {
    std::pair<double, double> out{rules.front().from, rules.front().to};
    for (const Rule& rule : rules) {
      out = {std::min(out.first, rule.from), std::max(out.second, rule.to)};
    }
    return out;
  };
  const auto close = [&](std::vector<Rule>& across, const std::vector<Rule>& along) {
    if (along.empty()) {
      return;
    }
    const auto [low, high] = extent(along);
    const std::vector<double> at = borders(across);
    double from = along.front().at;
    double to = from;
    for (const Rule& rule : along) {
      from = std::min(from, rule.at);
      to = std::max(to, rule.at);
    }
    if (to - from < same_border) {
      return;
    }
    if (at.empty() || low < at.front() - open_side) {
      across.push_back({low, from, to});
    }
    if (at.empty() || high > at.back() + open_side) {
      across.push_back({high, from, to});
    }
  };
  const std::vector<Rule> horizontal = table.horizontal;
  close(table.horizontal, table.vertical);
  close(table.vertical, horizontal);
}

void close_cut_row(Rules& table, const std::vector<PdfWord>& words) {
  constexpr double least = 2.5;  ///< further than a line is thick
  if (table.horizontal.empty() || table.vertical.empty()) {
    return;
  }
  double low = table.vertical.front().from;
  for (const Rule& rule : table.vertical) {
    low = std::min(low, rule.from);
  }
  const double first = table.horizontal.front().at;
  const double left = table.vertical.front().at;
  const double right = table.vertical.back().at;
  if (first - low < least || first - low > open_side) {
    return;
  }
  const bool all = std::all_of(table.vertical.begin(), table.vertical.end(), [&](const Rule& rule) {
    return rule.from > first || rule.from - low < 1;
  });
  const bool text = std::any_of(words.begin(), words.end(), [&](const PdfWord& word) {
    return word.box.left > left && word.box.right < right && word.middle() > low &&
           word.middle() < first + TableFrame::cut_by_rule * word.size;
  });
  if (all && text) {
    // So far above that both are no frames of neighbours.
    const double at = std::min(low, first - frame_gap - 0.1);
    table.horizontal.insert(table.horizontal.begin(), {at, left, right, {}});
  }
}

}  // namespace budgetdiff::import
