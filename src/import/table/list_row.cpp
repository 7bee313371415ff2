#include "import/table/list_row.hpp"

#include "import/project_types.hpp"
#include "import/table/amount_text.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/form_money.hpp"
#include "import/table/shared_cells.hpp"
#include "import/table/typed_lines.hpp"
#include "import/table/years_of_rows.hpp"
#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

/// A cell that says that it holds nothing.
bool is_blank(std::u32string_view text) {
  return text.empty() || is_blank_mark(text) || text == U"无";
}

/// A ragged row has lost the cells that span from above: it ends at the right,
/// as far as its header does.
std::size_t shift_of(const Grid& grid, std::size_t row, const Header& header) {
  if (!header.indicator_rows() || !grid.flows) {
    return 0;
  }
  std::size_t missing = 0;
  while (missing < grid.columns() && grid.at(row, grid.columns() - 1 - missing) == nullptr) {
    ++missing;
  }
  if (missing == grid.columns() || missing <= header.ragged) {
    return 0;
  }
  // Categories tell where the cells belong: a remark may be what is lacking.
  const auto categories = [&](std::size_t shift) {
    std::size_t count = 0;
    for (std::size_t c = 0; c + shift < header.columns.size() && c < grid.columns(); ++c) {
      const Cell* cell = grid.begins_at(row, c);
      const Role role = header.columns[c + shift].role;
      if (cell != nullptr && (role == Role::level1 || role == Role::level2)) {
        const std::string word = to_utf8(cell->packed());
        const bool fits =
            role == Role::level1 ? is_level1_category(word) : is_level2_category(word);
        count += fits ? 1U : 0U;
      }
    }
    return count;
  };
  const std::size_t shift = missing - header.ragged;
  return categories(0) > categories(shift) ? 0 : shift;
}

/// Where the text of a column that describes indicators goes; null for others.
Flow* flow_of(IndicatorText& indicator, Role role, Span span) {
  switch (role) {
    case Role::level1:
      return &indicator.level1;
    case Role::level2:
      return &indicator.level2;
    case Role::level3:
      return &indicator.name;
    case Role::period_target:
      return &indicator.period;
    case Role::annual_target:
      return &indicator.annual;
    case Role::comparator:
      return span == Span::period ? &indicator.period_comparator : &indicator.comparator;
    case Role::value:
      return span == Span::period ? &indicator.period_value : &indicator.value;
    case Role::measurement_unit:
    case Role::money_unit:
      return span == Span::period ? &indicator.period_unit : &indicator.unit;
    case Role::weight:
      return &indicator.weight;
    default:
      return nullptr;
  }
}

/// Keeps what stands in one of several columns side by side.
void keep_beside(IndicatorText& indicator, const Column& column, Span span, const Cell& cell,
                 Places& places) {
  const TargetPart part = column.role == Role::period_target   ? TargetPart::period
                          : column.role == Role::annual_target ? TargetPart::annual
                          : column.role == Role::comparator    ? TargetPart::comparator
                          : column.role == Role::value         ? TargetPart::value
                                                               : TargetPart::unit;
  SideText text{{column.year, column.adjusted}, part, span == Span::period, {}, column.word};
  places.append(text.text, cell);
  indicator.side_by_side.push_back(std::move(text));
}

/// Remembers which lines of a list, the last of `flow`, were typed as such.
void keep_typed_lines(ProjectText& project, const Flow& flow, const Grid& grid, const Cell& cell) {
  if (flow.empty()) {
    return;
  }
  const auto end = flow.origin.back() + 1;  // places are given line by line
  for (const std::size_t line : typed_lines(grid, cell)) {
    project.typed_lines.push_back(static_cast<std::uint32_t>(end - (cell.lines.size() - line)));
  }
}

/// A target's cell over the rows of several names is of each of them, and so is a name's over
/// several targets. Weights are what the rows have together. On a page several lines may as well be
/// several cells whose border was not found.
void take_spanned_cells(const Grid& grid, std::size_t row, const Header& header,
                        const std::vector<std::size_t>& map, std::size_t shift, ListRow& out,
                        Places& places) {
  for (std::size_t group = 0; group < out.indicators.size(); ++group) {
    IndicatorText& indicator = out.indicators[group];
    const bool named = !indicator.name.empty();
    if (named == indicator.has_target()) {
      continue;
    }
    for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
      const Cell* const cell = grid.at(row, c);
      const std::size_t target = map[c] + shift;
      if (cell == nullptr || cell->column != c || cell->row >= row || cell->is_blank() ||
          (grid.place.page > 0 && cell->lines.size() > 1) || target >= header.columns.size() ||
          header.columns[target].group != group) {
        continue;
      }
      const Column& column = header.columns[target];
      const bool of_target = holds_targets(column.role) || column.role == Role::comparator ||
                             column.role == Role::measurement_unit;
      Flow* const flow =
          flow_of(indicator, column.role, column.span == Span::unknown ? header.span : column.span);
      const bool wanted = named ? of_target : column.role == Role::level3;
      if (wanted && flow != nullptr && flow->empty() && !column.one_of_several) {
        places.append(*flow, *cell);
      }
    }
  }
}

/// 测土面积（60） under 三级指标（权重）: a name and its weight. Behind a category it is a score,
/// which is known by its unit.
void part_weight(Role role, Flow& flow, IndicatorText& indicator) {
  const std::u32string& text = flow.text;
  const std::size_t open = text.find_last_of(U"（(");
  if (text.empty() || (text.back() != U'）' && text.back() != ')') || open == text.npos ||
      open == 0) {
    return;
  }
  const std::size_t end = text.find_first_not_of(U"0123456789.", open + 1);
  const std::u32string_view unit = std::u32string_view(text).substr(end, text.size() - 1 - end);
  if (end == open + 1 || !(unit.empty() || unit == U"分" || unit == U"%")) {
    return;
  }
  if (role == Role::level3) {
    indicator.weight = flow.sub(open + 1, end);
    flow = flow.sub(0, open);
  } else if (holds_levels(role) && unit.empty()) {
    const std::uint32_t origin = flow.origin.back();
    flow = flow.sub(0, end);
    flow.append(U"分）", origin);
  }
}

/// Whether a target begins in a row behind `column`.
bool has_target_behind(const Grid& grid, std::size_t row, const Header& header,
                       const std::vector<std::size_t>& map, std::size_t shift, std::size_t column) {
  for (std::size_t c = column; c < grid.columns() && c < map.size(); ++c) {
    const Cell* const cell = grid.begins_at(row, c);
    const std::size_t target = map[c] + shift;
    if (cell != nullptr && cell->column == c && !cell->is_blank() &&
        target < header.columns.size() && holds_targets(header.columns[target].role)) {
      return true;
    }
  }
  return false;
}

/// The column that a cell of `row` is of: its first, but that of the names where it spans from that
/// of their categories to it, and no further, beside a target. Titles and headings of rows are
/// wider, or have none.
std::size_t column_of_cell(const Grid& grid, std::size_t row, const Header& header,
                           const std::vector<std::size_t>& map, std::size_t shift,
                           const Cell& cell) {
  const std::size_t own = map[cell.column] + shift;
  const std::size_t end = cell.column + cell.columns;
  if (!holds_levels(header.columns[own].role) || header.columns[own].role == Role::level3 ||
      cell.columns < 2 || end > map.size() || is_level1_category(to_utf8(cell.packed()))) {
    return own;
  }
  std::size_t name = own;
  for (std::size_t c = cell.column + 1; c < end; ++c) {
    const std::size_t target = map[c] + shift;
    if (target >= header.columns.size() || !holds_levels(header.columns[target].role) ||
        header.columns[target].group != header.columns[own].group) {
      return own;
    }
    name = header.columns[target].role == Role::level3 ? target : name;
  }
  return has_target_behind(grid, row, header, map, shift, end) ? name : own;
}

/// A row that has money and no name below 子项目名称: its name stands under 项目名称.
void take_name_above(const Grid& grid, std::size_t row, const Header& header,
                     const std::vector<std::size_t>& map, ListRow& out, Places& places) {
  if (!out.project.name.empty() || !out.has_money) {
    return;
  }
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    const Cell* const cell = grid.begins_at(row, c);
    if (cell != nullptr && cell->column == c && cell->columns == 1 && !cell->is_blank() &&
        map[c] < header.columns.size() && header.columns[map[c]].above_name &&
        !is_sum_label(cell_word(*cell)) && !is_subtotal_label(cell_word(*cell))) {
      places.append(out.project.name, *cell);
      out.project.place = cell->text_place();
      return;
    }
  }
}

/// Takes the cells of a row, each by its column.
class RowReader {
 public:
  RowReader(const Grid& grid, const Header& header, Places& places)
      : grid_(grid),
        header_(header),
        places_(places),
        of_indicators_(header.indicator_rows()),
        names_unit_(header.has(Role::spending_unit)) {
    out_.indicators.resize(header.groups);
  }

  void take(const Column& column, const Cell& cell) {
    const std::u32string packed = cell.packed();
    if (packed.empty()) {
      return;
    }
    if (out_.place.empty()) {
      out_.place = cell.place;
    }
    if (column.of_sources) {
      places_.append(out_.project.source, cell);
    } else if (column.role == Role::money) {
      take_money(column, cell);
    } else if (column.role == Role::sequence) {
      // A second 序号, behind the project's, numbers its indicators.
      if (&column == &header_.columns[header_.find(Role::sequence)]) {
        out_.project.number = packed;
      }
    } else if (column.heads_list) {
      take_list(column, cell);
    } else if (Flow* const flow = flow_of(out_.project, column.role, names_unit_)) {
      take_project_text(column, cell, *flow);
    } else {
      take_indicator_text(column, cell);
    }
  }

  ListRow& row() { return out_; }

 private:
  void take_money(const Column& column, const Cell& cell) {
    if (is_blank(cell.packed())) {
      return;
    }
    const std::u32string text = amount_text(cell);
    std::vector<MoneyText>& money = out_.project.money;
    out_.has_money = true;
    // 100.00（含上年结转20.00）
    const bool remarked = text.back() == U'）' || text.back() == U')';
    if (remarked && is_digit(text.front()) && !cell_amount(text)) {
      SaidAmounts said =
          amounts_in_sentence(text, column.key, column.unit, cell.place, column.word);
      std::move(said.amounts.begin(), said.amounts.end(), std::back_inserter(money));
      if (!said.left_out.empty()) {
        out_.left_out.push_back({column.word, std::move(said.left_out), cell.place});
      }
      return;
    }
    money.push_back({column.key, column.unit, text, cell.place, column.year, column.word});
    money.back().stage_key = column.stage_key;
    money.back().stage_column = column.stage_column;
  }

  void take_list(const Column& column, const Cell& cell) {
    if (is_blank(cell.packed())) {
      return;
    }
    out_.project.lists.push_back({column.categories, column.scored, {}});
    places_.append(out_.project.lists.back().text, cell);
    keep_typed_lines(out_.project, out_.project.lists.back().text, grid_, cell);
  }

  void take_project_text(const Column& column, const Cell& cell, Flow& flow) {
    if (column.role == Role::project_type && !flow.empty()) {
      // 项目类别 beside 项目属性: what says whether it is new is the type.
      if (!says_whether_new(cell.packed())) {
        return;
      }
      flow = {};
    }
    if (column.role == Role::year && !flow.empty()) {
      // 实施年度 beside 年度: the budget's is its own.
      if (!says_budget_year(column.word)) {
        return;
      }
      flow = {};
    }
    if (column.one_of_several) {
      out_.project.goals_beside.push_back(
          {{column.year, column.adjusted}, TargetPart::annual, false, {}, column.word});
      places_.append(out_.project.goals_beside.back().text, cell);
      if (!flow.empty()) {
        return;
      }
    }
    places_.append(flow, cell);
    if (column.role == Role::indicators) {
      keep_typed_lines(out_.project, flow, grid_, cell);
    }
    if (column.role == Role::project_name) {
      out_.project.place = cell.text_place();
    }
  }

  void take_indicator_text(const Column& column, const Cell& cell) {
    IndicatorText& indicator = out_.indicators[column.group];
    const Span span = column.span == Span::unknown ? header_.span : column.span;
    if (column.one_of_several) {
      keep_beside(indicator, column, span, cell, places_);
      return;
    }
    Flow* const flow = flow_of(indicator, column.role, span);
    if (flow == nullptr || (column.role == Role::money_unit && !of_indicators_)) {
      return;
    }
    places_.append(*flow, cell);
    if (column.weighs) {
      part_weight(column.role, *flow, indicator);
    }
    if (column.role != Role::level3) {
      return;
    }
    indicator.place = cell.text_place();
    // 成本指标 above its own columns is the first level of what stands in them.
    for (const auto& [category, level] : {std::pair{&column.category, &indicator.level1},
                                          std::pair{&column.second_category, &indicator.level2}}) {
      if (!category->empty() && level->empty()) {
        level->append(to_code_points(*category), flow->origin.front());
      }
    }
  }

  const Grid& grid_;
  const Header& header_;
  Places& places_;
  bool of_indicators_;
  bool names_unit_;
  ListRow out_;
};

}  // namespace

void Places::append(Flow& flow, const Cell& cell) {
  for (const TextLine& line : cell.lines) {
    places_.push_back(line.place.empty() ? cell.place : line.place);
    flow.append(line.text, static_cast<std::uint32_t>(places_.size() - 1));
  }
}

ListRow read_list_row(const Grid& grid, std::size_t row, const Header& header,
                      const std::vector<std::size_t>& map, Places& places) {
  RowReader reader(grid, header, places);
  const std::size_t shift = shift_of(grid, row, header);
  for (std::size_t c = 0; c < grid.columns() && c < map.size(); ++c) {
    const Cell* const cell = grid.begins_at(row, c);
    const std::size_t target = map[c] + shift;
    if (cell != nullptr && cell->column == c && target < header.columns.size()) {
      reader.take(header.columns[column_of_cell(grid, row, header, map, shift, *cell)], *cell);
    }
  }
  ListRow& out = reader.row();
  take_name_above(grid, row, header, map, out, places);
  take_spanned_cells(grid, row, header, map, shift, out, places);
  out.has_indicator =
      std::any_of(out.indicators.begin(), out.indicators.end(), [](const IndicatorText& one) {
        return !one.level1.empty() || !one.level2.empty() || !one.name.empty() ||
               one.has_target() || !one.comparator.empty() || !one.period_comparator.empty();
      });
  if (out.project.place.empty()) {
    out.project.place = out.place;
  }
  return std::move(out);
}

}  // namespace budgetdiff::import
