#pragma once

/// A table without faults, for tests to spoil.

#include <budgetdiff/check/checker.hpp>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff {

inline Amount money(const char* text) {
  return *Amount::parse(text);
}

inline Indicator indicator(const std::string& name, const std::string& period,
                           const std::string& annual) {
  return {"1", "产出指标", "11", "数量指标", name, period, annual, {}, {}};
}

inline Indicator placed(const std::string& level1, const std::string& level2,
                        const std::string& name, const std::string& target) {
  return {"", level1, "", level2, name, target, target, {}, {}};
}

inline Project project(const std::string& name, std::vector<Indicator> indicators) {
  Project out;
  out.name = name;
  out.funding.set("total", money("3.00"));
  out.funding.set("fiscal_appropriation", money("3.00"));
  out.goal = "完成" + name + "的全部工作任务。";
  out.indicators = std::move(indicators);
  return out;
}

inline Snapshot good() {
  Snapshot out;
  out.department = "某局";
  out.unit = "万元";
  out.projects = {project("培训费", {indicator("培训次数", "≥2次", "≥2次")}),
                  project("宣传费", {indicator("活动完成率", "≥95%", "≥95%")})};
  out.stated_total.set("total", money("6.00"));
  out.stated_total.set("fiscal_appropriation", money("6.00"));
  return out;
}

inline std::vector<std::string> codes(const Snapshot& snapshot,
                                      const Provenance* provenance = nullptr) {
  std::vector<std::string> out;
  for (const Finding& finding : check(snapshot, provenance)) {
    out.push_back(finding.code);
  }
  return out;
}

}  // namespace budgetdiff
