#include "import/spread/list_money.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr double left_over = 6;
constexpr double missing = 6;
constexpr double adds_not_up = 8;
constexpr double alone = 3;         ///< a total without parts, where these have columns
constexpr double cuts_line = 2;     ///< two projects have amounts of one line
constexpr double over_lines = 0.3;  ///< a project has amounts of two lines
constexpr double per_page = 3;

class Money {
 public:
  explicit Money(const ListMoneyTask& task) : task_(task) {}

  ListMoney run() {
    out_.projects.assign(task_.pages.size(), std::vector<std::size_t>(task_.columns, none));
    out_.doubtful.assign(task_.pages.size(), false);
    if (task_.columns == 0 || task_.pages.empty()) {
      return out_;
    }
    part();
    place();
    return std::move(out_);
  }

 private:
  struct Way {
    double cost = impossible;
    std::size_t size = 0;  ///< of the group; 0: an amount is left over, or a project has none
    bool skips = false;    ///< an amount
  };

  [[nodiscard]] double cost_of_group(std::size_t from, std::size_t size,
                                     std::size_t project) const {
    const std::vector<ListAmount>& all = task_.amounts;
    double out = per_page * std::abs(static_cast<double>(all[from].page) -
                                     static_cast<double>(task_.pages[project]));
    Amount parts;
    for (std::size_t i = from + 1; i < from + size; ++i) {
      parts += all[i].amount;
      out += all[i].line != all[i - 1].line ? over_lines : 0;
    }
    out += size == 1                   ? (task_.columns > 1 ? alone : 0)
           : parts == all[from].amount ? 0
                                       : adds_not_up;
    const std::size_t end = from + size;
    return out + (end < all.size() && all[end].line == all[end - 1].line ? cuts_line : 0);
  }

  /// Which amounts are a project's.
  void part() {
    const std::size_t n = task_.amounts.size();
    const std::size_t projects = task_.pages.size();
    std::vector<std::vector<Way>> ways(projects + 1, std::vector<Way>(n + 1));
    ways[0][0].cost = 0;
    for (std::size_t p = 0; p <= projects; ++p) {
      for (std::size_t i = 0; i <= n; ++i) {
        const double here = ways[p][i].cost;
        if (here == impossible) {
          continue;
        }
        const auto reach = [&](std::size_t project, std::size_t at, double cost, std::size_t size,
                               bool skips) {
          if (cost < ways[project][at].cost) {
            ways[project][at] = {cost, size, skips};
          }
        };
        if (i < n) {
          reach(p, i + 1, here + left_over, 0, true);
        }
        if (p == projects) {
          continue;
        }
        reach(p + 1, i, here + missing, 0, false);
        for (std::size_t size = 1; size <= task_.columns && i + size <= n; ++size) {
          reach(p + 1, i + size, here + cost_of_group(i, size, p), size, false);
        }
      }
    }
    groups_.assign(projects, {0, 0});
    std::size_t i = n;
    std::vector<std::size_t> uneven;  // pages with an amount that no project has
    for (std::size_t p = projects; p > 0 || i > 0;) {
      const Way& way = ways[p][i];
      if (way.skips) {
        --i;
        uneven.push_back(task_.amounts[i].page);
        continue;
      }
      --p;
      i -= way.size;
      groups_[p] = {i, way.size};
      const bool good = way.size > 0 && (task_.columns == 1 || cost_of_group(i, way.size, p) < 1);
      out_.doubtful[p] = !good;
    }
    for (std::size_t p = 0; p < projects; ++p) {
      const bool here = std::find(uneven.begin(), uneven.end(), task_.pages[p]) != uneven.end();
      out_.doubtful[p] = out_.doubtful[p] || here;
    }
    out_.found = ways[projects][n].cost < left_over * static_cast<double>(projects) / 2 + 1;
  }

  /// Which columns the parts of a total are of.
  void place() {
    std::vector<std::size_t> open;  // projects with blank cells
    std::vector<Amount> left = task_.sums;
    for (std::size_t p = 0; p < groups_.size(); ++p) {
      const auto [from, size] = groups_[p];
      for (std::size_t k = 0; k < size; ++k) {
        out_.projects[p][k] = from + k;  // the first ones
      }
      if (size > 1 && size < task_.columns) {
        open.push_back(p);
      } else {
        for (std::size_t k = 0; k < size && k < left.size(); ++k) {
          left[k] -= task_.amounts[from + k].amount;
        }
      }
    }
    if (open.empty()) {
      return;
    }
    if (task_.sums.size() == task_.columns) {
      std::vector<std::vector<std::size_t>> chosen(open.size());
      search(open, 0, left, chosen);
    }
    for (std::size_t k = 0; k < open.size(); ++k) {
      const std::size_t p = open[k];
      const auto [from, size] = groups_[p];
      if (solutions_ == 0) {
        out_.doubtful[p] = true;
        continue;
      }
      std::fill(out_.projects[p].begin() + 1, out_.projects[p].end(), none);
      for (std::size_t i = 0; i + 1 < size; ++i) {
        out_.projects[p][best_[k][i]] = from + 1 + i;
      }
      out_.doubtful[p] = out_.doubtful[p] || solutions_ > 1;
    }
  }

  /// All ways to choose columns that leave nothing of the sums, up to two.
  void search(const std::vector<std::size_t>& open, std::size_t at, const std::vector<Amount>& left,
              std::vector<std::vector<std::size_t>>& chosen) {
    if (solutions_ > 1 || ++steps_ > most_steps) {
      return;
    }
    if (at == open.size()) {
      const bool none_left = std::all_of(left.begin() + 1, left.end(),
                                         [](const Amount& one) { return one.is_zero(); });
      if (none_left) {
        ++solutions_;
        best_ = solutions_ == 1 ? chosen : best_;
      }
      return;
    }
    const auto [from, size] = groups_[open[at]];
    choose(open, at, from + 1, from + size, 1, left, chosen);
  }

  void choose(const std::vector<std::size_t>& open, std::size_t at, std::size_t amount,
              std::size_t end, std::size_t column, const std::vector<Amount>& left,
              std::vector<std::vector<std::size_t>>& chosen) {
    if (amount == end) {
      search(open, at + 1, left, chosen);
      return;
    }
    for (std::size_t c = column; c + (end - amount) <= task_.columns; ++c) {
      std::vector<Amount> rest = left;
      rest[c] -= task_.amounts[amount].amount;
      if (rest[c].is_negative()) {
        continue;
      }
      chosen[at].push_back(c);
      choose(open, at, amount + 1, end, c + 1, rest, chosen);
      chosen[at].pop_back();
    }
  }

  static constexpr std::size_t most_steps = 200'000;
  const ListMoneyTask& task_;
  std::vector<std::pair<std::size_t, std::size_t>> groups_;  ///< of each project: first, how many
  std::size_t solutions_ = 0;
  std::size_t steps_ = 0;
  std::vector<std::vector<std::size_t>> best_;
  ListMoney out_;
};

}  // namespace

ListMoney list_money(const ListMoneyTask& task) {
  return Money(task).run();
}

}  // namespace budgetdiff::import
