#include "import/stream/stream_amounts.hpp"

#include "import/funding_columns.hpp"
#include "import/text/amount_run.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace budgetdiff::import {

void place_amounts(RowSearch::Found& found, const std::vector<StreamToken>& tokens,
                   const std::vector<Role>& roles) {
  std::vector<HeaderColumn> columns;
  std::vector<std::size_t> at;  // in the table
  for (std::size_t c = 0; c < roles.size(); ++c) {
    if (roles[c] == Role::money) {
      columns.push_back({Role::money, std::to_string(columns.size())});
      at.push_back(c);
    }
  }
  if (columns.size() < 2) {
    return;
  }
  const std::size_t height = found.doubtful.size();
  std::vector<std::vector<std::size_t>> amounts(height);  // tokens
  std::vector<bool> sums(height, false);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const StreamPlace& place = found.places[i];
    if (roles[place.column] == Role::money) {
      amounts[place.row].push_back(i);
    }
    sums[place.row] = sums[place.row] || is_sum_label(to_utf8(tokens[i].text));
  }
  std::vector<AmountRun> runs;
  std::vector<std::size_t> rows;
  std::optional<std::size_t> sum;
  for (std::size_t row = 0; row < height; ++row) {
    AmountRun run;
    for (const std::size_t i : amounts[row]) {
      const auto amount = read_published_amount(tokens[i].text);
      AmountCell cell;
      cell.kind = amount ? AmountCell::Kind::amount : AmountCell::Kind::blank;
      cell.amount = amount.value_or(Amount{});
      run.cells.push_back(std::move(cell));
    }
    if (!run.cells.empty() && run.cells.size() <= columns.size()) {
      if (sums[row] && !sum) {
        sum = runs.size();
      }
      runs.push_back(std::move(run));
      rows.push_back(row);
    }
  }
  std::vector<const AmountRun*> open;
  std::vector<std::size_t> open_rows;
  for (std::size_t k = 0; k < runs.size(); ++k) {
    if (k != sum) {
      open.push_back(&runs[k]);
      open_rows.push_back(rows[k]);
    }
  }
  const auto put = [&](std::size_t row, const RowFunding& funding) {
    std::size_t column = 0;
    for (const std::size_t i : amounts[row]) {
      while (column < columns.size() && funding.funding.find(columns[column].key) == nullptr) {
        ++column;
      }
      if (column < columns.size()) {
        found.places[i].column = at[column++];
      }
    }
    found.close[row] = found.close[row] || funding.guessed;
  };
  const auto funding = assign_columns(columns, open, sum ? &runs[*sum] : nullptr);
  for (std::size_t k = 0; k < funding.size(); ++k) {
    put(open_rows[k], funding[k]);
  }
  if (sum) {
    put(rows[*sum], assign_sum(columns, runs[*sum]));
  }
}

}  // namespace budgetdiff::import
