#include "import/page/band_levels.hpp"

#include "import/categories.hpp"
#include "import/page/project_starts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();

/// Categories that the band's ends cut, or that come twice.
constexpr double cut_category = 2.5;
constexpr double repeated_category = 3;
constexpr double wrong_category = 3;
/// Second levels of output that do not stand in the standard's order, each.
constexpr double again_in_output = 1.5;

/// Where a second level stands among those of output; 0: it is none of these.
std::size_t order_in_output(std::string_view level2) {
  constexpr auto words = std::to_array<std::string_view>({"数量", "质量", "时效", "成本"});
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (level2.starts_with(words[k])) {
      return k + 1;
    }
  }
  return 0;
}

double disorder_of(const std::vector<std::string>& level2) {
  double cost = 0;
  std::size_t last = 0;
  for (const std::string& one : level2) {
    const std::size_t own = order_in_output(one);
    cost += own > 0 && own < last ? again_in_output : 0;
    last = own > 0 ? own : last;
  }
  return cost;
}

}  // namespace

CategoryLines::CategoryLines(const std::vector<std::u32string>& texts, bool level1)
    : begins_(texts.size()) {
  constexpr std::size_t most_pieces = 6;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::string text;
    for (std::size_t end = i; end < texts.size() && end < i + most_pieces; ++end) {
      text += to_utf8(texts[end]);
      if (level1 ? is_level1_category(text) : is_level2_category(text)) {
        begins_[i].push_back({end + 1, text});
      }
    }
  }
}

BandCategories CategoryLines::in(std::size_t first, std::size_t last) const {
  BandCategories out;
  for (std::size_t i = first; i < last;) {
    const auto whole = std::find_if(begins_[i].rbegin(), begins_[i].rend(),
                                    [&](const Whole& one) { return one.end <= last; });
    if (whole == begins_[i].rend()) {
      out.cost += cut_category;
      ++i;
      continue;
    }
    out.texts.push_back(whole->text);
    i = whole->end;
  }
  return out;
}

double levels_of_project(const std::vector<std::string>& level1,
                         const std::vector<std::string>& level2, bool open) {
  double cost = disorder_of(level2);
  std::set<std::string> seen;
  int order = 0;
  for (const std::string& one : level1) {
    cost += seen.insert(one).second ? 0 : repeated_category;
    const int own = order_of_category(one);
    cost += own > 0 && own < order ? repeated_category / 2 : 0;
    order = std::max(order, own);
  }
  if (level1.empty() || level2.empty()) {
    return cost;
  }
  // below[i]: the first levels before i have those of the second before j.
  std::vector<double> below(level1.size() + 1, impossible);
  below[0] = 0;
  for (std::size_t j = 0; j < level2.size(); ++j) {
    std::vector<double> next(level1.size() + 1, impossible);
    next[0] = open ? below[0] : impossible;
    for (std::size_t i = 1; i <= level1.size(); ++i) {
      const double before = std::min(below[i], below[i - 1]);
      next[i] = before + (may_belong_under(level1[i - 1], level2[j]) ? 0 : wrong_category);
      // One without any of its own.
      next[i] = std::min(next[i], i > 1 ? below[i - 2] + 2 * wrong_category : impossible);
    }
    below = std::move(next);
  }
  const double all = below[level1.size()];
  return cost + (all == impossible ? wrong_category * static_cast<double>(level1.size()) : all);
}

}  // namespace budgetdiff::import
