#include "import/page/spread_rows.hpp"

#include "import/page/sum_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <set>

namespace budgetdiff::import {
namespace {

/// The lines of a row's cell.
struct CellLines {
  std::size_t begin = 0;
  std::size_t end = 0;
};

CellLines cell_of(const std::vector<ColumnText>& columns, const std::vector<TextRow>& rows,
                  std::size_t column, std::size_t row) {
  const std::size_t all = columns[column].lines.size();
  const auto first = [&](std::size_t r) {
    return r < rows.size() && rows[r].first[column] != Grid::none ? rows[r].first[column] : all;
  };
  return {std::min(first(row), all), std::min(first(row + 1), all)};
}

class SpreadRows {
 public:
  SpreadRows(std::vector<ColumnText>& columns, std::vector<TextRow>& rows)
      : columns_(columns), rows_(rows) {}

  void close() {
    const auto names = std::find_if(columns_.begin(), columns_.end(), [](const ColumnText& column) {
      return column.role == Role::level3;
    });
    if (names == columns_.end()) {
      return;
    }
    names_ = static_cast<std::size_t>(names - columns_.begin());
    find_step();
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      find_spread(r);
    }
    if (spread_.empty()) {
      return;
    }
    find_shifts();
    if (shifts_.empty()) {
      return;
    }
    move();
  }

 private:
  /// What stands a line off its name may have slid by that.
  void find_step() {
    std::set<double> all;
    for (const ColumnText& column : columns_) {
      for (const PdfLine& line : column.lines) {
        all.insert(line.middle);
      }
    }
    double step = std::numeric_limits<double>::infinity();
    double before = -std::numeric_limits<double>::infinity();
    for (const double y : all) {
      step = std::min(step, y - before);
      before = y;
    }
    clear_ = 1.5 * step;
  }

  /// Whether a row has figures clear above or below its name; their lines.
  void find_spread(std::size_t row) {
    const CellLines name = cell_of(columns_, rows_, names_, row);
    if (name.begin >= name.end) {
      return;
    }
    const double top = columns_[names_].lines[name.begin].middle;
    const double bottom = columns_[names_].lines[name.end - 1].middle;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (c == names_ || !of_one_row(columns_[c].role) || columns_[c].role == Role::level3) {
        continue;
      }
      const CellLines cell = cell_of(columns_, rows_, c, row);
      if (cell.begin < cell.end && (columns_[c].lines[cell.begin].middle > bottom + clear_ ||
                                    columns_[c].lines[cell.end - 1].middle < top - clear_)) {
        spread_.insert(row);
        for (std::size_t i = cell.begin; i < cell.end; ++i) {
          apart_.insert(columns_[c].lines[i].middle);
        }
      }
    }
  }

  /// Of each line of figures alone how far what is on it or below moves up.
  void find_shifts() {
    std::set<double> all;
    std::set<double> live;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Role role = columns_[c].role;
      for (const PdfLine& line : columns_[c].lines) {
        all.insert(line.middle);
        if (!of_one_row(role) || role == Role::level3 || !apart_.contains(line.middle)) {
          live.insert(line.middle);
        }
      }
    }
    double before = std::numeric_limits<double>::infinity();
    for (const double y : all) {
      if (!live.contains(y) && before < y) {
        shifts_[y] = y - before;
      }
      before = y;
    }
  }

  [[nodiscard]] double up(double y) const {
    double by = 0;
    for (const auto& [at, own] : shifts_) {
      by += at <= y ? own : 0;
    }
    return y - by;
  }

  void move() {
    double half = std::numeric_limits<double>::infinity();
    for (const auto& [at, own] : shifts_) {
      half = std::min(half, own / 2);
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      TextRow& row = rows_[r];
      const CellLines name = cell_of(columns_, rows_, names_, r);
      if (spread_.contains(r)) {
        row.first_line = up(columns_[names_].lines[name.begin].middle);
        const double last = up(columns_[names_].lines[name.end - 1].middle);
        row.middle = (row.first_line + last) / 2;
        row.top = row.first_line - half;
        row.bottom = last + half;
      } else {
        const double middle = up(row.middle);
        row.top += middle - row.middle;
        row.bottom += middle - row.middle;
        row.first_line += middle - row.middle;
        row.middle = middle;
      }
    }
    for (ColumnText& column : columns_) {
      for (PdfLine& line : column.lines) {
        line.middle = up(line.middle);
      }
    }
  }

  std::vector<ColumnText>& columns_;
  std::vector<TextRow>& rows_;
  std::size_t names_ = 0;
  double clear_ = 0;
  std::set<std::size_t> spread_;  ///< rows
  std::set<double> apart_;        ///< lines with figures clear of their names
  std::map<double, double> shifts_;
};

}  // namespace

void close_up(std::vector<ColumnText>& columns, std::vector<TextRow>& rows) {
  SpreadRows(columns, rows).close();
}

}  // namespace budgetdiff::import
