#pragma once

/// The years that a column of a mapped table says, in whatever way a budget's year is written.

#include <budgetdiff/base/place.hpp>
#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/finding.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// The year that a cell or a sheet's name says.
struct YearWritten {
  int year = 0;        ///< of the common calendar, 1900 to 2200
  bool span = false;   ///< 2023/24, 2023-2024: its first year
  std::string beside;  ///< words beside it that are not of how years are written ("Adopted")
};

/// Reads 2024, 2024年度, FY24, 2023/24, 2024-01-01, 民國113年, 令和6年度. `offset` is added to a
/// bare year of another calendar (1911: 113). Nothing where the text names no year, or more than
/// one.
[[nodiscard]] std::optional<YearWritten> read_year_written(std::string_view text,
                                                           std::optional<int> offset);

/// Reads the cells of the column and remembers what has to be said of them.
class YearColumn {
 public:
  /// `wanted`: the only year whose rows are read, where there is one.
  YearColumn(std::string column, std::optional<int> offset, std::optional<int> wanted)
      : column_(std::move(column)), offset_(offset), wanted_(wanted) {}

  /// The year of a row.
  [[nodiscard]] std::optional<int> read(std::string_view text, const Place& place);

  /// A row was left out as its cell names no year.
  void left_out(std::string_view text, bool had_amounts, const Place& place);

  /// Why the table is not read: no cell names a year, or two names of one year would be one
  /// snapshot with the money of both.
  [[nodiscard]] std::optional<Error> problem(const std::string& file) const;

  void say(std::vector<Finding>& findings) const;

 private:
  std::string column_;
  std::optional<int> offset_;
  std::optional<int> wanted_;
  std::map<int, std::pair<YearWritten, std::string>> years_;  ///< each with its first text
  std::optional<Message> conflict_;
  Place conflict_place_;
  std::size_t left_out_ = 0;
  bool had_amounts_ = false;
  std::string first_left_out_;
  Place left_out_place_;
  std::string first_span_;
  Place span_place_;
};

}  // namespace budgetdiff::import
