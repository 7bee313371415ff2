#include "import/table/grid_walk.hpp"

#include "import/identity.hpp"
#include "import/table/blank_forms.hpp"
#include "import/table/contents_tables.hpp"
#include "import/table/context.hpp"
#include "import/table/cut_levels.hpp"
#include "import/table/form_money.hpp"
#include "import/table/indicator_ends.hpp"
#include "import/table/records.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/said_labels.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/read_list.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <optional>
#include <utility>

namespace budgetdiff::import {

namespace {

/// Whether a grid has no row with text but those of `rows`.
bool are_all_of(const Grid& grid, const std::set<std::size_t>& rows) {
  for (std::size_t row = 0; row < grid.rows() && !rows.empty(); ++row) {
    if (!rows.contains(row) && !grid.filled_cells(row).empty()) {
      return false;
    }
  }
  return !rows.empty();
}

/// Whether a page's repeated header, that takes a row more than the one `above`, ends with what
/// the page before cut off its last categories: the 指标 of 效益指标 stands right below it.
bool takes_cut_levels(const Grid& grid, std::size_t row, const Header& header,
                      const Header& above) {
  return grid.place.page > 0 && header.rows == above.rows + 1 &&
         holds_cut_levels(grid, row + header.rows - 1, above, each_its_own(above.columns.size()));
}

}  // namespace

/// 项目名称：X in a line above a table of indicators begins a form as such a row does.
void GridWalk::take_line(const TextLine& line) {
  Cell cell;
  cell.lines = {line};
  cell.place = line.place;
  const std::vector<SaidLabel> said = said_labels(cell);
  if (begin_project(said)) {
    said_above_ = {cell};
  } else if (!said.empty() && !said_above_.empty()) {
    said_above_.push_back(std::move(cell));
  }
  sections_.titles().see_caption(line);
  sections_.take_line(line);
}

void GridWalk::take_grid(const Grid& grid, const GridScan& scan,
                         const std::set<std::size_t>& copies) {
  if (passes_over(grid, scan) || are_all_of(grid, copies)) {
    return;
  }
  if (sections_.title_seen() && scan.forms.empty()) {
    sections_.form().stop();  // 整体支出绩效目标表 and their like have indicators of no project
  }
  begin_said_form(scan);
  const std::vector<std::string> heading_before = sections_.around().heading();
  Step step{grid, scan};
  step.in_form = sections_.form().active() && !sections_.title_seen();
  go_on_without_header(step);
  for (; step.row < grid.rows(); ++step.row) {
    if (!copies.contains(step.row)) {
      take_row(step);
    }
  }
  finish_grid(step, heading_before);
}

/// Whether the whole department's goals stand there, which are no project's, or a table of
/// contents, or nothing at all.
bool GridWalk::passes_over(const Grid& grid, const GridScan& scan) {
  if (is_blank_form(grid, scan) && said_above_.empty()) {
    seen_.blank_form = true;
    seen_.empty.push_back(blank_table(grid.place, true));
    sections_.form().stop();
    sections_.list().stop();
    return true;
  }
  if (lists_pages(grid)) {
    sections_.form().stop();
    sections_.list().stop();
    sections_.titles().pass_over(grid, true);
    return true;
  }
  // Print may part a form in two tables anywhere; nobody types one that way.
  const bool printed = document_.importer == "pdf" || document_.importer == "text";
  if (!printed && says_other_things(grid)) {
    sections_.titles().pass_over(grid, true);
    return true;
  }
  const bool whole =
      heads_whole_department(grid, sections_.around().heading()) && scan.forms.empty();
  if (!whole && !is_of_tasks(grid, scan)) {
    return false;
  }
  seen_.whole_department = true;
  sections_.form().stop();
  sections_.list().stop();
  sections_.titles().pass_over(grid, true);
  return true;
}

/// Begins the form that lines above the grid name, if it holds only its indicators.
void GridWalk::begin_said_form(const GridScan& scan) {
  const std::vector<Cell> said = std::exchange(said_above_, {});
  if (said.empty() || !scan.only_indicators()) {
    return;
  }
  sections_.begin(said.front().place, false);
  seen_.header = true;
  sections_.form().set_unit(sections_.around().near_unit());
  sections_.list().stop();
  for (const Cell& cell : said) {
    std::vector<Labelled> context;
    sections_.form().take_all(said_labels(cell), context);
    sections_.around().take_labels(context);
  }
}

/// A grid without a header of its own may go on with the list above.
void GridWalk::go_on_without_header(Step& step) {
  const ListReader& list = sections_.list();
  if (!list.active() || sections_.title_seen()) {
    return;
  }
  std::size_t first = 0;  // row that says anything: what ended words of a header is taken out
  while (first + 1 < step.grid.rows() && step.grid.filled_cells(first).empty()) {
    ++first;
  }
  const bool ends_form =
      step.in_form && step.grid.rows() > 1 && !step.scan.form_at(first) &&
      step.scan.header_at(first) == nullptr && !list.header().lists_projects() &&
      goes_on_with_indicators(step.grid, first, list.header(), list.has_columns_of(step.grid));
  const bool all_of_it = step.scan.headers.empty() && step.scan.forms.empty();
  if ((all_of_it || ends_form) && sections_.list().adopt(step.grid)) {
    sections_.list().take_unit(sections_.around().near_unit());
    step.in_list = true;
    step.used = true;
  }
}

void GridWalk::take_row(Step& step) {
  const Grid& grid = step.grid;
  if (const Header* header = step.scan.header_at(step.row)) {
    seen_.nameless = seen_.nameless || !header->lists_projects();
    step.levels = header->lists_projects() ? nullptr : header;
    if (header->lists_projects() || (sections_.form().active() && !sections_.title_seen())) {
      begin_list(step, *header);
      return;
    }
  }
  const bool names_row = step.in_list && sections_.list().header().lists_projects() &&
                         names_list_row(grid, step.scan, step.row);
  if (step.scan.form_at(step.row) && !names_row) {
    begin_form(step);
    if (reads_head_row(step)) {
      return;
    }
  }
  if ((step.in_list || step.in_form) && is_signature(grid, step.row)) {
    for (const Cell* cell : grid.filled_cells(step.row)) {
      add_once(sections_.records().unread, label_before_colon(*cell));
    }
    return;
  }
  leave_tables(step);
  if (step.in_form && step.in_list) {
    if (sums_scores(grid, step.row, sections_.list().header())) {
      add_once(sections_.records().unread, cell_word(*grid.filled_cells(step.row).front()));
      return;
    }
    leave_indicators(step);
  }
  if (step.in_list && step.in_form && takes_said(grid, step.row)) {
    return;
  }
  if (step.in_list) {
    read_list_row(step);
  } else if (step.in_form) {
    read_form_row(step);
  } else {
    if (step.scan.form_at(step.row + 1)) {
      std::vector<Labelled> context;
      sections_.form().read_row(grid, step.row, context);  // a code above its project's name
    }
    sections_.take_context_row(grid, step.row);
  }
}

/// A list of projects, or the indicators of the form that is being read, begin with this header.
void GridWalk::begin_list(Step& step, const Header& found) {
  const ListReader& above = sections_.list();
  bool goes_on = above.active() && above.header().columns.size() == found.columns.size() &&
                 above.header().span == found.span;
  const bool cut = goes_on && takes_cut_levels(step.grid, step.row, found, above.header());
  const Header header = cut ? above.header() : found;
  Place place = step.grid.place;
  if (const auto cells = step.grid.filled_cells(step.row); !cells.empty()) {
    place = cells.front()->place;
  }
  if (header.lists_projects()) {
    goes_on = !sections_.begin(place, true) && goes_on;
    seen_.header = true;
    sections_.form().stop();
    if (is_blank_list(step.grid, step.scan, step.row)) {
      seen_.empty.push_back(blank_table(place, false));
    }
  }
  step.first = goes_on;
  TableRecords& records = sections_.records();
  findings_.doubt_second_header(header, place, sections_.list().active(), records);
  say_unknown_columns(header, place, records.findings);
  for (const std::string& name : header.unread) {
    add_once(records.unread, name);
  }
  say_supposed_names(header, place, records.findings);
  constexpr std::size_t hardly_any = 2;
  const bool few = step.grid.rows() - step.row <= header.rows + hardly_any;
  ListReader& list = sections_.list();
  list.start(goes_on && few ? list.as_above(header) : header, step.grid.edges, goes_on,
             sections_.around().near_unit());
  step.in_list = true;
  step.used = true;
  step.row += header.rows - 1;
}

void GridWalk::begin_form(Step& step) {
  sections_.see_department_of_form(step.grid, step.scan, step.row);
  sections_.begin(step.grid.place, false);
  seen_.header = true;
  sections_.form().set_unit(sections_.around().near_unit());
  sections_.list().stop();
  step.in_list = false;
  step.in_form = true;
  step.used = true;
}

/// The header of the indicators may stand above all projects, each of which has a row to itself.
bool GridWalk::reads_head_row(Step& step) {
  if (step.levels == nullptr || !says_project(step.grid, step.row)) {
    return false;
  }
  std::vector<Labelled> context;
  sections_.form().read_row(step.grid, step.row, context);
  sections_.around().take_labels(context);
  sections_.list().start(*step.levels, step.grid.edges, false, sections_.around().near_unit());
  step.in_list = true;
  return true;
}

/// Another table begins in this row.
void GridWalk::leave_tables(Step& step) {
  if (step.in_list && step.scan.other_at(step.row)) {
    sections_.list().stop();
    step.in_list = false;
  }
  if (step.in_form && begins_other_table(step)) {
    sections_.form().stop();
    step.in_form = false;
  }
}

/// The form goes on behind its indicators.
void GridWalk::leave_indicators(Step& step) {
  if (leaves_indicators(step.grid, step.row, sections_.list().header()) ||
      precedes_form(step.grid, step.scan, step.row)) {
    sections_.list().stop();
    step.in_list = false;
  }
}

void GridWalk::read_list_row(Step& step) {
  if (!step.in_form && is_title_of_next(step.grid, step.scan, step.row)) {
    sections_.take_context_row(step.grid, step.row);
    return;
  }
  if (labels_table(step.grid, step.row) ||
      stands_alone(step.grid, step.row, sections_.list().header())) {
    take_title_row(step);
  } else if (is_line(step.grid, step.row)) {
    take_line_of_list(step);
  } else {
    step.first = !sections_.list().read_row(step.grid, step.row, step.first) && step.first;
  }
}

/// A title or a label of the table between the rows of a list.
void GridWalk::take_title_row(Step& step) {
  const std::vector<const Cell*> cells = step.grid.filled_cells(step.row);
  const std::u32string text = cells.front()->packed();
  const Header* const next = step.scan.header_at(step.row + 1);
  if (step.in_form && is_line(step.grid, step.row) && next != nullptr && !next->lists_projects()) {
    return;  // 年度绩效目标表 behind the long term's
  }
  if (step.in_form && cells.size() == 1 && is_any_title(text) &&
      !sections_.titles().is_current(to_utf8(text)) && !step.scan.form_follows(step.row)) {
    sections_.form().stop();
    sections_.list().stop();
    step.in_form = step.in_list = false;
  }
  sections_.take_context_row(step.grid, step.row);
  sections_.list().take_unit(sections_.around().near_unit());
  // 单位：万元 below the last table is that one's.
  const bool last = step.scan.headers.upper_bound(step.row) == step.scan.headers.end() &&
                    !step.scan.form_follows(step.row);
  if (std::string& unit = sections_.records().unit; last && unit.empty()) {
    unit = sections_.around().near_unit();
  }
}

/// A text over the whole width of a list.
void GridWalk::take_line_of_list(Step& step) {
  const Cell& cell = *step.grid.filled_cells(step.row).front();
  const std::u32string text = cell.packed();
  const bool lists_projects = sections_.list().header().lists_projects();
  TableRecords& records = sections_.records();
  if (opens_remark(text)) {
    records.add_note(text);
    return;
  }
  if (lists_projects && names_public_body(to_utf8(text))) {
    sections_.list().head_unit(to_utf8(text));
    return;
  }
  const bool separated =
      document_.importer == "csv" || (document_.importer == "text" && step.grid.edges.empty());
  if (separated && (labels_in(text).empty() || opens_list_item(text)) && !is_any_title(text)) {
    say_line_left_out(cell, records);  // perhaps the rest of a cell whose line ends were not quoted
    return;
  }
  if (std::optional<MoneyText> sum = sum_said(cell); sum && lists_projects && !step.in_form) {
    if (records.sums.empty()) {
      records.sums.push_back({*std::move(sum)});
    }
    return;
  }
  const bool of_next =
      step.scan.header_at(step.row + 1) != nullptr || step.scan.form_follows(step.row);
  if (lists_projects && !step.in_form && !of_next && says_more(text)) {
    say_line_left_out(cell, records);
  }
  sections_.take_context_row(step.grid, step.row);
}

void GridWalk::read_form_row(const Step& step) {
  if (step.row == 0 && sections_.form().continues_text(step.grid)) {
    return;
  }
  std::vector<Labelled> context;
  sections_.form().read_row(step.grid, step.row, context);
  findings_.say_unread_indicators(step.grid, step.row, sections_.records());
  sections_.take_labels(context);
}

void GridWalk::finish_grid(const Step& step, const std::vector<std::string>& heading_before) {
  sections_.form().end_grid(step.grid);
  if (step.used || step.in_form) {
    findings_.say_doubts(step.grid, sections_.records());
    return;
  }
  sections_.titles().pass_over(step.grid);
  sections_.around().pass_over();
  constexpr std::size_t most_caption_rows = 3;
  if (step.grid.rows() > most_caption_rows) {
    sections_.around().set_heading(heading_before);  // rows of another table head none
    sections_.around().forget_near();
  }
}

/// A line of text inside a grid.
bool GridWalk::is_line(const Grid& grid, std::size_t row) const {
  return spans_all(grid, row, document_.importer != "csv");
}

/// A title of its own inside the grid, and no repetition of this table's.
bool GridWalk::begins_other_table(const Step& step) {
  const Header* const next = step.scan.header_at(step.row + 1);
  const bool heads_indicators = next != nullptr && !next->lists_projects();
  if (!is_line(step.grid, step.row) || heads_indicators) {
    return false;  // 年度绩效目标表 over the indicators of a form
  }
  const std::u32string text = step.grid.filled_cells(step.row).front()->packed();
  const std::string utf8 = to_utf8(text);
  // 年度绩效指标表 heads a part of the form.
  return is_any_title(text) && !sections_.titles().is_current(utf8) &&
         look_up_header(utf8).role == Role::none;
}

/// 绩效目标：… or 预算金额：… in a row of its own between a project's name and its
/// indicators.
bool GridWalk::takes_said(const Grid& grid, std::size_t row) {
  const std::vector<const Cell*> cells = grid.filled_cells(row);
  if (cells.size() != 1) {
    return false;
  }
  std::vector<Labelled> context;
  if (says_money(cells.front()->packed())) {
    const std::vector<SaidLabel> said = said_labels(*cells.front());
    if (!said.empty() && is_sum_label(cell_word(said.front().label))) {
      sections_.records().sums.push_back(amounts_said(said.front().label, said.front().value,
                                                      column::total, sections_.around().near_unit())
                                             .amounts);
      return true;  // 合计：5.00万元 below all projects
    }
    sections_.form().take_all(said, context);
  } else if (!sections_.form().take_said(*cells.front(), context)) {
    return false;
  }
  sections_.around().take_labels(context);
  return true;
}

}  // namespace budgetdiff::import
