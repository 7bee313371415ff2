// Texts of a form that no label explains. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

ImportedTable form(const std::vector<Row>& rows) {
  std::vector<Row> all = {{"项目名称", "<td colspan=3>防汛"},
                          {"主管部门", "<td colspan=3>某县水利局"},
                          {"年度资金总额（万元）", "<td colspan=3>3.00"}};
  all.insert(all.end(), rows.begin(), rows.end());
  all.push_back({"一级指标", "二级指标", "三级指标", "指标值"});
  all.push_back({"产出指标", "数量指标", "次数", "≥3次"});
  return one(page("<h2>项目支出绩效目标表</h2><p>（2024年度）</p>", all));
}

std::vector<std::string> said_of(const ImportedTable& table, const std::string& code) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == code) {
      out.push_back(in_english(finding.message));
    }
  }
  return out;
}

TEST(LeftOverCells, AreNamedByTheLabelThatNobodyKnows) {
  const ImportedTable table =
      form({{"年度目标", "<td colspan=3>做好全县的防汛。"},
            {"防汛物资储备情况", "<td colspan=3>储备编织袋、救生衣等物资，入库登记。"}});
  EXPECT_EQ(table.snapshot.projects.at(0).goal, "做好全县的防汛。");
  EXPECT_THAT(said_of(table, "fields-left-out"), ElementsAre(HasSubstr("防汛物资储备情况")));
  EXPECT_THAT(said_of(table, "text-left-over"), testing::IsEmpty());
}

TEST(LeftOverCells, AreSaidWhereTheyMightBeAGoal) {
  const ImportedTable table = form(
      {{"年度目标", "做好全县的防汛。", "<td colspan=2>储备编织袋、救生衣等物资，入库登记。"}});
  EXPECT_EQ(table.snapshot.projects.at(0).goal, "做好全县的防汛。");
  EXPECT_THAT(said_of(table, "text-left-over"), ElementsAre(HasSubstr("储备编织袋")));
}

TEST(LeftOverCells, GoOnWithTheGoalAboveThem) {
  const ImportedTable table = form({{"年度目标", "<td colspan=3>1.做好全县的防汛；"},
                                    {"", "<td colspan=3>2.储备编织袋、救生衣等物资。"}});
  EXPECT_EQ(table.snapshot.projects.at(0).goal, "1.做好全县的防汛；\n2.储备编织袋、救生衣等物资。");
  EXPECT_THAT(said_of(table, "text-left-over"), testing::IsEmpty());
}

TEST(LeftOverCells, AreNamedHoweverShortTheyAre) {
  const ImportedTable table = form({{"年度目标", "<td colspan=3>做好全县的防汛。"},
                                    {"是否政府采购：", "否", "覆盖范围", "全县"},
                                    {"实施批次", "<td colspan=3>两批"}});
  EXPECT_THAT(said_of(table, "fields-left-out"),
              ElementsAre(testing::AllOf(HasSubstr("是否政府采购"), HasSubstr("实施批次"))));
}

TEST(LeftOverCells, AreNamedBehindAnotherLabelAndItsValue) {
  const ImportedTable table = form({{"项目类型", "新增", "存续状态", "三年"},
                                    {"年度目标", "做好全县的防汛。", "完成时间", "2025.12"}});
  EXPECT_THAT(said_of(table, "fields-left-out"),
              ElementsAre(testing::AllOf(HasSubstr("存续状态"), HasSubstr("完成时间"))));
}

TEST(LeftOverCells, AreNoLongLabels) {
  const ImportedTable table =
      form({{"年度目标", "<td colspan=3>做好全县的防汛。"},
            {"<td rowspan=2>2.项目的实施办法及其过程的概述", "<td colspan=3>按季检查，"},
            {"<td colspan=3>按年验收。"}});
  EXPECT_THAT(said_of(table, "text-left-over"), testing::IsEmpty());
}

}  // namespace
}  // namespace budgetdiff
