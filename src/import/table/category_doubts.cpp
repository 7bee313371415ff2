#include "import/table/category_doubts.hpp"

#include "import/text/flow.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/base/message.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

namespace budgetdiff::import {
namespace {

bool is_misplaced(const IndicatorText& row) {
  const std::string first = published(row.level1.text);
  const std::string second = published(row.level2.text);
  return is_level1_category(first) && is_level2_category(second) &&
         !may_belong_under(first, second);
}

}  // namespace

void doubt_categories(TableRecords& records) {
  std::set<std::u32string> at_home;
  std::size_t rows = 0;
  std::size_t misplaced = 0;
  for (const ProjectText& project : records.projects) {
    for (const IndicatorText& row : project.rows) {
      if (row.level1.empty() || row.level2.empty()) {
        continue;
      }
      ++rows;
      if (is_misplaced(row)) {
        ++misplaced;
      } else {
        at_home.insert(row.level2.text);
      }
    }
  }
  constexpr std::size_t one_in = 12;
  const bool hardly = misplaced * one_in <= rows;
  for (const ProjectText& project : records.projects) {
    const auto row =
        std::find_if(project.rows.begin(), project.rows.end(), [&](const IndicatorText& one) {
          return one.place.page > 0 && (hardly || at_home.contains(one.level2.text)) &&
                 is_misplaced(one);
        });
    if (row != project.rows.end()) {
      records.findings.push_back(
          {"layout-guess",
           Severity::warning,
           row->place,
           published(project.name.text),
           {BD_TR("{0} stands under {1}: which category has which rows is a guess"),
            {published(row->level2.text), published(row->level1.text)}}});
    }
  }
}

}  // namespace budgetdiff::import
