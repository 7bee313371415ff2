#include "import/table/form_reader.hpp"

#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"
#include "import/table/cost_tables.hpp"
#include "import/table/form_money.hpp"
#include "import/table/label_values.hpp"
#include "import/table/text_headings.hpp"
#include "import/table/ticked_boxes.hpp"
#include "import/table/unknown_amounts.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/read_list.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a row belongs to a form's table of indicators, its last part.
bool heads_rows(const std::vector<const Cell*>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const Cell* cell) {
    const std::string word = cell_word(*cell);
    return is_level1_category(word) || is_level2_category(word);
  });
}

}  // namespace

/// 部门名称 | X | 单位名称 | Y: of two labels of bodies in one row the second, 单位, says
/// who spends.
bool FormReader::takes_spender(const Cell& label, const Flow& value) {
  const std::string word = cell_word(label);
  const bool second = department_row_ == label.row && department_word_ != word;
  if (!second) {
    department_row_ = label.row;
    department_word_ = word;
    return false;
  }
  if (word.find("单位") == std::string::npos) {
    return false;
  }
  ProjectText& project =
      !active_ || records_.projects.empty() || name_follows_ ? ahead_ : records_.projects.back();
  if (project.spending_unit.empty()) {
    project.spending_unit = value;
  }
  return true;
}

void FormReader::take(const Grid& grid, const Cell& label, const Cell& value,
                      std::vector<Labelled>& context) {
  cut_.take(grid, value, label_term(label).role);
  cut_values_.take(grid, value, label_term(label).role);
  left_over_.take(value);
  take(label, value, context);
}

void FormReader::take(const Cell& label, const Cell& value, std::vector<Labelled>& context) {
  const Term term = label_term(label);
  if (term.role == Role::project_name) {
    records_.projects.push_back(std::exchange(ahead_, {}));
    active_ = true;
    name_follows_ = false;
    department_said_.clear();
    amounts_.begin();
    ProjectText& project = records_.projects.back();
    project.has_form = true;
    places_.append(project.name, value);
    project.place = value.text_place();
    return;
  }
  if (term.role == Role::department || term.role == Role::money_unit || term.role == Role::year ||
      term.role == Role::stage) {
    Flow flow;
    places_.append(flow, value);
    if (term.role == Role::department && takes_spender(label, flow)) {
      return;
    }
    std::string said = published(flow.text);
    if (term.role == Role::department) {
      // 中央主管部门 and, below, 省级主管部门: the table is the first one's.
      if (!department_said_.empty() && department_said_ != said) {
        add_once(records_.unread, without_colon(cell_word(label)));
      }
      department_said_ = department_said_.empty() ? said : department_said_;
    }
    context.push_back({term.role, std::move(said)});
    return;
  }
  // A form may give code and type above its project's name.
  const bool before_name = !active_ || records_.projects.empty() || name_follows_;
  ProjectText& project = before_name ? ahead_ : records_.projects.back();
  const auto set = [&](Flow& flow) {
    if (flow.empty()) {
      flow.append(cut_.before(label, term.role));
      places_.append(flow, value);
    }
  };
  if (before_name && term.role != Role::project_code && term.role != Role::project_type &&
      term.role != Role::spending_unit) {
    return;
  }
  switch (term.role) {
    case Role::project_code:
      set(project.code);
      break;
    case Role::project_type: {
      Flow flow;
      places_.append(flow, value);
      const std::u32string chosen = ticked(flow.text);
      if (project.type.empty()) {
        project.type.append(chosen, flow.empty() ? 0 : flow.origin.front());
      }
      break;
    }
    case Role::spending_unit:
      set(project.spending_unit);
      break;
    case Role::goal:
      set(project.goal);
      break;
    case Role::annual_goal:
      set(project.annual_goal);
      break;
    case Role::indicators:
      set(project.indicators);
      break;
    case Role::money:
      amounts_.take(label, value, term.column);
      break;
    default:
      break;
  }
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
    take(one.label, one.value, context);
  }
}

/// Takes a goal that stands below a heading beside its label, or below the label beside another
/// heading; false where it does not.
bool FormReader::take_headed(const Grid& grid, const Cell& label, const Cell& value,
                             std::vector<Labelled>& context) {
  if (const auto parts = texts_of_content(grid, label, value); !parts.empty()) {
    Cell whole = *parts.front();
    for (const Cell* part : parts) {
      left_over_.take(*part);
      if (part != parts.front()) {
        whole.lines.insert(whole.lines.end(), part->lines.begin(), part->lines.end());
      }
    }
    take(label, whole, context);
    return true;
  }
  const HeadedTexts texts = headed_texts(grid, label, value);
  if (texts.meant == nullptr) {
    return false;
  }
  take(grid, label, *texts.meant, context);
  if (texts.outcome != nullptr) {
    left_over_.take(*texts.outcome);
    add_once(records_.unread, without_colon(cell_word(*texts.outcome_heading)));
  }
  return true;
}

/// Says what stands beside a label behind its value: amounts or goals of other regions or
/// units, which the project has no place for.
void FormReader::say_left_out(const Grid& grid, const Cell& label, const Cell& value) {
  const Role role = label_term(label).role;
  const bool goal = role == Role::goal || role == Role::annual_goal;
  if (!active_ || records_.projects.empty() || !(goal || role == Role::money)) {
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
  if (!active_ || heads_sources(cell_word(label)) ||
      (role != Role::remark && role != Role::person && role != Role::none)) {
    return;
  }
  if (role == Role::none) {
    // 同名项目上年预算执行数 in a row of its own is no amount that a snapshot knows.
    auto lone = lone_amount(grid, label, amounts_.unit());
    if (lone && !unknown_amount(grid, label, amounts_.rows(), amounts_.unit())) {
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
    if (amount != amounts.front() && active_ && !records_.projects.empty() &&
        !records_.projects.back().money.empty()) {
      records_.projects.back().money.back().adds = true;
    }
  }
}

/// 项目资金（万元） heads the amounts beside and below it.
void FormReader::head_amounts(const std::string& unit, std::vector<Labelled>& context) {
  amounts_.set_unit(unit);
  if (active_ && !records_.projects.empty()) {
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
  if (!active_ || records_.projects.empty() || !read_money_unit(unit)) {
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
  if (!active_ || records_.projects.empty()) {
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
  return active_ && !records_.projects.empty() &&
         (cut_.go_on(grid, records_.projects.back()) ||
          cut_values_.go_on(grid, records_.projects.back()));
}

void FormReader::read_row(const Grid& grid, std::size_t row, std::vector<Labelled>& context) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (passes_costs(grid, row, context)) {
    return;
  }
  left_over_.read_row(grid, row);
  cut_.see_row(grid, row);
  cut_values_.begin_row();
  department_row_ = Grid::none;
  name_follows_ = names_project(grid, row) ||
                  (row + 1 < grid.rows() && !heads_rows(cells) && names_project(grid, row + 1));
  if (heads_costs(grid, row) && stage_columns(grid, row).empty()) {
    for (const Cell* cell : cells) {
      if (const std::string unit = money_unit_in_header(cell_word(*cell)); !unit.empty()) {
        head_amounts(unit, context);
      }
    }
    return;
  }
  for (const Cell* cell : cells) {
    note_unread(grid, *cell);
  }
  if (active_ && !records_.projects.empty()) {
    if (const Cell* const more = cut_.go_on_below(grid, row, records_.projects.back())) {
      left_over_.take(*more);
      return;
    }
  }
  if (active_ && amounts_.take_stages(grid, row)) {
    // 项目资金（万元） at their side heads them.
    for (const Cell* cell : cells) {
      if (const std::string unit = money_unit_in_header(cell_word(*cell)); !unit.empty()) {
        head_amounts(unit, context);
      }
    }
    return;
  }
  bool said = false;
  for (const Cell* cell : cells) {
    const Term term = label_term(*cell);
    // Beside a label's own cell the value may begin like a label (目标：…).
    const bool may_say = cell == cells.front() || said;
    if (term.role == Role::none && may_say && take_said(*cell, context)) {
      said = true;
      continue;
    }
    if (term.role == Role::none) {
      // 项目资金（万元） heads the amounts beside it.
      if (cell->packed().size() <= longest_money_label) {
        if (const std::string unit = money_unit_in_header(cell_word(*cell)); !unit.empty()) {
          head_amounts(unit, context);
        }
      }
      if (active_) {
        if (amounts_.take_in_label(*cell)) {
          left_over_.take(*cell);
        }
        if (amounts_.take_unknown(grid, *cell)) {
          left_over_.take(*grid.at(row, cell->column + cell->columns));
        }
      }
      if (active_ && says_money(cell->packed())) {
        left_over_.take(*cell);
        amounts_.take_total(*cell);
      }
      // 部门名称：X in one cell.
      for (const TextLine& line : cell->lines) {
        for (Labelled& labelled : labels_in(line.text)) {
          context.push_back(std::move(labelled));
        }
      }
      continue;
    }
    if (term.role == Role::money) {
      records_.money_words.try_emplace(std::string(term.column), cell_word(*cell));
    }
    const Cell* value = value_beside(grid, *cell);
    const Term next = value != nullptr ? label_term(*value) : Term{};
    const bool side = value != nullptr && value != cell && next.role == Role::none &&
                      value->column >= cell->column + cell->columns &&
                      !(term.role == Role::money && labels_amount(grid, *value));
    const bool prose = term.role == Role::goal || term.role == Role::annual_goal;
    if (side && prose && take_headed(grid, *cell, *value, context)) {
      continue;
    }
    if (side && term.role == Role::money) {
      amounts_.see_row(grid, *cell, *value);
    }
    if (side && !value->is_blank()) {
      take(grid, *cell, *value, context);
      if (term.role == Role::money) {
        take_unit_behind(grid, *value, context);
      }
      say_left_out(grid, *cell, *value);
      continue;
    }
    // 项目资金（万元） heads the amounts beside it.
    if (term.role == Role::money) {
      if (const std::string unit = money_unit_in_header(cell_word(*cell)); !unit.empty()) {
        head_amounts(unit, context);
      }
    }
    // A label above its text: 年度目标 over a paragraph.
    const Cell* under = cell_below(grid, *cell);
    if (prose && side) {
      cut_.take(grid, *value, term.role);
    } else if (prose && under == nullptr) {
      cut_.take(grid, *cell, term.role);
    }
    // 资金总额 | 财政拨款 over a row of amounts.
    if (term.role == Role::money && under != nullptr && under->column == cell->column &&
        cell_amount(under->packed())) {
      take_amounts_below(grid, *cell, context);
    }
    // Over several narrower cells it heads a table of its own (名称 | 目标说明).
    if (prose && under != nullptr && !under->is_blank() && under->columns >= cell->columns &&
        label_term(*under).role == Role::none) {
      take(grid, *cell, *under, context);
    }
  }
}

}  // namespace budgetdiff::import
