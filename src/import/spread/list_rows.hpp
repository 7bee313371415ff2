#pragma once

/// The rows of a list, by the order of the cells within each column of a page.

#include "import/spread/list_deal.hpp"
#include "import/spread/list_pieces.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace budgetdiff::import {

struct ListCell {
  std::vector<std::size_t> pieces;  ///< in the order of its text
  std::size_t page = 0;             ///< where it begins
};

struct DealtRow {
  std::vector<std::size_t> cells;  ///< of each column, or none: the column spans rows, or is blank
  bool doubtful = false;
  bool unpaired = false;  ///< its page has not as many targets as names
};

struct ListRows {
  std::vector<std::vector<ListCell>> cells;  ///< of each column
  std::vector<DealtRow> rows;
  std::vector<bool> of_projects;  ///< columns of which each project has a cell
  /// Of each column of projects the cell of each name, or none.
  std::vector<std::vector<std::size_t>> projects;
  std::vector<bool> doubtful_projects;  ///< whose cells are as many as names only in part
  /// Where each row says its project again: of each row the project, whose cells are those of
  /// `projects`.
  std::vector<std::size_t> repeated;
};

/// Nothing where columns have so many cells more or less than names that these are lost.
[[nodiscard]] std::optional<ListRows> list_rows(const std::vector<ListPiece>& pieces,
                                                const std::vector<ListPlace>& places,
                                                const std::vector<Role>& roles,
                                                const ListWidths& widths);

}  // namespace budgetdiff::import
