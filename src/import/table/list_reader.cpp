#include "import/table/list_reader.hpp"

#include "import/layout_guesses.hpp"
#include "import/table/continued.hpp"
#include "import/table/cut_levels.hpp"
#include "import/table/cut_projects.hpp"
#include "import/table/decided_amounts.hpp"
#include "import/table/grouped_indicators.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/side_by_side.hpp"
#include "import/table/source_rows.hpp"
#include "import/text/read_list.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {
/// Whether a row has cells, be they blank.
bool has_cells(const Grid& grid, std::size_t row) {
  for (std::size_t c = 0; c < grid.columns(); ++c) {
    if (grid.at(row, c) != nullptr) {
      return true;
    }
  }
  return false;
}

/// Whether a count of projects is of all of them: 合计3个项目, and not 3个项目.
bool begins_as_sum(std::string_view label) {
  const auto words = {"合计", "总计", "共计", "总共", "共有", "共"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return label.starts_with(word); });
}

/// Whether no text stands below a row.
bool ends_grid(const Grid& grid, std::size_t row) {
  while (++row < grid.rows()) {
    if (!grid.filled_cells(row).empty()) {
      return false;
    }
  }
  return true;
}
}  // namespace

void ListReader::start(Header header, std::vector<double> edges, bool continues,
                       const std::string& unit) {
  header_ = std::move(header);
  has_unit_.clear();
  for (const Column& column : header_.columns) {
    has_unit_.push_back(!column.unit.empty());
    if (column.of_sources) {
      records_.sources_column = column.header;
    }
    if (column.role != Role::money) {
      continue;
    }
    records_.money_words.try_emplace(column.key, column.header);
  }
  take_unit(unit);
  if (header_.lists_projects() && header_.has(Role::department) &&
      !header_.has(Role::spending_unit)) {
    records_.bodies_column = header_.columns[header_.find(Role::department)].header;
  }
  edges_ = std::move(edges);
  map_ = each_its_own(header_.columns.size());
  levels_.resize(header_);
  say_targets_left_out(header_, records_);
  say_decided(header_.amounts_taken, records_.header_place, records_.findings);
  if (!continues) {
    finish();
    levels_.forget();
    shared_ = {};
  }
}

void ListReader::take_unit(const std::string& unit) {
  for (std::size_t c = 0; c < header_.columns.size() && !unit.empty(); ++c) {
    if (header_.columns[c].role == Role::money && !has_unit_[c]) {
      header_.columns[c].unit = unit;
    }
  }
}

Header ListReader::as_above(Header next) const {
  const bool same = std::equal(
      header_.columns.begin(), header_.columns.end(), next.columns.begin(), next.columns.end(),
      [](const Column& a, const Column& b) { return a.header == b.header && a.group == b.group; });
  if (!same || header_.groups != next.groups) {
    return next;
  }
  Header out = header_;
  for (std::size_t c = 0; c < out.columns.size(); ++c) {
    // That of the table above may be its caption's, and not this one's.
    out.columns[c].unit = next.columns[c].unit;
  }
  return out;
}

std::vector<const Cell*> ListReader::cells_that_begin(const Grid& grid, std::size_t row,
                                                      Role role) const {
  std::vector<const Cell*> out;
  for (std::size_t c = 0; c < grid.columns() && c < map_.size(); ++c) {
    const Cell* const cell = grid.begins_at(row, c);
    if (cell != nullptr && cell->column == c && map_[c] < header_.columns.size() &&
        header_.columns[map_[c]].role == role) {
      out.push_back(cell);
    }
  }
  return out;
}

/// A blank cell at a table's end is the one above's where no page follows.
void ListReader::finish() {
  numbers_.say(records_.findings);
  if (long_rows_ > 0) {
    records_.findings.push_back(
        {"text-left-over",
         Severity::warning,
         first_long_,
         "",
         {BD_TR("{0} rows hold more than the header has columns; what stands behind was left "
                "out, here {1}"),
          {std::to_string(long_rows_), quote(beyond_)}}});
    long_rows_ = 0;
  }
  std::vector<ProjectText>& projects = records_.projects;
  if (projects.size() < 2 || !projects.back().cut_ahead || !projects.back().name.empty()) {
    return;
  }
  const ProjectText last = std::move(projects.back());
  projects.pop_back();
  std::vector<IndicatorText>& rows = projects.back().rows;
  for (IndicatorText row : last.rows) {
    if (row.level1.empty() && row.group == 0 && !rows.empty()) {
      row.level1 = rows.back().level1;
      row.level2 = row.level2.empty() ? rows.back().level2 : row.level2;
    }
    rows.push_back(std::move(row));
  }
}

bool ListReader::adopt(const Grid& grid) {
  auto map = active() ? columns_of(grid, header_, edges_) : std::nullopt;
  if (!map) {
    return false;
  }
  map_ = std::move(*map);
  return true;
}

bool ListReader::take_sum(const Grid& grid, std::size_t row, const ListRow& text) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.empty()) {
    return true;
  }
  const std::size_t column = cells.front()->column;
  if (column < map_.size() && map_[column] < header_.columns.size()) {
    const Column& own = header_.columns[map_[column]];
    if (own.role == Role::level3 || own.of_sources) {
      return false;  // an indicator of that name, the sum of a project's sources
    }
  }
  const bool bare =
      text.project.goal.empty() && !text.project.has_indicators() && !text.has_indicator;
  const std::string label = cell_word(*cells.front());
  // 某局 | 小计: a unit's sum, beside its name where projects have theirs. So is 某局 | 3个项目,
  // and 某局小计 where its only name is.
  const std::string name = published(text.project.name.text);
  const bool of_unit = bare && header_.lists_projects() &&
                       (is_sum_label(name) || is_subtotal_label(name) || counts_projects(name));
  const std::string part = ends_as_sum(name) ? name : label;
  const bool of_part = bare && header_.lists_projects() && text.has_money && ends_as_sum(part) &&
                       (name.empty() || name == part || of_unit);
  // 合计3个项目
  const bool sums_all =
      is_sum_label(label) || (bare && header_.lists_projects() && begins_as_sum(label) &&
                              (name.empty() || name == label) && counts_projects(label));
  if (is_subtotal_label(label) || of_part || (of_unit && !sums_all)) {
    if (header_.lists_projects() && text.has_money) {
      const bool named = of_unit && !of_part;
      records_.subtotals.push_back(
          {records_.projects.size(), named && !counts_projects(name) ? name : part,
           text.project.money, text.place,
           named ? published(text.project.spending_unit.text) : std::string()});
    }
    return true;
  }
  if (!sums_all || !text.project.goal.empty() || text.project.has_indicators()) {
    return false;
  }
  if (text.has_money) {
    records_.sums.push_back(text.project.money);
  }
  return true;
}

void ListReader::add_indicators(ListRow&& row) {
  for (std::size_t group = 0; group < row.indicators.size(); ++group) {
    IndicatorText& indicator = row.indicators[group];
    indicator.group = group;
    levels_.place(indicator, group);
    units_.add(indicator);
    if (indicator.place.empty()) {
      indicator.place = row.place;
    }
    if ((!indicator.name.empty() || indicator.has_target()) && !is_left_open(indicator)) {
      add_indicator(records_.projects.back().rows, std::move(indicator), header_.span_of(group));
    }
  }
}
/// Whether a row, the first behind a page's end, has no number where all before have one: it is the
/// rest of a row. `blank`: the cell of its number is.
bool ListReader::see_number(bool blank, bool after_break) {
  const bool rest = blank && after_break && numbered_ > 1 && !unnumbered_;
  numbered_ += blank ? 0U : 1U;
  unnumbered_ = unnumbered_ || (blank && !after_break);
  return rest;
}

/// Whether a row, the first behind a page's end, has no category where all projects before begin
/// with one: it is the rest of a row.
bool ListReader::lacks_category(const ListRow& row) const {
  const IndicatorText& first = row.indicators.front();
  return header_.has(Role::level1) && first.level1.empty() && first.level2.empty() &&
         std::none_of(records_.projects.begin(), records_.projects.end(),
                      [](const ProjectText& project) {
                        return !project.rows.empty() && project.rows.front().level1.empty();
                      });
}

/// Of tables where projects, categories and indicators have rows of their own: whether the project
/// above has rows, or is a unit's row, so that a name below can be none of its. `name_full`: the
/// name above may go on.
bool ListReader::begins_below_name(const ListRow& row, bool name_full) {
  const bool named = !row.project.name.empty();
  const bool tree = names_alone_ && !names_beside_ && named && !row.has_indicator;
  names_alone_ = names_alone_ || (named && !row.has_indicator);
  names_beside_ = names_beside_ || (named && row.has_indicator);
  if (!tree || records_.projects.empty()) {
    return false;
  }
  const ProjectText& above = records_.projects.back();
  return !above.rows.empty() || (above.goal.empty() && !row.project.goal.empty() && !name_full);
}

/// Whether the first row of a page has the unit that the last target above lacks.
bool ListReader::completes_target(const ListRow& row) const {
  if (records_.projects.empty() || records_.projects.back().rows.empty() ||
      row.indicators.empty()) {
    return false;
  }
  const IndicatorText& above = records_.projects.back().rows.back();
  return units_.complete(above,
                         row.indicators[above.group < row.indicators.size() ? above.group : 0]);
}

/// Whether a page cuts the blank cells of a row's amounts: they stand behind its end.
bool ListReader::has_open_money(const Grid& grid, std::size_t row) const {
  bool open = false;
  for (std::size_t c = 0; c < grid.columns() && c < map_.size(); ++c) {
    const Cell* const cell = grid.at(row, c);
    if (cell != nullptr && map_[c] < header_.columns.size() &&
        header_.columns[map_[c]].role == Role::money) {
      open = open || (cell->open_below && cell->is_blank());
    }
  }
  return open;
}

/// Takes a row that has more of the money of the project above, or says it again.
bool ListReader::take_source_row(const Grid& grid, std::size_t row, ListRow& text) {
  ProjectText& above = records_.projects.back();
  const SourceRow kind = source_row(grid, row, header_, map_, text, above);
  if (kind == SourceRow::none) {
    return false;
  }
  if (kind == SourceRow::further) {
    add_source_row(above, text.project);
  }
  if (kind == SourceRow::part) {
    add_part_row(above, text.project);
  } else if (!text.project.name.empty()) {
    drop_known_indicators(text, above);
  }
  above.append_lists(text.project);
  if (text.has_indicator) {
    add_indicators(std::move(text));
  }
  return true;
}

/// Says the goal of a row that goes on with the project above, where that one has another: it may
/// be a project's of its own.
void ListReader::say_goal_left_out(const ListRow& row, const ProjectText& above) {
  for (const Flow* const goal : {&row.project.goal, &row.project.annual_goal}) {
    if (!goal->empty() && above.goal.text.find(goal->text) == std::u32string::npos &&
        above.annual_goal.text.find(goal->text) == std::u32string::npos) {
      records_.findings.push_back(
          {"text-left-over",
           Severity::warning,
           row.place,
           published(above.name.text),
           {BD_TR("a line amid the table's rows was left out: {0}"), {quote(goal->text)}}});
    }
  }
}

/// Remembers a row that has more cells than the header has columns: an amount with an unquoted
/// comma (1,200.50) moves all cells behind it, and so does one that spans a row too many.
void ListReader::see_long_row(const Grid& grid, std::size_t row) {
  std::size_t headed = header_.columns.size();
  while (headed > 0 && header_.columns[headed - 1].header.empty()) {
    --headed;
  }
  std::u32string beyond;
  for (const Cell* cell : grid.filled_cells(row)) {
    const bool behind = cell->column >= map_.size() || map_[cell->column] >= headed;
    if (cell->row == row && behind) {
      beyond += (beyond.empty() ? U"" : U" | ") + cell->packed();
    }
  }
  if (!beyond.empty() && long_rows_++ == 0) {
    first_long_ = grid.filled_cells(row).front()->place;
    beyond_ = std::move(beyond);
  }
}

bool ListReader::read_row(const Grid& grid, std::size_t row, bool after_break) {
  ListRow text = read_list_row(grid, row, header_, map_, places_);
  if (const auto year = year_in(to_utf8(text.year)); year && !year_column_said_) {
    year_column_said_ = true;
    records_.heading += "\n" + std::to_string(*year) + "年度";
  }
  if (text.place.empty()) {
    return has_cells(grid, row);  // a row kept free is none
  }
  if (numbers_columns(grid, row) || heads_targets(grid, row)) {
    return false;
  }
  const Cell* number = nullptr;
  if (header_.lists_projects()) {
    if (const auto numbers = cells_that_begin(grid, row, Role::sequence); !numbers.empty()) {
      number = numbers.front();
      numbers_.add(numbers.front()->packed(), numbers.front()->text_place());
    }
  }
  see_long_row(grid, row);
  if (take_sum(grid, row, text)) {
    return false;
  }
  shared_.see_row(records_.projects, grid, row, header_, map_, places_, after_break);
  const bool lacks_number = number != nullptr && see_number(number->is_blank(), after_break);
  bool category_cut = false;
  if (after_break && !records_.projects.empty() && !text.indicators.empty()) {
    const bool had_level2 = !text.indicators.front().level2.empty();
    levels_.fill(records_.projects.back().rows, text.indicators.front());
    for (const Flow& lost :
         mend_cut_levels(text.indicators, levels_.carried(), records_.projects.back().rows)) {
      records_.findings.push_back(
          {"text-left-over",
           Severity::warning,
           text.place,
           published(records_.projects.back().name.text),
           {BD_TR("behind a page's end, text that belongs to no indicator was left out: {0}"),
            {published(lost.text)}}});
    }
    category_cut = had_level2 && text.indicators.front().level2.empty();
  }
  if (!records_.projects.empty()) {
    take_off_continued(text.project.name, records_.projects.back().name);
  }
  levels_.see_row(grid, row, header_, map_, after_break);
  const bool above_full = std::exchange(last_row_full_, widths_.fills(grid, row, header_, map_));
  const bool above_whole =
      std::exchange(last_row_whole_, is_whole_at_foot(grid, row, header_, map_));
  const bool above_has_room =
      std::exchange(last_row_has_room_, leaves_room(grid, row, header_, map_));
  if (!header_.lists_projects()) {
    const bool half = after_break && !above_whole && !records_.projects.empty() &&
                      !records_.projects.back().rows.empty() &&
                      append_half_of_row(records_.projects.back(), text, header_.groups,
                                         above_full || completes_target(text), category_cut);
    if (!records_.projects.empty() && text.has_indicator && !half) {
      add_indicators(std::move(text));
    }
    return true;
  }
  const bool rows = header_.indicator_rows();
  const bool name_full = last_name_full_;
  const bool name_open = after_break && last_name_open_;
  for (const Cell* const name : cells_that_begin(grid, row, Role::project_name)) {
    last_name_full_ = name->is_blank() ? last_name_full_ : fills_its_cell(grid, *name);
    // Print draws no line below what it cuts: what follows behind the page's end is its rest.
    last_name_open_ = name->open_below && !name->is_blank();
  }
  if (!after_break && !records_.projects.empty() && take_source_row(grid, row, text)) {
    return true;
  }
  const bool money_open = std::exchange(last_money_open_, has_open_money(grid, row));
  const bool below_name = begins_below_name(text, name_full);
  if (rows && !records_.projects.empty() && !below_name) {
    ProjectText& above = records_.projects.back();
    const bool same_name = !text.project.name.empty() && text.project.name.text == above.name.text;
    const bool same_money =
        text.project.money.empty() ||
        std::equal(text.project.money.begin(), text.project.money.end(), above.money.begin(),
                   above.money.end(), [](const MoneyText& a, const MoneyText& b) {
                     return a.key == b.key && a.text == b.text;
                   });
    if (after_break && !cut_repetition_.take_out(text.project)) {
      records_.findings.push_back(layout_guess(text.place, published(above.name.text)));
    }
    const bool at_foot = grid.place.page > 0 && ends_grid(grid, row);
    const bool repeats_half = at_foot && same_money && cut_repetition_.begins(text.project, above);
    const bool repeats =
        repeats_half || (same_name && same_money &&
                         (text.project.goal.empty() || text.project.goal.text == above.goal.text));
    // Of a project that a page cuts one half has the amounts, as their cell is one.
    const bool has_column = header_.has(Role::money);
    const bool half_of_amounts =
        has_column && halves_.had_money() != text.has_money &&
        (text.project.name.empty() || halves_.had_money() || above.name.empty() || money_open);
    // Without amounts, a name behind the break goes on where the categories do and the
    // name above may be cut.
    const std::u32string& level1 = text.indicators.front().level1.text;
    const bool goes_on = !has_column && !above.rows.empty() && header_.has(Role::level1) &&
                         !text.project.name.empty() &&
                         level1 != first_category(records_.projects) &&
                         (above.name.empty() || name_full) &&
                         start_of_next_project(records_.projects, text) == above.rows.size();
    const bool completes = above.cut_ahead && above.name.empty();
    const bool cut = after_break && !repeats &&
                     (half_of_amounts || goes_on || completes || name_open || lacks_number ||
                      lacks_category(text));
    // A blank cell at a page's head is the end of the one above, also where it is all of it.
    const bool carried_down = text.project.name.empty() && !text.has_money &&
                              (after_break || levels_.repeats_blank() ||
                               !begins_blank(grid, row, header_, map_, Role::project_name));
    // Where the first row of a project is cut, its indicator is as well, unless its lines have room
    // for what follows; in text, which has the lines of all cells beside each other, where its
    // category is.
    const bool in_text = grid.place.page > 0 && text.place.line > 0;
    const bool first_row =
        cut && above.rows.size() == 1 && !above_has_room && (category_cut || !in_text);
    if (carried_down && !after_break && text.has_indicator) {
      shared_.see_blank_name(grid);
    }
    if (repeats || carried_down || cut) {
      if (carried_down && !after_break && !cut) {
        say_goal_left_out(text, above);
      }
      if ((carried_down && after_break) || cut) {
        halves_.append(records_.projects.back(), std::move(text.project), text.has_money);
      }
      if (!after_break || above_whole || (!carried_down && !cut) ||
          !append_half_of_row(records_.projects.back(), text, header_.groups,
                              above_full || first_row || completes_target(text), category_cut)) {
        add_indicators(std::move(text));
      }
      return true;
    }
  }
  const bool half =
      lacks_number || ((after_break || (text.project.name.empty() && !text.has_money)) &&
                       halves_.is_second(records_.projects, header_, text));
  if (!rows && !records_.projects.empty() && half) {
    halves_.append_row(records_.projects.back(), std::move(text));
    return true;
  }
  std::vector<IndicatorText> own_rows;
  if (rows && after_break && !records_.projects.empty() && text.has_indicator) {
    own_rows = rows_of_next_project(records_.projects, text);
  }
  if (own_rows.empty()) {
    levels_.forget();
  }
  halves_.begin(text);
  text.project.cut_ahead = text.project.name.empty() && !text.has_money &&
                           text.project.goal.empty() && text.project.annual_goal.empty();
  if (text.has_money) {
    text.project.sources.push_back(text.project.source.text);
  }
  if (!text.project.name.empty()) {
    shared_.fill(text.project, records_.projects.size(), grid, row, header_, map_, places_);
  }
  records_.projects.push_back(std::move(text.project));
  if (ProjectText& project = records_.projects.back();
      project.spending_unit.empty() && !unit_above_.empty() && !project.name.empty()) {
    project.spending_unit.append(unit_above_, project.name.origin.front());
  }
  records_.projects.back().rows = std::move(own_rows);
  text.project = {};
  if (text.has_indicator) {
    add_indicators(std::move(text));
  }
  return true;
}

}  // namespace budgetdiff::import
