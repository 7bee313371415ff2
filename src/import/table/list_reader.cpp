#include "import/table/list_reader.hpp"

#include "import/table/continued.hpp"
#include "import/table/cut_levels.hpp"
#include "import/table/cut_projects.hpp"
#include "import/table/decided_amounts.hpp"
#include "import/table/grouped_indicators.hpp"
#include "import/table/list_sums.hpp"
#include "import/table/period_columns.hpp"
#include "import/table/remarks_below.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/side_by_side.hpp"
#include "import/table/unit_doubts.hpp"
#include "import/table/years_of_rows.hpp"
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
    if (column.role == Role::year) {
      take_years_word(records_, column.word);
    }
    if (column.role != Role::money) {
      continue;
    }
    records_.money_words.try_emplace(column.key, column.header);
  }
  doubt_own_units(header_, unit, records_);
  take_unit(unit);
  if (header_.lists_projects() && header_.has(Role::department) &&
      !header_.has(Role::spending_unit)) {
    records_.bodies_column = header_.columns[header_.find(Role::department)].header;
  }
  if (header_.lists_projects() && header_.has(Role::spending_unit) &&
      !header_.has(Role::department)) {
    records_.units_column = header_.columns[header_.find(Role::spending_unit)].header;
  }
  edges_ = std::move(edges);
  map_ = each_its_own(header_.columns.size());
  levels_.resize(header_);
  say_targets_left_out(header_, records_);
  say_decided(header_.amounts_taken, records_.header_place, records_.findings);
  say_year_column(header_.year_taken, records_.header_place, records_.findings);
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
  if (header_.lists_projects() && header_.has(Role::money)) {
    leave_remarks_below(records_);
  }
  numbers_.say(records_.findings);
  long_rows_.say(records_.findings);
  std::vector<ProjectText>& projects = records_.projects;
  if (projects.size() < 2 || !projects.back().cut_ahead || !projects.back().name.empty()) {
    return;
  }
  give_back_rows(projects);
}

bool ListReader::adopt(const Grid& grid) {
  auto map = active() ? columns_of(grid, header_, edges_) : std::nullopt;
  if (!map) {
    return false;
  }
  map_ = std::move(*map);
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

/// Whether the texts of the row above, as far as their places show, may go on in the first row of a
/// page.
bool ListReader::may_end_row_above(const ListRow& row) const {
  return ends_.full() || completes_target(row) || (!ends_.has_room() && is_few_letters(row));
}

/// The first row behind a page's end: gives it the levels of the rows above, and mends those that
/// the end cuts. True where it cuts the row's category.
bool ListReader::mend_levels(ListRow& text) {
  ProjectText& above = records_.projects.back();
  const bool had_level2 = !text.indicators.front().level2.empty();
  levels_.fill(above.rows, text.indicators.front());
  for (const Flow& lost : mend_cut_levels(text.indicators, levels_.carried(), above.rows)) {
    records_.findings.push_back(
        {"text-left-over",
         Severity::warning,
         text.place,
         published(above.name.text),
         {BD_TR("behind a page's end, text that belongs to no indicator was left out: {0}"),
          {published(lost.text)}}});
  }
  return had_level2 && text.indicators.front().level2.empty();
}

bool ListReader::read_row(const Grid& grid, std::size_t row, bool after_break) {
  ListRow text = read_list_row(grid, row, header_, map_, places_);
  if (text.place.empty()) {
    return has_cells(grid, row);  // a row kept free is none
  }
  const bool of_levels = after_break && holds_cut_levels(grid, row, header_, map_);
  if (numbers_columns(grid, row) || (heads_targets(grid, row) && !of_levels)) {
    return false;
  }
  const Cell* number = nullptr;
  if (header_.lists_projects()) {
    if (const auto numbers = cells_that_begin(grid, row, Role::sequence); !numbers.empty()) {
      number = numbers.front();
      numbers_.add(number->packed(), number->text_place());
    }
  }
  long_rows_.see(grid, row, header_, map_);
  for (const auto& [word, beside, place] : text.left_out) {
    records_.findings.push_back(
        {"text-left-over",
         Severity::warning,
         place,
         published(text.project.name.text),
         {BD_TR("beside {0}, behind its value, was left out: {1}"), {word, quote(beside)}}});
  }
  if (take_sum_row(grid, row, text, header_, map_, records_)) {
    return false;
  }
  shared_.see_row(records_.projects, grid, row, header_, map_, places_, after_break);
  RowCut cut{after_break};
  cut.lacks_number = number != nullptr && see_number(number->is_blank(), after_break);
  if (!records_.projects.empty()) {
    cut.category = after_break && !text.indicators.empty() && mend_levels(text);
    if (!after_break) {
      mend_parted_levels(text.indicators, levels_.carried(), records_.projects.back().rows);
    }
    take_off_continued(text.project.name, records_.projects.back().name);
  }
  levels_.see_row(grid, row, header_, map_, after_break);
  ends_.see_texts(grid, row, header_, map_);
  if (header_.lists_projects()) {
    read_project_row(grid, row, std::move(text), cut);
  } else if (!records_.projects.empty()) {
    read_indicator_row(std::move(text), cut);
  }
  return true;
}

/// A row of a form's indicators.
void ListReader::read_indicator_row(ListRow&& text, const RowCut& cut) {
  ProjectText& project = records_.projects.back();
  const bool half =
      cut.after_break && !ends_.whole() && !project.rows.empty() &&
      append_half_of_row(project, text, header_, may_end_row_above(text), cut.category);
  if (text.has_indicator && !half) {
    add_indicators(std::move(text));
  }
}

void ListReader::read_project_row(const Grid& grid, std::size_t row, ListRow&& text,
                                  const RowCut& cut) {
  ends_.see_names(grid, cells_that_begin(grid, row, Role::project_name));
  const bool has_above = !records_.projects.empty();
  if (!cut.after_break && has_above && take_source_row(grid, row, text)) {
    return;
  }
  ends_.see_money(grid, row, header_, map_);
  if (cut.after_break && is_rest_of_project(records_.projects, text)) {
    give_back_rows(records_.projects);
    halves_.return_to(records_.projects.back());
  }
  const bool below_name = begins_below_name(text, ends_.name_full());
  if (header_.indicator_rows()) {
    if (has_above && begins_beside_rest(text, cut)) {
      part_rest(grid, row, std::move(text), cut);
      return;
    }
    if (has_above && !below_name && goes_on(grid, row, text, cut)) {
      return;
    }
  } else if (has_above && is_second_half(text, cut)) {
    halves_.append_row(records_.projects.back(), std::move(text));
    return;
  }
  begin_project(grid, row, std::move(text), cut.after_break);
}

}  // namespace budgetdiff::import
