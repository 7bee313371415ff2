#include "import/stream/likely_categories.hpp"

#include "import/page/category_sense.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = DealtCategories::none;
constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr double other_sense = 1.3;
constexpr double belongs_elsewhere = 6;
constexpr double left_out = 4;  ///< a category without rows
constexpr double per_row_away = 0.1;
/// Another category is as good when it costs hardly more.
constexpr double margin = 0.7;

/// Things in order, and what each costs as one of some parts in order.
struct Alignment {
  std::vector<std::size_t> parts;  ///< of each thing
  std::vector<bool> doubtful;      ///< things that might be another part's
  bool whole = true;               ///< each part has a thing, and all belong there
};

/// `costs` of each thing as each of the parts. REQUIRES: some things, some parts
Alignment align(const std::vector<std::vector<double>>& costs,
                const std::vector<std::u32string>& words) {
  const std::size_t things = costs.size();
  const std::size_t parts = words.size();
  const auto skipped = [](std::size_t from, std::size_t to) {
    return to > from + 1 ? left_out * static_cast<double>(to - from - 1) : 0.0;
  };
  // The cheapest ways up to a thing as a part, and from there on.
  std::vector<std::vector<double>> before(things, std::vector<double>(parts, impossible));
  std::vector<std::vector<double>> behind = before;
  std::vector<std::vector<std::size_t>> from(things, std::vector<std::size_t>(parts, 0));
  for (std::size_t t = 0; t < things; ++t) {
    for (std::size_t p = 0; p < parts; ++p) {
      if (t == 0) {
        before[t][p] = left_out * static_cast<double>(p) + costs[t][p];
        continue;
      }
      for (std::size_t q = 0; q <= p; ++q) {
        const double way = before[t - 1][q] + skipped(q, p) + costs[t][p];
        if (way < before[t][p]) {
          before[t][p] = way;
          from[t][p] = q;
        }
      }
    }
  }
  for (std::size_t t = things; t-- > 0;) {
    for (std::size_t p = 0; p < parts; ++p) {
      if (t + 1 == things) {
        behind[t][p] = left_out * static_cast<double>(parts - 1 - p);
        continue;
      }
      for (std::size_t q = p; q < parts; ++q) {
        behind[t][p] = std::min(behind[t][p], skipped(p, q) + costs[t + 1][q] + behind[t + 1][q]);
      }
    }
  }
  Alignment out;
  out.parts.assign(things, 0);
  const auto last = std::min_element(
      behind.back().begin(), behind.back().end(), [&](const double& a, const double& b) {
        const auto at = [&](const double& one) {
          return static_cast<std::size_t>(&one - behind.back().data());
        };
        return before.back()[at(a)] + a < before.back()[at(b)] + b;
      });
  std::size_t part = static_cast<std::size_t>(last - behind.back().begin());
  const double least = before.back()[part] + *last;
  for (std::size_t t = things; t-- > 0;) {
    out.parts[t] = part;
    part = from[t][part];
  }
  out.doubtful.assign(things, false);
  for (std::size_t t = 0; t < things; ++t) {
    for (std::size_t p = 0; p < parts; ++p) {
      out.doubtful[t] = out.doubtful[t] || (words[p] != words[out.parts[t]] &&
                                            before[t][p] + behind[t][p] < least + margin);
    }
  }
  out.whole = least < left_out;
  return out;
}

class Likely {
 public:
  explicit Likely(const CategoryTask& task) : task_(task) {}

  CategoryAnswer run() {
    const std::size_t n = task_.rows.size();
    DealtCategories& dealt = out_.dealt;
    dealt.level1.assign(n, none);
    dealt.level2.assign(n, none);
    dealt.doubtful.assign(n, false);
    part_levels();
    std::vector<std::size_t> groups;  // rows that begin a second level, or all
    for (std::size_t r = 0; r < n; ++r) {
      groups.push_back(r);
    }
    bool whole = n > 0;
    if (task_.has_level2 && n > 0) {
      whole = deal(out_.level2, groups, dealt.level2, [&](std::size_t r, const std::string& word) {
        return speaks_for_another(task_.rows[r].name, word) ? other_sense : 0;
      });
      std::erase_if(groups, [&](std::size_t r) { return dealt.level2[r] == none; });
    }
    if (task_.has_level1 && n > 0) {
      const bool beside = !task_.has_level2 || groups.empty();
      whole =
          deal(out_.level1, groups, dealt.level1,
               [&](std::size_t r, const std::string& word) {
                 const bool may =
                     beside || may_belong_under(word, to_utf8(out_.level2[dealt.level2[r]].text));
                 return may ? 0 : belongs_elsewhere;
               }) &&
          whole && !beside;
    }
    if (!whole) {
      dealt.doubtful.assign(n, true);
    }
    return std::move(out_);
  }

 private:
  /// 成本指标 is of the first level where 经济成本指标 comes next.
  void part_levels() {
    out_.level1 = task_.first;
    for (std::size_t i = 0; i < task_.among.size(); ++i) {
      const FormCategory& one = task_.among[i];
      const bool above = i + 1 < task_.among.size() && task_.among[i + 1].level2 &&
                         !task_.among[i + 1].level1 && task_.among[i + 1].before == one.before &&
                         one.level1;
      const bool first = one.level1 && (!one.level2 || above || !task_.has_level2);
      (first ? out_.level1 : out_.level2).push_back(one);
    }
  }

  /// How many rows stand before a category.
  [[nodiscard]] double rows_before(const FormCategory& one) const {
    return static_cast<double>(
        std::count_if(task_.rows.begin(), task_.rows.end(),
                      [&](const FormRow& row) { return row.begin < one.before; }));
  }

  /// Gives the rows that are `things` their categories; whether all of these have some.
  template <typename Cost>
  bool deal(const std::vector<FormCategory>& categories, const std::vector<std::size_t>& things,
            std::vector<std::size_t>& dealt, Cost cost) {
    if (categories.empty() || things.empty()) {
      return false;
    }
    std::vector<std::u32string> words;
    std::vector<double> at;
    for (const FormCategory& one : categories) {
      words.push_back(one.text);
      at.push_back(rows_before(one));
    }
    // All before the rows or behind them, they stand apart.
    const bool among = std::adjacent_find(at.begin(), at.end(), std::not_equal_to<>()) != at.end();
    std::vector<std::vector<double>> costs;
    for (const std::size_t r : things) {
      costs.emplace_back();
      for (std::size_t c = 0; c < categories.size(); ++c) {
        const double away = among ? std::abs(static_cast<double>(r) + 0.5 - at[c]) : 0;
        costs.back().push_back(cost(r, to_utf8(words[c])) + per_row_away * away);
      }
    }
    const Alignment found = align(costs, words);
    std::size_t last = none;
    for (std::size_t t = 0; t < things.size(); ++t) {
      const std::size_t end = t + 1 < things.size() ? things[t + 1] : task_.rows.size();
      if (found.parts[t] != last) {
        dealt[things[t]] = last = found.parts[t];
      }
      for (std::size_t r = things[t]; r < end; ++r) {
        out_.dealt.doubtful[r] = out_.dealt.doubtful[r] || found.doubtful[t];
      }
    }
    return found.whole;
  }

  const CategoryTask& task_;
  CategoryAnswer out_;
};

}  // namespace

CategoryAnswer likely_categories(const CategoryTask& task) {
  return Likely(task).run();
}

}  // namespace budgetdiff::import
