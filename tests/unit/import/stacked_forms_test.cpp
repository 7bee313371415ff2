/// Forms that stand below each other in one table, which pages cut anywhere.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page_tables.hpp"

#include <string>
#include <utility>
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

/// A label at the side of all rows goes on beside the rests of the header.
TEST(StackedForms, KeepTheirHeaderBesideALabelThatPagesCut) {
  const std::vector<double> six{50, 80, 140, 220, 330, 400, 480};
  const ImportedTable out =
      read({table(1, six,
                  {{"项目名称", "路灯改造", "<", "<", "<", "<"},
                   {"绩效目标", "更换路灯。", "<", "<", "<", "<"},
                   {"绩效", "一级指", "二级指标", "三级指标", "指标性", "指标值"}}),
            table(2, six,
                  {{"指标", "标", "", "", "质", ""},
                   {"^", "产出指标", "数量指标", "更换", "≥", "5"},
                   {"^", "效益指标", "社会效益指标", "照明率", "≥", "90"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  ASSERT_EQ(out.snapshot.projects[0].indicators.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[0].indicators[0].level1, "产出指标");
  EXPECT_EQ(out.snapshot.projects[0].indicators[1].level1, "效益指标");
  EXPECT_EQ(out.snapshot.projects[0].indicators[1].annual_target, "≥90");
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

const std::vector<double> wide{50, 80, 200, 300, 420, 500, 560};
const Rows wide_head = {{"项目名称", "路灯改造", "<", "<", "预算金额", "20.00"}};
const Rows wide_rows = {{"一级指标", "二级指标", "三级指标", "<", "指标值", "<"},
                        {"产出指标", "数量指标", "更换", "<", "≥5盏", "<"}};

/// Headings of goals at a page's foot: the texts below them are on the next page.
TEST(StackedForms, HaveGoalsWhoseHeadingsStandOnThePageBefore) {
  for (const auto& [label, rest] :
       {std::pair<std::string, std::string>{"总体目标", ""}, {"总体", "目标"}}) {
    const ImportedTable out =
        read({table(1, wide,
                    joined({wide_head,
                            {{label, "中期目标（2024年—2026年）", "<", "<", "年度目标", "<"}}})),
              table(2, wide,
                    joined({{{rest, "三年内更换全部路灯。", "<", "<", "更换五盏路灯。", "<"}},
                            wide_rows}))});
    ASSERT_EQ(out.snapshot.projects.size(), 1U);
    EXPECT_EQ(out.snapshot.projects[0].goal, "三年内更换全部路灯。") << label;
    EXPECT_EQ(out.snapshot.projects[0].annual_goal, "更换五盏路灯。") << label;
    EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("更换"));
  }
}

/// The text below such headings, cut together with the label that spans both rows.
TEST(StackedForms, HaveGoalsBelowHeadingsThatPagesCut) {
  const ImportedTable out = read(
      {table(1, wide,
             joined({wide_head,
                     {{"年度总体", "预期目标", "<", "<", "实际完成情况", "<"},
                      {"^", "更换全区的路灯，", "<", "<", "已全部完成年", "<"}}})),
       table(2, wide, joined({{{"目标", "保证照明。", "<", "<", "初的任务。", "<"}}, wide_rows}))});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].goal, "更换全区的路灯，保证照明。");
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("更换"));
}

}  // namespace
}  // namespace budgetdiff::import
