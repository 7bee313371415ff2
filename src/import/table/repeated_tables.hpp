#pragma once

/// Tables that a document shows twice, word for word: a web page keeps a copy for phones, a
/// workbook a copied sheet, a PDF a page that was put in twice.

#include "import/table/grid.hpp"
#include "import/table/scan.hpp"

#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <map>
#include <set>
#include <vector>

namespace budgetdiff::import {

class RepeatedTables {
 public:
  /// A copy has the cells of a table before it, from a list's header or a form's name to where the
  /// next begins, and nothing above it says that it is another department's, year's or stage's, or
  /// has another heading. Nothing is one in text. `scans` are the document's own.
  RepeatedTables(const GridDocument& document, const std::vector<GridScan>& scans);

  /// The rows of the document's grid of that number that are copies'.
  [[nodiscard]] const std::set<std::size_t>& rows_of(std::size_t grid) const;
  /// One for each run of copies.
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }

 private:
  std::map<std::size_t, std::set<std::size_t>> copied_;  ///< rows by grid
  std::vector<Finding> findings_;
};

}  // namespace budgetdiff::import
