// Categories of indicators as columns of a list with a row a project. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const std::string heading = "<h2>某县水利局2025年项目支出绩效目标表</h2><p>单位：万元</p>";

/// "产出指标/数量指标: 次数 ≥3次" of the first project.
std::vector<std::string> items_of(const ImportedTable& table) {
  std::vector<std::string> out;
  if (table.snapshot.projects.empty()) {
    return out;
  }
  for (const Indicator& item : table.snapshot.projects.front().indicators) {
    out.push_back(item.level1 + "/" + item.level2 + ": " + item.name + " " + item.annual_target);
  }
  return out;
}

TEST(CategoryColumns, HoldTheIndicatorsOfEachCategory) {
  const ImportedTable table = one(page(
      heading,
      {{"序号", "项目名称", "预算金额", "绩效目标", "产出指标", "效益指标", "满意度指标"},
       {"1", "河道巡查", "3.00", "开展巡查。",
        "巡查次数≥3次<br>巡查报告数：≥12份<br>整改及时率≥95%", "长效机制：健全<br>受益人口≥1万人",
        "群众满意度≥90%"},
       {"2", "水闸维修", "5.00", "维修水闸。", "维修水闸数≥2座", "无", "群众满意度：不低于90%"}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("河道巡查", "水闸维修"));
  EXPECT_THAT(items_of(table),
              ElementsAre("产出指标/: 巡查次数 ≥3次", "产出指标/: 巡查报告数 ≥12份",
                          "产出指标/: 整改及时率 ≥95%", "效益指标/: 长效机制 健全",
                          "效益指标/: 受益人口 ≥1万人", "满意度指标/: 群众满意度 ≥90%"));
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[1].indicators.size(), 2U);
  EXPECT_THAT(codes_of(table), IsEmpty());
}

TEST(CategoryColumns, MayHoldProseThatNamesNoIndicator) {
  const ImportedTable table = one(
      page(heading,
           {{"项目名称", "预算金额", "绩效目标", "数量指标", "时效指标", "社会效益", "可持续影响"},
            {"河道巡查", "3.00", "开展巡查。", "巡查次数≥3次", "按月巡查",
             "河道面貌改善；沿岸环境提升", "长期"}}));
  EXPECT_THAT(items_of(table),
              ElementsAre("/数量指标: 巡查次数 ≥3次", "/时效指标: 时效指标 按月巡查",
                          "/社会效益: 社会效益 河道面貌改善；沿岸环境提升",
                          "/可持续影响: 可持续影响 长期"));
}

TEST(CategoryColumns, MayBeOfTheSecondLevelBelowTheFirst) {
  const ImportedTable table =
      one(page(heading, {{"<td rowspan=3>项目名称", "<td rowspan=3>预算金额",
                          "<td rowspan=3>绩效目标", "<td colspan=5>绩效指标"},
                         {"<td colspan=3>产出指标", "<td>效益指标", "<td>满意度指标"},
                         {"数量指标", "质量指标", "成本指标", "社会效益指标", "服务对象满意度指标"},
                         {"河道巡查", "3.00", "开展巡查。", "1.巡查次数≥3次<br>2.巡查人数≥5人",
                          "合格率≥95%", "巡查成本≤3万元", "受益人口≥1万人", "群众满意度≥90%"}}));
  EXPECT_THAT(items_of(table),
              ElementsAre("产出指标/数量指标: 巡查次数 ≥3次", "产出指标/数量指标: 巡查人数 ≥5人",
                          "产出指标/质量指标: 合格率 ≥95%", "产出指标/成本指标: 巡查成本 ≤3万元",
                          "效益指标/社会效益指标: 受益人口 ≥1万人",
                          "满意度指标/服务对象满意度指标: 群众满意度 ≥90%"));
}

TEST(CategoryColumns, MayBeOfTheSecondLevelAlone) {
  const ImportedTable table =
      one(page(heading, {{"项目名称", "预算金额", "绩效目标", "数量指标", "质量指标", "社会效益",
                          "服务对象满意度指标（10分）"},
                         {"河道巡查", "3.00", "开展巡查。", "巡查次数≥3次；巡查人数≥5人",
                          "合格率≥95%", "受益人口≥1万人", "群众满意度≥90%"}}));
  EXPECT_THAT(items_of(table), ElementsAre("/数量指标: 巡查次数 ≥3次", "/数量指标: 巡查人数 ≥5人",
                                           "/质量指标: 合格率 ≥95%", "/社会效益: 受益人口 ≥1万人",
                                           "/服务对象满意度指标: 群众满意度 ≥90%"));
  EXPECT_THAT(codes_of(table), ElementsAre("score-in-category"));
}

TEST(CategoryColumns, GoOnInFurtherRowsOfTheProject) {
  const ImportedTable table = one(
      page(heading,
           {{"项目名称", "预算金额", "绩效目标", "产出指标", "效益指标", "满意度指标"},
            {"<td rowspan=2>河道巡查", "<td rowspan=2>3.00", "<td rowspan=2>开展巡查。",
             "巡查次数≥3次", "受益人口≥1万人", "<td rowspan=2>群众满意度≥90%"},
            {"合格率≥95%", "事故数≤1起"},
            {"水闸维修", "5.00", "维修水闸。", "水闸数≥2座", "受益人口≥2万人", "群众满意度≥90%"}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("河道巡查", "水闸维修"));
  EXPECT_THAT(items_of(table), ElementsAre("产出指标/: 巡查次数 ≥3次", "产出指标/: 合格率 ≥95%",
                                           "效益指标/: 受益人口 ≥1万人", "效益指标/: 事故数 ≤1起",
                                           "满意度指标/: 群众满意度 ≥90%"));
}

TEST(CategoryColumns, AreNoneWhereAnIndicatorHasARow) {
  // A project may be called 专项, as a column of names is.
  const ImportedTable table =
      one(page(heading, {{"项目名称", "一级指标", "二级指标", "三级指标", "指标值"},
                         {"专项", "产出指标", "数量指标", "巡查次数", "3次"},
                         {"专项", "效益指标", "服务对象满意度指标", "群众满意度", "90%"}}));
  EXPECT_THAT(items_of(table), ElementsAre("产出指标/数量指标: 巡查次数 3次",
                                           "效益指标/服务对象满意度指标: 群众满意度 90%"));
}

TEST(CategoryColumns, MayHaveColumnsOfTheirOwnInstead) {
  const ImportedTable table = one(
      page(heading,
           {{"<td rowspan=2>项目名称", "<td rowspan=2>预算金额", "<td colspan=2>产出指标",
             "<td colspan=2>效益指标", "<td colspan=2>满意度指标"},
            {"指标名称", "指标值", "指标名称", "指标值", "指标名称", "指标值"},
            {"河道巡查", "3.00", "巡查次数", "≥3次", "受益人口", "≥1万人", "群众满意度", "≥90%"}}));
  EXPECT_THAT(items_of(table), ElementsAre("产出指标/: 巡查次数 ≥3次", "效益指标/: 受益人口 ≥1万人",
                                           "满意度指标/: 群众满意度 ≥90%"));
}

}  // namespace
}  // namespace budgetdiff
