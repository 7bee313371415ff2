// Tables, projects and forms that go on on another page under a name that says so, and rows
// that are no part of what they stand in. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/table/continued.hpp"
#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> indicators_of(const Project& project) {
  std::vector<std::string> out;
  for (const Indicator& one : project.indicators) {
    out.push_back(one.name);
  }
  return out;
}

const Row head = {"项目名称", "资金总额", "绩效目标", "一级指标", "三级指标", "指标值"};

std::string list(const std::string& name_again) {
  const std::string above = "<h2>某县水利局2024年项目支出绩效目标表</h2><p>单位：万元</p>";
  return page(above, {head, {"巡查", "3.00", "巡查全县河道。", "产出指标", "次数", "≥3次"}}) +
         page(above, {head,
                      {name_again, "", "", "效益指标", "受益人口", "≥5人"},
                      {"培训", "2.00", "培训全县职工。", "产出指标", "人数", "≥5人"}});
}

TEST(Continued, ProjectsOfAListKeepTheirName) {
  for (const std::string mark : {"（续）", "(续)", "（续1）", "（续表）"}) {
    const ImportedTable table = one(list("巡查" + mark));
    ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查", "培训")) << mark;
    EXPECT_THAT(indicators_of(table.snapshot.projects[0]), ElementsAre("次数", "受益人口"));
  }
  // 续建 is a kind of project.
  EXPECT_EQ(import::without_continued(U"巡查（续建）"), U"巡查（续建）");
  EXPECT_EQ(import::without_continued(U"巡查（续）"), U"巡查");
}

std::string form(const std::string& title, const std::string& name, bool whole) {
  std::vector<Row> rows = {{"<td colspan=4>" + title}, {"<td colspan=4>（2024年度）"}};
  if (!name.empty()) {
    rows.push_back({"项目名称", "<td colspan=3>" + name});
    rows.push_back({"主管部门", "<td colspan=3>某县水利局"});
  }
  if (whole) {
    rows.push_back({"年度资金总额（万元）", "<td colspan=3>3.00"});
    rows.push_back({"年度目标", "<td colspan=3>做好全县的" + name + "工作。"});
  }
  rows.push_back({"一级指标", "二级指标", "三级指标", "指标值"});
  rows.push_back({"产出指标", "数量指标", whole ? "次数" : "场次", "≥3次"});
  return page("", rows);
}

TEST(Continued, FormsGoOnUnderTheirTitleAndName) {
  const std::string title = "项目支出绩效目标表";
  const std::string first = form(title, "巡查", true);
  const std::string last = form(title, "培训", true);
  for (const std::string& rest : {form(title + "（续）", "", false), form(title, "巡查", false),
                                  form(title + "（续）", "巡查（续）", false)}) {
    const ImportedTable table = one(first + rest + last);
    ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查", "培训"));
    EXPECT_THAT(indicators_of(table.snapshot.projects[0]), ElementsAre("次数", "场次"));
    EXPECT_THAT(codes_of(table), IsEmpty());
  }
  // With an amount of its own it is another project of that name.
  std::string other = first;
  other.replace(other.find("3.00"), 4, "4.00");
  EXPECT_EQ(one(first + other + last).snapshot.projects.size(), 3U);
}

TEST(Continued, WhoFilledInAFormIsNoIndicator) {
  const Row signature = {"填表人：某某", "审核人：某某", "联系电话：0771-1234567",
                         "填报日期：2024年1月20日"};
  std::string bytes = form("项目支出绩效目标表", "巡查", true);
  const std::size_t end = bytes.find("</table>");
  std::string row = "<tr>";
  for (const std::string& cell : signature) {
    row += "<td>" + cell + "</td>";
  }
  bytes.insert(end, row + "</tr>");
  const ImportedTable table = one(bytes);
  EXPECT_THAT(indicators_of(table.snapshot.projects.at(0)), ElementsAre("次数"));
  EXPECT_THAT(codes_of(table), ElementsAre("fields-left-out"));
  EXPECT_EQ(table.snapshot.year, 2024);
}

}  // namespace
}  // namespace budgetdiff
