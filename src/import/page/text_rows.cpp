#include "import/page/text_rows.hpp"

#include "import/page/text_row_costs.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr std::size_t most_lines = TextRowCosts::most_lines;
constexpr double margin = TextRowCosts::margin;

/// Lines [begin, end) that hold so many rows.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t rows = 1;
  bool close = false;  ///< lines cut otherwise cost hardly more
};

/// Where the lines are cut, and what that costs.
struct Cuts {
  std::vector<Part> parts;
  double cost = impossible;
};

class TextRows {
 public:
  TextRows(const std::vector<ColumnText>& columns, const std::map<Role, int>& widths,
           const std::vector<int>& cuts)
      : costs_(columns, widths), width_(columns.size()) {
    const auto& lines = costs_.lines();
    // Which of the parts that the cuts make each line is in.
    for (const TextRowCosts::TableLine& line : lines) {
      part_of_.push_back(std::upper_bound(cuts.begin(), cuts.end(), line.number) - cuts.begin());
    }
    double step = impossible;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      step = std::min(step, lines[i].middle - lines[i - 1].middle);
    }
    half_line_ = lines.size() > 1 ? 0.4 * step : 1;
    find_cells();
    find_mixed();
  }

  /// What all lines from each up to each cost.
  [[nodiscard]] RowsBetween between() {
    const std::size_t n = costs_.lines().size();
    std::vector<double> all((n + 1) * (n + 1), impossible);
    for (const bool top : {false, true}) {
      const PartCosts parts = part_costs(top);
      for (std::size_t start = 0; start < n; ++start) {
        std::vector<double> before(n + 1, impossible);
        before[start] = 0;
        for (std::size_t end = start + 1; end <= n; ++end) {
          for (std::size_t begin = end; begin-- > start && end - begin <= most_lines;) {
            before[end] = std::min(
                before[end], before[begin] + parts.known[begin * most_lines + end - begin - 1]);
          }
          double& known = all[start * (n + 1) + end];
          known = std::min(known, before[end]);
        }
      }
    }
    std::vector<int> numbers;
    for (const TextRowCosts::TableLine& line : costs_.lines()) {
      numbers.push_back(line.number);
    }
    return {std::move(numbers), std::move(all)};
  }

  [[nodiscard]] std::vector<TextRow> run(BandStyle* style) {
    const Cuts middle = best(false);
    const Cuts top = best(true);
    BandStyle own;
    BandStyle& all = style != nullptr ? *style : own;
    all.middle += middle.cost;
    all.top += top.cost;
    const Cuts& cuts = all.middle <= all.top ? middle : top;
    std::vector<TextRow> out;
    for (const Part& part : cuts.parts) {
      add_rows(part, out);
    }
    return out;
  }

 private:
  /// Counts the lines with a cell of a row, up to each.
  void find_cells() {
    std::vector<std::size_t> holds(costs_.lines().size(), 0);
    for (const RowColumn& column : costs_.columns()) {
      for (const std::size_t line : column.at) {
        holds[line] = column.role != Role::level2 ? 1 : holds[line];
      }
    }
    cells_.assign(1, 0);
    for (const std::size_t one : holds) {
      cells_.push_back(cells_.back() + one);
    }
  }

  /// Whether rows cut at the one line have the same cells as those cut at the other: a line of
  /// categories alone, in the middle of the rows of theirs, is nothing of a row.
  [[nodiscard]] bool same_cut(std::size_t a, std::size_t b) const { return cells_[a] == cells_[b]; }

  /// The best number of rows, from two up, of all lines that one row may have.
  void find_mixed() {
    const std::size_t n = costs_.lines().size();
    mixed_.assign(n * most_lines, {impossible, 0});
    for (std::size_t begin = 0; begin < n; ++begin) {
      for (std::size_t end = begin + 1; end <= std::min(n, begin + most_lines); ++end) {
        auto& [least, count] = mixed_[begin * most_lines + end - begin - 1];
        for (std::size_t rows = 2; rows <= costs_.most_rows(begin, end); ++rows) {
          if (const double cost = costs_.mixed_cost(begin, end, rows); cost < least) {
            least = cost;
            count = rows;
          }
        }
      }
    }
  }

  /// What all lines that one part may have cost, and how many rows they then are.
  struct PartCosts {
    std::vector<double> known;
    std::vector<std::size_t> counts;
  };

  [[nodiscard]] PartCosts part_costs(bool top) {
    const std::size_t n = costs_.lines().size();
    PartCosts out{std::vector<double>(n * most_lines), std::vector<std::size_t>(n * most_lines, 1)};
    auto& [known, counts] = out;
    for (std::size_t begin = 0; begin < n; ++begin) {
      for (std::size_t end = begin + 1; end <= std::min(n, begin + most_lines); ++end) {
        const std::size_t at = begin * most_lines + end - begin - 1;
        if (part_of_[begin] != part_of_[end - 1]) {
          known[at] = impossible;
          continue;
        }
        known[at] = costs_.one_row(begin, end, top);
        if (mixed_[at].first < known[at]) {
          std::tie(known[at], counts[at]) = mixed_[at];
        }
      }
    }
    return out;
  }

  /// The cheapest rows, their cells beside each other's middles or tops.
  [[nodiscard]] Cuts best(bool top) {
    const std::size_t n = costs_.lines().size();
    const auto [known, counts] = part_costs(top);
    const auto cost = [&, &of = known](std::size_t begin, std::size_t end) {
      return of[begin * most_lines + end - begin - 1];
    };
    std::vector<double> before(n + 1, impossible);
    std::vector<std::size_t> from(n + 1, 0);
    before[0] = 0;
    for (std::size_t end = 1; end <= n; ++end) {
      for (std::size_t begin = end; begin-- > 0 && end - begin <= most_lines;) {
        if (const double all = before[begin] + cost(begin, end); all < before[end]) {
          before[end] = all;
          from[end] = begin;
        }
      }
    }
    std::vector<double> behind(n + 1, impossible);
    behind[n] = 0;
    for (std::size_t begin = n; begin-- > 0;) {
      for (std::size_t end = begin + 1; end <= std::min(n, begin + most_lines); ++end) {
        behind[begin] = std::min(behind[begin], cost(begin, end) + behind[end]);
      }
    }
    Cuts out;
    out.cost = before[n];
    for (std::size_t end = n; end > 0; end = from[end]) {
      const std::size_t begin = from[end];
      out.parts.push_back({begin, end, counts[begin * most_lines + end - begin - 1], false});
    }
    std::reverse(out.parts.begin(), out.parts.end());
    // Another cut inside a row, or none where one is, costs hardly more.
    for (Part& part : out.parts) {
      for (std::size_t i = part.begin + 1; i < part.end; ++i) {
        const bool other = !same_cut(part.begin, i) && !same_cut(i, part.end);
        part.close = part.close || (other && before[i] + behind[i] < out.cost + margin);
      }
      for (const std::size_t cut : {part.begin, part.end}) {
        for (std::size_t a = cut; cut > 0 && cut < n && a-- > 0 && cut - a < most_lines;) {
          for (std::size_t b = cut + 1; b <= std::min(n, a + most_lines); ++b) {
            const bool other = !same_cut(a, cut) && !same_cut(cut, b);
            part.close =
                part.close || (other && before[a] + cost(a, b) + behind[b] < out.cost + margin);
          }
        }
      }
    }
    return out;
  }

  /// From where to where a row has cells: lines of categories alone are white of its own or of a
  /// neighbour.
  [[nodiscard]] std::pair<double, double> used(const Part& part, double top, double bottom) const {
    std::size_t first = part.end;
    std::size_t last = part.begin;
    for (const RowColumn& column : costs_.columns()) {
      const auto [from, to] = TextRowCosts::filled(column, part.begin, part.end);
      if (column.role != Role::level2 && from < to) {
        first = std::min(first, column.at[from]);
        last = std::max(last, column.at[to - 1]);
      }
    }
    return first > last ? std::pair(top, bottom)
                        : std::pair(costs_.lines()[first].middle - half_line_,
                                    costs_.lines()[last].middle + half_line_);
  }

  void add_rows(const Part& part, std::vector<TextRow>& out) {
    const auto& lines = costs_.lines();
    const auto& columns = costs_.columns();
    double top = lines[part.begin].middle - half_line_;
    double bottom = lines[part.end - 1].middle + half_line_;
    if (part.rows == 1) {
      std::tie(top, bottom) = used(part, top, bottom);
    }
    const double height = (bottom - top) / static_cast<double>(part.rows);
    MixedRows mixed;
    bool doubtful = part.close;
    if (part.rows > 1) {
      mixed = costs_.mixed(part.begin, part.end, part.rows);
      doubtful = doubtful || !mixed.sure;
      for (std::size_t rows = 2; rows <= costs_.most_rows(part.begin, part.end); ++rows) {
        doubtful = doubtful || (rows != part.rows && costs_.mixed_cost(part.begin, part.end, rows) <
                                                         mixed.cost + margin);
      }
    } else {
      for (const RowColumn& column : columns) {
        const auto [first, last] = TextRowCosts::filled(column, part.begin, part.end);
        mixed.starts.push_back({first, last});
      }
    }
    for (std::size_t r = 0; r < part.rows; ++r) {
      TextRow row;
      row.top = top + height * static_cast<double>(r);
      row.bottom = row.top + height;
      row.middle = (row.top + row.bottom) / 2;
      row.first_line = part.rows == 1 ? lines[part.begin].middle : row.middle;
      row.line = lines[part.begin].number;
      row.first.assign(width_, Grid::none);
      std::vector<std::size_t> first;
      std::vector<std::size_t> last;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        first.push_back(mixed.starts[c][r]);
        last.push_back(mixed.starts[c][r + 1]);
        row.first[columns[c].of] = first.back();
      }
      row.doubtful = doubtful || costs_.misfits(first, last);
      out.push_back(std::move(row));
    }
  }

  TextRowCosts costs_;
  std::size_t width_;
  std::vector<std::ptrdiff_t> part_of_;
  std::vector<std::size_t> cells_;  ///< lines with a cell of a row before each line
  std::vector<std::pair<double, std::size_t>> mixed_;  ///< cost and rows of lines, if mixed
  double half_line_ = 1;                               ///< nearly
};

}  // namespace

double RowsBetween::between(int begin, int end) const {
  const auto first = std::lower_bound(lines_.begin(), lines_.end(), begin);
  const auto last = std::lower_bound(first, lines_.end(), end);
  const auto at = static_cast<std::size_t>(first - lines_.begin());
  const auto until = static_cast<std::size_t>(last - lines_.begin());
  return costs_.empty() ? impossible : costs_[at * (lines_.size() + 1) + until];
}

RowsBetween rows_between(const std::vector<ColumnText>& columns,
                         const std::map<Role, int>& widths) {
  return TextRows(columns, widths, {}).between();
}

std::vector<TextRow> text_rows(const std::vector<ColumnText>& columns,
                               const std::map<Role, int>& widths, const std::vector<int>& cuts,
                               BandStyle* style) {
  return TextRows(columns, widths, cuts).run(style);
}

}  // namespace budgetdiff::import
