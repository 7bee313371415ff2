#pragma once

/// A look at all tables of a document before any is read: a published budget
/// holds dozens, and few of them are about performance.

#include "import/table/columns.hpp"
#include "import/table/grid.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

/// What begins in the rows of one grid.
struct GridScan {
  std::map<std::size_t, Header> headers;  ///< by row
  std::vector<std::size_t> forms;         ///< rows that name a form's project
  std::vector<std::size_t> others;        ///< rows where tables begin that are passed over

  [[nodiscard]] const Header* header_at(std::size_t row) const {
    const auto found = headers.find(row);
    return found == headers.end() ? nullptr : &found->second;
  }
  /// Whether it holds indicators, and neither a form's name nor a list of projects.
  [[nodiscard]] bool only_indicators() const;
  [[nodiscard]] bool form_at(std::size_t row) const;
  [[nodiscard]] bool other_at(std::size_t row) const;
  /// Whether a form begins in the few rows behind `row`, where its title stands.
  [[nodiscard]] bool form_follows(std::size_t row) const;
};

/// One scan for each grid of `document`, in order. Where any table is about
/// performance, headers of others are left out: 项目支出表, 收支总表 and their
/// like are other tables of the same budget, but for a list of the same projects where tables of
/// performance have no amounts: it is their other half. Where none is, plain lists of
/// projects and amounts are all there is, and are kept. Columns that only may name projects
/// (工作任务) do where nothing in the whole document says 项目名称.
[[nodiscard]] std::vector<GridScan> scan_grids(const GridDocument& document);

/// Whether a line of text is the title of a table: short, ends in 表, no sentence
/// and no line of a table of contents.
[[nodiscard]] bool is_any_title(std::u32string_view line);

/// Whether it stands above what follows and belongs to no cell: a title, 表13, 第三部分 ….
[[nodiscard]] bool heads_section(std::u32string_view line);

}  // namespace budgetdiff::import
