#pragma once

/// The numbers of a table's own rows (序号): where they skip, rows may be lost.

#include "import/table/records.hpp"
#include "import/text/spending_units.hpp"

#include <budgetdiff/base/place.hpp>
#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

class RowNumbers {
 public:
  /// The text of a row's number cell and its place; what is no number of up to four digits
  /// is left out.
  void add(std::u32string_view text, const Place& place);

  /// Adds one note (`row-numbering`) where numbers skip or go back, and forgets them. A number
  /// may be repeated (a cell that a page cuts) and start over at 1 (the next unit); where most
  /// do not follow each other they are no count.
  void say(std::vector<Finding>& findings);

 private:
  struct Skip {
    int number;
    int before;
    Place place;
  };
  std::vector<Skip> skips_;
  std::size_t steps_ = 0;
  int last_ = 0;
};

/// What the numbers of projects' rows say of each where some have Chinese numerals (一, （二）) and
/// others Arabic ones; else RowNumber::none of all.
[[nodiscard]] std::vector<RowNumber> group_numbers(const std::vector<ProjectText>& projects);

/// How many digits of each name are its row's number (序号): those of all names, two at least,
/// count up by one and may start over at 1 (1水库除险, 2渠道清淤). 1号楼 and 2期 are words, but
/// where a column is `numbered`: there one row is enough. Nothing where some name has no number.
[[nodiscard]] std::vector<std::size_t> numbers_before(const std::vector<std::u32string_view>& names,
                                                      bool numbered);

/// Takes the numbers of rows (序号) that a page without lines leaves at the front of the names,
/// where no row has a number of its own.
void take_numbers_off_names(std::vector<ProjectText>& projects);

}  // namespace budgetdiff::import
