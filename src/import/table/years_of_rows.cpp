#include "import/table/years_of_rows.hpp"

#include "import/table/parted_records.hpp"
#include "import/text/paragraphs.hpp"
#include "import/title_words.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

struct Years {
  std::set<int> all;
  std::vector<int> of_row;  ///< 0: none
  bool whole = true;        ///< every project has one
};

Years years_of(const TableRecords& records) {
  Years out;
  for (const ProjectText& row : records.projects) {
    const int year = year_in(published(row.year.text)).value_or(0);
    const bool heading = row.goal.empty() && row.annual_goal.empty() && !row.has_indicators();
    if (year != 0) {
      out.all.insert(year);
    }
    out.whole = out.whole && (year != 0 || heading);
    out.of_row.push_back(year);
  }
  return out;
}

/// The year of the table's own title or caption.
std::optional<int> year_of_heading(const TableRecords& records) {
  constexpr int of_budget = 2;
  const YearSaid said = year_in_heading(records.heading);
  return said.evidence >= of_budget ? said.year : std::nullopt;
}

std::string listed(const std::set<int>& years) {
  std::string out;
  for (const int year : years) {
    out += (out.empty() ? "" : ", ") + std::to_string(year);
  }
  return out;
}

void say(TableRecords& records, Message message) {
  records.findings.push_back(
      {"year-differs", Severity::warning, records.header_place, "", std::move(message)});
}

void set_year(TableRecords& records, int year) {
  records.heading += "\n" + std::to_string(year) + "年度";
}

/// The only year that projects say is the table's, but where its title goes before.
void take_only_year(TableRecords& records, int year, std::optional<int> titled) {
  const bool taken = !titled || says_budget_year(records.years_word);
  if (titled && *titled != year) {
    say(records, {BD_TR("the title says {0}, and {1} says {2}: {3} was taken (--year decides)"),
                  {std::to_string(*titled), records.years_word, std::to_string(year),
                   std::to_string(taken ? year : *titled)}});
  }
  if (taken) {
    set_year(records, year);
  }
}

std::vector<TableRecords> part(const TableRecords& records, const Years& years) {
  std::vector<std::size_t> part_of;
  for (const int year : years.of_row) {
    // A row without a year is a heading's: its 0 is none of them, and it goes in no part.
    part_of.push_back(
        static_cast<std::size_t>(std::distance(years.all.begin(), years.all.find(year))));
  }
  std::vector<TableRecords> out = parted_records(records, part_of, years.all.size());
  auto year = years.all.begin();
  for (TableRecords& one : out) {
    set_year(one, *year++);
  }
  return out;
}

}  // namespace

bool says_budget_year(std::string_view word) {
  for (const std::string_view other : {"项目", "实施", "申报", "填报"}) {
    if (word.starts_with(other)) {
      return false;
    }
  }
  return true;
}

void take_years_word(TableRecords& records, const std::string& word) {
  if (records.years_word.empty() || says_budget_year(word)) {
    records.years_word = word;
  }
}

void name_other_year(ProjectText& row, const ProjectText& above) {
  if (!row.name.empty() || row.year.empty() || above.year.empty() ||
      row.year.text == above.year.text) {
    return;
  }
  for (Flow ProjectText::*const text :
       {&ProjectText::name, &ProjectText::code, &ProjectText::type, &ProjectText::department,
        &ProjectText::spending_unit, &ProjectText::goal, &ProjectText::annual_goal}) {
    if ((row.*text).empty()) {
      row.*text = above.*text;
    }
  }
}

Result<std::vector<TableRecords>> records_by_year(TableRecords& records,
                                                  const SourceDocument& source,
                                                  const ImportOptions& options) {
  const Years years = years_of(records);
  const std::optional<int> titled = year_of_heading(records);
  if (years.all.size() < 2) {
    if (!years.all.empty()) {
      take_only_year(records, *years.all.begin(), titled);
    }
    return std::vector<TableRecords>{};
  }
  const std::string named = listed(years.all);
  if (!years.whole || (titled && !says_budget_year(records.years_word))) {
    Message message{BD_TR("{0} names several years ({1}); the table was read as one"),
                    {records.years_word, named}};
    if (titled) {
      message = {BD_TR("{0} names several years ({1}); the table was read as one of {2}"),
                 {records.years_word, named, std::to_string(*titled)}};
    }
    say(records, std::move(message));
    return std::vector<TableRecords>{};
  }
  if (titled) {
    say(records, {BD_TR("the title says {0}, and {1} names several years ({2}): each is a snapshot "
                        "of its own"),
                  {std::to_string(*titled), records.years_word, named}});
  }
  std::vector<TableRecords> out = part(records, years);
  if (!options.year) {
    return out;
  }
  const auto wanted = years.all.find(*options.year);
  if (wanted == years.all.end()) {
    return fail(Error{source.name,
                      records.header_place,
                      {BD_TR("{0} is not one of the years whose tables it holds: {1}"),
                       {std::to_string(*options.year), named}},
                      {BD_TR("choose one with --year"), {}}});
  }
  const auto at = static_cast<std::size_t>(std::distance(years.all.begin(), wanted));
  std::vector<Finding> findings = std::move(out.front().findings);
  TableRecords chosen = std::move(out[at]);
  chosen.findings = std::move(findings);
  return std::vector<TableRecords>{std::move(chosen)};
}

}  // namespace budgetdiff::import
