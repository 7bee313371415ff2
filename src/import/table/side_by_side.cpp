#include "import/table/side_by_side.hpp"

#include "import/table/amount_words.hpp"
#include "import/table/column_words.hpp"
#include "import/table/form_sums.hpp"
#include "import/table/records.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <iterator>
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

namespace {

/// The year among `years` that is the snapshot's: `year`, else the latest that is not after
/// it (上年 | 本年 of a table that names another), else the first. Where none is known, the
/// first year of a plan over several and the last of a look back.
int own_year(const std::set<int>& years, std::optional<int> year, bool plan) {
  if (is_year_of_plan(*years.begin())) {
    return *years.begin();
  }
  if (!year) {
    return plan ? *years.begin() : *years.rbegin();
  }
  const auto after = years.upper_bound(*year);
  return after == years.begin() ? *after : *std::prev(after);
}

/// Whether the lines above a table call it a plan over several years.
bool heads_plan(const std::string& heading) {
  constexpr auto words = std::to_array<std::string_view>({"中期", "滚动", "规划", "三年"});
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return heading.find(word) != std::string::npos;
  });
}

/// Which column was taken, in one of three sentences: of the snapshot's year, of another
/// one since none is of that, or of one among several where nothing says the year.
struct YearSentences {
  const char* own;
  const char* other;
  const char* guess;
};

Finding year_finding(const TableRecords& records, const YearSentences& sentences,
                     const std::set<int>& years, int own, std::optional<int> year,
                     const std::string& word) {
  constexpr std::size_t pair = 2;             // of last year and this one the later is the budget's
  const bool of_plan = is_year_of_plan(own);  // 第一年 is the table's, whatever that is
  const bool guess = !year && years.size() > pair && !of_plan;
  const bool other = year && *year != own && !of_plan;
  return {"year-columns",
          guess || other ? Severity::warning : Severity::note,
          records.header_place,
          "",
          {guess   ? sentences.guess
           : other ? sentences.other
                   : sentences.own,
           {std::to_string(year.value_or(own)), word}}};
}

/// The published words of a column of another year: 财政拨款（2026年） where its header is but
/// the year.
std::string key_of_other_year(const MoneyText& money) {
  const std::string_view word = published_word(money.key);
  const bool bare =
      money.word.find(word) == std::string::npos && look_up_header(money.word).role == Role::none;
  if (money.key == column::total || !bare) {
    return amount_key(money.word);
  }
  return std::string(word).append("（").append(money.word).append("）");
}

void take_target(IndicatorText& row, const SideText& text) {
  Flow* to = nullptr;
  switch (text.part) {
    case TargetPart::period:
      to = &row.period;
      break;
    case TargetPart::annual:
      to = &row.annual;
      break;
    case TargetPart::comparator:
      to = text.of_period ? &row.period_comparator : &row.comparator;
      break;
    case TargetPart::value:
      to = text.of_period ? &row.period_value : &row.value;
      break;
    case TargetPart::unit:
      to = text.of_period ? &row.period_unit : &row.unit;
      break;
  }
  row.of_years = row.of_years || text.column.year != 0;
  if (to->empty()) {
    to->append(text.text);
  }
}

}  // namespace

std::optional<Finding> choose_year(TableRecords& records, std::optional<int> year) {
  std::set<int> all;
  for_each_amount(records, [&](const MoneyText& money) {
    if (money.year != 0) {
      all.insert(money.year);
    }
  });
  if (all.size() < 2) {
    return std::nullopt;
  }
  const int own = own_year(all, year, heads_plan(records.heading));
  std::string word;
  for_each_amount(records, [&](MoneyText& money) {
    if (money.year == 0) {
      return;
    }
    if (money.year == own) {
      word = word.empty() ? money.word : word;
    } else if (money.year == own - 1 && money.key == column::total) {
      money.key = "previous_year";
    } else {
      money.key = key_of_other_year(money);
    }
  });
  return year_finding(
      records,
      {BD_TR("amounts of several years stand side by side; those of this snapshot ({0}) are under "
             "{1}"),
       BD_TR("amounts of several years stand side by side and none of them is of {0}; those under "
             "{1} were taken"),
       BD_TR("amounts of several years stand side by side and nothing says the table's; those "
             "under {1} were taken (--year decides)")},
      all, own, year, word);
}

namespace {

/// Takes a project's goal from the column that is the snapshot's own, where it has several: the
/// first is there already, with whatever went on below it.
void choose_goal(ProjectText& project, int year, Adjusted adjusted) {
  const std::vector<SideText> beside = std::exchange(project.goals_beside, {});
  for (const SideText& text : beside) {
    const SideColumn& side = text.column;
    const bool own = (side.year == 0 || side.year == year) &&
                     (side.adjusted == Adjusted::unsaid || side.adjusted == adjusted);
    if (own && &text != beside.data() && !text.text.empty()) {
      (project.goal.empty() ? project.annual_goal : project.goal) = text.text;
      return;
    }
    if (own) {
      return;
    }
  }
}

}  // namespace

std::vector<Finding> choose_targets(TableRecords& records, std::optional<int> year,
                                    std::string_view stage) {
  std::set<int> years;
  bool stages = false;
  for (const ProjectText& project : records.projects) {
    for (const SideText& text : project.goals_beside) {
      if (text.column.year != 0) {
        years.insert(text.column.year);
      }
    }
    for (const IndicatorText& row : project.rows) {
      for (const SideText& text : row.side_by_side) {
        if (text.column.year != 0) {
          years.insert(text.column.year);
        }
        stages = stages || text.column.adjusted != Adjusted::unsaid;
      }
    }
  }
  const int own = years.empty() ? 0 : own_year(years, year, heads_plan(records.heading));
  const Adjusted adjusted = stage == stage::budget ? Adjusted::before : Adjusted::after;
  std::string word_of_year;
  std::string word_of_stage;
  for (ProjectText& project : records.projects) {
    choose_goal(project, own, adjusted);
    for (IndicatorText& row : project.rows) {
      for (const SideText& text : std::exchange(row.side_by_side, {})) {
        const SideColumn& side = text.column;
        if ((side.year != 0 && side.year != own) ||
            (side.adjusted != Adjusted::unsaid && side.adjusted != adjusted)) {
          continue;
        }
        take_target(row, text);
        if (side.year != 0 && word_of_year.empty()) {
          word_of_year = text.word;
        }
        if (side.adjusted != Adjusted::unsaid && word_of_stage.empty()) {
          word_of_stage = text.word;
        }
      }
    }
  }
  std::vector<Finding> out;
  if (years.size() > 1) {
    out.push_back(year_finding(
        records,
        {BD_TR("targets of several years stand side by side; those of this snapshot ({0}) are "
               "under {1}"),
         BD_TR("targets of several years stand side by side and none of them is of {0}; those "
               "under {1} were taken"),
         BD_TR("targets of several years stand side by side and nothing says the table's; those "
               "under {1} were taken (--year decides)")},
        years, own, year, word_of_year));
  }
  if (stages) {
    out.push_back({"stage-columns",
                   Severity::note,
                   records.header_place,
                   "",
                   {BD_TR("targets of several stages stand side by side; those of this snapshot "
                          "(stage {0}) are under {1}"),
                    {std::string(stage), word_of_stage}}});
  }
  return out;
}

void say_targets_left_out(const Header& header, TableRecords& records) {
  std::vector<Finding>& findings = records.findings;
  Finding finding{"targets-left-out",
                  Severity::warning,
                  records.header_place,
                  "",
                  {BD_TR("targets stand in several columns: those under {0} were taken, and left "
                         "out those under {1}"),
                   {header.targets_taken, header.targets_left_out}}};
  if (!header.targets_left_out.empty()) {
    say_once(std::move(finding), findings);
  }
}

namespace {

struct StageParts {
  std::set<std::string> keys;                   ///< of sources that have columns of several stages
  std::map<std::string, std::string> of_stage;  ///< 财政拨款（全年执行数）, and the key at its own
};

StageParts parts_of_stage(const TableRecords& records, std::string_view stage) {
  StageParts out;
  const auto look = [&](const std::vector<MoneyText>& money) {
    for (const MoneyText& one : money) {
      if (one.stage_key.empty()) {
        continue;
      }
      out.keys.insert(one.stage_key);
      if (one.stage_column == stage) {
        out.of_stage.emplace(one.key, one.stage_key);
      }
    }
  };
  for (const ProjectText& project : records.projects) {
    look(project.money);
  }
  for (const std::vector<MoneyText>& sum : records.sums) {
    look(sum);
  }
  return out;
}

}  // namespace

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
    // Where no total is stated, sources without a stage are the adjusted budget's.
    const bool adjusted_first = source == "executed" && adjusted && !any(column::total);
    const std::string total_word =
        word_of(records, adjusted_first ? std::string_view("adjusted_budget") : column::total);
    // 年初预算, 年初预算金额 and 年初预算数（万元） are one column.
    const bool initial = total_word == published_word(column::total) || is_sum_label(total_word) ||
                         header_spelling(total_word).starts_with("年初预算");
    const std::string first_word = initial ? "年初预算数" : amount_key(total_word);
    const StageParts parts = parts_of_stage(records, source);
    const auto swap_in = [&](Funding& funding) {
      const Amount* amount = funding.find(source);
      const Amount* total = funding.find(column::total);
      if (amount == nullptr) {
        return;
      }
      const Amount own = *amount;
      if (total != nullptr) {
        const Amount first = *total;
        funding.set(first_word, first);
      }
      funding.erase(source);
      funding.set(column::total, own);
      // The sources of one stage stay together; a blank one is none.
      for (const std::string& key : parts.keys) {
        if (const Amount* budgeted = funding.find(key)) {
          const Amount first = *budgeted;
          funding.erase(key);
          funding.set(std::string(published_word(key)) + "（" + first_word + "）", first);
        }
      }
      for (const auto& [of_source, key] : parts.of_stage) {
        if (const Amount* part = funding.find(of_source)) {
          const Amount first = *part;
          funding.erase(of_source);
          funding.set(key, first);
        }
      }
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
                  {snapshot.stage, without_colon(word)}}};
}

}  // namespace budgetdiff::import
