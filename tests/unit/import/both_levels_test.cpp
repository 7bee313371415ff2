/// Both levels of an indicator in one cell of a page's table. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page_tables.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using testing::Contains;
using testing::Not;

ImportedTable form(const std::string& categories) {
  return read({table(1, {0, 80, 200, 320, 400},
                     {{"项目名称", "巡查", "<", "<"},
                      {"预算金额（万元）", "3.00", "<", "<"},
                      {"绩效指标", "指标类别", "指标名称", "目标值"},
                      {"^", categories, "巡查次数", "≥3次"},
                      {"^", "满意度指标-服务对象满意度指标", "群众满意度", "≥90%"}})});
}

std::vector<std::string> codes_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    out.push_back(finding.code);
  }
  return out;
}

TEST(BothLevels, InOneCellAreNoGuess) {
  for (const char* const categories :
       {"产出指标-数量指标", "产出指标/数量指标", "产出指标：数量指标"}) {
    const ImportedTable out = form(categories);
    ASSERT_EQ(out.snapshot.projects.size(), 1U);
    ASSERT_EQ(out.snapshot.projects[0].indicators.size(), 2U);
    EXPECT_EQ(out.snapshot.projects[0].indicators[0].level1, "产出指标");
    EXPECT_EQ(out.snapshot.projects[0].indicators[0].level2, "数量指标");
    EXPECT_THAT(codes_of(out), Not(Contains("layout-guess"))) << categories;
  }
}

TEST(BothLevels, AreAGuessWithOtherLettersBesideThem) {
  EXPECT_THAT(codes_of(form("产出指标-本数量指标质量指标")), Contains("layout-guess"));
}

}  // namespace
}  // namespace budgetdiff::import
