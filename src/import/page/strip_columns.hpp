#pragma once

/// The columns of a table without ruled lines: what its header's cells say of them, and the white
/// strips between them, which a page that goes on with the table may show anew.

#include "import/page/header_cells.hpp"
#include "import/page/page_content.hpp"
#include "import/page/strip_rows.hpp"
#include "import/page/word_places.hpp"
#include "import/table/grid.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <vector>

namespace budgetdiff::import {

/// What one page hands on to the next: the columns of a table that goes on.
struct StripColumns {
  std::vector<double> edges;        ///< n+1 positions
  std::vector<bool> money;          ///< of each column
  std::size_t figure = Grid::none;  ///< the column whose figures make the rows
  std::size_t list = Grid::none;    ///< the column of indicators in one cell
  std::vector<bool> prose;          ///< of each column: goals and lists, which end in 。
  std::vector<Before> before;       ///< how each column ended on the page before
  std::vector<Role> roles;          ///< of each column
  bool indicator_rows = false;      ///< a row an indicator
  bool money_guessed = false;       ///< figures of text may be of other columns of money
  double first_left = 0;            ///< where the first header's words begin
  std::vector<PdfWord> header;      ///< all words of the header
  std::vector<double> centers;      ///< of its cells
  std::u32string title = {};        ///< of the table, where a page names it
  std::vector<bool> figured;  ///< of text: the columns of money that a page before has figures in
  std::vector<Extent>
      extents;  ///< of text: where the words of its columns stood on the page before
};

/// The columns below the header `band`, where `body` stands. How they ended on the page before
/// is for the caller to say.
/// REQUIRES: the header has cells
[[nodiscard]] StripColumns columns_of(const HeaderBand& band, const std::vector<PdfWord>& body,
                                      const PdfPage& page);

/// Parts the columns anew where a page without header shows more of them than the
/// one with the header did. An edge that this page leaves white stays: a page of short
/// texts says nothing against it.
void fit_edges(StripColumns& columns, const std::vector<PdfWord>& body);

/// The edges of the columns on a page of text without a header, those of money where it puts
/// them itself; `columns` learn whether these are a guess.
[[nodiscard]] std::vector<double> edges_of_page(StripColumns& columns,
                                                const std::vector<PdfWord>& body);

}  // namespace budgetdiff::import
