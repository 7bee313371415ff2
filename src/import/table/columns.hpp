#pragma once

/// The header of a grid: which rows it takes and what each column means.

#include "import/table/grid.hpp"
#include "import/vocabulary.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {

/// Which target a value column holds, where the words above it say so.
enum class Span { unknown, period, annual };

struct Column {
  Role role = Role::none;
  std::string key;     ///< of a money column: a documented key, else the published words
  std::string unit;    ///< money unit that the header names, or ""
  std::string header;  ///< published words, from top to bottom
  Span span = Span::unknown;
};

struct Header {
  std::size_t rows = 0;  ///< of the grid, from where it was looked for
  std::vector<Column> columns;
  Span span = Span::unknown;  ///< of all its targets, where a heading at its side says so

  [[nodiscard]] bool has(Role role) const;
  /// First column of a role, or Grid::none.
  [[nodiscard]] std::size_t find(Role role) const;
  /// Whether indicators have a row each.
  [[nodiscard]] bool indicator_rows() const { return has(Role::level3); }
  /// Whether every row (or group of rows) is a project.
  [[nodiscard]] bool lists_projects() const { return has(Role::project_name); }
  /// Whether it heads goals or indicators, and not one of a budget's other tables.
  [[nodiscard]] bool of_performance() const;
  /// Whether it heads a plain list of projects and amounts: one column of names,
  /// and more said of it than 项目 (which heads the lines of 收支总表, too).
  [[nodiscard]] bool plain_list() const;
};

/// The header that begins in `row`, if one does: mostly known words, no
/// amounts, and among them a project's name or an indicator's levels.
[[nodiscard]] std::optional<Header> header_at(const Grid& grid, std::size_t row);

/// A cell's text for looking up words: lines joined, no white space.
[[nodiscard]] std::string cell_word(const Cell& cell);

}  // namespace budgetdiff::import
