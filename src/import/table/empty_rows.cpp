#include "import/table/empty_rows.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace budgetdiff::import {

bool says_nothing(const Project& project, const ProjectText& text) {
  constexpr auto words =
      std::to_array<std::string_view>({"无", "无项目", "空", "空表", "本表无数据", "此表无数据",
                                       "本表为空", "此表为空", "无数据", "/", "-", "—"});
  std::string_view name = project.name;
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (name.starts_with(open) && name.ends_with(close)) {
      name = name.substr(open.size(), name.size() - open.size() - close.size());
    }
  }
  const bool says = std::find(words.begin(), words.end(), name) != words.end();
  return says &&
         std::all_of(project.funding.items().begin(), project.funding.items().end(),
                     [](const Funding::Item& item) { return item.second.is_zero(); }) &&
         std::none_of(text.rows.begin(), text.rows.end(), [](const IndicatorText& row) {
           return row.name.size() > 1 && row.has_target();
         });
}

std::u32string first_words(const ProjectText& text) {
  for (const Flow* flow : {&text.goal, &text.annual_goal}) {
    if (!flow->empty()) {
      return flow->text;
    }
  }
  if (!text.money.empty()) {
    return text.money.front().text;
  }
  for (const Flow* flow : {&text.indicators, &text.code, &text.spending_unit, &text.type}) {
    if (!flow->empty()) {
      return flow->text;
    }
  }
  if (!text.lists.empty()) {
    return text.lists.front().text.text;
  }
  for (const IndicatorText& row : text.rows) {
    for (const Flow* flow :
         {&row.name, &row.value, &row.annual, &row.period, &row.level2, &row.level1}) {
      if (!flow->empty()) {
        return flow->text;
      }
    }
  }
  return {};
}

}  // namespace budgetdiff::import
