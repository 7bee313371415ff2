// Rows that head kinds of projects.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;

const std::string caption =
    "<h2>2025年项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";
const Row head = {"项目名称", "金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"};

TEST(KindRows, MayHeadASingleProject) {
  const auto table = one(
      page(caption, {head,
                     {"巡查", "3.00", "巡查河道。", "产出指标", "数量指标", "次数", "≥3次"},
                     {"对下转移支付", "2.00", "", "", "", "", ""},
                     {"补助乡镇", "2.00", "补助乡镇。", "产出指标", "数量指标", "个数", "≥2个"}}));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查", "补助乡镇"));
  EXPECT_EQ(table.snapshot.projects[1].spending_unit, "");
}

}  // namespace
}  // namespace budgetdiff
