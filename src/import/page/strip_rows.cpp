#include "import/page/strip_rows.hpp"

#include "import/page/list_starts.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/paragraph_marker.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
/// Beyond these a page is no table that people made; lines go to the nearest figure.
constexpr std::size_t most_lines = 400;
constexpr std::size_t most_anchors = 200;

/// Costs, in letters: a block that lies one line beside its figure costs 1 or more.
constexpr double empty_block = 4.0;
constexpr double filled_sum = 8.0;
constexpr double off_page_block = 2.0;
constexpr double off_page_line = 0.1;
constexpr double tight_break = 1.5;
constexpr double wide_gap = 2.0;
constexpr double wrong_start = 12.0;
constexpr double late_start = 3.0;
constexpr double cut_block = 5.0;
constexpr double lost_half = 8.0;
constexpr double whole_before = 2.0;
/// A full line that ends no sentence is hardly a cell's last one; a line that
/// ends early is hardly a cell's middle.
constexpr double full_line_break = 2.4;
/// The same where a column's cells are seen to end their sentences.
constexpr double unfinished_break = 5.0;
constexpr double early_end = 0.7;
/// Nothing begins with the rest of a figure, or with a mark that ends what stands before it.
constexpr double tied_break = 12.0;
/// Where first lines are indented, a cell begins with one and holds no other.
constexpr double wrong_indent = 3.0;
constexpr double full_line = 2.1;
/// A text begins with the first of its points, and goes on with the later ones.
constexpr double wrong_point = 3.0;

/// Whether a full line goes on in the next: a figure is broken between them (67 | 4.47), or that
/// begins with a mark which ends something (，。）).
bool is_tied(const std::u32string& above, const std::u32string& below) {
  constexpr std::u32string_view closing = U"，。；：、！？）】》”’,;:!?)]%％";
  if (above.empty() || below.empty()) {
    return false;
  }
  if (closing.find(below.front()) != closing.npos) {
    return true;
  }
  const std::size_t end = std::min(below.find_first_not_of(U"0123456789"), below.size());
  const bool numbered =
      end < below.size() &&
      (below[end] == U'、' || below[end] == U'）' || below[end] == U')' ||
       (below[end] == U'.' && !(end + 1 < below.size() && is_digit(below[end + 1]))));
  // A column of 序号 has whole numbers below each other.
  const bool number = end == below.size() && std::all_of(above.begin(), above.end(), is_digit);
  return is_digit(above.back()) && end > 0 && !numbered && !number;
}

/// The number of the point that a line of prose begins; a number alone is one of 序号.
int point_of_line(const std::u32string& text) {
  constexpr std::size_t shortest = 4;
  const auto marker = text.size() < shortest ? std::nullopt : paragraph_marker(text);
  return marker && !marker->doubtful ? marker->number : 0;
}

struct Column {
  std::vector<double> y;
  std::vector<bool> tied;   ///< goes on with the line above
  std::vector<bool> full;   ///< reaches the column's edge
  std::vector<bool> stops;  ///< ends a sentence
  double leading = 1;
  double size = 1;
  bool sentences = false;      ///< cells end with full stops
  std::vector<bool> indented;  ///< empty where indents say nothing
  std::vector<int> points;     ///< that a line of no list begins with; 0: none, or not the next
  ListStarts starts;           ///< of a list
  bool is_list = false;
  Before before = Before::unknown;
};

/// Breaking before line `i`.
double break_cost(const Column& column, std::size_t i) {
  double cost = 0;
  if (i > 0 && i < column.y.size()) {
    const double gap = (column.y[i] - column.y[i - 1]) / column.leading;
    cost += tight_break * std::clamp(1.4 - gap, 0.0, 0.4) / 0.4;
    cost += column.tied[i] ? tied_break : 0;
    // Where an item begins another has ended, be its last line full or not.
    const bool item = column.is_list && !column.starts.numbered && column.starts.may[i];
    if (!column.stops[i - 1]) {
      cost += column.sentences              ? unfinished_break
              : column.full[i - 1] && !item ? full_line_break
                                            : 0;
    }
  }
  if (column.is_list && i < column.y.size()) {
    cost += column.starts.may[i] ? 0 : wrong_start;
    cost += i > 0 && column.starts.late[i] ? late_start : 0;
  }
  if (i > 0 && i < column.points.size() && column.points[i] > 1) {
    cost += wrong_point;
  }
  if (i > 0 && i < column.indented.size() && !column.indented[i]) {
    cost += wrong_indent;
  }
  return cost;
}

/// What lies inside a block of lines [begin, end).
std::vector<double> inner_costs(const Column& column) {
  std::vector<double> sums(column.y.size() + 1, 0);
  for (std::size_t i = 1; i < column.y.size(); ++i) {
    const double gap = (column.y[i] - column.y[i - 1]) / column.leading;
    double cost = wide_gap * std::max(0.0, gap - 1.5);
    cost += column.full[i - 1] ? 0 : early_end;
    cost += i < column.indented.size() && column.indented[i] ? wrong_indent : 0;
    cost += column.points[i] == 1 && column.stops[i - 1] ? wrong_point : 0;
    if (column.is_list && column.starts.must[i]) {
      cost += wrong_start / 3;
    }
    sums[i + 1] = sums[i] + cost;
  }
  return sums;
}

/// Where the text of a cell stands: beside its figure, or beginning or ending at
/// the figure's height.
enum class Align { middle, top, bottom };

/// Which lines are indented, where a column knows two beginnings of lines and
/// about one line a row has the inner one.
std::vector<bool> indents_of(const std::vector<PdfLine>& lines, std::size_t rows) {
  double left = std::numeric_limits<double>::infinity();
  for (const PdfLine& line : lines) {
    left = std::min(left, line.box.left);
  }
  std::vector<bool> out;
  double inner = 0;
  for (const PdfLine& line : lines) {
    const double indent = (line.box.left - left) / std::max(1.0, line.size);
    out.push_back(indent > 0.4);
    if (out.back()) {
      inner = inner == 0 ? indent : inner;
      if (std::abs(indent - inner) > 0.3) {
        return {};  // centred text
      }
    }
  }
  const auto count = static_cast<std::size_t>(std::count(out.begin(), out.end(), true));
  return count * 10 >= rows * 8 && count <= rows && count < lines.size() ? out
                                                                         : std::vector<bool>{};
}

struct Fit {
  double cost = impossible;
  std::vector<std::size_t> rows;
};

Fit fit(const Column& column, const std::vector<double>& anchors, const std::vector<bool>& sums,
        Align align) {
  const std::size_t n = column.y.size();
  const std::size_t blocks = anchors.size() + 2;
  const std::vector<double> inner = inner_costs(column);
  // best[k][i]: blocks 0 … k-1 hold lines 0 … i-1.
  std::vector<std::vector<double>> best(blocks + 1, std::vector<double>(n + 1, impossible));
  std::vector<std::vector<std::size_t>> from(blocks + 1, std::vector<std::size_t>(n + 1, 0));
  best[0][0] = 0;
  for (std::size_t k = 0; k < blocks; ++k) {
    const bool outside = k == 0 || k + 1 == blocks;
    const bool sum = !outside && !sums.empty() && sums[k - 1];
    for (std::size_t begin = 0; begin <= n; ++begin) {
      if (best[k][begin] == impossible) {
        continue;
      }
      for (std::size_t end = begin; end <= n; ++end) {
        double cost = 0;
        if (end == begin) {
          cost = outside || sum ? 0 : empty_block;
          cost += k == 0 && column.before == Before::open ? lost_half : 0;
        } else {
          cost = inner[end] - inner[begin + 1] + (sum ? filled_sum : 0);
          if (!(k == 0 && begin == 0)) {
            cost += break_cost(column, begin);
          }
          if (outside) {
            cost += off_page_block + off_page_line * static_cast<double>(end - begin);
            cost += k == 0 && column.before == Before::whole ? whole_before : 0;
          } else {
            const double y = align == Align::top      ? column.y[begin]
                             : align == Align::bottom ? column.y[end - 1]
                                                      : (column.y[begin] + column.y[end - 1]) / 2;
            double off = std::abs(y - anchors[k - 1]) / column.size;
            // A row that the page's end cuts lies beside its figure.
            if ((k == 1 && begin == 0) || (k + 2 == blocks && end == n)) {
              off = std::min(off, cut_block);
            }
            cost += off;
          }
        }
        const double total = best[k][begin] + cost;
        if (total < best[k + 1][end]) {
          best[k + 1][end] = total;
          from[k + 1][end] = begin;
        }
      }
    }
  }
  Fit out;
  out.cost = best[blocks][n];
  out.rows.resize(n);
  std::size_t end = n;
  for (std::size_t k = blocks; k > 0; --k) {
    const std::size_t begin = from[k][end];
    for (std::size_t i = begin; i < end; ++i) {
      out.rows[i] = k - 1;
    }
    end = begin;
  }
  return out;
}

}  // namespace

std::vector<std::size_t> rows_of_lines(const std::vector<PdfLine>& lines,
                                       const std::vector<double>& anchors, bool is_list,
                                       const std::vector<bool>& sums, Before before) {
  std::vector<std::size_t> rows(lines.size(), 0);
  if (lines.empty() || anchors.empty()) {
    return rows;
  }
  if (lines.size() > most_lines || anchors.size() > most_anchors) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto after = std::lower_bound(anchors.begin(), anchors.end(), lines[i].middle);
      auto nearest = after;
      if (after == anchors.end() ||
          (after != anchors.begin() && lines[i].middle - *(after - 1) < *after - lines[i].middle)) {
        nearest = after - 1;
      }
      rows[i] = static_cast<std::size_t>(nearest - anchors.begin()) + 1;
    }
    return rows;
  }
  Column column;
  if (is_list) {
    column.starts = list_starts(lines);
  }
  column.is_list = column.starts.any();
  const bool by_category = column.is_list && !column.starts.numbered;
  column.before = before;
  std::vector<double> steps;
  std::vector<double> sizes;
  const auto sum_count = static_cast<std::size_t>(std::count(sums.begin(), sums.end(), true));
  int last_point = 0;
  double widest = 0;
  for (const PdfLine& line : lines) {
    widest = std::max(widest, line.box.right - line.box.left);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::u32string text = without_space(lines[i].line.text);
    const double width = lines[i].box.right - lines[i].box.left;
    column.full.push_back(width > widest - full_line * lines[i].size);
    // An item that ends with ； is hardly its list's last.
    column.stops.push_back(!text.empty() &&
                           (text.back() == U'。' || (text.back() == U'；' && !by_category)));
    const int point = is_list ? 0 : point_of_line(text);
    column.points.push_back(point == 1 || point == last_point + 1 ? point : 0);
    last_point = point > 0 ? point : last_point;
    column.tied.push_back(i > 0 && column.full[i - 1] &&
                          is_tied(without_space(lines[i - 1].line.text), text));
    column.y.push_back(lines[i].middle);
    sizes.push_back(lines[i].size);
    if (i > 0) {
      steps.push_back(lines[i].middle - lines[i - 1].middle);
    }
  }
  column.indented = indents_of(lines, anchors.size() - sum_count);
  const auto stops = std::count(column.stops.begin(), column.stops.end(), true);
  column.sentences = anchors.size() >= 3 &&
                     static_cast<std::size_t>(stops) * 10 >= (anchors.size() - sum_count) * 8;
  std::sort(sizes.begin(), sizes.end());
  column.size = std::max(1.0, sizes[sizes.size() / 2]);
  // Lines of one cell are the nearest to each other.
  std::sort(steps.begin(), steps.end());
  const double low = steps.empty() ? column.size * 1.3 : steps[steps.size() / 4];
  column.leading = std::clamp(low, column.size, column.size * 2.2);

  Fit best;
  for (const Align align : {Align::middle, Align::top, Align::bottom}) {
    Fit one = fit(column, anchors, sums, align);
    if (one.cost < best.cost) {
      best = std::move(one);
    }
  }
  return best.rows.empty() ? rows : best.rows;
}

}  // namespace budgetdiff::import
