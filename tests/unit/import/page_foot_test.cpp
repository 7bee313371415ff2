// What web pages say below their tables. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::Not;

TEST(PageFoot, IsNoneOfAFormAbove) {
  const std::string form =
      "<h2>某县水利局2025年项目支出绩效目标表</h2><table>"
      "<tr><td>项目名称<td colspan=3>河道巡查<tr><td>预算金额（万元）<td colspan=3>3.00"
      "<tr><td>年度目标<td colspan=3>开展巡查。"
      "<tr><td>一级指标<td>二级指标<td>三级指标<td>指标值"
      "<tr><td>产出指标<td>数量指标<td>巡查次数<td>≥3次</table>";
  const ImportedTable footed =
      one("<html>" + form + "<table><tr><td>主办：某县水利局<td>备案号：某备0000号</table></html>");
  EXPECT_THAT(codes_of(footed), Contains("table-passed-over"));
  EXPECT_THAT(codes_of(footed), Not(Contains("text-left-over")));
  // What a form says under a word of its own stays its.
  const ImportedTable signed_one =
      one("<html>" + form + "<table><tr><td>填报单位：某县水利局<td>时间：3月</table></html>");
  EXPECT_THAT(codes_of(signed_one), Not(Contains("table-passed-over")));
}

}  // namespace
}  // namespace budgetdiff
