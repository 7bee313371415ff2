#include "import/page/level_spans.hpp"

#include "import/page/category_sense.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr std::size_t most_rows = 80;
constexpr std::size_t most_states = 2'000'000;
/// In rows: a row of a second level that cannot be below its first; one whose name speaks of
/// another second level, or not of its own.
constexpr double wrong_category = 1.5;
constexpr double other_sense = 0.7;
/// Rows that fit by so little less are as likely.
constexpr double margin = 0.25;
/// Points by which another alignment is clearly nearer.
constexpr double just = 2;

/// Second levels are laid one after the other; which of the first is open, and from which row, is
/// a part of the state.
class Levels {
 public:
  Levels(const RowHeights& rows, const std::vector<LevelLabel>& level1,
         const std::vector<LevelLabel>& level2, const std::vector<std::string>& names,
         bool continued, bool top, double below)
      : rows_(rows),
        level1_(level1),
        level2_(level2),
        n_(rows.middles.size()),
        height_((rows.edges.back() - rows.edges.front()) / static_cast<double>(n_)),
        before_(continued ? 1 : 0),
        top_(top),
        below_(below) {
    against_.assign(level2.size(), std::vector<double>(n_ + 1, 0));
    for (std::size_t j = 0; j < level2.size(); ++j) {
      for (std::size_t r = 0; r < n_; ++r) {
        against_[j][r + 1] =
            against_[j][r] + other_sense * height_ * speaks_against(names[r], level2[j].text);
      }
    }
  }

  /// Number of states; too many are not looked at.
  [[nodiscard]] std::size_t states() const {
    return (level2_.size() + 1) * (n_ + 1) * (level1_.size() + before_ + 1) * (n_ + 1);
  }

  /// The best, with its cost.
  std::pair<double, LevelSpans> best() {
    const std::size_t firsts = level1_.size() + before_;
    ways_.assign(states(), {});
    // Of the page before: its first level goes on, or its second as well.
    at(0, 0, 0, 0).cost = before_ > 0 ? height_ * span_on_other_page : 0;
    if (before_ > 0) {
      at(0, 0, 1, 0).cost = 0;
      for (std::size_t e = 1; e < n_; ++e) {
        at(0, e, 0, 0).cost = 2 * height_ * span_on_other_page;
        at(0, e, 1, e).cost = 2 * height_ * span_on_other_page;
      }
    }
    for (std::size_t j = 0; j < level2_.size(); ++j) {
      for (std::size_t begin = 0; begin < n_; ++begin) {
        for (std::size_t i = 0; i < firsts; ++i) {
          for (std::size_t s = 0; s <= begin; ++s) {
            if (at(j, begin, i, s).cost < impossible) {
              lay(j, begin, i, s);
            }
          }
        }
      }
    }
    LevelSpans out;
    const Way& last = at(level2_.size(), n_, firsts, n_);
    out.close = last.second < last.cost + margin * height_;
    const double cost = last.cost;
    if (cost < impossible) {
      trace(out);
      for (std::size_t j = 1; j < level2_.size(); ++j) {
        const std::size_t first = out.level2[j];
        out.close = out.close || (first > 0 && speaks_for(first - 1, j, j - 1)) ||
                    speaks_for(first, j - 1, j);
      }
    }
    return {cost, std::move(out)};
  }

 private:
  struct Way {
    double cost = impossible;
    double second = impossible;
    std::size_t begin = 0;  ///< of the last second level
    std::size_t start = 0;  ///< of the first level that it is below
    bool closed = false;    ///< with it
  };

  Way& at(std::size_t j, std::size_t e, std::size_t i, std::size_t s) {
    return ways_[((j * (n_ + 1) + e) * (level1_.size() + before_ + 1) + i) * (n_ + 1) + s];
  }

  /// Whether the name of row `r` speaks of second level `j` rather than of `k`.
  [[nodiscard]] bool speaks_for(std::size_t r, std::size_t j, std::size_t k) const {
    return against_[k][r + 1] > against_[k][r] && against_[j][r + 1] == against_[j][r];
  }

  [[nodiscard]] double off(std::size_t begin, std::size_t end, const LevelLabel& label) const {
    return span_off(rows_, begin, end, label.at, label.top, top_, label.alone ? 0 : below_);
  }

  static void take(Way& to, const Way& from, double more, Way by) {
    const double cost = from.cost + more;
    if (cost < to.cost) {
      by.second = std::min(to.cost, from.second + more);
      by.cost = cost;
      to = by;
    } else {
      to.second = std::min(to.second, cost);
    }
  }

  void lay(std::size_t j, std::size_t begin, std::size_t i, std::size_t s) {
    const Way from = at(j, begin, i, s);
    const bool known = i >= before_;
    const bool wrong = known && !may_belong_under(level1_[i - before_].text, level2_[j].text);
    for (std::size_t end = begin + 1; end <= n_; ++end) {
      const double own = off(begin, end, level2_[j]) + against_[j][end] - against_[j][begin] +
                         (wrong ? wrong_category * height_ * static_cast<double>(end - begin) : 0);
      take(at(j + 1, end, i, s), from, own, {0, 0, begin, s, false});
      const double first = known ? off(s, end, level1_[i - before_]) : 0;
      take(at(j + 1, end, i + 1, end), from, own + first, {0, 0, begin, s, true});
    }
  }

  void trace(LevelSpans& out) {
    out.level1.assign(level1_.size(), 0);
    out.level2.assign(level2_.size(), 0);
    std::size_t e = n_;
    std::size_t i = level1_.size() + before_;
    std::size_t s = n_;
    for (std::size_t j = level2_.size(); j > 0; --j) {
      const Way way = at(j, e, i, s);
      i -= way.closed ? 1 : 0;
      s = way.start;
      e = way.begin;
      out.level2[j - 1] = e;
      if (i >= before_) {
        out.level1[i - before_] = s;
      }
    }
  }

  const RowHeights& rows_;
  const std::vector<LevelLabel>& level1_;
  const std::vector<LevelLabel>& level2_;
  std::size_t n_;
  double height_;
  std::size_t before_;  ///< first levels whose text is on the page before
  bool top_;
  double below_;
  std::vector<std::vector<double>> against_;  ///< sums of what the rows' names say
  std::vector<Way> ways_;
};

}  // namespace

namespace {

/// The rows, those higher beside which a second level of several lines stands: a row is as high as
/// its category, whose first line may stand beside no other cell of it.
RowHeights stretched(RowHeights rows, const std::vector<LevelLabel>& level2) {
  const std::size_t n = rows.middles.size();
  double line = impossible;
  for (std::size_t r = 0; r < n; ++r) {
    line = std::min(line, rows.edges[r + 1] - rows.edges[r]);
  }
  for (const LevelLabel& label : level2) {
    const auto first = std::lower_bound(rows.middles.begin(), rows.middles.end(), label.top);
    const auto last = std::upper_bound(first, rows.middles.end(), label.bottom);
    if (label.top == label.bottom || last - first != 1) {
      continue;
    }
    constexpr double higher = 1.5;  // than a line: its own cells may stand anywhere in it
    const auto r = static_cast<std::size_t>(first - rows.middles.begin());
    if (rows.edges[r + 1] - rows.edges[r] > higher * line) {
      continue;
    }
    if (const double top = label.top - line / 2; r == 0 || top > rows.middles[r - 1]) {
      rows.edges[r] = std::min(rows.edges[r], top);
    }
    if (const double bottom = label.bottom + line / 2; r + 1 == n || bottom < rows.middles[r + 1]) {
      rows.edges[r + 1] = std::max(rows.edges[r + 1], bottom);
    }
  }
  return rows;
}

std::optional<LevelSpans> spans_of(const RowHeights& rows, const std::vector<LevelLabel>& level1,
                                   const std::vector<LevelLabel>& level2,
                                   const std::vector<std::string>& names, bool continued,
                                   SpanAlign align, double below) {
  const std::size_t n = rows.middles.size();
  if (level1.empty() || level2.size() < level1.size() || level2.size() > n || n > most_rows) {
    return std::nullopt;
  }
  std::optional<std::pair<double, LevelSpans>> out;
  for (const bool top : {false, true}) {
    if (align == (top ? SpanAlign::middle : SpanAlign::top)) {
      continue;
    }
    Levels levels(rows, level1, level2, names, continued, top, below);
    if (levels.states() > most_states) {
      return std::nullopt;
    }
    auto one = levels.best();
    // Print's rounding moves what stands in the middle.
    const double height = (rows.edges.back() - rows.edges.front()) / static_cast<double>(n);
    const double rounding = 0.05 + 0.035 * static_cast<double>(level1.size() + level2.size());
    const bool others =
        out && out->first < impossible && one.first < impossible &&
        (out->second.level1 != one.second.level1 || out->second.level2 != one.second.level2) &&
        std::abs(out->first - one.first) < height * (rounding + margin);
    if (!out || one.first + height * rounding < out->first) {
      out = std::move(one);
    }
    out->second.close = out->second.close || others;
  }
  if (!out || out->first == impossible) {
    return std::nullopt;
  }
  out->second.cost = out->first;
  return std::move(out->second);
}

bool differ(const LevelSpans& a, const LevelSpans& b) {
  return a.level1 != b.level1 || a.level2 != b.level2;
}

}  // namespace

std::optional<LevelSpans> level_spans(const RowHeights& given,
                                      const std::vector<LevelLabel>& level1,
                                      const std::vector<LevelLabel>& level2,
                                      const std::vector<std::string>& names, bool continued,
                                      SpanAlign align, double below) {
  const RowHeights rows = given.middles.empty() ? given : stretched(given, level2);
  auto out = spans_of(rows, level1, level2, names, continued, align, below);
  if (out && !out->close) {
    // Where names say something else than places, neither is sure.
    const std::vector<std::string> none(names.size());
    const auto by_place = spans_of(rows, level1, level2, none, continued, align, below);
    out->close = !by_place || differ(*by_place, *out);
  }
  if (out && !out->close && align != SpanAlign::unknown && !rows.middles.empty()) {
    // Nor is it sure that this project's stand as the document's others do, where they are just
    // beside rows otherwise.
    const SpanAlign other = align == SpanAlign::top ? SpanAlign::middle : SpanAlign::top;
    const auto otherwise = spans_of(rows, level1, level2, names, continued, other, below);
    out->close = otherwise && differ(*otherwise, *out) && otherwise->cost + just < out->cost;
  }
  return out;
}

}  // namespace budgetdiff::import
