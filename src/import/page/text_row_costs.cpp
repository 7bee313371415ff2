#include "import/page/text_row_costs.hpp"

#include "import/page/row_cell_costs.hpp"
#include "import/page/target_lines.hpp"
#include "import/page/word_kinds.hpp"
#include "import/stream/cell_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();

/// What speaks against a row.
constexpr double no_target = 6;
/// Words have no unit of measure.
constexpr double unit_of_words = 2;
/// What it is worth that a row more has all that a row needs.
constexpr double new_row = -1.2;
/// Cells stand beside each other's middles, or begin at one height.
constexpr double beside = 0.7;
/// What stands between two lines is on one of them.
constexpr double near_beside = 0.2;
constexpr double blank_line = 0.7;
/// Lines are rather in order.
constexpr double mixed_lines = 2;
constexpr double each_mixed = 1.2;

}  // namespace

/// A column's tokens cut into cells, a row each.
struct TextRowCosts::Split {
  double cost = impossible;
  double second = impossible;  ///< of the next best
  std::vector<std::size_t> starts;
};

TextRowCosts::TextRowCosts(const std::vector<ColumnText>& columns,
                           const std::map<Role, int>& widths) {
  std::map<int, double> heights;
  for (const ColumnText& column : columns) {
    if (is_of_row(column.role) || column.role == Role::level2) {
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
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const Role role = columns[c].role;
    if (is_of_row(role) || role == Role::level2) {
      columns_.push_back(row_column(columns[c], index));
      columns_.back().of = c;
      if (const auto width = widths.find(role); width != widths.end()) {
        columns_.back().width = std::max(columns_.back().width, width->second);
      }
      targets_ += holds_targets(role) ? 1U : 0U;
      units_ = units_ || role == Role::measurement_unit;
    }
  }
  for (const RowColumn& column : columns_) {
    span_ = span_ || (column.role == Role::level2 && span_rows(column, columns_));
  }
}

std::pair<std::size_t, std::size_t> TextRowCosts::filled(const RowColumn& column, std::size_t begin,
                                                         std::size_t end) {
  const auto first = std::lower_bound(column.at.begin(), column.at.end(), begin);
  const auto last = std::lower_bound(first, column.at.end(), end);
  return {static_cast<std::size_t>(first - column.at.begin()),
          static_cast<std::size_t>(last - column.at.begin())};
}

double TextRowCosts::blank_lines(std::size_t begin, std::size_t end) const {
  double cost = 0;
  for (std::size_t i = begin + 1; i < end; ++i) {
    cost += blank_line * (lines_[i].number - lines_[i - 1].number - 1);
  }
  return cost;
}

double TextRowCosts::one_row(std::size_t begin, std::size_t end, bool top) {
  double cost = new_row + blank_lines(begin, end);
  bool target = false;
  bool unit = false;
  bool words = true;
  // Where the cells stand: their middles or tops, each counted once.
  double sum = 0;
  std::vector<double> places;
  for (RowColumn& column : columns_) {
    const auto [first, last] = filled(column, begin, end);
    if (column.role == Role::level2) {
      cost += categories_cost(column, first, last, 1, span_);
      continue;
    }
    if (first == last) {
      cost += blank_cost(column);
      continue;
    }
    target = target || holds_targets(column.role);
    unit = unit || column.role == Role::measurement_unit;
    words = words && !(holds_targets(column.role) && has_number(column, first, last));
    cost += cell_cost(column, first, last, units_) + end_cost(column, last);
    places.push_back(top ? static_cast<double>(column.at[first])
                         : static_cast<double>(column.at[first] + column.at[last - 1]) / 2);
    sum += places.back();
  }
  for (const double place : places) {
    const double off = std::abs(place - sum / static_cast<double>(places.size()));
    cost += beside * std::max(0.0, off - 0.5) + near_beside * std::min(off, 0.5);
  }
  return cost + (targets_ > 0 && !target ? no_target : 0) +
         (target && words && unit ? unit_of_words : 0);
}

TextRowCosts::Split TextRowCosts::split(RowColumn& column, std::size_t first, std::size_t last,
                                        std::size_t rows, const std::vector<bool>& numbers) {
  struct Way {
    double cost = impossible;
    double second = impossible;
    std::size_t from = 0;
  };
  const std::size_t m = last - first;
  const double missing =
      blank_cost(column) +
      (holds_targets(column.role) ? no_target / static_cast<double>(targets_) : 0);
  std::vector<Way> ways((rows + 1) * (m + 1));
  const auto way = [&](std::size_t row, std::size_t i) -> Way& { return ways[row * (m + 1) + i]; };
  way(0, 0).cost = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i <= m; ++i) {
      const Way& before = way(row, i);
      if (before.cost == impossible) {
        continue;
      }
      for (std::size_t end = i; end <= std::min(m, i + most_lines); ++end) {
        double own = end == i ? missing : cell_cost(column, first + i, first + end, units_);
        if (end > i && row + 1 < rows && column.tokens.size() > rows) {
          own += end_cost(column, first + end);
        }
        // Numbers have a unit, words none.
        if (!numbers.empty() && numbers[row] == (end == i)) {
          own += numbers[row] ? no_remark : fit::unlikely;
        }
        Way& to = way(row + 1, end);
        const double cost = before.cost + own;
        if (cost < to.cost) {
          to.second = std::min(to.cost, before.second + own);
          to.cost = cost;
          to.from = i;
        } else {
          to.second = std::min(to.second, cost);
        }
      }
    }
  }
  Split out;
  out.cost = way(rows, m).cost;
  out.second = way(rows, m).second;
  out.starts.assign(rows + 1, last);
  for (std::size_t row = rows, i = m; row > 0 && out.cost < impossible; --row) {
    i = way(row, i).from;
    out.starts[row - 1] = first + i;
  }
  return out;
}

double TextRowCosts::mixed_cost(std::size_t begin, std::size_t end, std::size_t rows) {
  return mixed(begin, end, rows).cost;
}

MixedRows TextRowCosts::mixed(std::size_t begin, std::size_t end, std::size_t rows) {
  MixedRows out;
  out.cost = new_row * static_cast<double>(rows) + mixed_lines +
             each_mixed * static_cast<double>(rows - 2) + blank_lines(begin, end);
  out.starts.resize(columns_.size());
  std::vector<bool> numbers;
  for (const bool units : {false, true}) {
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if ((columns_[c].role == Role::measurement_unit) == units) {
        split_mixed(c, begin, end, rows, numbers, out);
      }
    }
  }
  return out;
}

void TextRowCosts::split_mixed(std::size_t c, std::size_t begin, std::size_t end, std::size_t rows,
                               std::vector<bool>& numbers, MixedRows& out) {
  RowColumn& column = columns_[c];
  const auto [first, last] = filled(column, begin, end);
  if (column.role == Role::level2) {
    out.cost += categories_cost(column, first, last, rows, span_);
    out.starts[c].assign(rows + 1, last);
    return;
  }
  // Signs are of other fonts and stand at other heights than words: print may change their order.
  const bool signs_differ = column.role == Role::comparator &&
                            std::any_of(column.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                                        column.tokens.begin() + static_cast<std::ptrdiff_t>(last),
                                        [&, f = first](const StreamToken& token) {
                                          return token.text != column.tokens[f].text;
                                        });
  out.sure = out.sure && !signs_differ;
  Split cells = split(column, first, last, rows,
                      column.role == Role::measurement_unit ? numbers : std::vector<bool>{});
  out.cost += cells.cost;
  out.sure = out.sure && (first == last || cells.second > cells.cost + margin);
  out.starts[c] = std::move(cells.starts);
  if (holds_targets(column.role) && cells.cost < impossible) {
    numbers.assign(rows, false);
    for (std::size_t r = 0; r < rows; ++r) {
      numbers[r] = has_number(column, out.starts[c][r], out.starts[c][r + 1]);
    }
  }
}

std::size_t TextRowCosts::most_rows(std::size_t begin, std::size_t end) const {
  std::size_t names = 1;
  std::size_t targets = targets_ > 0 ? 1 : most_mixed;
  for (const RowColumn& column : columns_) {
    const auto [first, last] = filled(column, begin, end);
    if (column.role == Role::level3) {
      names = last - first;
    } else if (holds_targets(column.role)) {
      targets = std::max(targets, last - first);
    }
  }
  return std::min({names, targets, most_mixed});
}

bool TextRowCosts::misfits(const std::vector<std::size_t>& first,
                           const std::vector<std::size_t>& last) const {
  bool target = false;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const RowColumn& column = columns_[c];
    if (column.role == Role::level2) {
      if (categories_cost(column, first[c], last[c], 1, true) >= second_category) {
        return true;
      }
      continue;
    }
    const bool blank = first[c] == last[c];
    target = target || (holds_targets(column.role) && !blank);
    if (blank) {
      if (column.role == Role::level3 || (is_figure(column.role) && !column.tokens.empty())) {
        return true;
      }
      continue;
    }
    // The end of a category, most likely, that print has put beside a name.
    const bool tail =
        column.role == Role::level3 &&
        std::any_of(column.tokens.begin() + static_cast<std::ptrdiff_t>(first[c]),
                    column.tokens.begin() + static_cast<std::ptrdiff_t>(last[c]),
                    [](const StreamToken& token) { return kind_of(token.text).tail; });
    const bool gap = std::any_of(column.tokens.begin() + static_cast<std::ptrdiff_t>(first[c]) + 1,
                                 column.tokens.begin() + static_cast<std::ptrdiff_t>(last[c]),
                                 [](const StreamToken& token) { return !token.starts_line; });
    constexpr double short_lines = 2.5;
    const bool broken =
        column.role != Role::remark && lines_cost(column, first[c], last[c]) >= short_lines;
    if (gap || tail || broken || holds_two_targets(column, first[c], last[c]) ||
        looks_cut(column, first[c], last[c]) || begins_with_rest(column, first[c], last[c]) ||
        ends_open(column, last[c]) ||
        fit_of(cell_text(column.tokens, first[c], last[c]), column.role) >= fit::unlikely) {
      return true;
    }
  }
  return targets_ > 0 && !target;
}

}  // namespace budgetdiff::import
