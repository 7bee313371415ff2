// A row an indicator whose name and target stand in one cell. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string heading = "<h2>某县水利局2025年项目绩效目标表</h2><p>单位：万元</p>";

std::vector<std::string> items_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Project& project : table.snapshot.projects) {
    for (const Indicator& item : project.indicators) {
      out.push_back(item.name + " " + item.annual_target);
    }
  }
  return out;
}

TEST(TargetsInNames, ArePartedWhereTheTableHasNoColumnOfTargets) {
  const ImportedTable table = one(
      page(heading, {{"项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "绩效指标内容"},
                     {"<td rowspan=3>河道巡查", "<td rowspan=3>3.00", "<td rowspan=3>开展巡查。",
                      "产出指标", "数量指标", "巡查次数≥3次"},
                     {"产出指标", "质量指标", "整改率达到95%"},
                     {"效益指标", "社会效益指标", "河道面貌改善"},
                     {"水闸维修", "5.00", "维修水闸。", "产出指标", "数量指标", "维修水闸12座"}}));
  EXPECT_THAT(items_of(table),
              ElementsAre("巡查次数 ≥3次", "整改率 达到95%", "河道面貌改善 ", "维修水闸 12座"));
  EXPECT_THAT(codes_of(table), Contains("indicator-incomplete"));
}

TEST(TargetsInNames, StayWhereTargetsStandBeside) {
  const ImportedTable table = one(page(
      heading, {{"项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
                {"<td rowspan=2>河道巡查", "<td rowspan=2>3.00", "<td rowspan=2>开展巡查。",
                 "产出指标", "数量指标", "2025年巡查次数", "≥3次"},
                {"产出指标", "质量指标", "整改率≥95%的河道", ""}}));
  EXPECT_THAT(items_of(table), ElementsAre("2025年巡查次数 ≥3次", "整改率≥95%的河道 "));
}

TEST(TargetsInNames, StayWhereFewHoldThem) {
  const ImportedTable table =
      one(page(heading, {{"项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标"},
                         {"<td rowspan=3>河道巡查", "<td rowspan=3>3.00",
                          "<td rowspan=3>开展巡查。", "产出指标", "数量指标", "巡查次数"},
                         {"产出指标", "质量指标", "整改率"},
                         {"效益指标", "社会效益指标", "受益人口≥5万人"}}));
  EXPECT_THAT(items_of(table), ElementsAre("巡查次数 ", "整改率 ", "受益人口≥5万人 "));
}

}  // namespace
}  // namespace budgetdiff
