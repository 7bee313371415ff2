#include "import/csv/unquoted_amounts.hpp"

#include "import/table/columns.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::string_view digits = "0123456789";

/// Fields up to the last that holds something.
std::size_t filled(const CsvRow& row) {
  const auto last = std::find_if(row.fields.rbegin(), row.fields.rend(),
                                 [](const std::string& field) { return !field.empty(); });
  return static_cast<std::size_t>(row.fields.rend() - last);
}

/// 1, -12 or 345: what stands before the first separator of thousands.
bool begins_amount(std::string_view field) {
  field.remove_prefix(field.starts_with('-') ? 1 : 0);
  constexpr std::size_t longest = 3;
  return !field.empty() && field.size() <= longest && field.front() != '0' &&
         field.find_first_not_of(digits) == field.npos;
}

/// 200 or 200.50 behind it.
bool goes_on(std::string_view field) {
  constexpr std::size_t group = 3;
  return field.size() >= group && field.find_first_not_of(digits) >= group &&
         (field.size() == group || (field[group] == '.' && field.size() > group + 1 &&
                                    field.find_first_not_of(digits, group + 1) == field.npos));
}

/// The row in `width` fields, where its amounts give that in one way alone.
std::optional<std::vector<std::string>> joined(const CsvRow& row, const Header& header,
                                               std::size_t width) {
  std::vector<std::string> out;
  const std::size_t fields = filled(row);
  for (std::size_t i = 0; i < fields; ++i) {
    std::string field = row.fields[i];
    const bool money =
        out.size() < header.columns.size() && header.columns[out.size()].role == Role::money;
    if (money && begins_amount(field)) {
      while (i + 1 < fields && field.find('.') == field.npos && goes_on(row.fields[i + 1])) {
        field += row.fields[++i];
      }
    }
    out.push_back(std::move(field));
  }
  return out.size() == width ? std::optional(std::move(out)) : std::nullopt;
}

/// The header that begins in a row; none where none does.
std::optional<Header> header_in(const std::vector<CsvRow>& rows, std::size_t at) {
  constexpr std::size_t most_rows = 3;  // of a header
  const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(at);
  const auto grid = grid_of_rows(
      {begin, begin + static_cast<std::ptrdiff_t>(std::min(rows.size() - at, most_rows))}, "");
  return grid ? header_at(*grid, 0) : std::nullopt;
}

}  // namespace

void join_unquoted_amounts(std::vector<CsvRow>& rows) {
  constexpr std::size_t first_rows = 20;
  std::optional<Header> header;
  std::size_t first = 0;
  std::size_t width = 0;
  for (std::size_t at = 0; at < std::min(rows.size(), first_rows) && !header; ++at) {
    header = header_in(rows, at);
    if (header && !header->lists_projects()) {
      header.reset();
    }
    if (header) {
      first = at + header->rows;
      for (std::size_t r = at; r < std::min(rows.size(), first); ++r) {
        width = std::max(width, filled(rows[r]));
      }
    }
  }
  for (std::size_t at = first; header && at < rows.size(); ++at) {
    CsvRow& row = rows[at];
    if (filled(row) <= width) {
      continue;
    }
    if (auto whole = joined(row, *header, width)) {
      row.fields = *std::move(whole);
    }
  }
}

}  // namespace budgetdiff::import
