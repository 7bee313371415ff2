#include "import/funding_columns.hpp"

#include "import/placed_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace budgetdiff::import {
namespace {

/// Where the text keeps its columns apart by wide gaps, cells stand under (or
/// near) the words of their header. Nothing where that is not so throughout.
std::optional<MoneyPlaces> by_layout(const std::vector<HeaderColumn>& columns,
                                     const AmountRun& row) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool known = columns[i].left >= 0;
    if (!known || (i > 0 && columns[i].left - columns[i - 1].right < 2)) {
      return std::nullopt;
    }
  }
  MoneyPlaces places;
  for (const AmountCell& cell : row.cells) {
    // Twice the middle, so that no halves are needed.
    const int middle = cell.left + cell.right;
    std::size_t nearest = 0;
    int distance = -1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const int away = std::abs(columns[i].left + columns[i].right - middle);
      if (distance < 0 || away < distance) {
        nearest = i;
        distance = away;
      }
    }
    const int width = columns[nearest].right - columns[nearest].left + cell.right - cell.left;
    if (distance > width || (!places.empty() && nearest <= places.back())) {
      return std::nullopt;
    }
    places.push_back(nearest);
  }
  return !places.empty() && places.front() == 0 ? std::optional(places) : std::nullopt;
}

/// Where tabs stand between the amounts, two of them enclose a blank cell.
/// Nothing where no cell is skipped: then tabs say no more than blanks do.
std::optional<MoneyPlaces> by_tabs(const std::vector<HeaderColumn>& columns, const AmountRun& row) {
  MoneyPlaces places{0};
  for (std::size_t i = 1; i < row.cells.size(); ++i) {
    const int tabs = row.cells[i].tabs;
    if (tabs < 1 || places.back() + static_cast<std::size_t>(tabs) >= columns.size()) {
      return std::nullopt;
    }
    places.push_back(places.back() + static_cast<std::size_t>(tabs));
  }
  return places.back() + 1 > row.cells.size() ? std::optional(places) : std::nullopt;
}

/// What the text itself keeps of the columns.
std::optional<MoneyPlaces> by_text(const std::vector<HeaderColumn>& columns, const AmountRun& row) {
  const auto tabs = by_tabs(columns, row);
  return tabs ? tabs : by_layout(columns, row);
}

Funding funding_of(const std::vector<HeaderColumn>& columns, const AmountRun& row,
                   const MoneyPlaces& places) {
  Funding out;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (places[i] != nowhere && row.cells[i].kind == AmountCell::Kind::amount) {
      out.set(columns[places[i]].key, row.cells[i].amount);
    }
  }
  return out;
}

/// The one row, or the one pair of rows, among `movable` whose second amounts
/// make up `missing`; empty where there is none or more than one.
std::vector<std::size_t> rows_that_make(const std::vector<MoneyRow>& rows,
                                        const std::vector<std::size_t>& movable,
                                        const Amount& missing) {
  const auto amount = [&](std::size_t row) { return rows[row].run->cells[1].amount; };
  std::vector<std::size_t> single;
  for (const std::size_t row : movable) {
    if (amount(row) == missing) {
      single.push_back(row);
    }
  }
  if (!single.empty()) {
    return single.size() == 1 ? single : std::vector<std::size_t>{};
  }
  std::map<Amount, std::vector<std::size_t>> seen;
  std::vector<std::size_t> pair;
  std::size_t found = 0;
  for (const std::size_t row : movable) {
    if (const auto other = seen.find(missing - amount(row)); other != seen.end()) {
      found += other->second.size();
      pair = {other->second.front(), row};
    }
    seen[amount(row)].push_back(row);
  }
  return found == 1 ? pair : std::vector<std::size_t>{};
}

}  // namespace

RowFunding assign_sum(const std::vector<HeaderColumn>& columns, const AmountRun& sum) {
  RowFunding out;
  const auto layout = by_text(columns, sum);
  const MoneyPlaces places = layout ? *layout : leftmost(sum.cells.size(), columns.size());
  out.funding = funding_of(columns, sum, places);
  out.guessed = !layout && sum.cells.size() > 2 && sum.cells.size() < columns.size();
  return out;
}

RowFunding assign_subtotal(const std::vector<HeaderColumn>& columns, const AmountRun& run,
                           const Funding& below) {
  MoneyPlaces places = leftmost(run.cells.size(), columns.size());
  if (const auto layout = by_text(columns, run)) {
    places = *layout;
  } else if (run.cells.size() < columns.size()) {
    std::size_t column = 1;
    for (std::size_t i = 1; i < run.cells.size(); ++i) {
      const auto has_sum = [&](std::size_t at) {
        const Amount* sum = below.find(columns[at].key);
        return sum != nullptr && *sum == run.cells[i].amount;
      };
      std::size_t at = column;
      while (at < columns.size() && !has_sum(at)) {
        ++at;
      }
      column = at < columns.size() ? at : std::min(column, columns.size() - 1);
      places[i] = column++;
    }
  }
  return {funding_of(columns, run, places), false};
}

std::vector<RowFunding> assign_columns(const std::vector<HeaderColumn>& columns,
                                       const std::vector<const AmountRun*>& runs,
                                       const AmountRun* sum) {
  // Columns that hold anything at all: as many as the row of sums shows.
  std::size_t used = columns.size();
  if (sum != nullptr) {
    used = by_text(columns, *sum) ? columns.size() : std::min(used, sum->cells.size());
  }
  std::vector<MoneyRow> rows;
  for (const AmountRun* run : runs) {
    MoneyRow row{run, {}, false};
    if (run != nullptr) {
      const auto layout = by_text(columns, *run);
      row.places = layout ? *layout : leftmost(run->cells.size(), columns.size());
      row.open = !layout && run->cells.size() >= 2 && run->cells.size() < used;
    }
    rows.push_back(std::move(row));
  }

  bool settled = sum != nullptr;
  if (sum != nullptr) {
    std::vector<Amount> stated(columns.size());
    const auto layout = by_text(columns, *sum);
    const MoneyPlaces places = layout ? *layout : leftmost(sum->cells.size(), columns.size());
    for (std::size_t i = 0; i < sum->cells.size(); ++i) {
      if (places[i] != nowhere) {
        stated[places[i]] = sum->cells[i].amount;
      }
    }
    // What the closed rows leave of each column; the total's own is no question.
    std::vector<Amount> missing_of = stated;
    for (const MoneyRow& row : rows) {
      for (std::size_t i = 1; row.run != nullptr && !row.open && i < row.run->cells.size(); ++i) {
        if (row.places[i] != nowhere && row.run->cells[i].kind == AmountCell::Kind::amount) {
          missing_of[row.places[i]] -= row.run->cells[i].amount;
        }
      }
    }
    missing_of[0] = Amount();
    if (place_all(rows, missing_of, used)) {
      for (MoneyRow& row : rows) {
        row.open = false;
      }
    }
    std::vector<std::size_t> movable;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (rows[i].open && rows[i].run->cells.size() == 2 &&
          rows[i].run->cells[1].kind == AmountCell::Kind::amount) {
        movable.push_back(i);
      }
    }
    for (std::size_t column = 2; column < used; ++column) {
      const Amount missing = stated[column] - column_sums(rows, columns.size())[column];
      if (missing.is_zero() || missing.is_negative()) {
        continue;
      }
      for (const std::size_t row : rows_that_make(rows, movable, missing)) {
        rows[row].places[1] = column;
        std::erase(movable, row);
      }
    }
    settled = column_sums(rows, columns.size()) == stated;
    if (!settled) {
      settled = place_several(rows, stated, used) || move_few(rows, stated, used);
    }
  }

  std::vector<RowFunding> out;
  for (const MoneyRow& row : rows) {
    RowFunding funding;
    if (row.run != nullptr) {
      funding.funding = funding_of(columns, *row.run, row.places);
      funding.guessed = row.open && !settled;
    }
    out.push_back(std::move(funding));
  }
  return out;
}

}  // namespace budgetdiff::import
