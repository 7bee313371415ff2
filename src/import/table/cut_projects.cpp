#include "import/table/cut_projects.hpp"

#include "import/table/cut_rows.hpp"
#include "import/table/grouped_indicators.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

/// The last indicator that a group of columns has: of the year's columns it may be the whole
/// period's, whose targets it was given.
IndicatorText* last_of_group(std::vector<IndicatorText>& rows, std::size_t group) {
  for (std::size_t i = rows.size(); i-- > 0;) {
    if (rows[i].group == group || (group > 0 && rows[i].group == 0 && is_paired(rows[i]))) {
      return &rows[i];
    }
  }
  return nullptr;
}

void append_targets(IndicatorText& above, const IndicatorText& half) {
  for (Flow IndicatorText::*const part :
       {&IndicatorText::period, &IndicatorText::annual, &IndicatorText::comparator,
        &IndicatorText::value, &IndicatorText::unit, &IndicatorText::period_comparator,
        &IndicatorText::period_value, &IndicatorText::period_unit}) {
    (above.*part).append(half.*part);
  }
}

}  // namespace

std::u32string first_category(const std::vector<ProjectText>& projects) {
  const std::vector<IndicatorText>& rows = projects.front().rows;
  return rows.empty() ? std::u32string{} : rows.front().level1.text;
}

std::size_t start_of_next_project(const std::vector<ProjectText>& projects, const ListRow& row) {
  const std::vector<IndicatorText>& rows = projects.back().rows;
  const std::u32string first = first_category(projects);
  const std::u32string& own = row.indicators.front().level1.text;
  if (first.empty() || rows.empty()) {
    return rows.size();
  }
  // From the last row that begins with the first category again.
  std::size_t start = rows.size();
  for (std::size_t i = rows.size(); i-- > 1;) {
    if (rows[i].level1.text == first && rows[i - 1].level1.text != first) {
      start = i;
      break;
    }
  }
  const bool had_before =
      std::any_of(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(start),
                  [&](const IndicatorText& one) { return one.level1.text == first; });
  const bool begins = !own.empty() && own == first && rows.back().level1.text != first;
  return had_before && !begins ? start : rows.size();
}

std::vector<IndicatorText> rows_of_next_project(std::vector<ProjectText>& projects,
                                                const ListRow& row) {
  std::vector<IndicatorText>& rows = projects.back().rows;
  const std::size_t start = start_of_next_project(projects, row);
  std::vector<IndicatorText> out(
      std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(start)),
      std::make_move_iterator(rows.end()));
  rows.resize(start);
  return out;
}

bool is_rest_of_project(const std::vector<ProjectText>& projects, const ListRow& row) {
  if (projects.size() < 2 || row.project.name.empty() || row.indicators.empty() ||
      !projects.back().cut_ahead || !projects.back().name.empty()) {
    return false;
  }
  const std::u32string first = first_category(projects);
  const std::vector<IndicatorText>& rows = projects.back().rows;
  return !first.empty() && row.indicators.front().level1.text == first && !rows.empty() &&
         std::none_of(rows.begin(), rows.end(),
                      [&](const IndicatorText& one) { return one.level1.text == first; });
}

void give_back_rows(std::vector<ProjectText>& projects) {
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

bool append_half_of_row(ProjectText& project, const ListRow& row, const Header& header, bool full,
                        bool category_cut) {
  std::vector<IndicatorText>& rows = project.rows;
  std::vector<std::pair<const IndicatorText*, IndicatorText*>> halves;
  for (std::size_t group = 0; group < row.indicators.size(); ++group) {
    const IndicatorText& half = row.indicators[group];
    // 万元/公 | 里: of a row's texts its unit may be the only one that the page cuts.
    if (half.name.empty() && !half.has_target() && half.unit.empty() && half.comparator.empty()) {
      continue;
    }
    IndicatorText* const above = last_of_group(rows, group);
    if (above == nullptr || !goes_on_in(half, *above, header.groups, full, category_cut)) {
      return false;
    }
    halves.emplace_back(&half, above);
  }
  const IndicatorText* named = nullptr;
  for (const auto& [half, above] : halves) {
    if (above != named) {
      above->name.append(half->name);  // which both spans say at once was cut in both
    }
    named = above;
    append_targets(*above, *half);
  }
  for (std::size_t group = 1; group < header.groups && !halves.empty(); ++group) {
    pair_last(rows, group, header.span_of(group));
  }
  return !halves.empty();
}

}  // namespace budgetdiff::import
