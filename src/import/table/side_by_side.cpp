#include "import/table/side_by_side.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

template <class Action>
void for_each_amount(TableRecords& records, Action action) {
  for (std::vector<MoneyText>& sum : records.sums) {
    std::for_each(sum.begin(), sum.end(), action);
  }
  for (ProjectText& project : records.projects) {
    std::for_each(project.money.begin(), project.money.end(), action);
  }
}

/// What the form calls a column.
std::string word_of(const TableRecords& records, std::string_view key) {
  for (const ProjectText& project : records.projects) {
    for (const MoneyText& money : project.money) {
      if (money.key == key && !money.word.empty()) {
        return money.word;
      }
    }
  }
  return std::string(published_word(key));
}

}  // namespace

std::optional<Finding> choose_year(TableRecords& records, std::optional<int> year) {
  std::map<std::string, std::set<int>> years;
  for_each_amount(records, [&](const MoneyText& money) {
    if (money.year != 0) {
      years[money.key].insert(money.year);
    }
  });
  std::set<int> all;
  for (const auto& [key, of_key] : years) {
    if (of_key.size() > 1) {
      all.insert(of_key.begin(), of_key.end());
    }
  }
  if (all.empty()) {
    return std::nullopt;
  }
  const int own = year && all.contains(*year) ? *year : *all.rbegin();
  std::string word;
  for_each_amount(records, [&](MoneyText& money) {
    if (money.year == 0 || years[money.key].size() < 2) {
      return;
    }
    if (money.year == own) {
      word = word.empty() ? money.word : word;
    } else if (money.year == own - 1 && money.key == column::total) {
      money.key = "previous_year";
    } else {
      money.key = money.word;
    }
  });
  return Finding{"year-columns",
                 Severity::note,
                 records.header_place,
                 "",
                 {BD_TR("amounts of several years stand side by side; those of this snapshot ({0}) "
                        "are under {1}"),
                  {std::to_string(own), word}}};
}

std::optional<Finding> choose_stage(Snapshot& snapshot, const TableRecords& records) {
  const auto any = [&](std::string_view key) {
    return std::any_of(
        snapshot.projects.begin(), snapshot.projects.end(),
        [&](const Project& project) { return project.funding.find(key) != nullptr; });
  };
  const bool adjusted = any("adjusted_budget");
  const bool executed = any("executed");
  if (!adjusted && !executed) {
    return std::nullopt;
  }
  std::string_view source = column::total;
  if (snapshot.stage == stage::adjusted && adjusted) {
    source = "adjusted_budget";
  } else if (snapshot.stage == stage::final_accounts && executed) {
    source = "executed";
  } else if (!any(column::total)) {
    source = adjusted ? "adjusted_budget" : "executed";
  }
  const std::string word = word_of(records, source);
  if (source != column::total) {
    const std::string first_word = word_of(records, column::total);
    const auto swap_in = [&](Funding& funding) {
      const Amount* amount = funding.find(source);
      const Amount* total = funding.find(column::total);
      if (amount == nullptr) {
        return;
      }
      const Amount own = *amount;
      if (total != nullptr) {
        const Amount first = *total;
        funding.set(first_word == published_word(column::total) ? "年初预算数" : first_word, first);
      }
      funding.erase(source);
      funding.set(column::total, own);
    };
    for (Project& project : snapshot.projects) {
      swap_in(project.funding);
    }
    swap_in(snapshot.stated_total);
  }
  return Finding{"stage-columns",
                 Severity::note,
                 records.header_place,
                 "",
                 {BD_TR("amounts of several stages stand side by side; the total of this snapshot "
                        "(stage {0}) is the column {1}"),
                  {snapshot.stage, word}}};
}

}  // namespace budgetdiff::import
