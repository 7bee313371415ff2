#include "import/spread/list_spans.hpp"

#include "import/page/category_sense.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr std::size_t none = static_cast<std::size_t>(-1);

constexpr double other_sense = 1.3;
constexpr double other_line = 5;    ///< a row beside a cell is another one's
constexpr double other_side = 2.5;  ///< a row above a cell is one of the next
constexpr double off_middle = 0.35;
constexpr double off_top = 0.7;
constexpr double other_page = 6;
constexpr double may_not_belong = 6;
constexpr double comes_again = 5;
constexpr double against_order = 2.5;
constexpr double begins_late = 0.7;  ///< with benefits
constexpr double all_points = -2;    ///< weights that make 100
/// Another way is as good when it costs hardly more.
constexpr double margin = 1.2;

/// Things in order, parted among cells in order: each has some.
struct Parts {
  std::vector<std::size_t> begins;  ///< of each cell, the first thing; and the end
  std::vector<bool> doubtful;       ///< things that may be another cell's
  double cost = impossible;
};

/// `cost_of(cell, begin, end)` says what it costs that a cell has those things.
Parts part(std::size_t things, std::size_t cells, std::size_t longest,
           const std::vector<std::u32string>& words,
           const std::function<double(std::size_t, std::size_t, std::size_t)>& cost_of) {
  Parts out;
  out.doubtful.assign(things, false);
  if (cells == 0 || cells > things) {
    return out;
  }
  std::vector<std::vector<double>> before(cells + 1, std::vector<double>(things + 1, impossible));
  std::vector<std::vector<double>> behind = before;
  std::vector<std::vector<std::size_t>> from(cells + 1, std::vector<std::size_t>(things + 1, none));
  std::vector<std::vector<std::vector<double>>> costs(cells);
  before[0][0] = 0;
  for (std::size_t c = 0; c < cells; ++c) {
    costs[c].assign(things, {});
    for (std::size_t a = c; a + (cells - c) <= things; ++a) {
      if (before[c][a] == impossible) {
        continue;
      }
      const std::size_t last = std::min(things - (cells - c - 1), a + longest);
      for (std::size_t b = a + 1; b <= last; ++b) {
        const double cost = cost_of(c, a, b);
        costs[c][a].push_back(cost);
        if (before[c][a] + cost < before[c + 1][b]) {
          before[c + 1][b] = before[c][a] + cost;
          from[c + 1][b] = a;
        }
      }
    }
  }
  out.cost = before[cells][things];
  if (out.cost == impossible) {
    return out;
  }
  behind[cells][things] = 0;
  for (std::size_t c = cells; c-- > 0;) {
    for (std::size_t a = 0; a < things; ++a) {
      for (std::size_t k = 0; k < costs[c][a].size(); ++k) {
        behind[c][a] = std::min(behind[c][a], costs[c][a][k] + behind[c + 1][a + 1 + k]);
      }
    }
  }
  out.begins.assign(cells + 1, things);
  for (std::size_t c = cells; c > 0; --c) {
    out.begins[c - 1] = from[c][out.begins[c]];
  }
  for (std::size_t c = 1; c < cells; ++c) {
    for (std::size_t a = 0; a <= things; ++a) {
      const bool same = words[c - 1] == words[c];
      if (a != out.begins[c] && !same && before[c][a] + behind[c][a] < out.cost + margin) {
        for (std::size_t t = std::min(a, out.begins[c]); t < std::max(a, out.begins[c]); ++t) {
          out.doubtful[t] = true;
        }
      }
    }
  }
  return out;
}

class Spans {
 public:
  explicit Spans(const SpanTask& task) : task_(task) {}

  SpanAnswer run() {
    const std::size_t n = task_.rows.size();
    out_.doubtful.assign(n, false);
    out_.projects.assign(n, none);
    out_.level1.assign(n, none);
    out_.level2.assign(n, none);
    std::vector<std::size_t> rows(n + 1);
    for (std::size_t r = 0; r <= n; ++r) {
      rows[r] = r;
    }
    // Of second levels first, then of the first over these, then of projects over those.
    std::vector<std::size_t> units = rows;
    if (!task_.level2.empty()) {
      const auto others = names_of_other_sense();
      const bool found =
          deal(task_.level2, units, out_.level2, [&](std::size_t c, std::size_t a, std::size_t b) {
            const std::vector<std::size_t>& up_to = others.at(task_.level2[c].text);
            return other_sense * static_cast<double>(up_to[b] - up_to[a]);
          });
      if (!found) {
        return out_;
      }
    }
    if (!task_.level1.empty()) {
      const bool found =
          deal(task_.level1, units, out_.level1, [&](std::size_t c, std::size_t a, std::size_t b) {
            double cost = 0;
            const std::string level = to_utf8(task_.level1[c].text);
            std::set<std::u32string> known;
            std::size_t last = none;
            for (std::size_t r = a; r < b; ++r) {
              if (out_.level2[r] != none && out_.level2[r] != last) {
                last = out_.level2[r];
                const std::u32string& second = task_.level2[last].text;
                cost += may_belong_under(level, to_utf8(second)) ? 0 : may_not_belong;
                cost += known.insert(second).second ? 0 : comes_again;
              }
            }
            return cost;
          });
      if (!found) {
        return out_;
      }
    }
    out_.whole =
        deal(task_.projects, units, out_.projects, [&](std::size_t, std::size_t a, std::size_t b) {
          double cost = 0;
          std::set<std::u32string> known;
          std::size_t last = none;
          std::size_t points = 0;
          for (std::size_t r = a; r < b; ++r) {
            const std::u32string& weight = task_.rows[r].weight;
            points += weight.empty() || weight.size() > 3 ? 0 : std::stoul(to_utf8(weight));
            if (out_.level1[r] != none && out_.level1[r] != last) {
              const int before = last == none ? 0 : rank_of(task_.level1[last].text);
              last = out_.level1[r];
              const int rank = rank_of(task_.level1[last].text);
              cost += known.insert(task_.level1[last].text).second ? 0 : comes_again;
              cost += rank < before ? against_order : r == a && rank > 1 ? begins_late : 0;
            }
          }
          constexpr std::size_t all = 100;
          return cost + (task_.weighted && points == all ? all_points : 0);
        });
    return std::move(out_);
  }

 private:
  /// Of each second level, by its text, how many of the rows before each speak for another: they
  /// are asked for each way to part the rows.
  [[nodiscard]] std::map<std::u32string, std::vector<std::size_t>> names_of_other_sense() const {
    std::map<std::u32string, std::vector<std::size_t>> out;
    for (const SpanCell& cell : task_.level2) {
      std::vector<std::size_t>& up_to = out[cell.text];
      if (!up_to.empty()) {
        continue;
      }
      up_to.push_back(0);
      const std::string level = to_utf8(cell.text);
      for (const SpanRow& row : task_.rows) {
        const bool other = speaks_for_another(to_utf8(row.name), level);
        up_to.push_back(up_to.back() + (other ? 1U : 0U));
      }
    }
    return out;
  }

  /// Gives rows their cells. `units`: where units of rows begin that stay together; those of the
  /// answer then.
  template <typename Cost>
  bool deal(const std::vector<SpanCell>& cells, std::vector<std::size_t>& units,
            std::vector<std::size_t>& dealt, Cost cost) {
    constexpr std::size_t longest = 30;
    const std::size_t things = units.size() - 1;
    std::vector<std::u32string> words;
    words.reserve(cells.size());
    for (const SpanCell& cell : cells) {
      words.push_back(cell.text);
    }
    const auto parts_of = [&](bool at_top) {
      return part(
          things, cells.size(), longest, words, [&](std::size_t c, std::size_t a, std::size_t b) {
            return place_cost(cells[c], units[a], units[b], at_top) + cost(c, units[a], units[b]);
          });
    };
    // In the middle of their rows, or at their top: as all of them show.
    Parts parts = parts_of(false);
    if (Parts top = parts_of(true); top.cost < parts.cost) {
      parts = std::move(top);
    }
    if (parts.begins.empty()) {
      return false;
    }
    std::vector<std::size_t> next;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      next.push_back(units[parts.begins[c]]);
      for (std::size_t t = parts.begins[c]; t < parts.begins[c + 1]; ++t) {
        for (std::size_t r = units[t]; r < units[t + 1]; ++r) {
          dealt[r] = c;
          out_.doubtful[r] = out_.doubtful[r] || parts.doubtful[t];
        }
      }
    }
    next.push_back(task_.rows.size());
    units = std::move(next);
    return true;
  }

  [[nodiscard]] std::size_t flow_of(std::size_t piece) const { return task_.flows[piece]; }

  /// The order that first levels have in the standard's forms: outputs and costs, benefits,
  /// satisfaction.
  static int rank_of(const std::u32string& level1) {
    return level1.starts_with(U"满意") ? 3 : level1.starts_with(U"效") ? 2 : 1;
  }

  /// What it costs that a cell stands where it does and has the rows [a, b).
  [[nodiscard]] double place_cost(const SpanCell& cell, std::size_t a, std::size_t b,
                                  bool at_top) const {
    double out = 0;
    bool here = false;
    double above = 0;
    double below = 0;
    double first = -1;  // of the rows beside it, and the last
    double last = -1;
    for (std::size_t r = a; r < b; ++r) {
      const SpanRow& row = task_.rows[r];
      here = here || row.spot.page == cell.spot.page;
      const int side = side_of(cell, row);
      above += side < 0 ? 1 : 0;
      below += side > 0 ? 1 : 0;
      if (shares(cell.lines, row.lines)) {
        last = static_cast<double>(r - a);
        first = first < 0 ? last : first;
      }
    }
    if (first >= 0) {
      above = first;
      below = static_cast<double>(b - a) - 1 - last;
    }
    out += here ? 0 : other_page;
    out += at_top ? off_top * above : off_middle * std::abs(above - below);
    // Its neighbours stand on the other sides.
    constexpr std::size_t near = 4;
    for (std::size_t r = a > near ? a - near : 0; r < a; ++r) {
      out += beside(cell, task_.rows[r]) ? other_line : 0;
      out += side_of(cell, task_.rows[r]) > 0 ? other_side : 0;
    }
    for (std::size_t r = b; r < std::min(b + near, task_.rows.size()); ++r) {
      out += beside(cell, task_.rows[r]) ? other_line : 0;
      out += side_of(cell, task_.rows[r]) < 0 ? other_side : 0;
    }
    return out;
  }

  static bool shares(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    return std::any_of(a.begin(), a.end(), [&](std::size_t line) {
      return std::find(b.begin(), b.end(), line) != b.end();
    });
  }

  /// Whether a cell, or the goal beside it, and a row have a line in common.
  static bool beside(const SpanCell& cell, const SpanRow& row) {
    return shares(cell.lines, row.lines) || shares(cell.goal, row.lines);
  }

  /// Whether a row stands above a cell (-1) or below it (1), where both stand in one flow; else 0.
  [[nodiscard]] int side_of(const SpanCell& cell, const SpanRow& row) const {
    if (cell.spot.page != row.spot.page || flow_of(cell.spot.first) != flow_of(row.spot.first) ||
        beside(cell, row)) {
      return 0;
    }
    return row.spot.last < cell.spot.first ? -1 : row.spot.first > cell.spot.last ? 1 : 0;
  }

  const SpanTask& task_;
  SpanAnswer out_;
};

}  // namespace

SpanAnswer list_spans(const SpanTask& task) {
  return Spans(task).run();
}

}  // namespace budgetdiff::import
