#pragma once

/// Any table with a name column and amount columns, described by a small file
/// instead of by known words: docs/importing-tables.md, docs/mapping.schema.json.

#include <budgetdiff/base/result.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff {

/// The sign before the decimals of an amount: 1,234.56 or 1.234,56.
enum class DecimalSign { point, comma };

/// Which columns mean what. A column is given by its header's text or, where no
/// header has that text, by its letter ("C").
struct TableMapping {
  std::vector<std::string> name;  ///< joined by `name_separator` where several; never empty
  std::string name_separator = " / ";
  std::vector<std::string> name_skip;  ///< texts that say nothing ("無細項")
  std::vector<std::string> sum_names;  ///< names of rows of sums, beside those that are known
  std::vector<std::pair<std::string, std::string>> amounts;  ///< funding key, column; never empty
  std::string code;  ///< a column; empty where there is none, as are the next
  std::string type;
  std::string goal;
  std::string spending_unit;
  std::string department;       ///< a column: rows become one snapshot a value
  std::string year;             ///< a column, the same way
  std::string department_text;  ///< a constant
  std::optional<int> year_value;
  std::optional<int> year_offset;      ///< added to the years of another calendar: 1911 for 民國
  std::string unit;                    ///< "元", "千元" …
  std::optional<DecimalSign> decimal;  ///< where absent, the amounts themselves must show it
  std::string sheet;                   ///< of a workbook; where empty, all that have the columns
  int header_row = 0;                  ///< 1 is the first; 0: the first row that has all columns
  std::vector<std::pair<std::string, std::string>> where;  ///< column, text it must have
};

/// Reads a mapping file. Errors name `file` and what is wrong in it.
[[nodiscard]] Result<TableMapping> read_mapping(std::string_view json, const std::string& file);

}  // namespace budgetdiff
