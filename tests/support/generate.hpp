#pragma once

/// Random snapshots and pairs of them, for tests of laws. Deterministic: the
/// same seed gives the same data on every machine (no std distributions).

#include <budgetdiff/model/alignment.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::testing {

/// SplitMix64 (Steele, Lea, Flood 2014): small, good enough, and the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  /// 0 … limit-1. REQUIRES: limit > 0
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <class List>
  const auto& pick(const List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::uint64_t state_;
};

inline std::string random_name(Random& random) {
  static constexpr std::array<std::string_view, 16> heads{
      "某区", "市级",     "基层", "老年人", "道路", "学校", "河道",   "博士后",
      "粮食", "环境监测", "档案", "公园",   "急救", "农田", "图书馆", "地铁"};
  static constexpr std::array<std::string_view, 12> middles{"改造", "补贴", "管理", "培训",
                                                            "维护", "建设", "宣传", "整治",
                                                            "服务", "保障", "检测", "运行"};
  static constexpr std::array<std::string_view, 9> tails{
      "专项经费", "项目", "经费", "补助资金", "（2024年）", "（市级）", "(区本级)", "", " 项目"};
  return std::string(random.pick(heads)) + std::string(random.pick(middles)) +
         std::string(random.pick(tails));
}

inline std::string random_target(Random& random) {
  static constexpr std::array<std::string_view, 16> targets{
      "≥90%", "≧90%", "≥95%",  "≤5次", "0次",    "100%",     "100.00%", "良",
      "优",   "≥2亿", "3-5次", "",     "≤1个月", "90分以上", "提升",    "=0"};
  return std::string(random.pick(targets));
}

inline std::string random_goal(Random& random) {
  static constexpr std::array<std::string_view, 10> parts{
      "提高服务水平", "，",      "保障群众利益", "。", "\n2.开展宣传",
      "完成100%任务", "AI 平台", "加强管理",     "；", "𠀀é"};
  std::string goal;
  for (std::size_t i = random.below(12); i > 0; --i) {
    goal += random.pick(parts);
  }
  return goal;
}

inline Amount random_amount(Random& random) {
  const auto mantissa =
      static_cast<long long>(random.below(1000000)) - (random.chance(5) ? 500 : 0);
  return Amount(mantissa, static_cast<int>(random.below(4)));
}

inline Funding random_funding(Random& random) {
  static constexpr std::array<std::string_view, 5> columns{
      "total", "fiscal_appropriation", "special_account", "other_funds", "上年结转"};
  Funding funding;
  for (const std::string_view column : columns) {
    if (random.chance(column == "total" ? 90 : 40)) {
      funding.set(column, random_amount(random));
    }
  }
  return funding;
}

inline Indicator random_indicator(Random& random) {
  static constexpr std::array<std::array<std::string_view, 4>, 6> categories{{
      {"1", "产出指标", "11", "数量指标"},
      {"1", "产出", "12", "质量"},
      {"1", "产出指标", "14", "成本指标"},
      {"4", "成本指标", "41", "经济成本指标"},
      {"2", "效益指标", "22", "社会效益"},
      {"", "满意度指标", "", "服务对象满意度"},
  }};
  static constexpr std::array<std::string_view, 8> names{
      "培训人数",         "完成率",     "投诉次数", "满意度",
      "推进。方便群众。", "成本(万元)", "及时率",   "3、项"};
  const auto& category = random.pick(categories);
  Indicator indicator;
  indicator.level1_code = category[0];
  indicator.level1 = category[1];
  indicator.level2_code = category[2];
  indicator.level2 = category[3];
  indicator.name = random.pick(names);
  indicator.period_target = random_target(random);
  indicator.annual_target = random.chance(70) ? indicator.period_target : random_target(random);
  if (random.chance(10)) {
    indicator.weight = "10";
  }
  if (random.chance(5)) {
    indicator.extra.push_back({"later", "[1.50,null]"});
  }
  return indicator;
}

inline Project random_project(Random& random) {
  Project project;
  project.name = random_name(random);
  if (random.chance(20)) {
    project.code = "51-" + std::to_string(random.below(20));
  }
  if (random.chance(20)) {
    project.type = random.chance(50) ? "新增" : "延续";
  }
  project.funding = random_funding(random);
  project.goal = random_goal(random);
  if (random.chance(15)) {
    project.annual_goal = random_goal(random);
  }
  for (std::size_t i = random.below(6); i > 0; --i) {
    project.indicators.push_back(random_indicator(random));
  }
  if (random.chance(10)) {
    project.extra.push_back({"memo", random.chance(50) ? "\"甲\"" : "{\"a\":1}"});
  }
  return project;
}

inline Snapshot random_snapshot(Random& random, std::size_t most_projects) {
  Snapshot snapshot;
  snapshot.department = random.chance(90) ? "某市某局" : "";
  if (random.chance(80)) {
    snapshot.year = 2023;
  }
  snapshot.stage = random.chance(80) ? "budget" : "adjusted";
  snapshot.unit = random.chance(90) ? "万元" : "元";
  if (random.chance(60)) {
    snapshot.stated_total = random_funding(random);
  }
  for (std::size_t i = random.below(most_projects + 1); i > 0; --i) {
    snapshot.projects.push_back(random_project(random));
  }
  if (random.chance(10)) {
    snapshot.extra.push_back({"source_note", "\"x\""});
  }
  return snapshot;
}

inline void mutate(Random& random, Indicator& indicator) {
  switch (random.below(5)) {
    case 0:
      indicator.annual_target = random_target(random);
      break;
    case 1:
      indicator.period_target = random_target(random);
      break;
    case 2:
      indicator.name = "年度" + indicator.name;
      break;
    case 3:
      indicator.level2 = "质量指标";
      break;
    default:
      indicator = random_indicator(random);
  }
}

inline void mutate(Random& random, Project& project) {
  switch (random.below(9)) {
    case 0:
      project.name += "项目";
      break;
    case 1:
      project.funding = random_funding(random);
      break;
    case 2:
      project.goal = random_goal(random);
      break;
    case 3:
      project.indicators.push_back(random_indicator(random));
      break;
    case 4:
      if (!project.indicators.empty()) {
        project.indicators.erase(
            project.indicators.begin() +
            static_cast<std::ptrdiff_t>(random.below(project.indicators.size())));
      }
      break;
    case 5:
      if (!project.indicators.empty()) {
        mutate(random, project.indicators[random.below(project.indicators.size())]);
      }
      break;
    case 6:
      for (std::size_t i = project.indicators.size(); i > 1; --i) {
        std::swap(project.indicators[i - 1], project.indicators[random.below(i)]);
      }
      break;
    case 7:
      project.extra.clear();
      break;
    default:
      project.code = "52-" + std::to_string(random.below(9));
  }
}

/// A later year of `from`: projects changed, split, merged, gone, new, shuffled.
inline Snapshot later_year(Random& random, const Snapshot& from) {
  Snapshot to = from;
  if (to.year) {
    ++*to.year;
  }
  if (random.chance(15)) {
    to.unit = "元";
  }
  if (random.chance(50)) {
    to.stated_total = random_funding(random);
  }
  std::vector<Project> projects;
  for (Project& project : to.projects) {
    if (random.chance(10)) {
      continue;
    }
    if (random.chance(10)) {
      Project part = project;
      part.name += "（二期）";
      projects.push_back(std::move(part));
    }
    for (std::size_t i = random.below(4); i > 0; --i) {
      mutate(random, project);
    }
    projects.push_back(std::move(project));
  }
  for (std::size_t i = random.below(3); i > 0; --i) {
    projects.push_back(random_project(random));
  }
  if (random.chance(50)) {
    for (std::size_t i = projects.size(); i > 1; --i) {
      std::swap(projects[i - 1], projects[random.below(i)]);
    }
  }
  to.projects = std::move(projects);
  return to;
}

/// Any valid alignment, sensible or not: a differ must be right for all of them.
inline Alignment random_alignment(Random& random, const Snapshot& from, const Snapshot& to) {
  Alignment alignment;
  std::vector<std::size_t> earlier;
  for (std::size_t i = 0; i < from.projects.size(); ++i) {
    earlier.push_back(i);
  }
  for (std::size_t i = earlier.size(); i > 1; --i) {
    std::swap(earlier[i - 1], earlier[random.below(i)]);
  }
  std::size_t later = 0;
  while (later < to.projects.size() || !earlier.empty()) {
    AlignedGroup group;
    const std::size_t from_count =
        std::min(earlier.size(), random.below(10) < 7 ? 1 : random.below(4));
    const std::size_t to_count =
        std::min(to.projects.size() - later, random.below(10) < 7 ? 1 : random.below(4));
    for (std::size_t i = 0; i < from_count; ++i) {
      group.from.push_back(earlier.back());
      earlier.pop_back();
    }
    for (std::size_t i = 0; i < to_count; ++i) {
      group.to.push_back(later++);
    }
    if (group.from.empty() && group.to.empty()) {
      continue;
    }
    std::sort(group.from.begin(), group.from.end());
    group.method =
        group.from.empty() || group.to.empty() ? MatchMethod::none : MatchMethod::similar;
    group.confidence = static_cast<int>(random.below(1001));
    group.evidence = {{"same goal", {}}, {"shared words: {0}", {"甲、{0}"}}};
    for (const std::size_t f : group.from) {
      for (const std::size_t t : group.to) {
        const auto& a = from.projects[f].indicators;
        const auto& b = to.projects[t].indicators;
        std::size_t i = 0;
        for (std::size_t j = 0; j < b.size() && i < a.size(); ++j) {
          if (random.chance(70)) {
            // Now and then one earlier indicator becomes two later ones.
            const std::size_t chosen = random.chance(15) ? random.below(a.size()) : i++;
            group.indicators.push_back({f, chosen, t, j, MatchMethod::similar, 800});
          }
        }
      }
    }
    alignment.groups.push_back(std::move(group));
  }
  return alignment;
}

}  // namespace budgetdiff::testing
