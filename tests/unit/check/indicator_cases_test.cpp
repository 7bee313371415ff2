// Every line of indicators.txt, in a table whose other rates ask for 95%.

#include <budgetdiff/check/checker.hpp>

#include <gtest/gtest.h>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

struct Case {
  int line = 0;
  Indicator indicator;
  std::set<std::string> codes;
};

Indicator in_category(const std::string& category, std::string name, std::string period,
                      std::string annual) {
  static const std::map<std::string, std::pair<std::string, std::string>> levels{
      {"数量", {"产出指标", "数量指标"}},           {"质量", {"产出指标", "质量指标"}},
      {"时效", {"产出指标", "时效指标"}},           {"成本", {"成本指标", "经济成本指标"}},
      {"经济效益", {"效益指标", "经济效益指标"}},   {"社会效益", {"效益指标", "社会效益指标"}},
      {"生态效益", {"效益指标", "生态效益指标"}},   {"可持续影响", {"效益指标", "可持续影响指标"}},
      {"满意度", {"满意度指标", "服务对象满意度"}},
  };
  const auto& [level1, level2] = levels.at(category);
  Indicator out;
  out.level1 = level1;
  out.level2 = level2;
  out.name = std::move(name);
  out.period_target = std::move(period);
  out.annual_target = std::move(annual);
  return out;
}

std::vector<Case> read_cases() {
  std::ifstream in(BUDGETDIFF_SOURCE_DIR "/tests/unit/check/indicators.txt");
  std::vector<Case> out;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line.front() == '#') {
      continue;
    }
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '|');) {
      const std::size_t first = cell.find_first_not_of(' ');
      const std::size_t last = cell.find_last_not_of(' ');
      cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
    }
    cells.resize(5);
    if (cells[3] == "=") {
      cells[3] = cells[2];
    }
    for (std::string* target : {&cells[2], &cells[3]}) {
      if (*target == "-") {
        target->clear();
      }
    }
    Case one{number, in_category(cells[0], cells[1], cells[2], cells[3]), {}};
    std::istringstream codes(cells[4]);
    for (std::string code; codes >> code;) {
      one.codes.insert(code);
    }
    out.push_back(std::move(one));
  }
  return out;
}

Project project(const std::string& name, const std::string& goal,
                std::vector<Indicator> indicators) {
  Project out;
  out.name = name;
  out.goal = goal;
  out.indicators = std::move(indicators);
  out.funding.set("total", *Amount::parse("3.00"));
  return out;
}

Snapshot around(const Indicator& one) {
  const Indicator benefit = in_category("社会效益", "公众认知", "提升", "提升");
  const Indicator satisfaction = in_category("满意度", "对象满意度", "≥95%", "≥95%");
  Snapshot out;
  out.year = 2024;
  out.projects.push_back(
      project("甲项目", "完成年内各项既定的工作内容。",
              {in_category("质量", "甲任务完成率", "≥95%", "≥95%"),
               in_category("质量", "乙合格率", "≥95%", "≥95%"),
               in_category("时效", "丙及时率", "≥95%", "≥95%"),
               in_category("数量", "办理件数", "≥50件", "≥50件"), benefit, satisfaction}));
  out.projects.push_back(
      project("乙项目", "做好为全区群众服务的日常工作。",
              {one, in_category("数量", "办理件数", "≥50件", "≥50件"), benefit, satisfaction}));
  return out;
}

TEST(Indicators, GetTheFindingsThatAReviewerAgreesWith) {
  const std::vector<Case> cases = read_cases();
  EXPECT_GT(cases.size(), 300U);
  for (const Case& one : cases) {
    std::set<std::string> found;
    for (const Finding& finding : check(around(one.indicator), nullptr)) {
      found.insert(finding.code);
    }
    EXPECT_EQ(found, one.codes) << "indicators.txt:" << one.line << ": " << one.indicator.name
                                << ' ' << one.indicator.period_target << ' '
                                << one.indicator.annual_target;
  }
}

}  // namespace
}  // namespace budgetdiff
