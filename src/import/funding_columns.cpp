#include "import/funding_columns.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace budgetdiff::import {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// The column of each cell of a row.
using Places = std::vector<std::size_t>;

/// Where the text keeps its columns apart by wide gaps, cells stand under (or
/// near) the words of their header. Nothing where that is not so throughout.
std::optional<Places> by_layout(const std::vector<HeaderColumn>& columns, const AmountRun& row) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool known = columns[i].left >= 0;
    if (!known || (i > 0 && columns[i].left - columns[i - 1].right < 2)) {
      return std::nullopt;
    }
  }
  Places places;
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
std::optional<Places> by_tabs(const std::vector<HeaderColumn>& columns, const AmountRun& row) {
  Places places{0};
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
std::optional<Places> by_text(const std::vector<HeaderColumn>& columns, const AmountRun& row) {
  const auto tabs = by_tabs(columns, row);
  return tabs ? tabs : by_layout(columns, row);
}

Places leftmost(std::size_t cells, std::size_t columns) {
  Places places;
  for (std::size_t i = 0; i < cells; ++i) {
    places.push_back(i < columns ? i : nowhere);
  }
  return places;
}

Funding funding_of(const std::vector<HeaderColumn>& columns, const AmountRun& row,
                   const Places& places) {
  Funding out;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (places[i] != nowhere && row.cells[i].kind == AmountCell::Kind::amount) {
      out.set(columns[places[i]].key, row.cells[i].amount);
    }
  }
  return out;
}

struct Row {
  const AmountRun* run = nullptr;
  Places places;
  bool open = false;  ///< blank cells left no trace
};

/// Places for all open rows at once: the only ones that make every column's
/// sum, or none where there are several. Bounded by `most_open` rows and
/// `most_steps` tries.
class Placing {
 public:
  Placing(std::vector<Row>& rows, std::vector<Amount> missing, std::size_t used)
      : rows_(rows), missing_(std::move(missing)), used_(used) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].open) {
        open_.push_back(i);
      }
    }
  }

  bool run() {
    constexpr std::size_t most_open = 16;
    if (open_.empty() || open_.size() > most_open) {
      return false;
    }
    current_.resize(open_.size());
    next_row(0);
    if (found_ != 1 || steps_ >= most_steps) {
      return false;
    }
    for (std::size_t k = 0; k < open_.size(); ++k) {
      rows_[open_[k]].places = solution_[k];
    }
    return true;
  }

 private:
  static constexpr std::size_t most_steps = 200'000;

  void next_row(std::size_t k) {
    if (found_ > 1 || ++steps_ >= most_steps) {
      return;
    }
    if (k == open_.size()) {
      const bool all = std::all_of(missing_.begin(), missing_.end(),
                                   [](const Amount& rest) { return rest.is_zero(); });
      if (all && ++found_ == 1) {
        solution_ = current_;
      }
      return;
    }
    current_[k] = {0};
    next_cell(k, 1, 1);
  }

  /// Tries the columns from `from` on for the cell `i` of the row.
  void next_cell(std::size_t k, std::size_t i, std::size_t from) {
    const AmountRun& run = *rows_[open_[k]].run;
    if (i == run.cells.size()) {
      next_row(k + 1);
      return;
    }
    const bool amount = run.cells[i].kind == AmountCell::Kind::amount;
    for (std::size_t column = from; column < used_ && found_ < 2; ++column) {
      if (amount) {
        missing_[column] -= run.cells[i].amount;
      }
      // Amounts are never negative here: a column that overflows never recovers.
      if (!missing_[column].is_negative()) {
        current_[k].push_back(column);
        next_cell(k, i + 1, column + 1);
        current_[k].pop_back();
      }
      if (amount) {
        missing_[column] += run.cells[i].amount;
      }
    }
  }

  std::vector<Row>& rows_;
  std::vector<Amount> missing_;
  std::size_t used_;
  std::vector<std::size_t> open_;
  std::vector<Places> current_;
  std::vector<Places> solution_;
  std::size_t found_ = 0;
  std::size_t steps_ = 0;
};

std::vector<Amount> column_sums(const std::vector<Row>& rows, std::size_t columns) {
  std::vector<Amount> sums(columns);
  for (const Row& row : rows) {
    for (std::size_t i = 0; row.run != nullptr && i < row.run->cells.size(); ++i) {
      if (row.places[i] != nowhere && row.run->cells[i].kind == AmountCell::Kind::amount) {
        sums[row.places[i]] += row.run->cells[i].amount;
      }
    }
  }
  return sums;
}

/// The one row, or the one pair of rows, among `movable` whose second amounts
/// make up `missing`; empty where there is none or more than one.
std::vector<std::size_t> rows_that_make(const std::vector<Row>& rows,
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
  const Places places = layout ? *layout : leftmost(sum.cells.size(), columns.size());
  out.funding = funding_of(columns, sum, places);
  out.guessed = !layout && sum.cells.size() > 2 && sum.cells.size() < columns.size();
  return out;
}

RowFunding assign_subtotal(const std::vector<HeaderColumn>& columns, const AmountRun& run,
                           const Funding& below) {
  Places places = leftmost(run.cells.size(), columns.size());
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
  std::vector<Row> rows;
  for (const AmountRun* run : runs) {
    Row row{run, {}, false};
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
    const Places places = layout ? *layout : leftmost(sum->cells.size(), columns.size());
    for (std::size_t i = 0; i < sum->cells.size(); ++i) {
      if (places[i] != nowhere) {
        stated[places[i]] = sum->cells[i].amount;
      }
    }
    // What the closed rows leave of each column; the total's own is no question.
    std::vector<Amount> missing_of = stated;
    for (const Row& row : rows) {
      for (std::size_t i = 1; row.run != nullptr && !row.open && i < row.run->cells.size(); ++i) {
        if (row.places[i] != nowhere && row.run->cells[i].kind == AmountCell::Kind::amount) {
          missing_of[row.places[i]] -= row.run->cells[i].amount;
        }
      }
    }
    missing_of[0] = Amount();
    if (Placing(rows, missing_of, used).run()) {
      for (Row& row : rows) {
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
  }

  std::vector<RowFunding> out;
  for (const Row& row : rows) {
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
