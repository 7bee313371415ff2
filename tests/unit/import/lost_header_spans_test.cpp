/// Web pages whose header says no longer that its words span rows.

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/tables.hpp>

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

const std::string top =
    "<p>某县水利局2025年项目支出绩效目标表</p><p>单位：万元</p><table>"
    "<tr><td>项目名称</td><td colspan=\"2\">预算数</td><td>年度目标</td>"
    "<td colspan=\"4\">绩效指标</td></tr>";
const std::string row =
    "<tr><td>河道清淤</td><td>12.00</td><td>12.00</td><td>清理河道。</td><td>产出指标</td>"
    "<td>数量指标</td><td>清淤长度</td><td>≥3公里</td></tr></table>";

TEST(LostHeaderSpans, PutWordsBelowTheirGroups) {
  const auto document = import_web_page(
      {"x.html", top +
                     "<tr><td>总计</td><td>财政拨款</td><td>一级指标</td><td>二级指标</td>"
                     "<td>三级指标</td><td>指标值</td></tr>" +
                     row},
      {});
  ASSERT_TRUE(document) << in_english(document.error());
  const Project& project = document->tables.front().snapshot.projects.at(0);
  EXPECT_EQ(project.name, "河道清淤");
  EXPECT_EQ(project.funding.find("fiscal_appropriation")->to_string(), "12.00");
  ASSERT_EQ(project.indicators.size(), 1U);
  EXPECT_EQ(project.indicators[0].level2 + project.indicators[0].name, "数量指标清淤长度");
}

TEST(LostHeaderSpans, LeaveRowsWithOtherNumbersOfWords) {
  const auto document = import_web_page(
      {"x.html", top +
                     "<tr><td>总计</td><td>财政拨款</td><td>一级指标</td><td>二级指标</td>"
                     "<td>三级指标</td></tr>" +
                     row},
      {});
  EXPECT_FALSE(document);
}

}  // namespace
}  // namespace budgetdiff
