#include "import/table/amounts_below.hpp"

#include "import/table/amount_text.hpp"
#include "import/table/amount_words.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"
#include "import/table/decided_amounts.hpp"
#include "import/table/ticked_boxes.hpp"
#include "import/table/unknown_columns.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace budgetdiff::import {

Term label_term(const Cell& cell) {
  constexpr std::size_t longest_label = 30;
  const std::u32string text = cell.packed();
  const Term term =
      text.empty() || text.size() > longest_label ? Term{} : look_up_header(to_utf8(text));
  // 新增/延续 is a label, □新增 ☑延续 what stands beside one.
  const bool chosen = term.role == Role::project_type && holds_boxes(text);
  return chosen ? Term{} : term;
}

const Cell* cell_below(const Grid& grid, const Cell& label) {
  return grid.at(label.row + label.rows, label.column);
}

namespace {

/// The same where nothing spans (separated values): blank below it, before the rows' labels,
/// which the cells that it spanned may hold off.
bool heads_rows_below(const Grid& grid, const Cell& cell) {
  const Cell* const below = cell_below(grid, cell);
  if (cell.column != 0 || cell.rows != 1 || below == nullptr || !below->is_blank()) {
    return false;
  }
  const std::vector<const Cell*> labels = grid.filled_cells(cell.row + 1);
  return !labels.empty() && label_term(*labels.front()).role == Role::money;
}

constexpr std::string_view last_year = "previous_year";

/// 决算数 beside 年初预算数 is what was spent of it.
void tell_spent(std::vector<StageColumn>& columns) {
  const auto has = [&](auto test) { return std::any_of(columns.begin(), columns.end(), test); };
  const bool beside = has([](const StageColumn& one) {
    return one.key == "adjusted_budget" ||
           (one.key == column::total && one.year == 0 && !says_spent(one.word));
  });
  const bool known = has([](const StageColumn& one) { return one.key == "executed"; });
  for (StageColumn& one : columns) {
    if (one.key == column::total && one.year == 0 && says_spent(one.word) &&
        !is_interim(one.word) && beside && !known) {
      one.key = "executed";
    }
  }
}

/// 申报数 beside 审定数 is what was asked for, and no total.
void tell_decided(std::vector<StageColumn>& columns) {
  std::vector<StageColumn*> totals;
  std::vector<Decision> decisions;
  for (StageColumn& one : columns) {
    const bool unlisted = one.key.empty() && is_whole_amount(one.word);
    if ((one.key == column::total || unlisted) && one.year == 0) {
      totals.push_back(&one);
      decisions.push_back(decision_of(one.word));
    }
  }
  if (const auto last = last_decided(decisions)) {
    for (std::size_t i = 0; i < totals.size(); ++i) {
      totals[i]->key = i == *last ? column::total : std::string_view{};
    }
  }
}

/// 2020年实际执行数 beside 2021年实际执行数: years gone by, none of them a stage of the table's
/// own.
void keep_years_apart(std::vector<StageColumn>& columns) {
  std::set<int> years;
  for (const StageColumn& one : columns) {
    if (one.key == "executed") {
      years.insert(year_in(one.word).value_or(0));
    }
  }
  for (StageColumn& one : columns) {
    if (one.key == "executed" && years.size() > 1 && year_in(one.word)) {
      one.key = {};
    }
  }
}

}  // namespace

std::vector<StageColumn> stage_columns(const Grid& grid, std::size_t row) {
  std::vector<StageColumn> out;
  std::set<int> years;
  std::set<std::string_view> keys;
  for (const Cell* cell : grid.filled_cells(row)) {
    if (cell_amount(cell->packed())) {
      return {};
    }
    // 项目资金（万元） at the side, 年度预算数 above the labels of the rows.
    const Cell* const below = cell_below(grid, *cell);
    const bool above_labels = below != nullptr && label_term(*below).role == Role::money;
    if (out.empty() &&
        ((cell->rows > 1 && cell->column == 0) || above_labels || heads_rows_below(grid, *cell))) {
      continue;
    }
    const Term term = label_term(*cell);
    const std::string word = cell_word(*cell);
    const bool total = term.role == Role::money && term.column == column::total;
    const std::optional<int> year = year_in(word);
    if (year && (total || is_bare_year(word))) {
      years.insert(*year);
      out.push_back({cell->column, column::total, word, *year});
    } else if (total || (term.role == Role::money &&
                         (term.column == "adjusted_budget" || term.column == "executed" ||
                          term.column == last_year))) {
      out.push_back({cell->column, term.column, word, 0});
    } else if (term.role != Role::year && is_whole_amount(word) &&
               decision_of(word) != Decision::unsaid) {
      out.push_back({cell->column, {}, word, 0});  // 财政审定数, and not 申报年度
    } else if (term.role == Role::none && is_of_last_year(word)) {
      out.push_back({cell->column, {}, word, 0});
    } else if (term.role == Role::none && says_spent(word)) {
      out.push_back({cell->column, is_interim(word) ? std::string_view{} : "executed", word, 0});
    } else {
      continue;
    }
  }
  // 项目资金（万元） at the side of rows that a page's end parts from their header.
  if (out.size() > 2 && out.front().column == 0 && out.front().year == 0 &&
      out.front().key == column::total && row + 1 == grid.rows()) {
    out.erase(out.begin());
  }
  for (StageColumn& one : out) {
    const Cell& cell = *grid.at(row, one.column);
    if (cell.column + cell.columns < grid.edges.size()) {
      one.left = grid.edges[cell.column];
      one.right = grid.edges[cell.column + cell.columns];
    }
  }
  tell_spent(out);
  tell_decided(out);
  for (const StageColumn& one : out) {
    keys.insert(one.key);
  }
  keep_years_apart(out);
  if (years.size() < 2) {
    return keys.size() < 2 ? std::vector<StageColumn>{} : out;
  }
  for (StageColumn& one : out) {
    // 合计 beside the years is theirs.
    one.key = one.year == 0 && one.key == column::total ? "multi_year_total" : one.key;
  }
  return out;
}

std::vector<StageColumn> stages_on_page(const Grid& grid, const std::vector<StageColumn>& stages) {
  std::vector<StageColumn> out = stages;
  std::size_t from = 0;
  for (StageColumn& one : out) {
    if (one.right <= one.left || grid.edges.size() != grid.columns() + 1) {
      return stages;
    }
    const auto distance = [&](std::size_t column) {
      return std::abs(grid.edges[column] - one.left);
    };
    std::size_t nearest = from;
    for (std::size_t column = from; column < grid.columns(); ++column) {
      nearest = distance(column) < distance(nearest) ? column : nearest;
    }
    if (nearest >= grid.columns() || distance(nearest) * 2 > one.right - one.left) {
      return {};
    }
    one.column = nearest;
    from = nearest + 1;
  }
  return out;
}

namespace {

/// Whether a cell stands below several of the columns.
bool spans_several(const Cell& cell, const std::vector<StageColumn>& stages) {
  return std::count_if(stages.begin(), stages.end(), [&](const StageColumn& stage) {
           return stage.column >= cell.column && stage.column < cell.column + cell.columns;
         }) > 1;
}

bool is_below_stage(const Cell& cell, const std::vector<StageColumn>& stages) {
  return std::any_of(stages.begin(), stages.end(),
                     [&](const StageColumn& stage) { return stage.column == cell.column; });
}

}  // namespace

const Cell* label_of_stages(const Grid& grid, std::size_t row,
                            const std::vector<StageColumn>& stages) {
  const Cell* label = nullptr;
  bool amounts = false;
  for (const Cell* cell : grid.filled_cells(row)) {
    const bool is_amount = cell_amount(cell->packed()).has_value();
    amounts = amounts || (is_amount && is_below_stage(*cell, stages));
    // What spans several rows heads them all: 项目资金（万元）.
    if (!stages.empty() && cell->column < stages.front().column && !is_amount &&
        (cell->rows == 1 || label_term(*cell).role == Role::money)) {
      label = cell;
    }
  }
  return amounts ? label : nullptr;
}

namespace {

/// What an amount below `stage` is of, in a row whose label means `of`: a total, or a source whose
/// amounts of other stages have keys of their own.
MoneyText amount_of_stage(const Cell& cell, const StageColumn& stage, const std::string& of,
                          const std::string& unit) {
  const std::string word = amount_key(stage.word);
  const bool whole = of == column::total || (stage.year != 0 && of == "multi_year_total");
  MoneyText out{
      std::string(stage.key), unit, amount_text(cell), cell.place, stage.year, stage.word};
  if (whole && out.key.empty()) {
    out.key = word;
  } else if (!whole && stage.key == column::total) {
    out.key = of;
  } else if (!whole) {
    out.key = std::string(published_word(of)).append("（").append(word).append("）");
    const bool of_stage = !stage.key.empty() && stage.key != last_year;
    if (stage.year == 0 && of_stage) {
      out.stage_key = of;
      out.stage_column = stage.key;
    }
  }
  return out;
}

}  // namespace

std::vector<MoneyText> amounts_of_stages(const Grid& grid, std::size_t row,
                                         const std::vector<StageColumn>& stages,
                                         const std::string& unit) {
  std::vector<std::pair<const Cell*, const StageColumn*>> amounts;
  for (const Cell* cell : grid.filled_cells(row)) {
    // 当年预算资金 | 350 | 其中：财政资金 | 320 below years is a row of its own.
    if (!stages.empty() && cell->column >= stages.front().column &&
        (label_term(*cell).role == Role::money || spans_several(*cell, stages))) {
      return {};
    }
    for (const StageColumn& stage : stages) {
      if (stage.column == cell->column && cell_amount(cell->packed())) {
        amounts.emplace_back(cell, &stage);
      }
    }
  }
  const auto years = std::count_if(stages.begin(), stages.end(),
                                   [](const StageColumn& stage) { return stage.year != 0; });
  // So is an amount below the years' sum alone.
  if (years > 1 && amounts.size() == 1 && amounts.front().second->year == 0) {
    return {};
  }
  std::string of(column::total);
  if (const Cell* const label = label_of_stages(grid, row, stages)) {
    const std::string word = cell_word(*label);
    const Term term = label_term(*label);
    if (term.role == Role::money) {
      of = term.column;
    } else if (term.role != Role::none || names_no_money(word)) {
      return {};
    } else {
      of = is_sum_label(word) ? of : amount_key(word);
    }
  }
  std::vector<MoneyText> out;
  for (const auto& [cell, stage] : amounts) {
    out.push_back(amount_of_stage(*cell, *stage, of, unit));
  }
  return out;
}

std::vector<const Cell*> amounts_below(const Grid& grid, const Cell& label) {
  std::vector<const Cell*> out;
  for (const Cell* at = cell_below(grid, label); at != nullptr; at = cell_below(grid, *at)) {
    const std::vector<const Cell*> cells = grid.filled_cells(at->row);
    const bool sums = std::any_of(cells.begin(), cells.end(), [](const Cell* cell) {
      return is_sum_label(cell_word(*cell)) || is_subtotal_label(cell_word(*cell));
    });
    const bool labelled = std::any_of(cells.begin(), cells.end(), [](const Cell* cell) {
      return label_term(*cell).role != Role::none;
    });
    if (at->column != label.column || !cell_amount(at->packed()) ||
        (labelled && !sums && !out.empty())) {
      break;
    }
    if (sums) {
      return {at};
    }
    out.push_back(at);
  }
  return out;
}

}  // namespace budgetdiff::import
