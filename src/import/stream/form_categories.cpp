#include "import/stream/form_categories.hpp"

#include "import/page/category_sense.hpp"
#include "import/stream/cheapest_runs.hpp"
#include "import/stream/likely_categories.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = DealtCategories::none;
/// A form with more rows is none.
constexpr std::size_t most_rows = 150;

/// What speaks against a category beside some rows: a row away from where print puts it, a
/// name that speaks for another, a second level below a first that has none such.
constexpr double per_row_away = 1;
constexpr double other_sense = 1.3;
constexpr double belongs_elsewhere = 6;
/// Another end of a category's rows is as good when it costs hardly more.
constexpr double margin = 0.7;
/// Where some have no row between, and are a row away from their own, much is as good.
constexpr double margin_together = 1.7;
/// One of so many may have no row before the next.
constexpr std::size_t most_together = 2;

/// Deals one level of categories.
class Dealer {
 public:
  Dealer(const CategoryTask& task, bool centred) : task_(task), centred_(centred) {}

  std::optional<CategoryAnswer> run() {
    if (task_.rows.empty() || task_.rows.size() > most_rows || !part_levels()) {
      return std::nullopt;
    }
    const std::size_t n = task_.rows.size();
    DealtCategories& dealt = out_.dealt;
    dealt.level1.assign(n, none);
    dealt.level2.assign(n, none);
    dealt.doubtful.assign(n, false);
    std::vector<std::size_t> groups;  // the rows where those of the first level may begin
    if (task_.has_level2) {
      const bool placed = placed_among(out_.level2);
      const auto runs = cut_rows(out_.level2, placed);
      const auto& doubtful = dealt.doubtful;
      if (!runs || (!placed && std::count(doubtful.begin(), doubtful.end(), true) > 0)) {
        return std::nullopt;
      }
      groups = *runs;
      for (std::size_t c = 0; c < groups.size(); ++c) {
        dealt.level2[groups[c]] = c;
      }
    }
    if (task_.has_level1) {
      return deal_first(groups) ? std::optional(std::move(out_)) : std::nullopt;
    }
    return std::move(out_);
  }

 private:
  /// Which of the categories among the rows are of which level.
  bool part_levels() {
    out_.level1 = task_.first;
    for (std::size_t i = 0; i < task_.among.size(); ++i) {
      const FormCategory& one = task_.among[i];
      // 成本指标 before 经济成本指标 is of the first level.
      const bool another = i + 1 < task_.among.size() && task_.among[i + 1].level2 &&
                           task_.among[i + 1].before == one.before && one.level1;
      const bool first = task_.has_level1 && (!task_.has_level2 || !one.level2 ||
                                              (another && !task_.among[i + 1].level1));
      if (first ? !one.level1 : !(one.level2 && task_.has_level2)) {
        return false;
      }
      (first ? out_.level1 : out_.level2).push_back(one);
    }
    return (!task_.has_level1 || !out_.level1.empty()) &&
           (!task_.has_level2 || !out_.level2.empty());
  }

  /// Whether they stand beside their rows: few of them without a row between, and not all of
  /// them before the rows or behind.
  [[nodiscard]] static bool placed_among(const std::vector<FormCategory>& categories) {
    return together(categories) * most_together < categories.size() || categories.size() == 1;
  }

  /// How many stand behind another without a row between: print put one of them behind the next
  /// row, or before the one before.
  static std::size_t together(const std::vector<FormCategory>& categories) {
    std::size_t out = 0;
    for (std::size_t i = 1; i < categories.size(); ++i) {
      out += categories[i].before == categories[i - 1].before ? 1U : 0U;
    }
    return out;
  }

  /// How many rows stand before a token, the one that it cuts by half.
  [[nodiscard]] double rows_before(std::size_t token) const {
    double rows = 0;
    for (std::size_t r = 0; r < task_.rows.size(); ++r) {
      const std::size_t end =
          r + 1 < task_.rows.size() ? task_.rows[r + 1].begin : static_cast<std::size_t>(-1);
      rows += token >= end ? 1 : token > task_.rows[r].begin ? 0.5 : 0;
    }
    return rows;
  }

  /// The cheapest rows of the categories; of each its first row.
  std::optional<std::vector<std::size_t>> cut_rows(const std::vector<FormCategory>& categories,
                                                   bool placed) {
    const std::size_t n = task_.rows.size();
    std::vector<double> at;
    std::vector<std::vector<double>> others(categories.size(), std::vector<double>(n + 1, 0));
    for (std::size_t c = 0; c < categories.size(); ++c) {
      at.push_back(rows_before(categories[c].before));
      const std::string word = to_utf8(categories[c].text);
      for (std::size_t r = 0; r < n; ++r) {
        const bool other = speaks_for_another(task_.rows[r].name, word);
        others[c][r + 1] = others[c][r] + (other ? other_sense : 0);
      }
    }
    const auto cost = [&](std::size_t c, std::size_t begin, std::size_t end) {
      const std::size_t middle = begin + (centred_ ? (end - begin) / 2 : 0);
      const double away = std::abs(at[c] - static_cast<double>(middle));
      // Inside a row that takes several lines is as good as before it.
      const double counted = away == 0.5 ? 0 : away;
      return (placed ? per_row_away * counted : 0) + others[c][end] - others[c][begin];
    };
    auto runs = cheapest_runs(categories.size(), n, cost);
    if (!runs) {
      return std::nullopt;
    }
    out_.cost += runs->second;
    mark_doubts(categories, runs->first, n, cost, [](std::size_t row) { return row; });
    return std::move(runs->first);
  }

  /// Rows at the ends of runs that might be the neighbour's as well.
  template <typename Cost, typename RowOf>
  void mark_doubts(const std::vector<FormCategory>& categories,
                   const std::vector<std::size_t>& begins, std::size_t count, Cost cost,
                   RowOf row_of) {
    const double close = together(categories) > 0 ? margin_together : margin;
    const auto end_of = [&](std::size_t part) {
      return part + 1 < begins.size() ? begins[part + 1] : count;
    };
    for (std::size_t part = 1; part < begins.size(); ++part) {
      if (categories[part].text == categories[part - 1].text) {
        continue;
      }
      const std::size_t before = begins[part - 1];
      const std::size_t here = begins[part];
      const std::size_t end = end_of(part);
      const double now = cost(part - 1, before, here) + cost(part, here, end);
      for (const std::size_t other : {here - 1, here + 1}) {
        if (other > before && other < end &&
            cost(part - 1, before, other) + cost(part, other, end) < now + close) {
          out_.dealt.doubtful[row_of(std::min(other, here))] = true;
        }
      }
    }
  }

  /// The first level: each has some of the second level's groups, or of the rows.
  bool deal_first(const std::vector<std::size_t>& groups) {
    const std::size_t n = task_.rows.size();
    const std::vector<FormCategory>& first = out_.level1;
    if (first.size() == n) {
      for (std::size_t r = 0; r < n; ++r) {
        out_.dealt.level1[r] = r;
      }
      return true;
    }
    if (groups.empty()) {
      const bool placed = task_.first.empty() && placed_among(first);
      const auto runs = placed ? cut_rows(first, placed) : std::nullopt;
      for (std::size_t c = 0; runs && c < runs->size(); ++c) {
        out_.dealt.level1[(*runs)[c]] = c;
      }
      return runs.has_value();
    }
    std::vector<std::vector<double>> wrong(first.size(), std::vector<double>(groups.size() + 1, 0));
    for (std::size_t c = 0; c < first.size(); ++c) {
      const std::string word = to_utf8(first[c].text);
      for (std::size_t g = 0; g < groups.size(); ++g) {
        const bool may = may_belong_under(word, to_utf8(out_.level2[g].text));
        wrong[c][g + 1] = wrong[c][g] + (may ? 0 : belongs_elsewhere);
      }
    }
    const auto cost = [&](std::size_t c, std::size_t begin, std::size_t end) {
      return wrong[c][end] - wrong[c][begin];
    };
    const auto runs = cheapest_runs(first.size(), groups.size(), cost);
    if (!runs || runs->second >= belongs_elsewhere) {
      return false;
    }
    mark_doubts(first, runs->first, groups.size(), cost, [&](std::size_t g) { return groups[g]; });
    for (std::size_t c = 0; c < runs->first.size(); ++c) {
      out_.dealt.level1[groups[runs->first[c]]] = c;
    }
    return true;
  }

  const CategoryTask& task_;
  bool centred_;
  CategoryAnswer out_;
};

}  // namespace

std::optional<CategoryAnswer> deal_categories(const CategoryTask& task, bool centred) {
  return Dealer(task, centred).run();
}

namespace {

/// A form's categories beside the middle of their rows, and at their top.
struct BothWays {
  std::optional<CategoryAnswer> centred;
  std::optional<CategoryAnswer> top;
};

struct AllWays {
  std::vector<BothWays> forms;
  double more = 0;  ///< that the top costs
};

AllWays deal_both_ways(const std::vector<CategoryTask>& tasks) {
  AllWays out;
  for (const CategoryTask& task : tasks) {
    out.forms.push_back({deal_categories(task, true), deal_categories(task, false)});
    const BothWays& one = out.forms.back();
    out.more += one.centred && one.top ? one.top->cost - one.centred->cost : 0;
  }
  return out;
}

/// Rows that two answers give other second levels.
void doubt_other_levels(const CategoryAnswer& a, const CategoryAnswer& b,
                        std::vector<bool>& doubtful) {
  std::size_t of_a = none;
  std::size_t of_b = none;
  for (std::size_t r = 0; r < doubtful.size(); ++r) {
    of_a = a.dealt.level2[r] == none ? of_a : a.dealt.level2[r];
    of_b = b.dealt.level2[r] == none ? of_b : b.dealt.level2[r];
    doubtful[r] = doubtful[r] || of_a != of_b;
  }
}

/// The way that suits all forms better.
CategoryAnswer better_way(const BothWays& ways, double more) {
  CategoryAnswer out = more < 0 ? *ways.top : *ways.centred;
  if (std::abs(more) < margin) {
    doubt_other_levels(*ways.centred, *ways.top, out.dealt.doubtful);
  }
  return out;
}

}  // namespace

std::vector<std::optional<CategoryAnswer>> deal_forms_categories(
    const std::vector<CategoryTask>& tasks) {
  const AllWays all = deal_both_ways(tasks);
  std::vector<std::optional<CategoryAnswer>> out;
  for (const BothWays& one : all.forms) {
    out.push_back(one.centred && one.top ? std::optional(better_way(one, all.more)) : std::nullopt);
  }
  return out;
}

std::vector<CategoryAnswer> deal_most_categories(const std::vector<CategoryTask>& tasks) {
  const AllWays all = deal_both_ways(tasks);
  std::vector<CategoryAnswer> out;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const BothWays& one = all.forms[i];
    out.push_back(one.centred && one.top ? better_way(one, all.more) : likely_categories(tasks[i]));
  }
  return out;
}

}  // namespace budgetdiff::import
