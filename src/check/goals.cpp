/// Goals that say nothing of their own: another project's word for word or
/// nearly so, the project's name again.

#include "check/rules.hpp"
#include "check/words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::check_rules {
namespace {

using namespace std::string_view_literals;

/// A goal shorter than this (in characters) says too little to be a copy.
constexpr std::size_t least_goal = 12;
/// A near copy must be long, or it is a common phrase with another object.
constexpr std::size_t least_near_copy = 40;
/// Goals that differ in more than one character of so many are two goals.
constexpr std::size_t one_edit_in = 20;
/// Goals are compared where they share this many characters in a row …
constexpr std::size_t anchor_length = 12;
/// … which not more than so many goals hold: phrases of the trade join nothing.
constexpr std::size_t most_holders = 8;

/// Edits from `a` to `b`, or `limit` + 1 where there are more. Only the
/// diagonals within the limit are looked at.
std::size_t edits_within(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > limit) {
    return limit + 1;
  }
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = std::min(j, limit + 1);
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t from = i > limit ? i - limit : 1;
    const std::size_t to = std::min(b.size(), i + limit);
    std::size_t diagonal = row[from - 1];
    row[from - 1] = from == 1 ? std::min(i, limit + 1) : limit + 1;
    for (std::size_t j = from; j <= to; ++j) {
      const std::size_t above = j == i + limit ? limit + 1 : row[j];
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, above + 1, row[j - 1] + 1, limit + 1});
    }
  }
  return row[b.size()];
}

struct Goal {
  std::size_t project;
  std::u32string text;
};

/// One run of characters of a goal. A hash and an index take a tenth of what a
/// map of texts would: a store may hold 50,000 goals.
struct Anchor {
  std::uint64_t hash;
  std::size_t goal;

  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};

std::uint64_t hash_of(std::u32string_view text) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a: the same on every machine
  for (const char32_t c : text) {
    hash = (hash ^ c) * 1099511628211U;
  }
  return hash;
}

/// Pairs (later, earlier) of goals that share a rare run of characters, in order.
std::vector<std::pair<std::size_t, std::size_t>> candidates(const std::vector<Goal>& goals) {
  std::vector<Anchor> anchors;
  for (std::size_t g = 0; g < goals.size(); ++g) {
    const std::u32string_view text = goals[g].text;
    for (std::size_t at = 0; at + anchor_length <= text.size(); ++at) {
      anchors.push_back({hash_of(text.substr(at, anchor_length)), g});
    }
  }
  std::sort(anchors.begin(), anchors.end());
  anchors.erase(std::unique(anchors.begin(), anchors.end()), anchors.end());
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (std::size_t from = 0; from < anchors.size();) {
    std::size_t to = from;
    while (to < anchors.size() && anchors[to].hash == anchors[from].hash) {
      ++to;
    }
    for (std::size_t i = from; to - from <= most_holders && i < to; ++i) {
      for (std::size_t j = from; j < i; ++j) {
        out.emplace_back(anchors[i].goal, anchors[j].goal);
      }
    }
    from = to;
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void check_copies(const Snapshot& snapshot, Report& report) {
  std::map<std::string, std::size_t> seen;
  std::vector<Goal> own;  // goals that are no copy, long enough to be nearly one
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const Project& project = snapshot.projects[p];
    if (to_code_points(project.goal).size() < least_goal) {
      continue;
    }
    const auto [first, added] = seen.try_emplace(fold_name(project.goal), p);
    if (!added) {
      report.project(p, "goal-copied", Severity::warning,
                     {BD_TR("the goal is word for word that of {0}"),
                      {snapshot.projects[first->second].name}});
      continue;
    }
    std::u32string text = to_code_points(first->first);
    if (text.size() >= least_near_copy) {
      own.push_back({p, std::move(text)});
    }
  }
  std::size_t said = own.size();
  for (const auto& [g, other] : candidates(own)) {
    const std::size_t limit = own[g].text.size() / one_edit_in;
    if (g != said && edits_within(own[g].text, own[other].text, limit) <= limit) {
      report.project(own[g].project, "goal-nearly-copied", Severity::note,
                     {BD_TR("the goal is but for a few characters that of {0}"),
                      {snapshot.projects[own[other].project].name}});
      said = g;
    }
  }
}

/// A name or goal without the words that only say that there is work to be done.
std::string core_of(std::string_view text) {
  static constexpr std::array before{"完成"sv, "做好"sv, "保障"sv, "开展"sv, "实施"sv, "确保"sv,
                                     "落实"sv, "推进"sv, "用于"sv, "通过"sv, "支付"sv};
  static constexpr std::array behind{"工作"sv, "任务"sv, "项目"sv, "经费"sv, "专项"sv, "资金"sv,
                                     "支出"sv, "费用"sv, "实施"sv, "开展"sv, "完成"sv};
  std::string out = fold_name(text);
  std::string_view rest = out;
  const auto cut_front = [&] {
    const auto at = std::find_if(before.begin(), before.end(),
                                 [&](std::string_view word) { return rest.starts_with(word); });
    if (at == before.end()) {
      return false;
    }
    rest.remove_prefix(at->size());
    return true;
  };
  const auto cut_back = [&] {
    const std::string_view word = ending_of(rest, behind);
    rest.remove_suffix(word.size());
    return !word.empty();
  };
  while (cut_front() || cut_back()) {
  }
  return std::string(rest);
}

void check_own(const Snapshot& snapshot, Report& report) {
  static constexpr std::array empty{"无"sv,     "暂无"sv,     "略"sv,   "同上"sv,
                                    "见附件"sv, "详见附件"sv, "待定"sv, "待补充"sv};
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const Project& project = snapshot.projects[p];
    if (project.goal.empty()) {
      continue;
    }
    const std::string folded = fold_name(project.goal);
    if (folded.empty() || is_one(folded, empty)) {
      report.project(p, "goal-missing", Severity::warning,
                     {BD_TR("{0} stands where the goal should"), {project.goal}});
    } else if (const std::string core = core_of(project.name);
               folded == fold_name(project.name) || (!core.empty() && core == core_of(folded))) {
      report.project(p, "goal-repeats-name", Severity::warning,
                     {BD_TR("the goal only repeats the project's name: {0}"), {project.goal}});
    }
  }
}

}  // namespace

void check_goals(const Snapshot& snapshot, Report& report) {
  check_copies(snapshot, report);
  check_own(snapshot, report);
}

}  // namespace budgetdiff::check_rules
