#include "import/stream/odd_cells.hpp"

#include "import/categories.hpp"
#include "import/layout_guesses.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {
namespace {

/// What of a goal is the same in most forms.
struct GoalKind {
  bool filled = false;
  bool whole = false;  ///< ends with a sentence

  explicit GoalKind(const std::string& goal)
      : filled(!goal.empty()), whole(closes_sentence(to_code_points(goal))) {}
};

/// Whether `so` are two thirds of the others of `all`.
bool are_most(std::size_t so, std::size_t all) {
  return all > 1 && so * 3 >= (all - 1) * 2;
}

/// Whether a sentence ends inside a text, which goes on.
bool holds_end_of_sentence(const std::string& utf8) {
  const std::u32string text = to_code_points(utf8);
  const std::size_t end = text.find(U'。');
  return end != text.npos && end + 1 < text.size();
}

void mark_odd(const std::vector<GoalKind>& kinds, std::vector<bool>& odd) {
  const auto count = [&](auto is) {
    return static_cast<std::size_t>(std::count_if(kinds.begin(), kinds.end(), is));
  };
  const std::size_t n = kinds.size();
  const std::size_t filled = count([](const GoalKind& one) { return one.filled; });
  const std::size_t whole = count([](const GoalKind& one) { return one.filled && one.whole; });
  for (std::size_t i = 0; i < n; ++i) {
    const GoalKind& one = kinds[i];
    const bool alone = one.filled && are_most(n - filled, n);
    const bool blank = !one.filled && are_most(filled, n);
    const bool cut = one.filled && !one.whole && are_most(whole, filled);
    odd[i] = odd[i] || alone || blank || cut;
  }
}

void add_doubts(ImportedTable& table, const std::vector<bool>& odd) {
  for (std::size_t i = 0; i < odd.size(); ++i) {
    if (odd[i]) {
      doubt_project(table, i);
    }
  }
}

/// Adds a guess to each project of a table that `is_odd` by itself.
void doubt_each(ImportedTable& table, bool (*is_odd)(const Project&)) {
  const std::vector<Project>& projects = table.snapshot.projects;
  std::vector<bool> odd(projects.size(), false);
  std::transform(projects.begin(), projects.end(), odd.begin(), is_odd);
  add_doubts(table, odd);
}

/// Whether a target of a project is so, that of the year or that of all years.
bool has_target(const Project& project, bool (*is)(const std::string&)) {
  return std::any_of(
      project.indicators.begin(), project.indicators.end(),
      [&](const Indicator& one) { return is(one.annual_target) || is(one.period_target); });
}

/// 务。
bool is_end_of_goal(const std::string& goal) {
  constexpr std::size_t longest = 3;
  const std::u32string text = to_code_points(goal);
  return text.size() <= longest && closes_sentence(text);
}

/// Whether an indicator is another cell of its row, or a row of another kind.
bool is_another_cell(const Indicator& one) {
  constexpr std::size_t shortest = 9;  // bytes: 服务对 begins a category
  const bool begins =
      one.name.size() >= shortest && (begins_level1(one.name) || begins_level2(one.name));
  const bool category = one.level1.empty() && one.level2.empty() &&
                        (begins || is_level1_category(one.name) || is_level2_category(one.name));
  const std::u32string target = to_code_points(one.annual_target);
  const bool group = !point_of(to_code_points(one.name)).empty() &&
                     target.find(U'.') != target.npos && read_published_amount(target);
  return category || group;
}

/// Whether a goal is the end of one, a target ends as categories do, or a name as none does.
bool has_odd_rows(const Project& project) {
  return is_end_of_goal(project.goal) || is_end_of_goal(project.annual_goal) ||
         has_target(project, [](const std::string& target) { return target.ends_with("指标"); }) ||
         std::any_of(
             project.indicators.begin(), project.indicators.end(),
             [](const Indicator& one) { return ends_within_name(to_code_points(one.name)); });
}

/// Whether a name is the end of one: brackets, and hardly a letter behind them. （区级）1
bool is_end_of_name(const std::string& name) {
  const std::u32string text = to_code_points(name);
  if (text.empty() || (text.front() != U'（' && text.front() != U'(')) {
    return false;
  }
  const std::size_t end = text.find_first_of(U"）)");
  return end != text.npos && text.size() <= end + 2;
}

/// Adds a guess to each project whose name is the end of one, and to the one before: its last row
/// may hold the begin.
void doubt_ends_of_names(ImportedTable& table) {
  const std::vector<Project>& projects = table.snapshot.projects;
  std::vector<bool> odd(projects.size(), false);
  for (std::size_t i = 0; i < projects.size(); ++i) {
    if (is_end_of_name(projects[i].name)) {
      odd[i] = true;
      odd[i > 0 ? i - 1 : 0] = true;
    }
  }
  add_doubts(table, odd);
}

/// Whether a target ends with a full stop where most of the project's do not.
bool has_end_of_sentence(const Project& project) {
  const auto ends = static_cast<std::size_t>(
      std::count_if(project.indicators.begin(), project.indicators.end(), [](const Indicator& one) {
        return one.annual_target.ends_with("。") || one.period_target.ends_with("。");
      }));
  return ends > 0 && ends * 2 < project.indicators.size();
}

/// Adds a guess to each indicator that is one, at its place.
void doubt_other_cells(ImportedTable& table) {
  const std::vector<Project>& projects = table.snapshot.projects;
  for (std::size_t i = 0; i < projects.size() && i < table.provenance.projects.size(); ++i) {
    const auto& places = table.provenance.projects[i].indicators;
    for (std::size_t k = 0; k < projects[i].indicators.size() && k < places.size(); ++k) {
      if (is_another_cell(projects[i].indicators[k])) {
        table.provenance.findings.push_back(layout_guess(places[k], projects[i].name));
      }
    }
  }
}

/// ≥30公里32公里, 100%100%: a target and what was reached, or the next row's, with one unit and
/// nothing between them.
bool holds_two_targets(const std::string& target) {
  const std::u32string text = to_code_points(target);
  const auto skip = [&](std::size_t at, bool figures) {
    while (at < text.size() && (is_digit(text[at]) || text[at] == U'.') == figures) {
      ++at;
    }
    return at;
  };
  const std::size_t first = skip(0, false);
  const std::size_t unit = skip(first, true);
  const std::size_t second = skip(unit, false);
  const std::size_t last = skip(second, true);
  constexpr std::size_t longest = 6;
  const std::u32string between = text.substr(unit, second - unit);
  return first <= 2 && second < text.size() && last < text.size() && !between.empty() &&
         between.size() <= longest && between == text.substr(last) && between != U"年" &&
         between.find_first_of(U"-~—－～至到、，,；;/（）()≥≤<>") == between.npos;
}

bool holds_list(const std::string& goal) {
  return goal.find("指标值：") != goal.npos || goal.find("指标值:") != goal.npos;
}

bool holds_label(const std::string& target) {
  constexpr auto labels =
      std::to_array<std::string_view>({"；年", ";年", "指标值", "；实施", "年度指标", "周期指标"});
  return std::any_of(labels.begin(), labels.end(),
                     [&](std::string_view label) { return target.find(label) != target.npos; });
}

/// Whether lines of two cells were mixed.
bool is_mixed(const Project& project) {
  return holds_list(project.goal) || holds_list(project.annual_goal) ||
         has_target(project, holds_label) || has_target(project, holds_two_targets);
}

}  // namespace

void doubt_odd_goals(ImportedDocument& document) {
  for (ImportedTable& table : document.tables) {
    const std::vector<Project>& projects = table.snapshot.projects;
    std::vector<GoalKind> goals;
    std::vector<GoalKind> annual;
    for (const Project& project : projects) {
      goals.emplace_back(project.goal);
      annual.emplace_back(project.annual_goal);
    }
    std::vector<bool> odd(projects.size(), false);
    mark_odd(goals, odd);
    mark_odd(annual, odd);
    add_doubts(table, odd);
  }
}

void doubt_parted_goals(ImportedDocument& document) {
  for (ImportedTable& table : document.tables) {
    const std::vector<Project>& projects = table.snapshot.projects;
    std::vector<bool> odd(projects.size(), false);
    for (std::size_t i = 0; i < projects.size(); ++i) {
      const Project& project = projects[i];
      const std::string& goal = project.annual_goal.empty() ? project.goal : project.annual_goal;
      if (goal.empty() ||
          (closes_sentence(to_code_points(goal)) &&
           (project.goal.empty() || closes_sentence(to_code_points(project.goal))))) {
        continue;
      }
      const bool next = i + 1 < projects.size() && holds_end_of_sentence(projects[i + 1].name);
      odd[i] = odd[i] || next || has_end_of_sentence(project) ||
               std::any_of(project.indicators.begin(), project.indicators.end(),
                           [](const Indicator& one) {
                             return holds_end_of_sentence(one.name) ||
                                    holds_end_of_sentence(one.annual_target) ||
                                    holds_end_of_sentence(one.period_target);
                           });
      if (next) {
        odd[i + 1] = true;
      }
    }
    add_doubts(table, odd);
  }
}

void doubt_odd_rows(ImportedDocument& document) {
  for (ImportedTable& table : document.tables) {
    doubt_each(table, has_odd_rows);
    doubt_ends_of_names(table);
    doubt_other_cells(table);
  }
}

void doubt_mixed_lists(ImportedDocument& document) {
  for (ImportedTable& table : document.tables) {
    doubt_each(table, is_mixed);
  }
}

}  // namespace budgetdiff::import
