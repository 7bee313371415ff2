#pragma once

/// Ruled tables of pages, and what is read from them.

#include "import/table/grid.hpp"
#include "import/table/interpret.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {

using Rows = std::vector<std::vector<std::string>>;

/// A ruled table of a page. `^`: the cell above spans down, `<`: the one before spans here.
inline Grid table(int page, const std::vector<double>& edges, const Rows& rows) {
  Grid grid(rows.size(), edges.size() - 1);
  grid.edges = edges;
  grid.place.page = page;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      if (rows[r][c] == "^" || rows[r][c] == "<") {
        continue;
      }
      Cell cell;
      cell.row = r;
      cell.column = c;
      while (c + cell.columns < rows[r].size() && rows[r][c + cell.columns] == "<") {
        ++cell.columns;
      }
      while (r + cell.rows < rows.size() && rows[r + cell.rows][c] == "^") {
        ++cell.rows;
      }
      cell.place.page = page;
      cell.place.box = Box{edges[c], 20.0 * static_cast<double>(r), edges[c + cell.columns],
                           20.0 * static_cast<double>(r + cell.rows)};
      if (!rows[r][c].empty()) {
        cell.lines = text_lines(to_code_points(rows[r][c]), cell.place);
      }
      grid.add(std::move(cell));
    }
  }
  return grid;
}

inline ImportedTable read(std::vector<Grid> pages) {
  GridDocument document;
  document.importer = "pdf";
  for (Grid& page : pages) {
    document.blocks.emplace_back(std::move(page));
  }
  const auto out = interpret(std::move(document), {"x.pdf", ""}, {});
  EXPECT_TRUE(out) << (out ? "" : in_english(out.error()));
  return out ? out->tables.front() : ImportedTable{};
}

inline std::vector<std::string> names_of(const Project& project) {
  std::vector<std::string> out;
  for (const Indicator& indicator : project.indicators) {
    out.push_back(indicator.name);
  }
  return out;
}

inline std::vector<std::string> codes_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    out.push_back(finding.code);
  }
  return out;
}

}  // namespace budgetdiff::import
