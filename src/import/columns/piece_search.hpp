#pragma once

/// The search for the likeliest labels of a text's words at given widths of its columns.

#include "import/columns/column_text.hpp"
#include "import/columns/piece_labels.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace budgetdiff::import {

/// What the columns of a text are like.
struct ColumnWidths {
  int name = 0;  ///< how wide names, goals and lists are; 0 where that is not known
  int goal = 0;
  int list = 0;
  bool apart =
      false;  ///< no goal or list stands behind a name in its line, but for amounts between

  friend bool operator==(const ColumnWidths&, const ColumnWidths&) = default;
};

/// The likeliest labels at these widths: a beam search over the lines, as in any sequence
/// labelling. `text` must outlive it.
class PieceSearch {
 public:
  /// `keeps_steps` where again() will be called.
  PieceSearch(const ColumnwiseText& text, ColumnWidths widths, bool keeps_steps = false);
  ~PieceSearch();

  [[nodiscard]] PieceLabels labels() const;

  /// Searches again where the words of the lines [first, last] have changed, from there until the
  /// ways are the same again; whether that is cheaper. Where it is not, all is as it was before,
  /// and the words must be put back.
  bool again(std::size_t first, std::size_t last);

 private:
  class Search;
  std::unique_ptr<Search> search_;
};

}  // namespace budgetdiff::import
