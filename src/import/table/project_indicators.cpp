#include "import/table/project_indicators.hpp"

#include "import/layout_guesses.hpp"
#include "import/table/numbered_cells.hpp"
#include "import/table/target_text.hpp"
#include "import/text/indicator_list.hpp"
#include "import/text/list_doubts.hpp"
#include "import/text/placeholders.hpp"
#include "import/text/read_list.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a name holds a target beside the row's own: 点位数≥1230个 | ≥2460个. In brackets it may.
bool has_glued_target(const IndicatorText& row) {
  const std::u32string& name = row.name.text;
  const std::size_t sign = name.find_first_of(comparator_signs);
  return row.has_target() && sign != name.npos && sign > 0 && sign + 1 < name.size() &&
         is_digit(name[sign + 1]) && name.find_first_of(U"（(") > sign;
}

/// A category with other letters at its ends (本数量指标质量指标), or inside a name: two cells
/// became one. Both levels in a cell (产出指标-数量指标) are written so.
bool has_glued_category(const IndicatorText& row, const std::string& name) {
  for (const std::string_view known : {"数量指标", "质量指标", "时效指标", "成本指标"}) {
    if (name.size() > known.size() && name.find(known) != std::string::npos) {
      return true;
    }
  }
  for (const Flow* flow : {&row.level1, &row.level2}) {
    const std::string text = published(flow->text);
    if (text.empty() || is_level1_category(text) || is_level2_category(text) ||
        names_both_levels(text)) {
      continue;
    }
    for (const std::string_view known :
         {"数量指标", "质量指标", "时效指标", "成本指标", "经济效益", "社会效益", "生态效益",
          "满意度指标", "产出指标", "效益指标"}) {
      if (text.find(known) != std::string::npos) {
        return true;
      }
    }
  }
  return false;
}

/// A category's list with the category before it.
Flow whole(const CategoryList& list) {
  Flow out;
  out.append(to_code_points(list.categories), list.text.origin.front());
  out.append(list.text);
  return out;
}

}  // namespace

void ProjectIndicators::read(const ProjectText& text, Project& project, ProjectPlace& place) {
  typed_ = text.typed_lines;
  add_list(text.indicators, project, place);
  for (const CategoryList& list : text.lists) {
    add_free_list(whole(list), ListCell::of_category, project, place);
    scored_ = scored_ || list.scored;
  }
  for (const IndicatorText& cells : text.rows) {
    for (const IndicatorText& row : parted(cells)) {
      add_row(row, project, place);
    }
  }
}

std::vector<IndicatorText> ProjectIndicators::parted(const IndicatorText& cells) const {
  std::vector<IndicatorText> rows = parted_by_numbers(cells);
  if (rows.size() == 1 && ends_ == LineEnds::typed) {
    rows = parted_by_lines(cells);
  }
  if (rows.size() == 1) {
    rows.front() = without_shared_number(rows.front());
  }
  return rows;
}

std::size_t ProjectIndicators::count(const ProjectText& text) const {
  std::size_t out = find_item_heads(text.indicators.text).size();
  if (out == 0) {
    out = read_free_list(text.indicators, ends_, ListCell::any, text.typed_lines).size();
  }
  for (const CategoryList& list : text.lists) {
    out += read_free_list(whole(list), ends_, ListCell::of_category, text.typed_lines).size();
  }
  for (const IndicatorText& cells : text.rows) {
    out += parted(cells).size();
  }
  return out;
}

void ProjectIndicators::add_row(const IndicatorText& row, Project& project, ProjectPlace& place) {
  std::vector<std::string> left_out;
  Indicator indicator = indicator_of(row, left_out);
  if (!row.name.empty() && is_left_blank(row.name.text) &&
      is_left_blank(to_code_points(indicator.period_target)) &&
      is_left_blank(to_code_points(indicator.annual_target))) {
    return;  // 指标2： that the form prints and nobody filled in
  }
  const auto says_none = [](const std::string& text) {
    return text.empty() || text == "无" || is_left_blank(to_code_points(text));
  };
  if (indicator.name == "无" && says_none(indicator.period_target) &&
      says_none(indicator.annual_target)) {
    return;  // a category that the project has none of
  }
  project.indicators.push_back(std::move(indicator));
  place.indicators.push_back(row.place);
  const Indicator& read = project.indicators.back();
  say_left_out(left_out, row.place, project);
  if (read.period_target.empty() && read.annual_target.empty()) {
    findings_.push_back({"indicator-incomplete",
                         Severity::error,
                         row.place,
                         project.name,
                         {BD_TR("the indicator has no target: {0}"), {read.name}}});
  } else if (read.name.empty()) {
    findings_.push_back({"indicator-incomplete",
                         Severity::error,
                         row.place,
                         project.name,
                         {BD_TR("the indicator has no name: {0}"),
                          {read.annual_target.empty() ? read.period_target : read.annual_target}}});
  }
  if (ends_ == LineEnds::printed && (has_glued_category(row, read.name) || has_glued_target(row))) {
    findings_.push_back(layout_guess(row.place, project.name));
  }
  scored_ = scored_ || !category_text(published(row.level1.text)).score.empty() ||
            !category_text(published(row.level2.text)).score.empty();
  if (has_numbers_left(row) || (ends_ == LineEnds::typed && has_lines_left(row))) {
    findings_.push_back(doubt(row.name.text, row.place, project.name));
  }
}

void ProjectIndicators::say_left_out(const std::vector<std::string>& words, const Place& place,
                                     const Project& project) {
  const Indicator& read = project.indicators.back();
  for (const std::string& word : words) {
    if (said_.insert(word).second) {
      findings_.push_back(
          {"text-left-over",
           Severity::warning,
           place,
           project.name,
           {BD_TR("beside the target {0} stands {1}, which was left out"),
            {read.annual_target.empty() ? read.period_target : read.annual_target, word}}});
    }
  }
}

void ProjectIndicators::add_list(const Flow& list, Project& project, ProjectPlace& place) {
  const std::vector<ItemHead> heads = find_item_heads(list.text);
  if (heads.empty() && !list.empty()) {
    add_free_list(list, ListCell::any, project, place);
  }
  read_list(
      list, heads, [&](std::uint32_t origin) { return places_.at(origin); }, project, place,
      findings_);
}

void ProjectIndicators::add_free_list(const Flow& list, ListCell cell, Project& project,
                                      ProjectPlace& place) {
  std::vector<FreeItem> items = read_free_list(list, ends_, cell, typed_);
  if (items.empty()) {
    findings_.push_back({"text-left-over",
                         Severity::warning,
                         places_.at(list.origin.front()),
                         project.name,
                         {BD_TR("the indicators are in no known form and were left out: {0}"),
                          {quote(list.text)}}});
  }
  const std::size_t before = project.indicators.size();
  const auto is_again = [&](const Indicator& one) {  // 率 and 率: ends of two names
    return std::any_of(project.indicators.begin() + static_cast<std::ptrdiff_t>(before),
                       project.indicators.end(), [&](const Indicator& other) {
                         return other.name == one.name && other.level2 == one.level2;
                       });
  };
  for (FreeItem& item : items) {
    const Place& at = places_.at(item.origin);
    for (std::string* const level : {&item.indicator.level1, &item.indicator.level2}) {
      const CategoryText category = category_text(*level);
      scored_ = scored_ || !category.score.empty();
      *level = category.score.empty() || !category.code.empty() ? *level : category.name;
    }
    if (item.indicator.annual_target.empty()) {
      findings_.push_back({"indicator-incomplete",
                           Severity::error,
                           at,
                           project.name,
                           {BD_TR("the indicator has no target: {0}"), {item.indicator.name}}});
    } else if (item.indicator.name.empty()) {
      findings_.push_back(
          {"indicator-incomplete",
           Severity::error,
           at,
           project.name,
           {BD_TR("the indicator has no name: {0}"), {item.indicator.annual_target}}});
    } else if (item.cut_by_guess || is_doubtful(item.indicator) || is_again(item.indicator)) {
      findings_.push_back(doubt(item.text, at, project.name));
    }
    project.indicators.push_back(std::move(item.indicator));
    place.indicators.push_back(at);
  }
}

}  // namespace budgetdiff::import
