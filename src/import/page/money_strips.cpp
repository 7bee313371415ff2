#include "import/page/money_strips.hpp"

#include "import/text/amount_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace budgetdiff::import {
namespace {

struct Gathering {
  double left = 0;
  double right = 0;

  [[nodiscard]] double center() const { return (left + right) / 2; }
};

bool is_figure(const PdfWord& word) {
  constexpr std::size_t of_yuan = 5;  // digits of an amount without a fraction
  return (word.text.find(U'.') != word.text.npos ||
          (word.line > 0 && word.text.size() >= of_yuan)) &&
         read_published_amount(word.text);
}

/// The figures parted at the widest gaps between their middles, as many parts
/// as the fullest line has figures. That one (合计) stands where its own widths put
/// it: where others show as many places it is left out.
std::vector<Gathering> gather(std::vector<PdfWord> figures, std::size_t columns) {
  std::map<int, std::size_t> by_line;
  std::size_t most = 0;
  for (const PdfWord& word : figures) {
    most = std::max(most, ++by_line[word.line]);
  }
  const auto full = [&](const PdfWord& word) { return by_line[word.line] == most; };
  if (most > 2 &&
      static_cast<std::size_t>(std::count_if(figures.begin(), figures.end(), full)) == most &&
      figures.size() >= 3 * most) {
    std::erase_if(figures, full);
  }
  std::vector<Gathering> sorted;
  sorted.reserve(figures.size());
  for (const PdfWord& word : figures) {
    sorted.push_back({word.box.left, word.box.right});
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const Gathering& a, const Gathering& b) { return a.center() < b.center(); });
  std::vector<std::pair<double, std::size_t>> gaps;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    gaps.emplace_back(sorted[i].center() - sorted[i - 1].center(), i);
  }
  std::sort(gaps.begin(), gaps.end(), std::greater<>());
  gaps.resize(std::min(gaps.size(), most - 1));
  std::vector<std::size_t> starts{0};
  for (const auto& [gap, at] : gaps) {
    starts.push_back(at);
  }
  // Figures of one column stand above each other: where none reaches across, two
  // columns meet that no line shows both of.
  std::vector<double> left_of_rest(sorted.size());
  double left = std::numeric_limits<double>::infinity();
  for (std::size_t i = sorted.size(); i-- > 0;) {
    left = std::min(left, sorted[i].left);
    left_of_rest[i] = left;
  }
  double reach = sorted.front().right;
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    if (left_of_rest[i] > reach && starts.size() < columns &&
        std::find(starts.begin(), starts.end(), i) == starts.end()) {
      starts.push_back(i);
    }
    reach = std::max(reach, sorted[i].right);
  }
  std::sort(starts.begin(), starts.end());
  std::vector<Gathering> out;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : sorted.size();
    Gathering one = sorted[starts[k]];
    for (std::size_t i = starts[k]; i < end; ++i) {
      one = {std::min(one.left, sorted[i].left), std::max(one.right, sorted[i].right)};
    }
    out.push_back(one);
  }
  return out;
}

/// The columns of the gatherings, best by distances from the first.
class Places {
 public:
  Places(const std::vector<Gathering>& gatherings, const std::vector<double>& centers,
         std::size_t first, std::size_t last)
      : gatherings_(gatherings), centers_(centers), first_(first), last_(last) {}

  std::vector<std::size_t> best() {
    current_ = {first_};
    search(0);
    return best_;
  }

  /// Whether no other places fit nearly as well.
  [[nodiscard]] bool sure() const {
    constexpr double times = 3;
    constexpr double a_letter = 10;
    return second_ > times * least_ + a_letter;
  }

 private:
  static constexpr double as_pushed = 0.1;

  void search(double cost) {
    if (cost >= second_) {
      return;
    }
    if (current_.size() == gatherings_.size()) {
      second_ = std::max(cost, least_);
      if (cost < least_) {
        least_ = cost;
        best_ = current_;
      }
      return;
    }
    const std::size_t next = current_.size();
    const double away = gatherings_[next].center() - gatherings_[0].center();
    // A blank behind figures that are wide, they were pushed to the right.
    constexpr double a_blank = 15;
    const bool pushed = gatherings_[next].left - gatherings_[next - 1].right < a_blank;
    for (std::size_t c = current_.back() + 1; c <= last_; ++c) {
      current_.push_back(c);
      const double off = away - (centers_[c] - centers_[first_]);
      search(cost + (pushed && off > 0 ? as_pushed * off : std::abs(off)));
      current_.pop_back();
    }
  }

  const std::vector<Gathering>& gatherings_;
  const std::vector<double>& centers_;
  std::size_t first_;
  std::size_t last_;
  double least_ = std::numeric_limits<double>::infinity();
  double second_ = std::numeric_limits<double>::infinity();
  std::vector<std::size_t> current_;
  std::vector<std::size_t> best_;
};

}  // namespace

bool fit_money_edges(std::vector<double>& edges, const std::vector<double>& centers,
                     std::size_t first, std::size_t last, const std::vector<PdfWord>& body) {
  constexpr std::size_t most_columns = 12;
  std::vector<PdfWord> figures;
  // The first edge behind money is as uncertain as those between.
  const double end =
      last + 1 < centers.size() ? std::max(edges[last + 1], centers[last + 1]) : edges[last + 1];
  std::copy_if(body.begin(), body.end(), std::back_inserter(figures), [&](const PdfWord& word) {
    return word.box.left >= edges[first] && word.box.right <= end && is_figure(word);
  });
  if (figures.empty() || first == last || last - first > most_columns) {
    return true;
  }
  const std::vector<Gathering> gatherings = gather(figures, last - first + 1);
  Places search(gatherings, centers, first, last);
  const std::vector<std::size_t> places = search.best();
  if (places.size() != gatherings.size()) {
    return false;
  }
  edges[last + 1] = std::max(edges[last + 1], gatherings.back().right);
  // Columns without figures get no room but what is left at the end.
  constexpr double sliver = 0.5;
  for (std::size_t k = 0; k < places.size(); ++k) {
    const bool at_end = k + 1 == places.size();
    const std::size_t next = at_end ? last : places[k + 1];
    const double wall = at_end ? gatherings[k].right + sliver
                               : (gatherings[k].center() + gatherings[k + 1].center()) / 2;
    for (std::size_t c = places[k] + 1; c <= next; ++c) {
      edges[c] = wall + sliver * static_cast<double>(c - places[k] - 1) * (at_end ? 1.0 : 0.0);
    }
  }
  return search.sure();
}

void keep_figures_right(std::vector<double>& edges, const std::vector<Box>& heads,
                        std::size_t first, std::size_t last, const std::vector<PdfWord>& body) {
  constexpr std::size_t least_figures = 2;
  const auto between = [&](const PdfWord& word, std::size_t c) {
    return is_figure(word) && word.box.left > heads[c].right && word.box.right < heads[c + 1].left;
  };
  const auto of_first = static_cast<std::size_t>(std::count_if(
      body.begin(), body.end(), [&](const PdfWord& word) { return between(word, first); }));
  const bool under_head = std::any_of(body.begin(), body.end(), [&](const PdfWord& word) {
    return is_figure(word) && word.box.right > edges[first] && word.box.left <= heads[first].right;
  });
  if (of_first < least_figures || under_head) {
    return;
  }
  for (std::size_t c = first; c < last; ++c) {
    double end = heads[c].right;
    for (const PdfWord& word : body) {
      end = between(word, c) ? std::max(end, word.box.right) : end;
    }
    if (end > edges[c + 1]) {
      edges[c + 1] = (end + heads[c + 1].left) / 2;
    }
  }
}

}  // namespace budgetdiff::import
