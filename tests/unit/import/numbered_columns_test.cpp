// Names of a list that begin as labels do, and columns of a list that are numbered.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;

const std::string caption =
    "<h2>2025年项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";
const Row head = {"项目名称", "金额", "绩效目标", "二级指标", "三级指标", "指标值"};

TEST(ListNames, MayBeginAsLabelsDo) {
  for (const std::string name : {"项目A（二期）", "项目（二期）"}) {
    const auto table =
        one(page(caption, {head,
                           {name, "3.00", "巡查河道。", "数量指标", "次数", "≥3次"},
                           {"宣传", "1.00", "开展宣传。", "数量指标", "场次", "≥2场"}}));
    EXPECT_THAT(names_of(table.snapshot), ElementsAre(name, "宣传"));
    EXPECT_EQ(table.snapshot.projects.at(0).indicators.size(), 1U);
  }
}

TEST(NumberedColumns, AreNamesAndTargetsSideBySide) {
  for (const std::size_t count : {2U, 3U}) {
    Row header = {"项目名称", "金额", "绩效目标"};
    Row row = {"巡查", "3.00", "巡查河道。"};
    for (std::size_t i = 1; i <= count; ++i) {
      header.insert(header.end(), {"指标" + std::to_string(i), "指标值" + std::to_string(i)});
      row.insert(row.end(), {"次数" + std::to_string(i), "≥" + std::to_string(i) + "次"});
    }
    const auto table = one(page(caption, {header, row}));
    ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
    const std::vector<Indicator>& read = table.snapshot.projects[0].indicators;
    ASSERT_EQ(read.size(), count);
    EXPECT_EQ(read[1].name, "次数2");
    EXPECT_EQ(read[1].annual_target, "≥2次");
    EXPECT_EQ(read[0].annual_target, "≥1次");
  }
}

}  // namespace
}  // namespace budgetdiff
