#include "import/paste/lost_spans.hpp"

#include "import/identity.hpp"
#include "import/page/word_kinds.hpp"
#include "import/table/context.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/scan.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A row is put together from so many lines at most: a goal has paragraphs.
constexpr std::size_t most_lines = 40;
/// And so many at most stand before its first tab.
constexpr std::size_t most_loose = 8;
constexpr double impossible = std::numeric_limits<double>::infinity();

/// What it costs that a column has no cell: at the left, where cells span from above,
/// between two cells, and at the right.
constexpr double no_name = 8;
constexpr double no_target = 6;
constexpr double no_other_target = 4;
constexpr double gap = 3;
constexpr double gap_behind_name = 6;  // what a row says of its indicator is in its own cells
constexpr double short_at_right = 2;
/// That a row has all cells; that it has a line more; that such a line follows a sentence's end.
constexpr double complete = -4;
constexpr double line_with_tabs = 2.5;
constexpr double loose_line = 0.6;
constexpr double loose_in_short_cell = 3;
constexpr std::size_t shortest_prose = 12;
constexpr double behind_an_end = 1;
constexpr double joined_to_next = 0.3;
constexpr double new_row = 0.2;
/// A row that is none of the list's: with words that say so, and without.
constexpr double said_other = 0.5;
constexpr double sure_label = -2;
constexpr double column_numbers = -8;
constexpr std::size_t longest_unit = 8;
constexpr double loose_other = 2;
constexpr double unsaid_other = 7;

struct Placing {
  double cost = impossible;
  std::vector<std::size_t> columns;
  bool misfit = false;
};

/// Below a header: 1 2 3 4.
bool numbers_columns(const PastedRow& row) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (to_utf8(packed(row.cells[i])) != std::to_string(i + 1)) {
      return false;
    }
  }
  return row.cells.size() > 2;
}

class Placer {
 public:
  Placer(const std::vector<PastedRow>& rows, const Header& header) : rows_(rows), header_(header) {
    bool name_seen = false;
    for (const Column& column : header.columns) {
      left_.push_back(cost_of_none(column.role, 0));
      between_.push_back(cost_of_none(column.role, name_seen ? gap_behind_name : gap));
      name_seen = name_seen || column.role == Role::level3;
      right_.push_back(cost_of_none(column.role, short_at_right));
    }
  }

  std::vector<PlacedRow> run() {
    const std::size_t n = rows_.size();
    struct Best {
      double cost = impossible;
      std::size_t from = 0;
      PlacedRow row;
    };
    std::vector<Best> best(n + 1);
    best[0].cost = 0;
    for (std::size_t begin = 0; begin < n; ++begin) {
      if (best[begin].cost == impossible) {
        continue;
      }
      PastedRow row = rows_[begin];
      double cost = best[begin].cost + new_row;
      for (std::size_t end = begin + 1;; ++end) {
        PlacedRow placed = place(row);
        if (const double all = cost + cost_; all < best[end].cost) {
          best[end] = {all, begin, std::move(placed)};
        }
        if (end == n || end - begin >= (row.loose() ? most_loose : most_lines)) {
          break;
        }
        cost += cost_of_joining(row, rows_[end]);
        append(row, rows_[end]);
        if (row.cells.size() > header_.columns.size()) {
          break;
        }
      }
    }
    std::vector<PlacedRow> out;
    for (std::size_t at = n; at > 0; at = best[at].from) {
      out.push_back(std::move(best[at].row));
    }
    // What stands behind the last row is none of the table's.
    for (PlacedRow& row : out) {  // from the last on
      if (!row.outside || !row.row.loose()) {
        break;
      }
      row.doubtful = false;
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

 private:
  [[nodiscard]] double cost_of_none(Role role, double other) const {
    if (role == Role::level3 || (!header_.indicator_rows() && role == Role::project_name)) {
      return no_name;
    }
    if (role == Role::indicators && header_.indicator_rows()) {
      return 0;  // beside the rows, at a form's side
    }
    return holds_targets(role) ? no_other_target : other;
  }

  /// The row where it fits best; what that costs is left in `cost_`.
  PlacedRow place(const PastedRow& row) {
    Placing in_list = place_in_list(row);
    const double other = cost_of_other(row);
    PlacedRow out{row, std::move(in_list.columns), false, in_list.misfit};
    cost_ = in_list.cost;
    if (other < cost_) {
      cost_ = other;
      out.outside = true;
      out.doubtful = other >= unsaid_other;
      out.columns.clear();
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        out.columns.push_back(i);
      }
    }
    return out;
  }

  [[nodiscard]] static double cost_of_other(const PastedRow& row) {
    if (row.lines > 1) {
      return impossible;
    }
    const std::u32string text = packed(row.cells.front());
    const std::string word = to_utf8(text);
    if (row.loose()) {
      const std::u32string& line = row.cells.front().front().text;
      const bool said = is_sum_label(word) || opens_remark(text) ||
                        (!labels_in(line).empty() && !opens_list_item(text)) ||
                        heads_section(text) || names_public_body(word);
      return said ? said_other : text.size() > shortest_prose ? loose_other : unsaid_other;
    }
    if (numbers_columns(row)) {
      return column_numbers;
    }
    if (is_level1_category(word) || is_level2_category(word)) {
      return unsaid_other;
    }
    switch (look_up_header(word).role) {
      case Role::goal:
      case Role::annual_goal:
      case Role::person:
      case Role::project_code:
      case Role::department:
        return sure_label;
      case Role::money:  // an indicator may be called so
        return row.cells.size() == 2 && read_published_amount(packed(row.cells[1])) ? sure_label
                                                                                    : said_other;
      case Role::remark:
      case Role::year:
        return said_other;
      default:
        return unsaid_other;
    }
  }

  [[nodiscard]] Placing place_in_list(const PastedRow& row) const {
    const std::size_t k = row.cells.size();
    const std::size_t n = header_.columns.size();
    Placing out;
    if (k > n) {
      return out;
    }
    const std::string first = to_utf8(packed(row.cells.front()));
    const bool sum = is_sum_label(first) || is_subtotal_label(first);
    std::vector<double> fits(k * n);
    for (std::size_t i = 0; i < k; ++i) {
      const std::u32string text = packed(row.cells[i]);
      const WordKind kind = text.empty() ? WordKind{} : kind_of(text);
      for (std::size_t c = 0; c < n; ++c) {
        fits[i * n + c] =
            text.empty() || (sum && i == 0) ? 0 : fit_of_cell(kind, text, header_.columns[c].role);
      }
    }
    // The least cost of the first cells, the last of them in each column.
    std::vector<double> costs(k * n, impossible);
    std::vector<std::size_t> from(k * n, 0);
    for (std::size_t i = 0; i < k; ++i) {
      for (std::size_t c = i; c < n; ++c) {
        double& best = costs[i * n + c];
        if (i == 0) {
          best = 0;
          for (std::size_t skipped = 0; skipped < c; ++skipped) {
            best += sum ? 0 : left_[skipped];
          }
        } else {
          double skips = 0;
          for (std::size_t before = c; before-- > i - 1;) {
            if (const double cost = costs[(i - 1) * n + before] + skips; cost < best) {
              best = cost;
              from[i * n + c] = before;
            }
            skips += sum ? gap / 3 : between_[before];
          }
        }
        best += fits[i * n + c];
      }
    }
    std::size_t last = n;
    double skips = 0;
    for (std::size_t c = n; c-- > 0;) {
      if (const double cost = costs[(k - 1) * n + c] + skips; cost < out.cost) {
        out.cost = cost;
        last = c;
      }
      skips += sum ? 0 : right_[c];
    }
    if (last == n) {
      return out;
    }
    out.columns.resize(k);
    for (std::size_t i = k; i-- > 0;) {
      out.columns[i] = last;
      last = from[i * n + last];
    }
    out.cost += k == n ? complete : 0;
    if (!sum) {
      judge(row, fits, out);
    }
    return out;
  }

  /// What speaks for a cell's text in a column: as for a word, but that prose is prose
  /// whatever it begins with.
  [[nodiscard]] static double fit_of_cell(const WordKind& kind, const std::u32string& text,
                                          Role role) {
    constexpr std::size_t prose = 12;
    if (role == Role::remark || role == Role::none) {
      return 0;  // of any kind
    }
    const bool long_text = text.size() > prose && !kind.number;
    if (long_text && (role == Role::goal || role == Role::annual_goal || role == Role::remark ||
                      role == Role::level3 || holds_targets(role))) {
      return 0;
    }
    if (holds_targets(role) && !kind.whole && !kind.number && !kind.target) {
      return 0;  // 满意, 优良: words that categories have as well
    }
    return fit_of(kind, role);
  }

  /// Adds what a name or all targets that are missing cost, and whether that or a misfit
  /// makes the row a guess.
  void judge(const PastedRow& row, const std::vector<double>& fits, Placing& out) const {
    const std::size_t n = header_.columns.size();
    bool has_name = !header_.indicator_rows();
    bool wants_target = false;
    bool has_target = false;
    bool blank = true;
    for (const Column& column : header_.columns) {
      wants_target = wants_target || holds_targets(column.role);
    }
    for (std::size_t i = 0; i < out.columns.size(); ++i) {
      const Role role = header_.columns[out.columns[i]].role;
      const bool filled = !packed(row.cells[i]).empty();
      has_name = has_name || (role == Role::level3 && filled);
      has_target = has_target || (holds_targets(role) && filled);
      blank = blank && !(filled && (holds_levels(role) || holds_targets(role)));
      // What is called 质量指标 is a category; a unit may be 元/人·天.
      const std::u32string text = packed(row.cells[i]);
      const bool category = role == Role::level3 && text.ends_with(U"指标") && kind_of(text).whole;
      // A paste has whole cells: 满意 is a target, and no part of 满意度指标.
      const bool piece = filled && holds_levels(role) && role != Role::level3 && is_piece(text);
      const bool judged = role != Role::project_name &&
                          (role != Role::measurement_unit || text.size() > longest_unit);
      out.misfit = out.misfit || (judged && fits[i * n + out.columns[i]] >= fit::unlikely) ||
                   category || piece;
    }
    const bool lacks = header_.indicator_rows() && wants_target && !has_target;
    out.cost += (has_name ? 0 : no_name / 2) + (lacks ? no_target : 0);
    // A project may have no indicators at all.
    out.misfit = out.misfit || (!blank && (!has_name || lacks));
  }

  /// Whether a text is part of a category, and none itself.
  [[nodiscard]] static bool is_piece(const std::u32string& text) {
    const WordKind kind = kind_of(text);
    return !kind.whole && (kind.piece1 || kind.piece2);
  }

  /// Whether a cell is a whole word of a column of its own: ≥, 定性, %. Nothing goes on in those.
  [[nodiscard]] bool closed(const std::u32string& text) const {
    const WordKind kind = kind_of(text);
    return (kind.compares && header_.has(Role::comparator)) ||
           (kind.percent && header_.has(Role::measurement_unit));
  }

  /// What it costs that the line `below` goes on in the row's last cell.
  [[nodiscard]] double cost_of_joining(const PastedRow& row, const PastedRow& below) const {
    const std::u32string above = packed(row.cells.back());
    if (above.empty() || closed(above)) {
      return impossible;
    }
    const std::u32string text = packed(below.cells.front());
    const bool prose =
        above.size() >= shortest_prose || above.find_first_of(U"。；，") != above.npos;
    double cost = row.loose() ? loose_line + joined_to_next : line_with_tabs;
    if (below.loose()) {
      cost = prose ? loose_line : loose_in_short_cell;
    }
    // 1、…。 / 2、…。 are paragraphs of one goal.
    if (ends_sentence(above.back()) &&
        text.find_first_of(U"0123456789一二三四五六七八九（(①②③④⑤⑥⑦⑧⑨目") != 0) {
      cost += behind_an_end;
    }
    return cost;
  }

  const std::vector<PastedRow>& rows_;
  const Header& header_;
  std::vector<double> left_;
  std::vector<double> between_;
  std::vector<double> right_;
  double cost_ = 0;
};

}  // namespace

std::vector<PlacedRow> place_rows(const std::vector<PastedRow>& rows, const Header& header) {
  return Placer(rows, header).run();
}

}  // namespace budgetdiff::import
