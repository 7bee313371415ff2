#pragma once

/// The years that a column of a mapped table says.

#include "import/mapping/year_written.hpp"

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
