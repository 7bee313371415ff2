// Cells of indicators' levels: over two columns, with weights behind. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/vocabulary.hpp"
#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::Not;

const std::string caption =
    "<h2>2024年项目支出绩效目标表</h2><p>部门名称：某县水务局 单位：万元</p>";

TEST(LevelCells, ThatReachIntoTheNamesAreNames) {
  const ImportedTable table = one(page(
      caption, {{"项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
                {"<td rowspan=2>修渠", "<td rowspan=2>6.00", "<td rowspan=2>修渠三公里。",
                 "产出指标", "数量指标", "长度", "≥3公里"},
                {"满意度指标", "<td colspan=2>用户满意度", "≥90%"}}));
  const Indicator& last = table.snapshot.projects.at(0).indicators.at(1);
  EXPECT_EQ(last.name, "用户满意度");
  EXPECT_EQ(last.level1, "满意度指标");
  EXPECT_EQ(last.level2, "");
  EXPECT_THAT(codes_of(table), Not(Contains("indicator-incomplete")));
}

TEST(LevelCells, WithoutATargetBehindAreNoNames) {
  // A unit's line above the next form spans the same columns.
  const ImportedTable table = one(page(caption, {{"项目名称", "<td colspan=3>修渠"},
                                                 {"预算金额", "<td colspan=3>6.00"},
                                                 {"一级指标", "二级指标", "三级指标", "指标值"},
                                                 {"产出指标", "数量指标", "长度", "≥3公里"},
                                                 {"<td colspan=3>816001某县水务站", "3"},
                                                 {"<td colspan=3>816002某县水务站"}}));
  ASSERT_FALSE(table.snapshot.projects.empty());
  for (const Indicator& one : table.snapshot.projects.at(0).indicators) {
    EXPECT_NE(one.name, "816002某县水务站");
  }
}

TEST(LevelCells, HaveWeightsThatTheirHeadersSay) {
  using import::look_up_header;
  using import::Role;
  EXPECT_EQ(look_up_header("三级指标（分值）").role, Role::level3);
  EXPECT_EQ(look_up_header("指标值（单位）").role, Role::value);
  EXPECT_EQ(look_up_header("三级指标权重").role, Role::weight);
  const ImportedTable table = one(
      page(caption,
           {{"项目名称", "预算数", "绩效目标", "一级指标（权重）", "三级指标（权重）", "指标值"},
            {"<td rowspan=2>修渠", "<td rowspan=2>6.00", "<td rowspan=2>修渠三公里。",
             "产出指标（70）", "长度（70）", "≥3公里"},
            {"满意度指标（30）", "用户满意度（含村民）（30分）", "≥90%"}}));
  const auto& indicators = table.snapshot.projects.at(0).indicators;
  EXPECT_EQ(indicators.at(0).level1, "产出指标");
  EXPECT_EQ(indicators.at(0).name, "长度");
  EXPECT_EQ(indicators.at(0).weight, "70");
  EXPECT_EQ(indicators.at(1).name, "用户满意度（含村民）");
  EXPECT_EQ(indicators.at(1).weight, "30");
  EXPECT_THAT(codes_of(table), Contains("score-in-category"));
}

/// The indicators of one project: rows of the cells under `words`.
std::vector<Indicator> indicators_of(Row words, std::vector<Row> rows) {
  words.insert(words.begin(), {"项目名称", "预算数", "绩效目标"});
  const std::string span = "<td rowspan=" + std::to_string(rows.size()) + ">";
  rows.front().insert(rows.front().begin(), {span + "修渠", span + "6.00", span + "修渠三公里。"});
  rows.insert(rows.begin(), std::move(words));
  return one(page(caption, rows)).snapshot.projects.at(0).indicators;
}

TEST(LevelCells, HaveCodesAndScoresWithoutMarks) {
  const auto indicators = indicators_of({"一级指标", "二级指标", "三级指标", "指标值"},
                                        {{"1产出指标", "11数量指标", "长度", "≥3公里"},
                                         {"产出指标(50)", "质量指标（20）", "合格率", "≥90%"}});
  EXPECT_EQ(indicators.at(0).level1, "产出指标");
  EXPECT_EQ(indicators.at(0).level2, "数量指标");
  EXPECT_EQ(indicators.at(0).level2_code, "11");
  EXPECT_EQ(indicators.at(1).level1, "产出指标");
  EXPECT_EQ(indicators.at(1).level2, "质量指标");
}

TEST(LevelCells, MayStandBeforeTheName) {
  const auto indicators = indicators_of(
      {"绩效指标", "绩效指标值"},
      {{"数量：长度", "≥3公里"}, {"满意度：用户满意度", "≥90%"}, {"其中：支渠", "≥1公里"}});
  EXPECT_EQ(indicators.at(0).level2, "数量");
  EXPECT_EQ(indicators.at(0).name, "长度");
  EXPECT_EQ(indicators.at(1).level1, "满意度");
  EXPECT_EQ(indicators.at(1).name, "用户满意度");
  EXPECT_EQ(indicators.at(2).name, "其中：支渠");
}

TEST(LevelCells, OfWhatAProjectHasNoneMakeNoIndicator) {
  const auto indicators = indicators_of({"一级指标", "二级指标", "三级指标", "指标值"},
                                        {{"产出指标", "数量指标", "长度", "≥3公里"},
                                         {"效益指标", "社会效益指标", "无", "无"},
                                         {"满意度指标", "满意度", "无", "≥90%"}});
  ASSERT_EQ(indicators.size(), 2U);
  EXPECT_EQ(indicators.at(1).name, "无");
}

}  // namespace
}  // namespace budgetdiff
