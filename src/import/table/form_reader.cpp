#include "import/table/form_reader.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"
#include "import/table/cost_tables.hpp"
#include "import/table/form_money.hpp"
#include "import/table/label_values.hpp"
#include "import/table/unknown_amounts.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/read_list.hpp"
#include "import/title_words.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a year stands beside others: 年度 | 2024 | 2025 | 2026 heads columns.
bool heads_years(const Grid& grid, const Cell& value) {
  const std::vector<const Cell*> cells = grid.filled_cells(value.row);
  return std::any_of(cells.begin(), cells.end(), [&](const Cell* cell) {
    constexpr std::size_t longest = 6;  // 2025年度
    return cell != &value && cell->column > value.column && label_term(*cell).role == Role::none &&
           cell->packed().size() <= longest && year_in(to_utf8(cell->packed()));
  });
}

/// Whether a row belongs to a form's table of indicators, its last part.
bool heads_rows(const std::vector<const Cell*>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const Cell* cell) {
    const std::string word = cell_word(*cell);
    return is_level1_category(word) || is_level2_category(word);
  });
}

/// Whether a word of money is what 资金来源 beside it says, and no label: the row below has a label
/// of its own where 资金来源 stands.
bool is_source_said(const Grid& grid, const Cell& label) {
  const Cell* const side = label.column == 0 ? nullptr : grid.at(label.row, label.column - 1);
  if (side == nullptr || side->row != label.row || !heads_sources(cell_word(*side))) {
    return false;
  }
  const Cell* const below = cell_below(grid, *side);
  return side->rows == label.rows &&
         (below == nullptr || !(below->is_blank() || cell_amount(below->packed())));
}

}  // namespace

void FormReader::take(const Grid& grid, const Cell& label, const Cell& value,
                      std::vector<Labelled>& context) {
  if (label_term(label).role == Role::year && heads_years(grid, value)) {
    return;
  }
  cut_.take(grid, value, label_term(label).role);
  cut_values_.take(grid, value, label_term(label).role);
  left_over_.take(value);
  fields_.take(label, value, cut_, context);
}

bool FormReader::take_said(const Cell& cell, std::vector<Labelled>& context) {
  const std::vector<SaidLabel> said = said_labels(cell);
  const bool of_project = std::any_of(said.begin(), said.end(), [](const SaidLabel& one) {
    const Role role = label_term(one.label).role;
    return role == Role::project_name || role == Role::project_code || role == Role::goal ||
           role == Role::annual_goal || role == Role::project_type;
  });
  if (of_project) {
    left_over_.take(cell);
    take_all(said, context);
  }
  return of_project;
}

void FormReader::take_all(const std::vector<SaidLabel>& said, std::vector<Labelled>& context) {
  for (const SaidLabel& one : said) {
    fields_.take(one.label, one.value, cut_, context);
  }
}

/// Says what stands beside a label behind its value: amounts or goals of other regions or
/// units, which the project has no place for.
void FormReader::say_left_out(const Grid& grid, const Cell& label, const Cell& value) {
  const Role role = label_term(label).role;
  const bool goal = role == Role::goal || role == Role::annual_goal;
  if (!has_project() || !(goal || role == Role::money)) {
    return;
  }
  constexpr std::size_t least_prose = 8;
  std::u32string left_out;
  for (const Cell* cell : grid.filled_cells(label.row)) {
    if (cell->column < value.column + value.columns) {
      continue;
    }
    const std::u32string text = cell->packed();
    const bool like =
        goal ? text.size() >= least_prose && !cell_amount(text) : cell_amount(text).has_value();
    if (label_term(*cell).role != Role::none || !like) {
      break;
    }
    left_over_.take(*cell);
    left_out += (left_out.empty() ? U"" : U"; ") + text;
  }
  if (!left_out.empty()) {
    records_.findings.push_back({"text-left-over",
                                 Severity::warning,
                                 value.text_place(),
                                 published(records_.projects.back().name.text),
                                 {BD_TR("beside {0}, behind its value, was left out: {1}"),
                                  {cell_word(label), quote(left_out)}}});
  }
}

/// Remembers a label that a snapshot has no place for, where something stands beside or
/// below it.
void FormReader::note_unread(const Grid& grid, const Cell& label) {
  const Role role = label_term(label).role;
  if (!active() || heads_sources(cell_word(label)) ||
      (role != Role::remark && role != Role::person && role != Role::none)) {
    return;
  }
  if (role == Role::none) {
    // 同名项目上年预算执行数 in a row of its own is no amount that a snapshot knows.
    auto lone = lone_amount(grid, label, amounts_.unit());
    if (lone && amounts_.label_of_stages(grid, label.row) != &label &&
        !unknown_amount(grid, label, amounts_.rows(), amounts_.unit())) {
      add_once(records_.unread, without_colon(cell_word(label)));
      if (!records_.projects.empty()) {
        records_.projects.back().lone_amounts.push_back(std::move(*lone));
      }
    }
    return;
  }
  const auto holds = [&](const Cell* cell) {
    return cell != nullptr && cell != &label && !says_nothing(cell->packed()) &&
           label_term(*cell).role == Role::none;
  };
  const Cell* const side = grid.at(label.row, label.column + label.columns);
  const bool over = side == nullptr || label_term(*side).role != Role::none;
  const Cell* const text = over ? cell_below(grid, label) : side;
  if (holds(text)) {
    add_once(records_.unread, without_colon(cell_word(label)));
    left_over_.take(*text);
  }
}

/// The amounts below a label: one, or one for each of several regions or units.
void FormReader::take_amounts_below(const Grid& grid, const Cell& label,
                                    std::vector<Labelled>& context) {
  const std::vector<const Cell*> amounts = amounts_below(grid, label);
  for (const Cell* amount : amounts) {
    take(grid, label, *amount, context);
    if (amount != amounts.front() && has_project() && !records_.projects.back().money.empty()) {
      records_.projects.back().money.back().adds = true;
    }
  }
}

/// 项目资金（万元） heads the amounts beside and below it.
void FormReader::head_amounts(const std::string& unit, std::vector<Labelled>& context) {
  amounts_.set_unit(unit);
  if (has_project()) {
    amounts_.fill_units();
  }
  context.push_back({Role::money_unit, unit});
}

/// 项目总额 | 45 | 万元: the unit has the cell behind the amount.
void FormReader::take_unit_behind(const Grid& grid, const Cell& value,
                                  std::vector<Labelled>& context) {
  const std::size_t column = value.column + value.columns;
  const Cell* const cell = column < grid.columns() ? grid.begins_at(value.row, column) : nullptr;
  const std::string unit = cell == nullptr ? std::string{} : cell_word(*cell);
  if (!has_project() || !read_money_unit(unit)) {
    return;
  }
  left_over_.take(*cell);
  if (amounts_.unit().empty()) {
    head_amounts(unit, context);
  } else if (std::vector<MoneyText>& money = records_.projects.back().money; !money.empty()) {
    money.back().unit = unit;
  }
}

/// Whether a row is of a table of costs; its sum is the project's where nothing else is.
bool FormReader::passes_costs(const Grid& grid, std::size_t row, std::vector<Labelled>& context) {
  if (costs_ == &grid && row < costs_end_) {
    return true;
  }
  if (!has_project()) {
    return false;
  }
  auto costs = cost_table_at(grid, row, amounts_.unit());
  if (!costs) {
    return false;
  }
  costs_ = &grid;
  costs_end_ = costs->end;
  ProjectText& project = records_.projects.back();
  if (costs->total) {
    if (amounts_.unit().empty() && !costs->total->unit.empty()) {
      head_amounts(costs->total->unit, context);
    }
    project.cost_total = project.cost_total ? project.cost_total : std::move(costs->total);
  }
  add_once(records_.unread, costs->word);
  return true;
}

bool FormReader::continues_text(const Grid& grid) {
  return has_project() && (cut_.go_on(grid, records_.projects.back()) ||
                           cut_values_.go_on(grid, records_.projects.back()));
}

/// Amounts are in the unit that a cell of the row says in its header's way: 项目资金（万元）.
void FormReader::take_units(const std::vector<const Cell*>& cells, std::vector<Labelled>& context) {
  for (const Cell* cell : cells) {
    if (const std::string unit = money_unit_in_header(cell_word(*cell)); !unit.empty()) {
      head_amounts(unit, context);
      left_over_.take(*cell);
    }
  }
}

void FormReader::read_row(const Grid& grid, std::size_t row, std::vector<Labelled>& context) {
  amounts_.see_row(grid, row);
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (passes_costs(grid, row, context)) {
    return;
  }
  left_over_.read_row(grid, row);
  cut_.see_row(grid, row);
  cut_values_.begin_row();
  fields_.begin_row(names_project(grid, row) ||
                    (row + 1 < grid.rows() && !heads_rows(cells) && names_project(grid, row + 1)));
  if (has_project() && stage_columns(grid, row).empty() && takes_label_row(grid, row, context)) {
    return;
  }
  if (heads_costs(grid, row) && stage_columns(grid, row).empty()) {
    take_units(cells, context);
    return;
  }
  for (const Cell* cell : cells) {
    note_unread(grid, *cell);
  }
  if (has_project()) {
    if (const Cell* const more = cut_.go_on_below(grid, row, records_.projects.back())) {
      left_over_.take(*more);
      return;
    }
  }
  if (active() && amounts_.take_stages(grid, row)) {
    if (const Cell* const label = amounts_.label_of_stages(grid, row)) {
      left_over_.take(*label);
    }
    take_units(cells, context);  // 项目资金（万元） at their side heads them
    return;
  }
  if (has_project() && amounts_.take_year(grid, row)) {
    return;
  }
  bool said = false;
  for (const Cell* cell : cells) {
    if (label_term(*cell).role != Role::none) {
      read_label(grid, *cell, context);
      continue;
    }
    // Beside a label's own cell the value may begin like a label (目标：…).
    if ((cell == cells.front() || said) && take_said(*cell, context)) {
      said = true;
    } else {
      read_other(grid, *cell, context);
    }
  }
}

/// Takes a row of labels over a row of their amounts.
bool FormReader::takes_label_row(const Grid& grid, std::size_t row,
                                 std::vector<Labelled>& context) {
  const std::vector<AmountBelow> amounts = amounts_under_labels(grid, row);
  if (amounts.empty()) {
    return false;
  }
  take_units(grid.filled_cells(row), context);
  amounts_.take_below(amounts);
  for (const auto& [label, amount] : amounts) {
    left_over_.take(*label);
    left_over_.take(*amount);
    std::erase(records_.unread, without_colon(cell_word(*label)));
  }
  return true;
}

/// A cell that is no label known to stand alone: it may say a unit, an amount or a label in itself.
void FormReader::read_other(const Grid& grid, const Cell& cell, std::vector<Labelled>& context) {
  if (cell.packed().size() <= longest_money_label) {
    take_units({&cell}, context);
  }
  if (active()) {
    if (amounts_.take_in_label(cell)) {
      left_over_.take(cell);
    }
    if (amounts_.take_unknown(grid, cell)) {
      left_over_.take(*amount_beside(grid, cell));
    }
    if (says_money(cell.packed())) {
      left_over_.take(cell);
      amounts_.take_total(cell);
    }
  }
  // 部门名称：X in one cell.
  for (const TextLine& line : cell.lines) {
    for (Labelled& labelled : labels_in(line.text)) {
      context.push_back(std::move(labelled));
    }
  }
}

/// A label, whose value stands beside or below it.
void FormReader::read_label(const Grid& grid, const Cell& label, std::vector<Labelled>& context) {
  if (goal_numbers_.contains(&label)) {
    return;
  }
  const Term term = label_term(label);
  const bool money = term.role == Role::money;
  const bool prose = term.role == Role::goal || term.role == Role::annual_goal;
  if (term.role == Role::project_name && names_upper_level(grid, label)) {
    add_once(records_.unread, without_colon(cell_word(label)));
    return;
  }
  if (money) {
    records_.money_words.try_emplace(std::string(term.column), cell_word(label));
  }
  if (term.role == Role::remark && amounts_.unit().empty()) {
    take_units({&label}, context);  // 预算执行情况（万元） at the side of the amounts
  }
  if (prose && take_goal_parts(grid, label, context)) {
    return;
  }
  const Cell* const value = value_beside(grid, label);
  const bool side = value != nullptr && value != &label && label_term(*value).role == Role::none &&
                    value->column >= label.column + label.columns &&
                    !(money && labels_amount(grid, *value));
  if (side && prose && take_headed(grid, label, *value, context)) {
    return;
  }
  if (side && money) {
    amounts_.see_row(grid, label, *value);
  }
  if (side && !value->is_blank()) {
    take(grid, label, *value, context);
    if (money) {
      take_unit_behind(grid, *value, context);
    }
    say_left_out(grid, label, *value);
    return;
  }
  if (money && is_source_said(grid, label)) {
    add_once(records_.unread, without_colon(cell_word(*grid.at(label.row, label.column - 1))));
  } else if (money) {
    take_units({&label}, context);
    read_amounts_under(grid, label, context);
  } else if (prose) {
    read_goal_under(grid, label, side ? value : nullptr, context);
  }
}

/// 资金总额 | 财政拨款 over a row of amounts.
void FormReader::read_amounts_under(const Grid& grid, const Cell& label,
                                    std::vector<Labelled>& context) {
  const Cell* const under = cell_below(grid, label);
  if (under != nullptr && under->column == label.column && cell_amount(under->packed())) {
    take_amounts_below(grid, label, context);
  }
}

}  // namespace budgetdiff::import
