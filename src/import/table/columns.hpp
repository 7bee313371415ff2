#pragma once

/// The header of a grid: which rows it takes and what each column means.

#include "import/table/grid.hpp"
#include "import/table/header_rows.hpp"
#include "import/table/side_columns.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// Which target a value column holds, where the words above it say so.
enum class Span { unknown, period, annual };

struct Column {
  Role role = Role::none;
  std::string key;     ///< of a money column: a documented key, else the published words
  std::string unit;    ///< money unit that the header names, or ""
  std::string header;  ///< published words, from top to bottom
  std::string word;    ///< that of them which says the role
  Span span = Span::unknown;
  int year = 0;  ///< that the header names (2023年预算数); 0: none
  Adjusted adjusted = Adjusted::unsaid;
  bool one_of_several = false;  ///< others of its kind stand beside it (side_columns.hpp)
  bool of_sources = false;      ///< names the source of the row's money
  std::string stage_key;        ///< of a source at another stage: see MoneyText
  std::string_view stage_column;
  std::string category;  ///< first level that the header names (产出指标 over its own columns)
  std::string second_category;  ///< the second level that it names below
  std::string categories;  ///< all that head it, as a list would say them: 产出指标：数量指标：
  bool scored = false;  ///< with scores behind them: 产出指标（50分）
  bool weighs = false;  ///< weights stand behind its cells' texts, as 三级指标（权重） says
  bool above_name = false;  ///< names what projects are parts of (项目名称 beside 子项目名称)
  bool heads_list = false;  ///< its cells hold the indicators of `categories`, all in one
  std::size_t group = 0;    ///< of columns that make one indicator; a row may have several
  std::size_t first = 0;    ///< of the columns that its lowest cell of the header spans
};

/// What the numbers beside projects' names (序号) count.
enum class NumbersOf { projects, rows, unsure };

struct Header {
  std::size_t rows = 0;  ///< of the grid, from where it was looked for
  std::vector<Column> columns;
  Span span = Span::unknown;         ///< of all its targets, where a heading at its side says so
  std::size_t groups = 1;            ///< of indicators that stand side by side
  std::string targets_taken;         ///< published words of the column of targets that is read
  std::string targets_left_out;      ///< of those beside it that are not; "" where there are none
  std::string amounts_taken;         ///< published words of the total that was approved, where
                                     ///< another that was asked for stands beside it
  std::string year_taken;            ///< of the year's total, where another year's or the whole
                                     ///< period's money stands beside it
  std::vector<std::string> unknown;  ///< headers of columns that hold what nobody knows
  std::vector<std::string> unread;   ///< of those that hold what a snapshot has no place for
  std::size_t ragged = 0;            ///< positions that its rows lack at the right
  NumbersOf numbers = NumbersOf::projects;

  [[nodiscard]] bool has(Role role) const;
  /// First column of a role, or Grid::none.
  [[nodiscard]] std::size_t find(Role role) const;
  /// Whether indicators have a row each.
  [[nodiscard]] bool indicator_rows() const { return has(Role::level3); }
  /// Whether every row (or group of rows) is a project.
  [[nodiscard]] bool lists_projects() const { return has(Role::project_name); }
  /// Whose targets the columns of a group hold, as far as the header says.
  [[nodiscard]] Span span_of(std::size_t group) const;
  /// Whether it heads goals or indicators, and not one of a budget's other tables.
  [[nodiscard]] bool of_performance() const;
  /// Whether it heads a plain list of projects and amounts: one column of names,
  /// and more said of it than 项目 (which heads the lines of 收支总表, too).
  [[nodiscard]] bool plain_list() const;
};

/// The header that begins in `row`, if one does: mostly known words, no
/// amounts, and among them a project's name or an indicator's levels.
[[nodiscard]] std::optional<Header> header_at(const Grid& grid, std::size_t row,
                                              NameColumns names = NameColumns::said);

/// What the cells below a header say of its columns, in the rows [first_row, end_row) that
/// are its own; then columns that say one thing twice are settled. To be called once for
/// each header that is read.
void settle_columns(Header& header, const Grid& grid, std::size_t first_row, std::size_t end_row);

/// A cell's text for looking up words: lines joined, no white space.
[[nodiscard]] std::string cell_word(const Cell& cell);

}  // namespace budgetdiff::import
