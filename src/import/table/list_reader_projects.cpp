// ListReader: where the projects of a list begin, and which rows go on with them.

#include "import/table/list_reader.hpp"

#include "import/layout_guesses.hpp"
#include "import/table/amount_text.hpp"
#include "import/table/another_project.hpp"
#include "import/table/cut_projects.hpp"
#include "import/table/source_rows.hpp"
#include "import/table/years_of_rows.hpp"
#include "import/text/read_list.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

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

/// Whether the rest of the row above and another project stand in one row, the first behind a
/// page's end: no category begins, and yet both have a name and amounts that are not the same. So
/// it is without lines, where the project's cells stand in the middle of rows that are not yet
/// known.
bool ListReader::begins_beside_rest(const ListRow& row, const RowCut& cut) const {
  const ProjectText& above = records_.projects.back();
  return cut.after_break && row.has_indicator && lacks_category(row) && !above.name.empty() &&
         !row.project.name.empty() && !above.money.empty() && !row.project.money.empty() &&
         !ends_.money_open() && !ends_.name_open() &&
         above.money.front().text != row.project.money.front().text &&
         !may_be_halves(above.money.front().text, row.project.money.front().text) &&
         above.name.text != row.project.name.text;
}

/// Parts such a row.
void ListReader::part_rest(const Grid& grid, std::size_t row, ListRow&& text, const RowCut& cut) {
  ListRow rest;
  rest.place = text.place;
  rest.has_indicator = std::exchange(text.has_indicator, false);
  rest.indicators = std::exchange(text.indicators, {});
  records_.findings.push_back(layout_guess(text.place, published(text.project.name.text)));
  const bool half = !ends_.whole() && append_half_of_row(records_.projects.back(), rest, header_,
                                                         ends_.full(), cut.category);
  if (!half) {
    add_indicators(std::move(rest));
  }
  begin_project(grid, row, std::move(text), false);
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

/// Takes a row that has more of the money of the project above, or says it again.
bool ListReader::take_source_row(const Grid& grid, std::size_t row, ListRow& text) {
  ProjectText& above = records_.projects.back();
  const SourceRow kind = source_row(grid, row, header_, map_, text, above);
  if (kind == SourceRow::none) {
    return false;
  }
  if (kind == SourceRow::further || kind == SourceRow::unsaid) {
    add_source_row(above, text.project);
  }
  if (kind == SourceRow::unsaid && !sums_said_) {
    sums_said_ = true;
    records_.findings.push_back(
        {"column-guess",
         Severity::warning,
         text.place,
         published(above.name.text),
         {BD_TR("amounts of several rows beside one name were added up, though nothing says what "
                "each is of"),
          {}}});
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

/// Of rows that hold their whole project: whether this is the rest of the one above.
bool ListReader::is_second_half(const ListRow& text, const RowCut& cut) {
  const bool may = cut.after_break || (text.project.name.empty() && !text.has_money);
  return cut.lacks_number || (may && halves_.is_second(records_.projects, header_, text));
}

/// Whether the name's cell that begins in a row spans others.
bool ListReader::merges_name(const Grid& grid, std::size_t row) const {
  const std::vector<const Cell*> names = cells_that_begin(grid, row, Role::project_name);
  return std::any_of(names.begin(), names.end(), [](const Cell* cell) { return cell->rows > 1; });
}

/// Whether a row says again what the project above has, or at a page's foot a part of it.
bool ListReader::repeats_project(const Grid& grid, std::size_t row, const ListRow& text) {
  const ProjectText& above = records_.projects.back();
  const ProjectText& project = text.project;
  const bool merged = name_merged_ || merges_name(grid, row);
  if (is_another_project(header_, project, above) || (merged && begins_anew(text, above))) {
    return false;
  }
  const bool same_money =
      project.money.empty() ||
      std::equal(project.money.begin(), project.money.end(), above.money.begin(), above.money.end(),
                 [](const MoneyText& a, const MoneyText& b) {
                   return a.key == b.key && a.text == b.text;
                 });
  const bool at_foot = grid.place.page > 0 && ends_grid(grid, row);
  if (at_foot && same_money && cut_repetition_.begins(project, above)) {
    return true;
  }
  const bool same_name = !project.name.empty() && project.name.text == above.name.text;
  // One project in two years: a row each, or all else would be told alike.
  const bool same_year = project.year.empty() || project.year.text == above.year.text;
  return same_name && same_money && same_year &&
         (project.goal.empty() || project.goal.text == above.goal.text);
}

/// Whether a page's end cuts the project above and this row, the first behind it, goes on with it.
bool ListReader::is_cut_project(const ListRow& text, const RowCut& cut) const {
  const ProjectText& above = records_.projects.back();
  // Of a project that a page cuts one half has the amounts, as their cell is one.
  const bool has_column = header_.has(Role::money);
  const bool half_of_amounts = has_column && halves_.had_money() != text.has_money &&
                               (text.project.name.empty() || halves_.had_money() ||
                                above.name.empty() || ends_.money_open());
  // Without amounts, a name behind the break goes on where the categories do and the
  // name above may be cut.
  const std::u32string& level1 = text.indicators.front().level1.text;
  const bool goes_on = !has_column && !above.rows.empty() && header_.has(Role::level1) &&
                       !text.project.name.empty() && level1 != first_category(records_.projects) &&
                       (above.name.empty() || ends_.name_full()) &&
                       start_of_next_project(records_.projects, text) == above.rows.size();
  const bool completes = above.cut_ahead && above.name.empty();
  return half_of_amounts || goes_on || completes || ends_.name_open() || cut.lacks_number ||
         lacks_category(text);
}

/// Says, once, that rows were taken for those of one project though each has a number (序号).
void ListReader::say_numbers(const ListRow& row, const ProjectText& above) {
  if (numbers_said_ || header_.numbers != NumbersOf::unsure || row.project.number.empty() ||
      row.project.number == above.number) {
    return;
  }
  numbers_said_ = true;
  records_.findings.push_back(
      {"column-guess",
       Severity::warning,
       row.place,
       published(above.name.text),
       {BD_TR(
            "numbers that differ beside one name, amount and goal were taken to count the rows of "
            "one project"),
        {}}});
}

/// Takes a row of an indicator that goes on with the project above.
bool ListReader::goes_on(const Grid& grid, std::size_t row, ListRow& text, const RowCut& cut) {
  ProjectText& above = records_.projects.back();
  const bool after_break = cut.after_break;
  if (after_break && !cut_repetition_.take_out(text.project)) {
    records_.findings.push_back(layout_guess(text.place, published(above.name.text)));
  }
  const bool repeats = repeats_project(grid, row, text);
  const bool is_cut = after_break && !repeats && is_cut_project(text, cut);
  // A blank cell at a page's head is the end of the one above, also where it is all of it.
  const bool carried_down = text.project.name.empty() && !text.has_money &&
                            (after_break || levels_.repeats_blank() ||
                             !begins_blank(grid, row, header_, map_, Role::project_name));
  if (carried_down && !after_break && text.has_indicator) {
    shared_.see_blank_name(grid);
  }
  if (!repeats && !carried_down && !is_cut) {
    return false;
  }
  if (repeats) {
    say_numbers(text, above);
  }
  // Where the first row of a project is cut, its indicator is as well, unless its lines have room
  // for what follows; in text, which has the lines of all cells beside each other, where its
  // category is.
  const bool in_text = grid.place.page > 0 && text.place.line > 0;
  const bool first_row =
      is_cut && above.rows.size() == 1 && !ends_.has_room() && (cut.category || !in_text);
  if (carried_down && !after_break && !is_cut) {
    say_goal_left_out(text, above);
  }
  if ((carried_down && after_break) || is_cut) {
    halves_.append(above, std::move(text.project), text.has_money);
  }
  const bool half =
      after_break && !ends_.whole() && (carried_down || is_cut) &&
      append_half_of_row(above, text, header_, first_row || may_end_row_above(text), cut.category);
  if (!half) {
    add_indicators(std::move(text));
  }
  return true;
}

/// A row with an amount beside a name that spans it is a project of that name where it goes on with
/// none: another unit's.
void ListReader::take_merged_name(const Grid& grid, std::size_t row, ProjectText& project) {
  for (std::size_t c = 0; c < grid.columns() && c < map_.size(); ++c) {
    const Cell* const cell = grid.at(row, c);
    if (cell != nullptr && cell->column == c && cell->columns == 1 && cell->row < row &&
        !cell->is_blank() && map_[c] < header_.columns.size() &&
        header_.columns[map_[c]].role == Role::project_name) {
      places_.append(project.name, *cell);
      return;
    }
  }
}

/// Rows at a page's foot whose project's name was expected on the next page are the rest of the
/// project above where that page went on with them and the next name begins another project.
void ListReader::give_back_nameless(const ProjectText& next) {
  std::vector<ProjectText>& projects = records_.projects;
  if (!next.name.empty() && projects.size() > 1 && projects.back().cut_ahead &&
      projects.back().name.empty() && projects.back().money.empty()) {
    give_back_rows(projects);
  }
}

/// A row that names a project, or begins one whose name stands elsewhere.
void ListReader::begin_project(const Grid& grid, std::size_t row, ListRow&& text,
                               bool after_break) {
  give_back_nameless(text.project);
  std::vector<IndicatorText> own_rows;
  if (header_.indicator_rows() && after_break && !records_.projects.empty() && text.has_indicator) {
    own_rows = rows_of_next_project(records_.projects, text);
  }
  if (own_rows.empty()) {
    levels_.forget();
  }
  if (text.project.name.empty() && text.has_money && !after_break) {
    take_merged_name(grid, row, text.project);
  }
  halves_.begin(text);
  name_merged_ = merges_name(grid, row);
  ProjectText& project = text.project;
  if (!after_break && text.has_money && !records_.projects.empty()) {
    name_other_year(project, records_.projects.back());
  }
  project.cut_ahead = project.name.empty() && !text.has_money && project.goal.empty() &&
                      project.annual_goal.empty();
  if (text.has_money) {
    project.sources.push_back(project.source.text);
  }
  if (!project.name.empty()) {
    shared_.fill(project, records_.projects.size(), grid, row, header_, map_, places_);
    if (project.spending_unit.empty() && !unit_above_.empty()) {
      project.spending_unit.append(unit_above_, project.name.origin.front());
    }
  }
  project.rows = std::move(own_rows);
  records_.projects.push_back(std::move(project));
  text.project = {};
  if (text.has_indicator) {
    add_indicators(std::move(text));
  }
}

}  // namespace budgetdiff::import
