/// Forms that stand below each other in one table, which pages cut anywhere.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page_tables.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::vector<double> edges{50, 80, 280, 430, 550};
/// The same on another page, as print has it.
const std::vector<double> nearly{50.01, 80.02, 280.01, 430.02, 550.03};

Rows form(const std::string& name, const std::string& goal) {
  return {{"项目名称", name, "预算金额", "10.00"},
          {"绩效目标", goal, "<", "<"},
          {"一级指标", "二级指标", "三级指标", "目标值"}};
}

Rows joined(std::vector<Rows> parts) {
  Rows out;
  for (const Rows& part : parts) {
    out.insert(out.end(), part.begin(), part.end());
  }
  return out;
}

Rows second_form() {
  return joined({form("河道保洁", "清理河道。"), {{"产出指标", "数量指标", "清理", "≥3次"}}});
}

/// The rows behind a page's end are the first form's, whatever they begin with.
TEST(StackedForms, GoOnBehindAPagesEndBeforeTheNextOne) {
  const Rows begun = joined(
      {form("路灯改造", "更换路灯。"),
       {{"产出指标", "数量指标", "更换", "≥5盏"}, {"效益", "社会效益指标", "照明", "改善"}}});
  const std::vector<Rows> rests = {
      {{"", "", "完好率", "≥95%"}, {"", "", "满意率", "≥90%"}},
      {{"指标", "", "完好率", "≥95%"}, {"", "", "满意率", "≥90%"}},
      {{"指标", "", "", ""}, {"", "", "完好率", "≥95%"}, {"", "", "满意率", "≥90%"}},
      {{"指标", "", "完好率", "≥95%"}}};
  for (const Rows& rest : rests) {
    const ImportedTable out =
        read({table(1, edges, begun), table(2, nearly, joined({rest, second_form()}))});
    ASSERT_EQ(out.snapshot.projects.size(), 2U);
    EXPECT_THAT(names_of(out.snapshot.projects[0]), Contains("完好率"));
    EXPECT_EQ(out.snapshot.projects[0].indicators.size(), 2 + (rest.back()[2] == "满意率" ? 2 : 1));
    const bool cut = rest.front().front() == "指标";
    EXPECT_EQ(out.snapshot.projects[0].indicators[1].level1, cut ? "效益指标" : "效益");
    EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("清理"));
  }
}

TEST(StackedForms, KeepTheirHeaderWhoseFirstWordPagesCut) {
  Rows first = form("路灯改造", "更换路灯。");
  first.back().front() = "一级";
  const Rows rest = {
      {"指标", "", "", ""}, {"产出指标", "数量指标", "更换", "≥5盏"}, {"", "", "完好率", "≥95%"}};
  const ImportedTable out =
      read({table(1, edges, first), table(2, nearly, joined({rest, second_form()}))});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("更换", "完好率"));
  EXPECT_THAT(codes_of(out), Not(Contains("text-left-over")));
}

/// 项目 | 名称: without its label the form would be the one above's, its goal and indicators, too.
TEST(StackedForms, BeginWithALabelThatPagesCut) {
  Rows begun = joined({second_form(), {{"项目", "路灯改造", "预算金额", "20.00"}}});
  Rows rest = form("", "更换路灯。");
  rest.front() = {"名称", "", "", ""};
  rest.push_back({"产出指标", "数量指标", "更换", "≥5盏"});
  const ImportedTable out = read({table(1, edges, begun), table(2, nearly, rest)});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[1].name, "路灯改造");
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("清理"));
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("更换"));
}

TEST(StackedForms, HaveGoalsWhoseLabelPagesCut) {
  Rows begun = joined(
      {second_form(),
       {{"项目名称", "路灯改造", "预算金额", "20.00"}, {"绩效", "更换全区的路灯，", "<", "<"}}});
  const Rows rest = {{"目标", "保证照明。", "<", "<"},
                     {"一级指标", "二级指标", "三级指标", "目标值"},
                     {"产出指标", "数量指标", "更换", "≥5盏"}};
  const ImportedTable out = read({table(1, edges, begun), table(2, nearly, rest)});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[1].goal, "更换全区的路灯，保证照明。");
}

}  // namespace
}  // namespace budgetdiff::import
