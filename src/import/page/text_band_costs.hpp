#pragma once

/// What speaks for and against lines of a table with a row an indicator being those of one
/// project, in text that keeps its columns.

#include "import/page/band_levels.hpp"
#include "import/page/line_blocks.hpp"
#include "import/page/spanned_cells.hpp"
#include "import/page/text_rows.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {

/// Where a project's cells stand in its band.
enum class BandAlign {
  middle,
  top,
  first_row  ///< none of them spans rows: all are in the first row, in its middle
};

/// Of the scale of the costs of rows, lower is better.
class TextBandCosts {
 public:
  /// Bands that cost hardly more are as likely.
  static constexpr double margin = 1.5;

  /// `before`: what the page before ended with.
  TextBandCosts(const std::vector<ColumnText>& columns, const RowsBetween& rows, bool continued,
                const ProjectEnd& before);

  /// The numbers of the lines that any column has.
  [[nodiscard]] const std::vector<int>& numbers() const { return numbers_; }
  /// Whether there is a column of projects.
  [[nodiscard]] bool listed() const { return listed_; }

  /// Lines [begin, end) as a project.
  [[nodiscard]] double cost(std::size_t begin, std::size_t end, BandAlign align) const;

  /// Whether lines [begin, end) have a name.
  [[nodiscard]] bool named(std::size_t begin, std::size_t end) const;

  /// Whether the page's first project, whose lines end before `end`, leaves no room for the rest of
  /// a goal that the page before has begun: print has put that among its own.
  [[nodiscard]] bool loses_rest(std::size_t end) const;

  /// What the page's last project, whose lines begin with `begin`, has of it.
  [[nodiscard]] ProjectEnd end_of(std::size_t begin) const;

 private:
  /// A column's lines, and which of the page's each is.
  struct Column {
    std::vector<std::size_t> at;
    std::vector<std::u32string> texts;
    std::vector<bool> full;  ///< as wide as the column

    [[nodiscard]] std::pair<std::size_t, std::size_t> in(std::size_t begin, std::size_t end) const;
  };

  /// Lines [begin, end), and what of them is on another page.
  struct Band {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool first = false;      ///< of the page
    bool last = false;       ///< of the page
    bool elsewhere = false;  ///< its project may have cells on another page
  };

  void take(const ColumnText& column);
  [[nodiscard]] Column lines_of_column(const ColumnText& column) const;
  [[nodiscard]] static double off(const Column& column, std::size_t first, std::size_t last,
                                  std::size_t line, bool top);
  [[nodiscard]] double cells_cost(const Band& band, BandAlign align) const;
  [[nodiscard]] double places_cost(const Band& band, BandAlign align) const;
  [[nodiscard]] double first_row_cost(const Band& band) const;
  [[nodiscard]] double goal_cost(const Band& band) const;
  [[nodiscard]] double categories_cost(const Band& band) const;

  const RowsBetween& rows_;
  bool continued_;
  ProjectEnd before_;  ///< of the page before
  bool listed_ = false;
  std::vector<int> numbers_;
  Column names_;
  Column goals_;
  Column amounts_;
  Column level1_;
  Column level2_;
  CategoryLines firsts_;   ///< of level1_
  CategoryLines seconds_;  ///< of level2_
  Column indicators_;
  bool sentences_ = false;  ///< goals end with one
};

}  // namespace budgetdiff::import
