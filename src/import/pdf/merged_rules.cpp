#include "import/pdf/rules.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Pieces of one line may lie this far apart.
constexpr double off_line = 1.0;
constexpr double gap = 2.5;
constexpr double shortest = 4.0;

/// Where pieces [begin, end) of a line, by their beginnings, end inside it.
std::vector<double> joints_of(const std::vector<Rule>& pieces, std::size_t begin, std::size_t end,
                              const Rule& whole) {
  std::vector<double> out;
  const auto add = [&](double place) {
    if (place > whole.from + gap && place < whole.to - gap) {
      out.push_back(place);
    }
  };
  for (std::size_t i = begin; i < end && end - begin > 1; ++i) {
    if (pieces[i].to - pieces[i].from >= shortest) {  // no dashes
      add(pieces[i].from);
      add(pieces[i].to);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end(), [](double a, double b) { return b - a <= gap; }),
            out.end());
  return out;
}

std::vector<Rule> merge(std::vector<Rule> rules) {
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) {
    return a.at != b.at ? a.at < b.at : a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  std::vector<Rule> out;
  for (std::size_t begin = 0; begin < rules.size();) {
    // Lines at one place, the ends of the chain no further apart than a pen.
    std::size_t end = begin + 1;
    double sum = rules[begin].at;
    while (end < rules.size() && rules[end].at - rules[begin].at <= off_line * 2 &&
           rules[end].at - rules[end - 1].at <= off_line) {
      sum += rules[end].at;
      ++end;
    }
    const double at = sum / static_cast<double>(end - begin);
    std::sort(rules.begin() + static_cast<std::ptrdiff_t>(begin),
              rules.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Rule& a, const Rule& b) { return a.from < b.from; });
    Rule current{at, rules[begin].from, rules[begin].to};
    std::size_t first = begin;
    for (std::size_t i = begin + 1; i <= end; ++i) {
      if (i < end && rules[i].from <= current.to + gap) {
        current.to = std::max(current.to, rules[i].to);
        continue;
      }
      current.joints = joints_of(rules, first, i, current);
      out.push_back(std::exchange(current, {}));
      if (i < end) {
        current = {at, rules[i].from, rules[i].to};
        first = i;
      }
    }
    begin = end;
  }
  std::erase_if(out, [](const Rule& rule) { return rule.to - rule.from < shortest; });
  return out;
}

}  // namespace

Rules merge_rules(Rules rules) {
  return {merge(std::move(rules.horizontal)), merge(std::move(rules.vertical)), rules.text_runs,
          std::move(rules.clipped)};
}

}  // namespace budgetdiff::import
