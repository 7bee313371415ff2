#pragma once

/// Between which lines of a table with lines between its rows only the borders of its columns
/// stand.

#include "import/page/level.hpp"
#include "import/page/level_columns.hpp"
#include "import/page/page_content.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// Which edges of columns are borders of cells, band by band: a band is what stands between two
/// neighbouring lines.
class LevelWalls {
 public:
  /// A border stands between two lines that meet the edge where one of them says that a cell ends
  /// there, and no word of the rows between runs over it.
  LevelWalls(const std::vector<Level>& levels, const LevelColumns& columns, const PdfPage& page);

  [[nodiscard]] bool at(std::size_t edge, std::size_t band) const {
    return walls_[edge * bands_ + band];
  }
  void open(std::size_t edge, std::size_t band) { walls_[edge * bands_ + band] = false; }

 private:
  std::size_t bands_;
  std::vector<bool> walls_;  ///< by edge and band
};

/// Which band a word stands in; as many as there are lines where it stands in none.
[[nodiscard]] std::size_t band_of(const PdfWord& word, const std::vector<Level>& levels);

}  // namespace budgetdiff::import
