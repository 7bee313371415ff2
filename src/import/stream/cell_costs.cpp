#include "import/stream/cell_costs.hpp"

#include "import/stream/date_seam.hpp"

#include "import/page/white_strip.hpp"
#include "import/stream/value_text.hpp"
#include "import/table/target_text.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// Kinds are kept of cells of so many tokens.
constexpr std::size_t cached = 8;
constexpr std::size_t longest_prose = 160;

/// A cell that goes on behind a blank: inside a word, beside other letters, spaced letters.
constexpr double blank_in_word = 4;
constexpr double blank_beside_latin = 0.4;
constexpr double spaced_letters = 0.2;
constexpr double blank_in_target = 3;
/// And over a line's end: after a full line; after one whose column nobody knows, and that is
/// short.
constexpr double full_line = 0.15;
constexpr double some_line = 0.4;
constexpr double short_line = 1.5;
constexpr double short_width = 7;
constexpr double per_missing_width = 0.35;
constexpr double most_for_short = 4;
constexpr double paragraph = 0.3;
constexpr double other_between = 2;
constexpr double too_wide = 3;
constexpr double other_half = 5;  ///< of a day, in another cell
/// Columns that nearly all rows fill, or hardly any.
constexpr double nearly_all = 0.9;
constexpr double hardly_any = 0.15;
constexpr double always_filled = 3.5;
constexpr double hardly_filled = 0.2;
constexpr double unusual = 1.5;
/// Words of a column that has few.
constexpr double known_word = -2;
constexpr double word_of_another = 3;
constexpr double unknown_word = 2;
constexpr double slack = 1;  // halves of a letter

/// What it costs that a column between two cells, or behind the last, is blank.
double blank_between(Role role) {
  switch (role) {
    case Role::project_name:
    case Role::level3:
      return 8;
    case Role::level2:
    case Role::comparator:
      return 3;
    case Role::level1:
    case Role::goal:
    case Role::annual_goal:
      return 2;
    case Role::weight:
      return 1.5;
    default:
      return holds_targets(role) ? 1 : 0.7;
  }
}

bool ends_part(char32_t c) {
  return std::u32string_view(U"。；;！").find(c) != std::u32string_view::npos;
}

bool begins_part(const std::u32string& text) {
  return std::u32string_view(U"0123456789一二三四五六七八九（(①②③④⑤⑥⑦⑧⑨").find(text.front()) !=
             std::u32string_view::npos ||
         text.starts_with(U"目标");
}

/// The width of what a line's end cannot part: a letter, or a run of Latin ones.
double first_unit(const std::u32string& text) {
  std::size_t n = 0;
  while (n < text.size() && text[n] < 0x80) {
    ++n;
  }
  return n > 0 ? static_cast<double>(std::min<std::size_t>(n, 8)) : 2;
}

}  // namespace

std::size_t CellCosts::most_tokens_of(Role role) {
  constexpr std::size_t of_name = 10;
  constexpr std::size_t of_remark = 24;
  switch (role) {
    case Role::goal:
    case Role::annual_goal:
    case Role::indicators:
      return longest_prose;
    case Role::remark:
      return of_remark;
    case Role::project_name:
    case Role::spending_unit:
    case Role::department:
      return of_name;
    case Role::money:
    case Role::weight:
    case Role::comparator:
    case Role::sequence:
      return 1;
    default:
      return cached;
  }
}

CellCosts::CellCosts(const std::vector<StreamToken>& tokens, const std::vector<Role>& roles)
    : tokens_(tokens),
      size_(tokens.size()),
      roles_(roles),
      widths_(roles.size(), 0),
      blanks_(roles.size()),
      filled_(roles.size(), 0),
      has_words_(roles.size(), false),
      least_widths_(roles.size(), 0),
      widest_(roles.size(), 0) {
  std::transform(roles.begin(), roles.end(), blanks_.begin(), blank_between);
  has_units_ = std::find(roles.begin(), roles.end(), Role::measurement_unit) != roles.end();
  pieces_.resize(size_ * cached);
  line_.resize(size_);
  for (std::size_t i = 0; i < size_; ++i) {
    line_[i] = i == 0 || tokens_[i].starts_line ? i : line_[i - 1];
    for (std::size_t n = 1; n <= cached && i + n <= size_; ++n) {
      pieces_[i * cached + n - 1] = cell_text(tokens_, i, i + n);
    }
  }
  sum_breaks();
}

double CellCosts::of(std::size_t from, std::size_t to, std::size_t column) const {
  const Role role = roles_[column];
  const std::size_t n = to - from;
  double cost = 0;
  if (n <= cached) {
    cost = fit_of(pieces_[from * cached + n - 1], role);
  } else {
    cost = is_goal(role) || role == Role::indicators ? fit::likely : 1;
  }
  cost += filled_[column];
  cost += from > 0 && parts_date(tokens_[from - 1].text, tokens_[from].text) ? other_half : 0;
  if (!words_.empty() && n <= cached) {
    const auto word = words_.find(joined(tokens_, from, to));
    const bool here = word != words_.end() && word->second == column;
    cost += here                   ? known_word
            : word != words_.end() ? word_of_another
            : has_words_[column]   ? unknown_word
                                   : 0;
  }
  // The line that the cell begins in may have begun before it.
  std::size_t at = from + 1;
  while (at < to && line_[at] == line_[from]) {
    cost += of_break(at, 0, column);
    ++at;
  }
  if (at < to) {
    cost += of_break(at, line_before(at, from), column);
    cost += breaks_[column][to - 1] - breaks_[column][at];
  }
  return cost;
}

/// The width of the line that ends before token `at`, from `from` on.
double CellCosts::line_before(std::size_t at, std::size_t from) const {
  double width = 0;
  for (std::size_t i = std::max(from, line_[at - 1]); i < at; ++i) {
    width += width_of(tokens_[i].text) + (width > 0 ? 1 : 0);
  }
  return width;
}

/// The cost that a cell goes on with token `at`, behind a line of width `line`.
double CellCosts::of_break(std::size_t at, double line, std::size_t column) const {
  const Role role = roles_[column];
  const double width = widths_[column];
  const double least_width = least_widths_[column];
  const std::u32string& above = tokens_[at - 1].text;
  const std::u32string& below = tokens_[at].text;
  if (!tokens_[at].starts_line) {
    const bool spaced = above.size() == 1 && below.size() == 1;
    // 2025 年 9 月底前, ≥12 个: print's own blanks; a number may be the next cell, as may be
    // what stands behind one where units have a column of their own.
    const bool date = (above.back() == U'年' || above.back() == U'月') && is_digit(below.front());
    const bool unit = is_digit(above.back()) && (!has_units_ || below == U"%" || below == U"％");
    const bool within = date || unit;
    return holds_targets(role) && !within ? blank_in_target
           : spaced                       ? spaced_letters
           : blank_parts(above, below)    ? blank_in_word
                                          : blank_beside_latin;
  }
  // Nor does a number go on in letters.
  const bool another = holds_targets(role) && has_units_ && is_digit(above.back()) &&
                       !is_digit(below.front()) && below != U"%" && below != U"％";
  // 2025年11 | 月30日前
  const bool day = parts_date(above, below);
  const bool part =
      (is_goal(role) || role == Role::remark) && (ends_part(above.back()) || begins_part(below));
  double cost = 0;
  if (width <= 0 && least_width > 0) {
    const double missing = least_width - line - first_unit(below);
    cost = missing <= slack ? some_line
                            : std::min(most_for_short, some_line + per_missing_width * missing);
  } else if (width <= 0) {
    cost = is_goal(role) || role == Role::project_code ? full_line
           : line < short_width                        ? short_line
                                                       : some_line;
  } else {
    const double missing = width - line - first_unit(below);
    cost = line > std::max(width, widest_[column]) + slack * 2 ? too_wide
           : missing <= slack                                  ? full_line
                              : std::min(most_for_short, full_line + per_missing_width * missing);
  }
  return (part  ? std::min(cost, paragraph)
          : day ? std::min(cost, full_line)
                : cost) +
         (tokens_[at].apart ? other_between : 0) + (another ? blank_in_target : 0);
}

void CellCosts::sum_breaks() {
  breaks_.assign(roles_.size(), std::vector<double>(size_, 0));
  for (std::size_t c = 0; c < roles_.size(); ++c) {
    for (std::size_t i = 1; i < size_; ++i) {
      const double line = tokens_[i].starts_line ? line_before(i, line_[i - 1]) : 0;
      breaks_[c][i] = breaks_[c][i - 1] + of_break(i, line, c);
    }
  }
}

void CellCosts::measure(std::size_t from, std::size_t to, ColumnFacts& facts) const {
  for (std::size_t i = from + 1; i < to; ++i) {
    if (tokens_[i].starts_line) {
      facts.full.push_back(line_before(i, from));
    }
  }
  facts.last.push_back(line_before(to, from));
  if (to - from <= cached) {
    ++facts.words[joined(tokens_, from, to)];
  }
  ++facts.cells;
}

void CellCosts::learn(const std::vector<ColumnFacts>& facts, std::size_t rows) {
  constexpr std::size_t least = 3;
  constexpr std::size_t least_rows = 8;
  words_.clear();
  has_words_.assign(roles_.size(), false);
  for (std::size_t c = 0; c < roles_.size(); ++c) {
    widths_[c] = least_widths_[c] = widest_[c] = 0;
    std::vector<double> full = facts[c].full;
    std::vector<double> last = facts[c].last;
    if (full.size() >= least) {
      // Most lines that go on are full; a letter that did not fit is missing in some.
      const auto at = full.begin() + static_cast<std::ptrdiff_t>(full.size() * 3 / 4);
      std::nth_element(full.begin(), at, full.end());
      widths_[c] = *at;
      // Some cells of one line are wider: those lines are full, too.
      if (last.size() > 1) {
        std::nth_element(last.begin(), last.begin() + 1, last.end(), std::greater<>());
        widest_[c] = last[1];
      }
    } else if (last.size() > least) {
      // Else it is as wide as its lines but one at least.
      std::nth_element(last.begin(), last.begin() + 1, last.end(), std::greater<>());
      least_widths_[c] = last[1];
    }
    if (rows < least_rows) {
      continue;
    }
    const double share = static_cast<double>(facts[c].cells) / static_cast<double>(rows);
    blanks_[c] = share > nearly_all   ? always_filled
                 : share < hardly_any ? hardly_filled
                                      : blank_between(roles_[c]);
    filled_[c] = share < hardly_any ? unusual : 0;
    // A text that comes again in a column that is hardly ever filled is rather the end of another
    // column's, which print breaks there each time.
    if (share >= hardly_any) {
      learn_words(c, facts[c]);
    }
  }
  sum_breaks();
}

/// The words of a column that has hardly any others: 定量指标 and 定性指标, 计划标准.
void CellCosts::learn_words(std::size_t column, const ColumnFacts& facts) {
  constexpr std::size_t least = 3;
  constexpr std::size_t of_ten = 7;
  const Role role = roles_[column];
  if (role != Role::remark && role != Role::none && role != Role::project_type) {
    return;
  }
  std::size_t often = 0;
  for (const auto& [text, count] : facts.words) {
    often += count >= least ? count : 0;
  }
  has_words_[column] = often > 0 && often * 10 >= facts.cells * of_ten;
  for (const auto& [text, count] : facts.words) {
    if (has_words_[column] && count >= least) {
      words_.emplace(text, column);
    }
  }
}

}  // namespace budgetdiff::import
