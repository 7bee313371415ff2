#include "import/table_differences.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_named = 3;

/// `a、b、c…`: the first few.
std::string first_of(const std::vector<std::string>& all, std::string_view mark) {
  std::string out;
  for (std::size_t i = 0; i < std::min(all.size(), most_named); ++i) {
    out.append(i == 0 ? "" : mark).append(all[i]);
  }
  return all.size() > most_named ? out + "…" : out;
}

std::string shown(const Amount* amount) {
  return amount == nullptr ? "—" : amount->grouped();
}

std::string shown(const std::string& text) {
  return text.empty() ? "—" : text;
}

std::string targets_of(const Indicator& indicator) {
  if (indicator.period_target.empty() || indicator.annual_target.empty() ||
      indicator.period_target == indicator.annual_target) {
    return indicator.annual_target.empty() ? indicator.period_target : indicator.annual_target;
  }
  return indicator.period_target + "，" + indicator.annual_target;
}

/// The parts that differ, a word each and the values of what is short.
std::vector<std::string> differing_parts(const Project& one, const Project& other) {
  std::vector<std::string> out;
  const auto text = [&](std::string_view word, const std::string& a, const std::string& b,
                        bool quoted) {
    if (a != b) {
      out.push_back(std::string(word) + (quoted ? " " + shown(a) + " / " + shown(b) : ""));
    }
  };
  if (fold_name(one.name) != fold_name(other.name)) {
    text("项目名称", one.name, other.name, true);
  }
  text("项目代码", one.code, other.code, true);
  std::set<std::string> columns;
  for (const Project* project : {&one, &other}) {
    for (const Funding::Item& item : project->funding.items()) {
      const Amount* const a = one.funding.find(item.first);
      const Amount* const b = other.funding.find(item.first);
      const bool same = a != nullptr && b != nullptr && *a == *b;
      if (!same && columns.insert(item.first).second) {
        out.push_back(std::string(published_word(item.first)) + " " + shown(a) + " / " + shown(b));
      }
    }
  }
  text("绩效目标", one.goal, other.goal, false);
  text("年度目标", one.annual_goal, other.annual_goal, false);
  if (one.indicators.size() != other.indicators.size()) {
    out.push_back("绩效指标 " + std::to_string(one.indicators.size()) + " / " +
                  std::to_string(other.indicators.size()));
  }
  for (std::size_t i = 0; i < std::min(one.indicators.size(), other.indicators.size()); ++i) {
    const Indicator& a = one.indicators[i];
    const Indicator& b = other.indicators[i];
    if (a == b) {
      continue;
    }
    const bool renamed = a.name != b.name;
    const std::string first = renamed ? a.name : targets_of(a);
    const std::string second = renamed ? b.name : targets_of(b);
    out.push_back((renamed || a.name.empty() ? "绩效指标" : a.name) +
                  (first == second ? std::string{} : " " + shown(first) + " / " + shown(second)));
    break;
  }
  text("项目类型", one.type, other.type, true);
  text("资金使用单位", one.spending_unit, other.spending_unit, true);
  return out;
}

/// For each project of `one` its own in `other`, each at most once; null for those it has not.
std::vector<const Project*> partners(const Snapshot& one, const Snapshot& other) {
  std::vector<bool> taken(other.projects.size(), false);
  std::vector<const Project*> out;
  for (const Project& project : one.projects) {
    out.push_back(nullptr);
    for (std::size_t i = 0; i < taken.size() && out.back() == nullptr; ++i) {
      if (!taken[i] && are_one(project, other.projects[i])) {
        taken[i] = true;
        out.back() = &other.projects[i];
      }
    }
  }
  return out;
}

}  // namespace

bool are_one(const Project& a, const Project& b) {
  return !a.code.empty() && !b.code.empty() ? a.code == b.code
                                            : fold_name(a.name) == fold_name(b.name);
}

std::string differing_projects(const Snapshot& one, const Snapshot& other) {
  const std::vector<const Project*> own = partners(one, other);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < own.size() && out.size() <= most_named; ++i) {
    if (own[i] == nullptr) {
      continue;
    }
    const std::vector<std::string> parts = differing_parts(one.projects[i], *own[i]);
    if (!parts.empty()) {
      out.push_back(one.projects[i].name + "（" + first_of(parts, "，") + "）");
    }
  }
  return first_of(out, "、");
}

std::string projects_of_one(const Snapshot& one, const Snapshot& other) {
  std::vector<std::string> out;
  for (const auto& [from, to] : {std::pair(&one, &other), std::pair(&other, &one)}) {
    const std::vector<const Project*> own = partners(*from, *to);
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (own[i] == nullptr) {
        out.push_back(from->projects[i].name);
      }
    }
  }
  return first_of(out, "、");
}

}  // namespace budgetdiff::import
