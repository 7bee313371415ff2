#include "import/table/cost_tables.hpp"

#include "import/table/amount_text.hpp"
#include "import/table/amounts_below.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/columns.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// What a header cell of such a table may mean: money, or nothing that a snapshot has.
bool may_head(Role role) {
  return role == Role::none || role == Role::money || role == Role::remark ||
         role == Role::project_name || role == Role::sequence || role == Role::measurement_unit ||
         role == Role::money_unit;
}

bool is_money(const Cell& cell) {
  return label_term(cell).role == Role::money;
}

/// The amounts of this year: the total's own word rather than that of another year or stage.
const Cell* head_of_totals(const std::vector<const Cell*>& heads) {
  const Cell* found = nullptr;
  for (const Cell* head : heads) {
    const Term term = label_term(*head);
    const bool total = term.role == Role::money && term.column == column::total;
    if (total && !year_in(cell_word(*head)) && found == nullptr) {
      found = head;
    }
  }
  return found;
}

/// Whether the first cell of a row labels the side of those below: it spans them, or, where no
/// cell does (CSV), theirs are blank and the next ones are not.
bool labels_side(const Grid& grid, const Cell& first) {
  if (grid.has_spans()) {
    return first.rows > 1;
  }
  const auto filled = [&](std::size_t column) {
    const Cell* const below =
        cell_below(grid, first) == nullptr ? nullptr : grid.begins_at(first.row + 1, column);
    return below != nullptr && !below->is_blank();
  };
  return !filled(first.column) && filled(first.column + 1);
}

/// The header cells that begin in `row`, without what labels the table at its side.
std::vector<const Cell*> heads_of(const Grid& grid, std::size_t row) {
  std::vector<const Cell*> out;
  for (const Cell* cell : grid.filled_cells(row)) {
    if (cell->row == row && (!out.empty() || !labels_side(grid, *cell))) {
      out.push_back(cell);
    }
  }
  return out;
}

/// The unit that the amounts' own word says, else one beside the table, else `unit`.
std::string unit_said(const Grid& grid, std::size_t row, const Cell& totals,
                      const std::string& unit) {
  if (std::string own = money_unit_in_header(cell_word(totals)); !own.empty()) {
    return own;
  }
  const Cell* const side = grid.filled_cells(row).front();
  std::string beside =
      labels_side(grid, *side) ? money_unit_in_header(cell_word(*side)) : std::string{};
  return beside.empty() ? unit : beside;
}

}  // namespace

std::optional<CostTable> cost_table_at(const Grid& grid, std::size_t row, const std::string& unit) {
  const std::vector<const Cell*> heads = heads_of(grid, row);
  constexpr std::size_t least_heads = 2;
  const bool fit =
      heads.size() >= least_heads && !is_money(*heads.front()) &&
      std::any_of(heads.begin(), heads.end(), [](const Cell* cell) { return is_money(*cell); }) &&
      std::all_of(heads.begin(), heads.end(), [](const Cell* cell) {
        return cell->rows == 1 && !cell_amount(cell->packed()) && may_head(label_term(*cell).role);
      });
  if (!fit) {
    return std::nullopt;
  }
  const Cell& items = *heads.front();
  const Cell* const totals = head_of_totals(heads);
  // 资金来源项目 | 金额, also where half of a broken label stands at their side.
  if (std::any_of(heads.begin(), heads.end(),
                  [](const Cell* cell) { return heads_sources(cell_word(*cell)); })) {
    return std::nullopt;
  }
  CostTable out{row + 1, cell_word(items), std::nullopt};
  bool has_item = false;
  for (; out.end < grid.rows(); ++out.end) {
    const Cell* const item = grid.begins_at(out.end, items.column);
    const Cell* const side = items.column > 0 ? grid.begins_at(out.end, 0) : nullptr;
    if (side != nullptr && side->row == out.end && !side->is_blank()) {
      break;  // the next label at the form's side
    }
    if (item == nullptr || item->columns != items.columns || item->is_blank() ||
        cell_amount(item->packed())) {
      break;
    }
    const bool sum = is_sum_label(cell_word(*item)) || is_subtotal_label(cell_word(*item));
    const bool amounts = std::any_of(heads.begin(), heads.end(), [&](const Cell* head) {
      const Cell* const below = grid.begins_at(out.end, head->column);
      return is_money(*head) && below != nullptr && cell_amount(below->packed());
    });
    const Role role = label_term(*item).role;
    if (!sum && role == Role::money) {
      return std::nullopt;  // its sources
    }
    // Items that cost nothing yet are blank.
    const bool aligned = grid.begins_at(out.end, heads.back()->column) != nullptr;
    if (!sum && (role != Role::none || !aligned || (!amounts && !has_item))) {
      break;
    }
    has_item = has_item || (!sum && amounts);
    const Cell* const total =
        sum && totals != nullptr ? grid.begins_at(out.end, totals->column) : nullptr;
    if (total != nullptr && cell_amount(total->packed()) && !out.total) {
      out.total = MoneyText{std::string(column::total),
                            unit_said(grid, row, *totals, unit),
                            amount_text(*total),
                            total->place,
                            0,
                            cell_word(*totals)};
    }
  }
  return has_item ? std::optional(std::move(out)) : std::nullopt;
}

void take_cost_totals(TableRecords& records) {
  for (ProjectText& project : records.projects) {
    const bool said =
        std::any_of(project.money.begin(), project.money.end(),
                    [](const MoneyText& money) { return money.key == column::total; });
    if (project.cost_total && !said) {
      project.money.push_back(*project.cost_total);
    }
  }
}

}  // namespace budgetdiff::import
