#pragma once

/// The headers that pages of text repeat. Print sets the same letters at other places on each page,
/// so that blanks between two cells may be there on one and not on the next: where lines hold the
/// same letters in the same order, the best of all readings is that of every page.

#include "import/page/header_cells.hpp"
#include "import/page/header_lines.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// Threads: an object is one reader's.
class HeaderRepeats {
 public:
  /// Cuts `band`, the header of a page of text found in `lines`, into the cells that a better
  /// reading of the same letters had; what it says of them is then that one's. Learns from it else.
  void settle(HeaderBand& band, const std::vector<WordLine>& lines);

 private:
  /// Letters [begin, end) of a line of the header.
  struct Piece {
    std::size_t line = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  struct ReadCell {
    std::vector<Piece> pieces;
    std::string text;
    Term term;
  };

  struct Reading {
    std::vector<ReadCell> cells;
    std::size_t known = 0;
    double weight = 0;
  };

  std::map<std::u32string, Reading> readings_;  ///< by the letters of the lines
};

}  // namespace budgetdiff::import
