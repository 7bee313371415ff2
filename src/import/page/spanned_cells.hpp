#pragma once

/// Cells that span several rows, where no line shows which.

#include "import/vocabulary.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

namespace budgetdiff::import {

/// The rows of a table from top to bottom: where each stands, and what parts it
/// from its neighbours (one more than there are rows).
struct RowHeights {
  std::vector<double> middles;
  std::vector<double> edges;
  std::vector<double> tops = {};  ///< of their first lines; empty: where they stand
};

/// Of each text, of each row.
using RowDoubts = std::vector<std::vector<double>>;

/// Where the texts of cells stand that span several rows.
enum class SpanAlign { unknown, middle, top };

/// How well texts fit as those of cells in whose middle, or at whose top, they stand.
struct SpanCosts {
  double middle = 0;
  double top = 0;
  double uneven = 0;  ///< what print's rounding costs in the middle

  void add(const SpanCosts& more) {
    middle += more.middle;
    top += more.top;
    uneven += more.uneven;
  }
  [[nodiscard]] SpanAlign best() const {
    return middle <= top + uneven ? SpanAlign::middle : SpanAlign::top;
  }
  /// The same of text's rows, which are partly guesses, but stand on whole lines: what is at the
  /// top is so exactly. Unknown where neither is far better.
  [[nodiscard]] SpanAlign clearest() const {
    constexpr double far = 1.5;
    constexpr double farther = 2;
    constexpr double quarter_row = 3;  ///< in points
    return middle > quarter_row + farther * top ? SpanAlign::top
           : top > 0 && top > far * middle      ? SpanAlign::middle
                                                : SpanAlign::unknown;
  }
};

/// The width of all but one in twenty. REQUIRES: there are some
[[nodiscard]] inline int widest_but_few(std::vector<int>& widths) {
  std::sort(widths.begin(), widths.end());
  return widths[widths.size() - 1 - widths.size() / 20];
}

/// Where cells of several heights stand beside each other.
struct BandStyle {
  double middle = 0;  ///< what all pages cost if in the middle
  double top = 0;
  double first_row = 0;  ///< of cells of a project that are its first row's
};

/// What the last project of a page has there.
struct ProjectEnd {
  bool known = false;
  bool amount = false;     ///< its amount, or its name where there are none
  bool open_goal = false;  ///< a goal that ends inside a sentence
};

/// How one document sets its tables, on all pages alike: where categories stand, how wide columns
/// are. What its pages showed so far, and what is known of them all.
struct SpanStyle {
  SpanCosts upper;  ///< if what stands between two lines is on the upper one
  SpanCosts lower;
  bool on_lower = false;
  SpanAlign align = SpanAlign::unknown;
  BandStyle bands;  ///< of projects
  ProjectEnd end;   ///< of the page before
  BandStyle rows;
  std::map<Role, std::vector<int>> lines;  ///< widths of the columns' lines, in halves of a letter
  std::map<Role, int> widths;              ///< of the columns

  /// Makes of what was shown what is known.
  void settle() {
    on_lower = upper.middle > lower.middle;
    align = (on_lower ? lower : upper).clearest();
    for (auto& [role, all] : lines) {
      widths[role] = widest_but_few(all);
    }
  }
};

/// Where the categories of a document's tables stand in their cells: print sets all alike, and
/// of a table of few rows both may fit.
/// Threads: an object is one reader's.
class SpanVotes {
 public:
  /// What the categories of a table whose rows are known say, and what that makes them.
  [[nodiscard]] SpanAlign vote(const SpanCosts& costs);

  /// Closes the vote: from now on tables that fit both ways are taken as most others are.
  /// Whether any that voted before would be.
  [[nodiscard]] bool close();

 private:
  [[nodiscard]] SpanAlign with_others(const SpanCosts& costs) const;

  std::vector<SpanCosts> votes_;
  SpanAlign most_ = SpanAlign::unknown;
};

/// Of the two kinds of cells that span rows, which one document may set unlike each other.
struct DocumentVotes {
  SpanVotes levels;
  SpanVotes projects;

  /// Closes both; whether any that voted before would be taken otherwise.
  [[nodiscard]] bool close() {
    const bool changed = levels.close();
    return projects.close() || changed;
  }
};

/// The costs of `texts` (with `tops`, as first_rows() takes them); all 0 where it would not
/// look for the best.
[[nodiscard]] SpanCosts span_costs(const RowHeights& rows, const std::vector<double>& texts,
                                   const std::vector<double>& tops, bool continued,
                                   double below = 0);

/// How far a text that stands at `text`, its first line at `first_line`, is from the middle or the
/// top of a cell of the rows [begin, end).
[[nodiscard]] double span_off(const RowHeights& rows, std::size_t begin, std::size_t end,
                              double text, double first_line, bool top, double below);

/// How unlikely the first rows are of a cell whose text is on another page, in rows.
inline constexpr double span_on_other_page = 0.2;

/// The first row of each of the cells whose texts stand at the heights `texts`
/// (ascending). Every row belongs to one cell; cells are as high as their texts
/// say, which stand in their middle or at their top, whichever fits better. With
/// `continued`, the first rows may belong to a cell of the page before. `doubts`
/// (of each row; empty: none) says how unlikely a cell begins there, in rows; from
/// a row without any the last rows may belong to a cell of the next page.
/// `unlikely[k][r]` (empty: none) says how little row r suits text k, in rows. `tops` are the
/// heights of the texts' first lines; empty: `texts`. `align` is that of the whole table.
/// The middle of a cell may be `below` under its text: text puts what stands between two lines
/// on the upper one (negative: above it, on the lower).
[[nodiscard]] std::vector<std::size_t> first_rows(
    const RowHeights& rows, const std::vector<double>& texts, bool continued,
    const std::vector<double>& doubts = {}, const RowDoubts& unlikely = {},
    const std::vector<double>& tops = {}, SpanAlign align = SpanAlign::unknown, double below = 0);

}  // namespace budgetdiff::import
