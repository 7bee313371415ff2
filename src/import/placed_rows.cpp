#include "import/placed_rows.hpp"

#include "import/few_moves.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Places for all open rows at once: the only ones that make every column's
/// sum, or none where there are several. Bounded by `most_open` rows and
/// `most_steps` tries.
class Placing {
 public:
  Placing(std::vector<MoneyRow>& rows, std::vector<Amount> missing, std::size_t used)
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

  std::vector<MoneyRow>& rows_;
  std::vector<Amount> missing_;
  std::size_t used_;
  std::vector<std::size_t> open_;
  std::vector<MoneyPlaces> current_;
  std::vector<MoneyPlaces> solution_;
  std::size_t found_ = 0;
  std::size_t steps_ = 0;
};

/// Whether a row is open and has one amount beside its total.
bool has_one_part(const MoneyRow& row) {
  return row.open && row.run->cells.size() == 2;
}

/// All ways to place the cells of a row in the first `used` columns, its first in the first.
void add_places(std::size_t cells, std::size_t used, MoneyPlaces& places,
                std::vector<MoneyPlaces>& out) {
  if (places.size() == cells) {
    out.push_back(places);
    return;
  }
  for (std::size_t column = places.back() + 1; column < used; ++column) {
    places.push_back(column);
    add_places(cells, used, places, out);
    places.pop_back();
  }
}

}  // namespace

MoneyPlaces leftmost(std::size_t cells, std::size_t columns) {
  MoneyPlaces places;
  for (std::size_t i = 0; i < cells; ++i) {
    places.push_back(i < columns ? i : nowhere);
  }
  return places;
}

std::vector<Amount> column_sums(const std::vector<MoneyRow>& rows, std::size_t columns) {
  std::vector<Amount> sums(columns);
  for (const MoneyRow& row : rows) {
    for (std::size_t i = 0; row.run != nullptr && i < row.run->cells.size(); ++i) {
      if (row.places[i] != nowhere && row.run->cells[i].kind == AmountCell::Kind::amount) {
        sums[row.places[i]] += row.run->cells[i].amount;
      }
    }
  }
  return sums;
}

bool place_all(std::vector<MoneyRow>& rows, const std::vector<Amount>& missing, std::size_t used) {
  return Placing(rows, missing, used).run();
}

bool place_several(std::vector<MoneyRow>& rows, const std::vector<Amount>& stated,
                   std::size_t used) {
  constexpr std::size_t most_rows = 100;
  const std::size_t none = rows.size();
  std::vector<std::vector<MoneyRow>> found;
  for (std::size_t other = 0; other <= none && none <= most_rows && found.size() < 2; ++other) {
    const std::size_t moved = other == 0 ? none : other - 1;  // first without any
    if (moved < none && !has_one_part(rows[moved])) {
      continue;
    }
    for (std::size_t column = moved < none ? 2 : used - 1; column < used; ++column) {
      std::vector<MoneyRow> placed = rows;
      std::vector<Amount> missing = stated;
      for (std::size_t i = 0; i < placed.size(); ++i) {
        MoneyRow& row = placed[i];
        if (has_one_part(row)) {
          row.places = {0, i == moved ? column : 1};
          row.open = false;
        }
        for (std::size_t k = 1; row.run != nullptr && !row.open && k < row.run->cells.size(); ++k) {
          if (row.places[k] != nowhere && row.run->cells[k].kind == AmountCell::Kind::amount) {
            missing[row.places[k]] -= row.run->cells[k].amount;
          }
        }
      }
      missing[0] = Amount();
      const bool fits = std::none_of(missing.begin(), missing.end(),
                                     [](const Amount& rest) { return rest.is_negative(); });
      if (fits && Placing(placed, missing, used).run() &&
          column_sums(placed, stated.size()) == stated) {
        found.push_back(std::move(placed));
      }
    }
  }
  if (found.size() == 1) {
    rows = std::move(found.front());
  }
  return found.size() == 1;
}

bool move_few(std::vector<MoneyRow>& rows, const std::vector<Amount>& stated, std::size_t used) {
  std::vector<MoneyRow> moved = rows;
  std::vector<RowMove> moves;
  for (std::size_t i = 0; i < moved.size(); ++i) {
    if (moved[i].open) {
      moved[i].places = leftmost(moved[i].run->cells.size(), stated.size());
    }
  }
  for (std::size_t i = 0; i < moved.size(); ++i) {
    if (!moved[i].open) {
      continue;
    }
    const std::vector<AmountCell>& cells = moved[i].run->cells;
    std::vector<MoneyPlaces> ways;
    MoneyPlaces first{0};
    add_places(cells.size(), used, first, ways);
    for (const MoneyPlaces& way : ways) {
      RowMove move{i, way, std::vector<Amount>(stated.size())};
      for (std::size_t k = 0; k < cells.size(); ++k) {
        if (cells[k].kind == AmountCell::Kind::amount) {
          move.change[way[k]] += cells[k].amount;
          move.change[moved[i].places[k]] -= cells[k].amount;
        }
      }
      if (way != moved[i].places) {
        moves.push_back(std::move(move));
      }
    }
  }
  std::vector<Amount> missing = stated;
  const std::vector<Amount> sums = column_sums(moved, stated.size());
  for (std::size_t i = 0; i < missing.size(); ++i) {
    missing[i] -= sums[i];
  }
  const auto found = only_few_moves(moves, missing);
  for (const std::size_t move : found) {
    moved[moves[move].row].places = moves[move].places;
  }
  if (!found.empty()) {
    rows = std::move(moved);
  }
  return !found.empty();
}

}  // namespace budgetdiff::import
