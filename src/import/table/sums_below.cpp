#include "import/table/sums_below.hpp"

#include "import/body_names.hpp"
#include "import/header_spelling.hpp"
#include "import/table/cell_amount.hpp"
#include "import/text/read_list.hpp"

#include <budgetdiff/model/amount.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

bool says_nothing_else(const ProjectText& project) {
  return project.goal.empty() && project.annual_goal.empty() && !project.has_indicators();
}

/// What a row calls itself: its name, or what stands under its unit's column where it has none
/// (甲站 汇总).
const Flow& label_of(const ProjectText& project) {
  return !project.name.empty()            ? project.name
         : !project.spending_unit.empty() ? project.spending_unit
                                          : project.department;
}

bool is_called_a_sum(const ProjectText& project) {
  constexpr auto words =
      std::to_array<std::string_view>({"汇总", "合计", "小计", "总计", "累计", "共计", "总额",
                                       "总金额", "合计数", "全部", "total", "sum"});
  const std::string name = header_spelling(to_utf8(label_of(project).text));
  return name == "计" || std::any_of(words.begin(), words.end(), [&](std::string_view word) {
           return name.starts_with(word) || name.ends_with(word);
         });
}

/// The total of a project, or its only amount.
const MoneyText* total_of(const ProjectText& project) {
  const auto found =
      std::find_if(project.money.begin(), project.money.end(),
                   [](const MoneyText& money) { return money.key == column::total; });
  if (found != project.money.end()) {
    return &*found;
  }
  return project.money.size() == 1 ? &project.money.front() : nullptr;
}

/// How many of the projects `kept` from their end on add up to `project`'s total, in its unit and
/// under its key; 0 where none do.
std::size_t summed_up(const ProjectText& project, const std::vector<ProjectText>& kept) {
  const MoneyText* const stated = total_of(project);
  const auto amount = stated == nullptr ? std::nullopt : read_cell_amount(stated->text);
  if (!amount || amount->is_zero()) {
    return 0;
  }
  Amount sum;
  for (std::size_t count = 1; count <= kept.size(); ++count) {
    const MoneyText* const one = total_of(kept[kept.size() - count]);
    const auto own = one == nullptr ? std::nullopt : read_cell_amount(one->text);
    if (!own || one->unit != stated->unit || one->key != stated->key || own->is_negative()) {
      return 0;
    }
    sum += *own;
    if (sum == *amount) {
      return count;
    }
  }
  return 0;
}

/// Whether a row heads those below it, as a unit's does: a body's name, or what they add up to.
bool heads_rows(const std::vector<ProjectText>& all, std::size_t index) {
  if (names_public_body(published(label_of(all[index]).text))) {
    return true;
  }
  const MoneyText* const stated = total_of(all[index]);
  const auto amount = read_cell_amount(stated->text);
  Amount sum;
  for (std::size_t i = index + 1; i < all.size() && !says_nothing_else(all[i]); ++i) {
    const MoneyText* const one = total_of(all[i]);
    const auto own = one == nullptr ? std::nullopt : read_cell_amount(one->text);
    if (!own) {
      return false;
    }
    sum += *own;
    if (sum == *amount) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Finding> take_sums_below(TableRecords& records) {
  constexpr std::size_t least_projects = 2;
  std::vector<Finding> out;
  std::vector<ProjectText>& all = records.projects;
  const auto bare =
      static_cast<std::size_t>(std::count_if(all.begin(), all.end(), says_nothing_else));
  const bool others_say = std::all_of(all.begin(), all.end(), [](const ProjectText& project) {
    return !says_nothing_else(project) || !project.money.empty();
  });
  if (bare == 0 || !others_say || all.size() < bare + least_projects) {
    return out;
  }
  std::vector<ProjectText> kept;
  std::vector<std::size_t> removed;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t count = says_nothing_else(all[i]) ? summed_up(all[i], kept) : 0;
    const bool called = count > 0 && is_called_a_sum(all[i]);
    if (count == 0 || (!called && (count == 1 || heads_rows(all, i)))) {
      kept.push_back(std::move(all[i]));
      continue;
    }
    removed.push_back(i);
    out.push_back({"sum-rows-left-out",
                   called ? Severity::note : Severity::warning,
                   all[i].place,
                   "",
                   {BD_TR("a row that is the sum of the {0} rows above it, and says no goal and no "
                          "indicators, was left out: {1}"),
                    {std::to_string(count), quote(label_of(all[i]).text)}}});
    if (count == kept.size() && i + 1 == all.size() && records.sums.empty()) {
      records.sums.push_back(std::move(all[i].money));
    }
  }
  all = std::move(kept);
  for (SubtotalText& subtotal : records.subtotals) {
    subtotal.behind -= static_cast<std::size_t>(
        std::count_if(removed.begin(), removed.end(),
                      [&](std::size_t index) { return index < subtotal.behind; }));
  }
  return out;
}

}  // namespace budgetdiff::import
