#include "import/page/text_rows.hpp"

#include "import/page/word_kinds.hpp"
#include "import/stream/cell_text.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
/// A row of more lines is none that people made.
constexpr std::size_t most_lines = 12;

/// What speaks against a row, of the scale of `fit`.
constexpr double no_name = 8;
constexpr double no_target = 6;
constexpr double no_figure = 3;
constexpr double no_remark = 0.5;
constexpr double second_category = 6;
constexpr double cut_category = 3;
constexpr double cut_name = 1.5;
/// What it is worth that a row more has all that a row needs.
constexpr double new_row = -1.2;
/// A cell that goes on: behind a full line, and for each letter that is missing in one.
constexpr double full_line = 0.15;
constexpr double per_letter = 0.7;
constexpr double most_for_short = 4;
/// Cells stand beside each other's middles, or begin at one height.
constexpr double beside = 0.7;
constexpr double blank_line = 0.7;
/// Rows that another cut, hardly dearer, would part otherwise, and that hold a misfit.
constexpr double margin = 0.8;

/// A column of the rows: its lines as tokens.
struct RowColumn {
  Role role = Role::none;
  std::vector<StreamToken> tokens;
  std::vector<std::size_t> at;  ///< which line of the table each is
  int width = 0;                ///< of its widest line but few, in halves of a letter
};

bool of_row(Role role) {
  return role == Role::level3 || holds_targets(role) || role == Role::weight ||
         role == Role::comparator || role == Role::measurement_unit || role == Role::remark;
}

/// Where the rows are cut, and what that costs.
struct Cuts {
  std::vector<std::size_t> begins;
  double cost = impossible;
  std::vector<bool> doubtful;  ///< of each row
};

class TextRows {
 public:
  explicit TextRows(const std::vector<ColumnText>& columns) {
    std::map<int, double> heights;
    for (const ColumnText& column : columns) {
      if (of_row(column.role) || column.role == Role::level2) {
        for (const PdfLine& line : column.lines) {
          heights[line.line.place.line] = line.middle;
        }
      }
    }
    std::map<int, std::size_t> index;
    for (const auto& [number, middle] : heights) {
      index[number] = lines_.size();
      lines_.push_back({number, middle});
    }
    for (const ColumnText& column : columns) {
      if (of_row(column.role) || column.role == Role::level2) {
        columns_.push_back(column_of(column, index));
      }
    }
    double step = impossible;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      step = std::min(step, lines_[i].middle - lines_[i - 1].middle);
    }
    half_line_ = lines_.size() > 1 ? 0.4 * step : 1;
  }

  [[nodiscard]] std::vector<TextRow> run() {
    const Cuts middle = best(false);
    const Cuts top = best(true);
    const Cuts& cuts = middle.cost <= top.cost ? middle : top;
    std::vector<TextRow> out;
    for (std::size_t r = 0; r < cuts.begins.size(); ++r) {
      const std::size_t begin = cuts.begins[r];
      const std::size_t end = r + 1 < cuts.begins.size() ? cuts.begins[r + 1] : lines_.size();
      TextRow row;
      row.top = lines_[begin].middle - half_line_;
      row.bottom = lines_[end - 1].middle + half_line_;
      row.middle = (row.top + row.bottom) / 2;
      row.line = lines_[begin].number;
      row.doubtful = cuts.doubtful[r];
      out.push_back(row);
    }
    return out;
  }

 private:
  struct TableLine {
    int number = 0;
    double middle = 0;
  };

  static RowColumn column_of(const ColumnText& column, const std::map<int, std::size_t>& index) {
    RowColumn out;
    out.role = column.role;
    std::vector<int> widths;
    for (const PdfLine& line : column.lines) {
      StreamToken token;
      token.text = without_space(line.line.text);
      if (token.text.empty()) {
        continue;
      }
      token.line = index.at(line.line.place.line);
      token.starts_line = true;
      widths.push_back(width_of(token.text));
      out.at.push_back(token.line);
      out.tokens.push_back(std::move(token));
    }
    std::sort(widths.begin(), widths.end());
    if (!widths.empty()) {
      out.width = widths[widths.size() - 1 - widths.size() / 20];
    }
    return out;
  }

  /// The cheapest rows, their cells beside each other's middles or tops.
  [[nodiscard]] Cuts best(bool top) const {
    const std::size_t n = lines_.size();
    std::vector<double> costs(n * most_lines);
    for (std::size_t begin = 0; begin < n; ++begin) {
      for (std::size_t end = begin + 1; end <= std::min(n, begin + most_lines); ++end) {
        costs[begin * most_lines + end - begin - 1] = row_cost(begin, end, top);
      }
    }
    const auto cost = [&](std::size_t begin, std::size_t end) {
      return costs[begin * most_lines + end - begin - 1];
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
    std::set<std::size_t> cuts;
    for (std::size_t end = n; end > 0; end = from[end]) {
      out.begins.push_back(from[end]);
      cuts.insert(from[end]);
    }
    std::reverse(out.begins.begin(), out.begins.end());
    // Another cut inside a row, or none where one is, costs hardly more.
    for (std::size_t r = 0; r < out.begins.size(); ++r) {
      const std::size_t begin = out.begins[r];
      const std::size_t end = r + 1 < out.begins.size() ? out.begins[r + 1] : n;
      bool close = false;
      for (std::size_t i = begin + 1; i < end; ++i) {
        close = close || before[i] + behind[i] < out.cost + margin;
      }
      for (const std::size_t cut : {begin, end}) {
        for (std::size_t a = cut; cut > 0 && cut < n && a-- > 0 && cut - a < most_lines;) {
          for (std::size_t b = cut + 1; b <= std::min(n, a + most_lines); ++b) {
            close = close || before[a] + cost(a, b) + behind[b] < out.cost + margin;
          }
        }
      }
      out.doubtful.push_back(close || misfits(begin, end));
    }
    return out;
  }

  /// The tokens of a column in the lines [begin, end).
  [[nodiscard]] static std::pair<std::size_t, std::size_t> filled(const RowColumn& column,
                                                                  std::size_t begin,
                                                                  std::size_t end) {
    const auto first = std::lower_bound(column.at.begin(), column.at.end(), begin);
    const auto last = std::lower_bound(first, column.at.end(), end);
    return {static_cast<std::size_t>(first - column.at.begin()),
            static_cast<std::size_t>(last - column.at.begin())};
  }

  [[nodiscard]] double row_cost(std::size_t begin, std::size_t end, bool top) const {
    double cost = new_row;
    for (std::size_t i = begin + 1; i < end; ++i) {
      cost += blank_line * (lines_[i].number - lines_[i - 1].number - 1);
    }
    bool target = false;
    bool targets = false;
    // Where the cells stand: their middles or tops, each counted once.
    double sum = 0;
    std::vector<double> places;
    for (const RowColumn& column : columns_) {
      const auto [first, last] = filled(column, begin, end);
      if (column.role == Role::level2) {
        cost += categories_cost(column, first, last, end);
        continue;
      }
      targets = targets || holds_targets(column.role);
      if (first == last) {
        cost += blank_cost(column);
        continue;
      }
      target = target || holds_targets(column.role);
      cost += looks_cut(column, first, last) ? cut_name : 0;
      cost += fit_of(cell_text(column.tokens, first, last), column.role) +
              lines_cost(column, first, last);
      places.push_back(top ? static_cast<double>(column.at[first])
                           : static_cast<double>(column.at[first] + column.at[last - 1]) / 2);
      sum += places.back();
    }
    for (const double place : places) {
      const double off = std::abs(place - sum / static_cast<double>(places.size()));
      cost += beside * std::max(0.0, off - 0.5);
    }
    return cost + (targets && !target ? no_target : 0);
  }

  [[nodiscard]] static double blank_cost(const RowColumn& column) {
    if (column.tokens.empty()) {
      return 0;
    }
    return column.role == Role::level3                                            ? no_name
           : column.role == Role::weight || column.role == Role::comparator       ? no_figure
           : column.role == Role::remark || column.role == Role::measurement_unit ? no_remark
                                                                                  : 1;
  }

  /// Whether a name looks as if its beginning were in the row above: two letters behind a full
  /// line.
  [[nodiscard]] static bool looks_cut(const RowColumn& column, std::size_t first,
                                      std::size_t last) {
    constexpr std::size_t shortest = 2;
    return column.role == Role::level3 && first > 0 && first < last &&
           column.tokens[first].text.size() <= shortest &&
           width_of(column.tokens[first - 1].text) + 2 >= column.width;
  }

  /// Lines of one cell: all but the last are full.
  [[nodiscard]] static double lines_cost(const RowColumn& column, std::size_t first,
                                         std::size_t last) {
    double cost = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
      const int missing = column.width - width_of(column.tokens[i - 1].text) - 2;
      cost +=
          missing <= 0 ? full_line : std::min(most_for_short, full_line + per_letter * missing / 2);
    }
    return cost;
  }

  /// A row has one second level at most, and cuts none.
  [[nodiscard]] static double categories_cost(const RowColumn& column, std::size_t first,
                                              std::size_t last, std::size_t) {
    std::string text;
    std::size_t whole = 0;
    for (std::size_t i = first; i < last; ++i) {
      text += to_utf8(column.tokens[i].text);
      const bool goes_on = i + 1 < last &&
                           is_level2_category(text + to_utf8(column.tokens[i + 1].text)) &&
                           !is_level2_category(to_utf8(column.tokens[i + 1].text));
      if (is_level2_category(text) && !goes_on) {
        ++whole;
        text.clear();
      }
    }
    double cost = whole > 1 ? second_category * static_cast<double>(whole - 1) : 0;
    // A category that the row's end cuts.
    if (last > first && last < column.tokens.size() && column.at[last] <= column.at[last - 1] + 2) {
      const std::string above = to_utf8(column.tokens[last - 1].text);
      const std::string below = to_utf8(column.tokens[last].text);
      cost += !is_level2_category(above) && !is_level2_category(below) &&
                      is_level2_category(above + below)
                  ? cut_category / 3
                  : 0;
    }
    return cost;
  }

  /// Whether a cell of the row is where none of its kind is, or it lacks name or target.
  [[nodiscard]] bool misfits(std::size_t begin, std::size_t end) const {
    bool target = false;
    bool targets = false;
    bool misfit = false;
    for (const RowColumn& column : columns_) {
      const auto [first, last] = filled(column, begin, end);
      targets = targets || holds_targets(column.role);
      target = target || (holds_targets(column.role) && first < last);
      const bool figure = column.role == Role::weight || column.role == Role::comparator;
      misfit = misfit || (column.role == Role::level3 && first == last) ||
               (figure && !column.tokens.empty() && first == last);
      misfit = misfit || looks_cut(column, first, last);
      if (first < last && column.role != Role::level2) {
        misfit =
            misfit || fit_of(cell_text(column.tokens, first, last), column.role) >= fit::unlikely;
      }
    }
    return misfit || (targets && !target);
  }

  std::vector<RowColumn> columns_;
  std::vector<TableLine> lines_;
  double half_line_ = 1;  ///< nearly
};

}  // namespace

std::vector<TextRow> text_rows(const std::vector<ColumnText>& columns) {
  return TextRows(columns).run();
}

}  // namespace budgetdiff::import
