#include "import/table/figure_columns.hpp"

#include "import/table/column_content.hpp"
#include "import/table/column_words.hpp"
#include "import/table/decided_amounts.hpp"
#include "import/table/money_records.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/amount_run.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Looks at the columns of one header.
class FigureColumns {
 public:
  FigureColumns(const Header& header, const Grid& grid, std::size_t first_row, std::size_t end_row,
                std::size_t end)
      : header_(header),
        grid_(grid),
        first_row_(first_row),
        end_row_(std::min(grid.rows(), end_row)),
        end_(end) {}

  std::set<std::size_t> run() {
    std::vector<std::size_t> loose;
    for (std::size_t c = 0; c < end_;) {
      if (!is_candidate(c)) {
        ++c;
        continue;
      }
      std::size_t behind = c + 1;
      while (behind < end_ && is_candidate(behind)) {
        ++behind;
      }
      take_run(c, behind);
      for (; c < behind; ++c) {
        if (!out_.contains(c)) {
          loose.push_back(c);
        }
      }
    }
    if (complete_total(loose)) {
      out_.insert(loose.begin(), loose.end());
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_money(std::size_t c) const {
    return header_.columns[c].role == Role::money;
  }

  [[nodiscard]] bool is_candidate(std::size_t c) const {
    const Column& column = header_.columns[c];
    if (column.role != Role::none || column.header.empty() || !column.category.empty() ||
        !column.second_category.empty() || names_no_money(column.header)) {
      return false;
    }
    const std::vector<std::u32string> texts = column_texts(grid_, first_row_, end_row_, c);
    bool figure = false;
    for (const std::u32string& text : texts) {
      const bool amount = read_published_amount(text).has_value();
      if (!amount && !is_blank_mark(text)) {
        return false;
      }
      figure = figure || amount;
    }
    return figure;
  }

  /// Adds what of the candidates [begin, end) their neighbours and words say to be money.
  void take_run(std::size_t begin, std::size_t end) {
    const bool behind_money = begin > 0 && is_money(begin - 1);
    const bool before_money = end < end_ && is_money(end);
    std::size_t years = 0;
    for (std::size_t c = begin; c < end; ++c) {
      years += is_bare_year(lowest_word(header_.columns[c].header)) ? 1U : 0U;
    }
    for (std::size_t c = begin; c < end; ++c) {
      const std::string_view word = lowest_word(header_.columns[c].header);
      const bool named = header_.columns[c].year != 0 || is_bare_year(word);
      const bool year = named && (years > 1 || behind_money || before_money);
      const bool step = is_whole_amount(word) && decision_of(word) != Decision::unsaid;
      if ((behind_money && before_money) || year || step) {
        out_.insert(c);
      }
    }
  }

  [[nodiscard]] std::optional<Amount> amount_at(std::size_t row, std::size_t c) const {
    const Cell* const cell = grid_.begins_at(row, c);
    return cell != nullptr && cell->column == c ? read_published_amount(cell->packed())
                                                : std::nullopt;
  }

  /// Whether the total is the sum of the sources only with these columns.
  [[nodiscard]] bool complete_total(const std::vector<std::size_t>& loose) const {
    const std::size_t total = total_column();
    std::size_t rows = 0;
    for (std::size_t row = first_row_; !loose.empty() && total != Grid::none && row < end_row_;
         ++row) {
      const std::optional<Amount> whole = amount_at(row, total);
      if (!whole) {
        continue;
      }
      Amount sum;
      for (std::size_t c = 0; c < end_; ++c) {
        const bool source = is_money(c) && is_source(header_.columns[c].key);
        const bool own = std::find(loose.begin(), loose.end(), c) != loose.end();
        if (const std::optional<Amount> part =
                source || own || out_.contains(c) ? amount_at(row, c) : std::nullopt) {
          sum = sum + *part;
        }
      }
      if (sum != *whole) {
        return false;
      }
      ++rows;
    }
    return rows > 0;
  }

  [[nodiscard]] std::size_t total_column() const {
    for (std::size_t c = 0; c < end_; ++c) {
      if (is_money(c) && header_.columns[c].key == column::total) {
        return c;
      }
    }
    return Grid::none;
  }

  const Header& header_;
  const Grid& grid_;
  std::size_t first_row_;
  std::size_t end_row_;
  std::size_t end_;
  std::set<std::size_t> out_;
};

}  // namespace

std::set<std::size_t> money_by_neighbours(const Header& header, const Grid& grid,
                                          std::size_t first_row, std::size_t end_row,
                                          std::size_t end) {
  return FigureColumns(header, grid, first_row, end_row, end).run();
}

}  // namespace budgetdiff::import
