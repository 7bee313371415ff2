// Names of two levels in a form: the project is the lower.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;

const std::vector<Row> below = {{"<td rowspan=2>绩效指标", "二级指标", "三级指标", "指标值"},
                                {"数量指标", "次数", "≥3次"}};

ImportedTable form(std::vector<Row> rows) {
  rows.insert(rows.end(), below.begin(), below.end());
  return one(page("<h2>某县水利局2025年项目支出绩效目标表</h2>", rows));
}

const Row money = {"年度资金总额（万元）", "<td colspan=3>5.00"};

TEST(UpperNames, AreNoProjects) {
  const ImportedTable table = form({{"一级项目名称", "<td colspan=3>河道管护"},
                                    {"二级项目名称", "<td colspan=3>巡查"},
                                    money,
                                    {"年度绩效目标", "<td colspan=3>巡查河道。"}});
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
  EXPECT_THAT(codes_of(table), Contains("fields-left-out"));
  // Where no other is below it is the project's.
  const ImportedTable only = form({{"一级项目名称", "<td colspan=3>河道管护"},
                                   money,
                                   {"年度绩效目标", "<td colspan=3>巡查河道。"}});
  EXPECT_THAT(names_of(only.snapshot), ElementsAre("河道管护"));
}

}  // namespace
}  // namespace budgetdiff
