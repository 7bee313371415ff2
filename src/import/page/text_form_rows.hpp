#pragma once

/// The rows of a form in text that keeps its columns, as its lines fill them one after the other.

#include "import/page/amount_heads.hpp"
#include "import/page/goal_labels.hpp"
#include "import/page/page_content.hpp"
#include "import/paste/pasted_rows.hpp"
#include "import/paste/plain_rows.hpp"

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

namespace budgetdiff::import {

class TextFormRows {
 public:
  /// `blank_amounts`: lines of the text whose last label has a blank amount.
  TextFormRows(int page, std::set<int> blank_amounts)
      : page_(page), blank_amounts_(std::move(blank_amounts)) {}

  /// A line that has labels with their values.
  void take_structured(const Pieces& line);

  /// A line without labels goes on in the cells of the row above, those it stands below; where
  /// the last of these is a label without a value, it is that.
  void go_on(const Pieces& line);

  /// Takes a line of amounts below a row of labels; false where it is none.
  bool take_amounts(const Pieces& line);

  /// Whether the text of the row above breaks off in a full line, above a line that is alone.
  /// `widest`: the right end of the form's widest line.
  [[nodiscard]] bool goes_on_above(const Pieces& line, double widest) const;

  /// Whether a line that is alone ends a sentence below the text of the row above.
  [[nodiscard]] bool ends_above(const Pieces& line) const;

  /// The middles of the labels of the two goals that the last row has (实施期目标 | 年度目标); none
  /// where it has no two.
  [[nodiscard]] std::vector<double> goals_above() const;

  /// The texts below two such labels.
  void take_goals(PastedRow texts);

  /// A label with its text.
  void take_text(PastedRow row) { rows_.push_back(std::move(row)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// What follows stands below none of the row's cells.
  void close_row();

  void add_doubt(const Place& place) { doubts_.push_back(place); }

  /// Adds the rows and their doubts to those of the whole form.
  void add_to(PlainRows& out) const;

 private:
  void start_row(const Pieces& pieces);

  int page_;
  std::vector<PastedRow> rows_;
  std::vector<Box> boxes_;  ///< of the cells of the last row
  std::size_t goals_ = 0;   ///< labels of goals in it
  bool outcome_ = false;    ///< the second of them is that of what became of the first
  std::vector<Place> doubts_;
  std::set<int> blank_amounts_;
  AmountHeads heads_;        ///< the last row that was made of labels
  bool open_label_ = false;  ///< the last row ends with a label without its value
};

/// Adds rows of labels and lines of their own to those of the whole form.
void add_rows(const std::vector<PastedRow>& rows, PlainRows& out);

}  // namespace budgetdiff::import
