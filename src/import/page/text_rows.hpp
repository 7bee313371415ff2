#pragma once

/// The rows of a table with a row an indicator, in text that keeps its columns:
/// which lines are of one row. Lines are all equally far apart there, so what the
/// columns hold tells it, not where it stands.

#include "import/page/line_blocks.hpp"
#include "import/page/spanned_cells.hpp"

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// A row's lines and the height of its figures.
struct TextRow {
  double top = 0;
  double bottom = 0;
  double middle = 0;
  double first_line = 0;  ///< the middle of its first line
  int line = 0;           ///< of the text, its first
  bool doubtful = false;  ///< it holds what a row hardly holds
  /// Of each column the first line that is the row's or a later one's; Grid::none where a
  /// column says nothing of the rows.
  std::vector<std::size_t> first;
};

/// What the lines of a table cost as rows.
class RowsBetween {
 public:
  RowsBetween() = default;
  /// `costs`: of the `lines` (numbers, ascending) from each up to each, one more than there are.
  RowsBetween(std::vector<int> lines, std::vector<double> costs)
      : lines_(std::move(lines)), costs_(std::move(costs)) {}

  /// What the lines numbered [begin, end) cost; infinity where they hold nothing of a row.
  [[nodiscard]] double between(int begin, int end) const;

 private:
  std::vector<int> lines_;
  std::vector<double> costs_;
};

/// REQUIRES: `columns` and `widths` as text_rows() takes them
[[nodiscard]] RowsBetween rows_between(const std::vector<ColumnText>& columns,
                                       const std::map<Role, int>& widths = {});

/// The rows of `columns`, chosen together: each has one weight, one comparator and
/// one target, a name whose lines but the last are full, and at most one category
/// of the second level. Rows whose lines print has mixed share their lines' height.
/// `widths` are the columns', in halves of a letter, as far as other pages show them.
/// No row goes over one of the lines with the numbers `cuts`, which begin something new.
/// `style`: where pages read before have shown cells to stand, and this one does.
[[nodiscard]] std::vector<TextRow> text_rows(const std::vector<ColumnText>& columns,
                                             const std::map<Role, int>& widths = {},
                                             const std::vector<int>& cuts = {},
                                             BandStyle* style = nullptr);

}  // namespace budgetdiff::import
