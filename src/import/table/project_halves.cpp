#include "import/table/project_halves.hpp"

#include "import/table/amount_text.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/indicator_list.hpp"

#include <algorithm>

namespace budgetdiff::import {
namespace {

/// Whether a list of indicators begins with its first item.
bool begins_list(const Flow& indicators) {
  const std::vector<ItemHead> heads = find_item_heads(indicators.text);
  return !heads.empty() && heads.front().begin == 0 && heads.front().number == 1;
}

/// Whether the amounts of a row are but the ends of some of those above, whose column breaks them:
/// 4,026.9 | 7.
bool ends_amounts(const std::vector<MoneyText>& above, const std::vector<MoneyText>& below) {
  return !below.empty() && below.size() < above.size() &&
         std::all_of(below.begin(), below.end(), [&](const MoneyText& rest) {
           return std::any_of(above.begin(), above.end(), [&](const MoneyText& one) {
             return one.key == rest.key && one.word == rest.word &&
                    may_be_halves(one.text, rest.text);
           });
         });
}

}  // namespace

bool ProjectHalves::is_second(const std::vector<ProjectText>& projects, const Header& header,
                              const ListRow& row) const {
  if (projects.empty() || !header.lists_projects()) {
    return false;
  }
  const ProjectText& above = projects.back();
  const bool name = !row.project.name.empty();
  const bool has_column = header.has(Role::money);
  const bool list_column = header.has(Role::indicators);
  const bool goes_on =
      list_column && !row.project.indicators.empty() && !begins_list(row.project.indicators);
  if (!name && !row.has_money) {
    return true;
  }
  const bool ends = row.has_money && ends_amounts(above.money, row.project.money);
  if (has_column && had_money_ == row.has_money && !ends) {
    return false;
  }
  if (!had_name_ && !above.name.empty()) {
    return false;
  }
  // One half has the amounts; the other has none of its own.
  return !name || above.name.empty() || goes_on;
}

void ProjectHalves::append(ProjectText& above, ProjectText&& half, bool has_money) {
  const bool had_name = !above.name.empty();
  above.name.append(half.name);
  above.code.append(half.code);
  above.type.append(half.type);
  if (above.year.empty()) {
    above.year = half.year;
  }
  if (half.spending_unit.text != above.spending_unit.text) {
    above.spending_unit.append(half.spending_unit);  // of one cell over both, once is enough
  }
  above.goal.append(half.goal);
  above.annual_goal.append(half.annual_goal);
  above.append_lists(half);
  for (MoneyText& money : half.money) {
    // 45.6 | 0: a page may cut an amount that its column breaks.
    const auto same =
        std::find_if(above.money.begin(), above.money.end(), [&](const MoneyText& one) {
          return one.key == money.key && one.word == money.word && !money.adds;
        });
    if (same != above.money.end() && may_be_halves(same->text, money.text)) {
      same->text += money.text;
    } else {
      above.money.push_back(std::move(money));
    }
  }
  if (!had_name && !above.name.empty()) {
    above.place = half.place;
  }
  had_money_ = had_money_ || has_money;
}

}  // namespace budgetdiff::import
