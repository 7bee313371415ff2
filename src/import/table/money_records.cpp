#include "import/table/money_records.hpp"

#include "import/table/amount_words.hpp"
#include "import/table/cell_amount.hpp"
#include "import/table/column_words.hpp"
#include "import/table/form_sums.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {

bool is_source(std::string_view key) {
  constexpr auto others = std::to_array<std::string_view>(
      {column::total, "multi_year_total", "adjusted_budget", "executed", "previous_year"});
  return std::find(others.begin(), others.end(), key) == others.end();
}

std::optional<Amount> total_of(const std::vector<MoneyText>& money) {
  const auto found = std::find_if(money.begin(), money.end(),
                                  [](const MoneyText& one) { return one.key == column::total; });
  return found == money.end() ? std::nullopt : read_cell_amount(found->text);
}

void take_units_of_cells(TableRecords& records) {
  const auto take = [](std::vector<MoneyText>& all) {
    for (MoneyText& money : all) {
      if (std::optional<CellAmount> amount = cell_amount(money.text)) {
        money.text = std::move(amount->figure);
        money.unit = amount->unit.empty() ? money.unit : std::move(amount->unit);
      }
    }
  };
  for (std::vector<MoneyText>& sum : records.sums) {
    take(sum);
  }
  for (ProjectText& project : records.projects) {
    take(project.money);
  }
}

namespace {

bool keeps_apart(const MoneyText& money) {
  return !money.word.empty() && !money.adds && money.stage_key.empty() && money.year == 0 &&
         money.part_key.empty() && is_source(money.key);
}

}  // namespace

void keep_sources_apart(TableRecords& records) {
  for (ProjectText& project : records.projects) {
    std::map<std::string, std::string> owner;  // of a key: the word that keeps it
    for (const MoneyText& money : project.money) {
      if (!keeps_apart(money)) {
        continue;
      }
      const std::string word = amount_key(money.word);
      const auto [at, first] = owner.try_emplace(money.key, word);
      if (!first && header_spelling(word) == published_word(money.key)) {
        at->second = word;
      }
    }
    for (MoneyText& money : project.money) {
      if (!keeps_apart(money)) {
        continue;
      }
      const std::string word = amount_key(money.word);
      if (header_spelling(word) != header_spelling(owner.at(money.key)) && project.has_form) {
        money.key = word;
      }
    }
  }
}

void take_totals_of_year(TableRecords& records) {
  for (ProjectText& project : records.projects) {
    MoneyText* own = nullptr;
    bool only = project.has_form;
    for (MoneyText& money : project.money) {
      const bool of_year = !money.word.empty() && money.key == amount_key(money.word) &&
                           amount_time(money.word) == AmountTime::own_year;
      only = only && money.key != column::total && !(of_year && own != nullptr);
      own = of_year ? &money : own;
    }
    if (only && own != nullptr) {
      own->key = column::total;
    }
  }
}

void take_only_total(TableRecords& records) {
  // Words that say more than one year, or what the project costs in all.
  constexpr auto longer = std::to_array<std::string_view>(
      {"中期", "长期", "周期", "实施期", "三年", "总投资", "投资总额"});
  const auto may_be = [&](const MoneyText& money) {
    const std::string spelling = header_spelling(money.word);
    return money.key == "multi_year_total" && !spelling.empty() && money.year == 0 &&
           std::none_of(longer.begin(), longer.end(), [&](std::string_view word) {
             return spelling.find(word) != spelling.npos;
           });
  };
  std::vector<MoneyText*> found;
  const auto look = [&](std::vector<MoneyText>& all) {
    for (MoneyText& money : all) {
      if (money.key == column::total) {
        return false;
      }
      if (may_be(money)) {
        found.push_back(&money);
      }
    }
    return true;
  };
  const bool none = std::all_of(records.projects.begin(), records.projects.end(),
                                [&](ProjectText& project) { return look(project.money); }) &&
                    std::all_of(records.sums.begin(), records.sums.end(), look);
  if (!none || found.empty()) {
    return;
  }
  for (MoneyText* const money : found) {
    money->key = column::total;
  }
  for (ProjectText& project : records.projects) {
    for (MoneyText& money : project.money) {
      money.key = money.part_key.empty() ? money.key : money.part_key;
    }
  }
}

std::string unit_of_amounts(const TableRecords& records) {
  std::string first;
  bool agree = true;
  const auto look = [&](const std::vector<MoneyText>& money) {
    for (const MoneyText& one : money) {
      if (first.empty()) {
        first = one.unit;
      }
      agree = agree && one.unit == first;
    }
  };
  for (const std::vector<MoneyText>& sum : records.sums) {
    look(sum);
  }
  for (const ProjectText& project : records.projects) {
    look(project.money);
  }
  return (agree && !first.empty()) || records.unit.empty() ? first : records.unit;
}

WithoutUnit without_unit(const TableRecords& records) {
  WithoutUnit out;
  if (!records.unit.empty() || unit_of_amounts(records).empty()) {
    return out;
  }
  for (const ProjectText& project : records.projects) {
    const auto is_figure = [](const MoneyText& money) {
      return read_cell_amount(money.text).has_value();
    };
    const bool none = std::all_of(project.money.begin(), project.money.end(),
                                  [](const MoneyText& money) { return money.unit.empty(); });
    if (none && std::any_of(project.money.begin(), project.money.end(), is_figure)) {
      out.first = ++out.count == 1 ? &project : out.first;
    }
  }
  return out;
}

int header_year(const TableRecords& records) {
  std::set<int> years;
  for (const ProjectText& project : records.projects) {
    for (const MoneyText& money : project.money) {
      if (money.year != 0 && !is_year_of_plan(money.year) && money.key != "previous_year") {
        years.insert(money.year);
      }
    }
  }
  return years.size() == 1 ? *years.begin() : 0;
}

}  // namespace budgetdiff::import
