#include "import/table/category_doubts.hpp"

#include "import/layout_guesses.hpp"
#include "import/text/flow.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/base/message.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

bool is_misplaced(const IndicatorText& row) {
  const std::string first = published(row.level1.text);
  const std::string second = published(row.level2.text);
  return is_level1_category(first) && is_level2_category(second) &&
         !may_belong_under(first, second);
}

/// The category that nearly all projects begin with; "" where there is none.
std::u32string usual_first(const std::vector<ProjectText>& projects) {
  constexpr std::size_t fewest = 3;
  constexpr std::size_t nearly_all_of_hundred = 75;
  std::map<std::u32string, std::size_t> first;
  std::size_t all = 0;
  for (const ProjectText& project : projects) {
    if (!project.rows.empty() && !project.rows.front().level1.empty()) {
      ++first[project.rows.front().level1.text];
      ++all;
    }
  }
  for (const auto& [category, count] : first) {
    if (count >= fewest && count * 100 >= all * nearly_all_of_hundred) {
      return category;
    }
  }
  return {};
}

/// Doubts projects that begin with a category which others have behind the one that they all
/// begin with, and have that one later: the first rows may be those of the project before, which a
/// page cuts.
void doubt_first_rows(TableRecords& records) {
  const std::u32string first = usual_first(records.projects);
  std::set<std::u32string> behind;
  for (const ProjectText& project : records.projects) {
    const bool usual = !project.rows.empty() && project.rows.front().level1.text == first;
    for (const IndicatorText& row : project.rows) {
      if (row.group > 0) {
        return;  // a row has one of each category
      }
      if (usual && !row.level1.empty() && row.level1.text != first) {
        behind.insert(row.level1.text);
      }
    }
  }
  for (const ProjectText& project : records.projects) {
    if (first.empty() || project.rows.empty() || project.rows.front().place.page == 0 ||
        !behind.contains(project.rows.front().level1.text)) {
      continue;
    }
    const bool later =
        std::any_of(project.rows.begin(), project.rows.end(),
                    [&](const IndicatorText& row) { return row.level1.text == first; });
    if (later) {
      records.findings.push_back(
          layout_guess(project.rows.front().place, published(project.name.text)));
    }
  }
}

/// Doubts projects of a page whose first row has no category though others of them have and nearly
/// all other projects begin with one.
void doubt_blank_beginnings(TableRecords& records) {
  constexpr std::size_t nearly_all_of_hundred = 75;
  std::size_t with_rows = 0;
  std::size_t with_category = 0;
  for (const ProjectText& project : records.projects) {
    with_rows += project.rows.empty() ? 0U : 1U;
    with_category += !project.rows.empty() && !project.rows.front().level1.empty() ? 1U : 0U;
  }
  if (with_rows < 2 || (with_category + 1) * 100 < with_rows * nearly_all_of_hundred) {
    return;
  }
  for (const ProjectText& project : records.projects) {
    const bool blank = !project.rows.empty() && project.rows.front().level1.empty() &&
                       project.rows.front().place.page > 0;
    const bool later = std::any_of(project.rows.begin(), project.rows.end(),
                                   [](const IndicatorText& row) { return !row.level1.empty(); });
    if (blank && later) {
      records.findings.push_back(
          layout_guess(project.rows.front().place, published(project.name.text)));
    }
  }
}

/// Whether a text is a category but for its last letter: a cell too narrow for 服务对象满意度指标.
bool is_cut(const Flow& category) {
  if (!category.text.ends_with(U'指')) {
    return false;
  }
  const std::string text = published(category.text);
  const std::string whole = published(category.text + U"标");
  return !is_level1_category(text) && !is_level2_category(text) &&
         (is_level1_category(whole) || is_level2_category(whole));
}

/// Doubts rows of pages whose cells cut their text: names beside cut categories are, too.
void doubt_cut_categories(TableRecords& records) {
  for (const ProjectText& project : records.projects) {
    for (const IndicatorText& row : project.rows) {
      if (row.place.page > 0 && (is_cut(row.level1) || is_cut(row.level2))) {
        records.findings.push_back(layout_guess(row.place, published(project.name.text)));
      }
    }
  }
}

}  // namespace

void doubt_categories(TableRecords& records) {
  doubt_cut_categories(records);
  doubt_first_rows(records);
  doubt_blank_beginnings(records);
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
