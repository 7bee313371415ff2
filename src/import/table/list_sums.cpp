#include "import/table/list_sums.hpp"

#include "import/table/subtotals.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/read_list.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Whether a count of projects is of all of them: 合计3个项目, and not 3个项目.
bool begins_as_sum(std::string_view label) {
  const auto words = {"合计", "总计", "共计", "总共", "共有", "共"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return label.starts_with(word); });
}

/// A cell that says nothing, as a row of sums has them where projects have texts.
bool is_blank(const Flow& flow) {
  return flow.empty() || is_blank_mark(flow.text) || flow.text == U"无" || flow.text == U"0" ||
         flow.text.find_first_not_of(U"*×xX") == flow.text.npos;
}

bool is_blank(const IndicatorText& one) {
  const auto flows = {&one.level1, &one.level2, &one.name,       &one.period,       &one.annual,
                      &one.value,  &one.unit,   &one.comparator, &one.period_value, &one.weight};
  return std::all_of(flows.begin(), flows.end(), [](const Flow* flow) { return is_blank(*flow); });
}

/// Whether a row says no goal and no indicator.
bool is_bare(const ListRow& row) {
  const ProjectText& project = row.project;
  return is_blank(project.goal) && is_blank(project.annual_goal) && is_blank(project.indicators) &&
         std::all_of(project.lists.begin(), project.lists.end(),
                     [](const CategoryList& list) { return is_blank(list.text); }) &&
         std::all_of(row.indicators.begin(), row.indicators.end(),
                     [](const IndicatorText& one) { return is_blank(one); });
}

/// （合计） is 合计.
std::string without_outer_brackets(std::string label) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (label.starts_with(open) && label.ends_with(close) &&
        label.size() > open.size() + close.size()) {
      return label.substr(open.size(), label.size() - open.size() - close.size());
    }
  }
  return label;
}

bool is_sum(const std::string& word) {
  return is_sum_label(word) || is_subtotal_label(word);
}

/// The word of sums of a row that has amounts and nothing else, under whatever column it stands;
/// null where it has none, or a name.
const Cell* lone_sum_word(const std::vector<const Cell*>& cells, const ListRow& text,
                          const Header& header, const ColumnMap& map, std::size_t row) {
  const Cell* word = nullptr;
  for (const Cell* cell : cells) {
    const std::size_t c = cell->column;
    if (cell->row != row || c >= map.size() || map[c] >= header.columns.size()) {
      return nullptr;
    }
    const Column& column = header.columns[map[c]];
    if (column.role == Role::money) {
      continue;
    }
    if (word != nullptr || column.of_sources || !is_sum(cell_word(*cell))) {
      return nullptr;
    }
    word = cell;
  }
  return text.has_money && header.lists_projects() ? word : nullptr;
}

/// A row called 合计 is no project, and what it says beside amounts is nobody's.
void say_texts_of_sum(const ListRow& row, TableRecords& records) {
  for (const Flow* text : {&row.project.goal, &row.project.annual_goal, &row.project.indicators}) {
    if (!is_blank(*text)) {
      records.findings.push_back(
          {"text-left-over",
           Severity::warning,
           row.place,
           "",
           {BD_TR("a line amid the table's rows was left out: {0}"), {quote(text->text)}}});
    }
  }
}

}  // namespace

bool take_sum_row(const Grid& grid, std::size_t row, const ListRow& text, const Header& header,
                  const ColumnMap& map, TableRecords& records) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.empty()) {
    return true;
  }
  const Cell* const lone = lone_sum_word(cells, text, header, map, row);
  const std::size_t column = cells.front()->column;
  if (lone == nullptr && column < map.size() && map[column] < header.columns.size()) {
    const Column& own = header.columns[map[column]];
    if (own.role == Role::level3 || own.of_sources) {
      return false;  // an indicator of that name, the sum of a project's sources
    }
  }
  const bool bare = lone != nullptr || is_bare(text);
  const std::string label =
      without_outer_brackets(cell_word(lone != nullptr ? *lone : *cells.front()));
  // 某局 | 小计: a unit's sum, beside its name where projects have theirs. So is 某局 | 3个项目,
  // and 某局小计 where its only name is.
  const std::string name = without_outer_brackets(published(text.project.name.text));
  const bool of_unit = bare && header.lists_projects() &&
                       (is_sum_label(name) || is_subtotal_label(name) || counts_projects(name));
  const std::string part = ends_as_sum(name) ? name : label;
  const bool of_part = bare && header.lists_projects() && text.has_money && ends_as_sum(part) &&
                       (name.empty() || name == part || of_unit);
  // 合计3个项目
  const bool sums_all =
      is_sum_label(label) || (bare && header.lists_projects() && begins_as_sum(label) &&
                              (name.empty() || name == label) && counts_projects(label));
  if (is_subtotal_label(label) || of_part || (of_unit && !sums_all)) {
    if (header.lists_projects() && text.has_money) {
      const bool named = of_unit && !of_part;
      records.subtotals.push_back(
          {records.projects.size(), named && !counts_projects(name) ? name : part,
           text.project.money, text.place,
           named ? published(text.project.spending_unit.text) : std::string()});
    }
    return true;
  }
  const bool called_sum = header.lists_projects() && is_sum_label(name) && text.has_money;
  const bool says_more = !is_blank(text.project.goal) || text.project.has_indicators();
  if (!sums_all || (says_more && !bare && !called_sum)) {
    return false;
  }
  if (called_sum) {
    say_texts_of_sum(text, records);
  }
  if (text.has_money) {
    records.sums.push_back(text.project.money);
  }
  return true;
}

}  // namespace budgetdiff::import
