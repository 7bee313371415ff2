#include "import/table/left_over_cells.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"
#include "import/table/context.hpp"
#include "import/table/form_sums.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/scan.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/read_list.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>

namespace budgetdiff::import {
namespace {

/// What is shorter may be a label that nobody knows, or a date.
constexpr std::size_t least_prose = 12;
constexpr std::size_t longest_label = 30;

/// Whether a cell holds what somebody wrote, and no label, amount, title or remark.
bool is_prose(const Cell& cell) {
  const std::u32string text = cell.packed();
  if (text.size() < least_prose || text.back() == U'：' || text.back() == U':' ||
      label_term(cell).role != Role::none || cell_amount(text) || opens_remark(text) ||
      is_any_title(text)) {
    return false;
  }
  return std::all_of(cell.lines.begin(), cell.lines.end(),
                     [](const TextLine& line) { return labels_in(line.text).empty(); });
}

/// Whether a text has no label at the head of a page: the rest of a value that the page before
/// cuts, however short.
bool is_rest_at_head(const Grid& grid, const Cell& cell) {
  constexpr std::size_t least = 2;
  const Cell* const side = grid.begins_at(0, 0);
  if (!grid.edges.empty()) {
    const std::vector<const Cell*> cells = grid.filled_cells(0);
    return grid.place.page > 0 && cell.row == 0 && side != nullptr && side->is_blank() &&
           side->rows == 1 && cell.packed().size() >= least && !cell_amount(cell.packed()) &&
           std::all_of(cells.begin(), cells.end(),
                       [](const Cell* one) { return label_term(*one).role == Role::none; });
  }
  return grid.place.page > 0 && grid.place.line == 0 && grid.edges.empty() && cell.row == 0 &&
         cell.column == 1 && grid.columns() == 2 && grid.filled_cells(0).size() == 1 &&
         cell.packed().size() >= least && label_term(cell).role == Role::none;
}

/// Words that end what a form asks for at length (项目申报的可行性和必要性).
bool ends_as_label(std::u32string_view text) {
  while (!text.empty() && (text.back() == U'）' || text.back() == U')')) {
    const std::size_t open = text.find_last_of(U"（(");
    if (open == text.npos || open == 0) {
      break;
    }
    text = text.substr(0, open);
  }
  return ends_with_any(std::u32string(text),
                       {U"概述",   U"概况",   U"情况", U"内容", U"依据", U"原因", U"说明",
                        U"必要性", U"可行性", U"措施", U"方案", U"理由", U"测算", U"明细",
                        U"计划",   U"背景",   U"条件", U"意见", U"制度", U"预算"});
}

/// Whether a cell that nobody knows is a label with its text beside it: no sentence, and called as
/// labels are, or a colon behind it, or in a column where labels that are known begin.
bool is_label(const Grid& grid, const Cell& cell, const std::set<std::size_t>& labels) {
  const std::u32string text = cell.packed();
  const Cell* const beside = grid.at(cell.row, cell.column + cell.columns);
  if (text.size() > longest_label || is_blank_mark(text) || label_term(cell).role != Role::none ||
      cell_amount(text) || beside == nullptr || beside->row != cell.row || beside->is_blank() ||
      says_nothing(beside->packed()) || is_bare_year(cell_word(cell)) ||
      heads_sources(cell_word(cell)) || label_term(*beside).role != Role::none ||
      text.find_first_of(U"。；，,;") != text.npos) {
    return false;
  }
  constexpr std::size_t longest_short = 12;
  const bool colon = text.back() == U'：' || text.back() == U':';
  return colon || ends_as_label(text) ||
         (labels.contains(cell.column) && text.size() <= longest_short);
}

/// Whether nothing but a label that is known, or nothing, stands behind `cell` in its row.
bool ends_pair(const Grid& grid, const Cell& cell) {
  const std::vector<const Cell*> cells = grid.filled_cells(cell.row);
  const auto at = std::find(cells.begin(), cells.end(), &cell);
  return at == cells.end() || std::next(at) == cells.end() ||
         label_term(**std::next(at)).role != Role::none;
}

/// The nearest text at the left of `cell`, or null.
const Cell* left_of(const Grid& grid, const Cell& cell) {
  const Cell* out = nullptr;
  for (const Cell* const one : grid.filled_cells(cell.row)) {
    if (one->column < cell.column) {
      out = one;
    }
  }
  return out;
}

}  // namespace

/// Whether a cell that nobody knows and the one beside it stand behind a label and its value as
/// another such pair does (项目类别 | 特定目标类 | 存续状态 | 延续).
bool LeftOverCells::follows_pair(const Grid& grid, const Cell& cell) const {
  const Cell* const value = left_of(grid, cell);
  const Cell* const label = value == nullptr ? nullptr : left_of(grid, *value);
  const Cell* const beside = grid.at(cell.row, cell.column + cell.columns);
  return label != nullptr && taken_.contains(value) && label_term(*label).role != Role::none &&
         label_term(*value).role == Role::none && beside != nullptr &&
         is_label(grid, cell, {cell.column}) && ends_pair(grid, *beside);
}

void LeftOverCells::say_labels(const Grid& grid, TableRecords& records) {
  std::set<std::size_t> labels;
  for (const auto& [where, row] : rows_) {
    for (const Cell* const cell :
         where == &grid ? grid.filled_cells(row) : std::vector<const Cell*>{}) {
      if (label_term(*cell).role != Role::none) {
        labels.insert(cell->column);
      }
    }
  }
  for (const auto& [where, row] : rows_) {
    for (const Cell* const cell :
         where == &grid ? grid.filled_cells(row) : std::vector<const Cell*>{}) {
      if (cell->row != row || taken_.contains(cell) ||
          !(is_label(grid, *cell, labels) || follows_pair(grid, *cell))) {
        continue;
      }
      const Cell* const text = grid.at(row, cell->column + cell->columns);
      taken_.insert(cell);
      if (taken_.insert(text).second) {
        add_once(records.unread, without_colon(cell_word(*cell)));
      }
    }
  }
}

void LeftOverCells::say(const Grid& grid, TableRecords& records) {
  say_labels(grid, records);
  for (const auto& [where, row] : rows_) {
    if (where != &grid) {
      continue;
    }
    for (const Cell* const cell : grid.filled_cells(row)) {
      if (cell->row != row || !(is_prose(*cell) || is_rest_at_head(grid, *cell)) ||
          !taken_.insert(cell).second) {
        continue;
      }
      const Cell* const label = left_of(grid, *cell);
      const Role role = label != nullptr ? label_term(*label).role : Role::none;
      if (label != nullptr && label->packed().size() <= longest_label && role != Role::goal &&
          role != Role::annual_goal && role != Role::indicators) {
        add_once(records.unread, without_colon(cell_word(*label)));
        continue;
      }
      records.findings.push_back(
          {"text-left-over",
           Severity::warning,
           cell->text_place(),
           "",
           {BD_TR("a text of the form that no label explains was left out: {0}"),
            {quote(cell->packed())}}});
    }
  }
  rows_.clear();
}

}  // namespace budgetdiff::import
