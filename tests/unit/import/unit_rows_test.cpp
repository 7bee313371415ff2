// Rows of spending units above their projects. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;

/// What is said of a unit's row with these amounts, above two projects of 财政拨款 1.00 and
/// 2.00 and 单位资金 0.50.
std::vector<std::string> said(const Row& unit, const std::string& other = "0.50") {
  Row row{"某县水利管理站"};
  row.insert(row.end(), unit.begin(), unit.end());
  row.insert(row.end(), {"", "", "", "", ""});
  const ImportedTable table = one(
      page("<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>",
           {{"项目名称", "合计", "财政拨款", "单位资金", "绩效目标", "一级指标", "二级指标",
             "三级指标", "指标值"},
            row,
            {"巡查", "1.50", "1.00", other, "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"},
            {"宣传", "2.00", "2.00", "", "开展宣传。", "产出指标", "数量指标", "场次", "≥2场"}}));
  EXPECT_EQ(table.snapshot.projects.size(), 2U);
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == "subtotal-mismatch") {
      out.push_back(finding.message.args.at(2) + " " + finding.message.args.at(1) + "/" +
                    finding.message.args.at(3));
    }
  }
  return out;
}

TEST(UnitRows, NameTheDepartmentsOwnOffice) {
  for (const std::string name : {"局本级", "机关", "本级", "局机关", "部门本级"}) {
    const ImportedTable table =
        one(page("<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>",
                 {{"项目名称", "合计", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
                  {"合计", "6.00", "", "", "", "", ""},
                  {name, "3.00", "", "", "", "", ""},
                  {"巡查", "1.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"},
                  {"宣传", "2.00", "开展宣传。", "产出指标", "数量指标", "场次", "≥2场"},
                  {"某县水利管理站", "3.00", "", "", "", "", ""},
                  {"养护", "3.00", "开展养护。", "产出指标", "数量指标", "公里", "≥2公里"}}));
    EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传", "养护")) << name;
    EXPECT_EQ(table.snapshot.projects.at(0).spending_unit, name);
    EXPECT_THAT(codes_of(table), ElementsAre()) << name;
  }
}

TEST(UnitRows, GiveRowsOfIndicatorsToTheProjectBelowTheDepartment) {
  const ImportedTable table =
      one(page("<h2>2025年项目支出绩效目标表</h2><p>单位名称：某县水利局</p>",
               {{"单位名称、项目名称", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
                {"某县水利局", "", "产出指标", "数量指标", "次数", "≥3次"},
                {"巡查", "开展巡查。", "效益指标", "社会效益指标", "影响", "提升"}}));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
  EXPECT_EQ(table.snapshot.projects[0].indicators.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].indicators[0].name, "次数");
  EXPECT_THAT(codes_of(table), testing::Contains("layout-guess"));
}

/// The department of a table with this line above it.
std::string department_below(const std::string& line) {
  return one(page("<h2>2024年项目支出绩效目标表</h2><p>" + line + "</p>",
                  {{"项目名称", "合计", "绩效目标", "三级指标", "指标值"},
                   {"巡查", "1.00", "开展巡查。", "次数", "≥3次"}}))
      .snapshot.department;
}

TEST(Departments, MayHaveNamesThatEndAsNoBodysDo) {
  for (const char* name : {"某州海关", "某城高新区", "某县本级", "某村少年宫"}) {
    EXPECT_EQ(department_below("部门名称：" + std::string(name) + "　单位：万元"), name);
  }
  EXPECT_EQ(department_below("部门名称：规划科</p><p>某县水利局2024年项目支出绩效目标表"),
            "某县水利局");
  for (const char* none : {"2024年", "万元", "无", "见附件，另行公开", "项目支出"}) {
    EXPECT_EQ(department_below("部门名称：" + std::string(none)), "") << none;
  }
}

TEST(Departments, HaveBracketsOfFullWidth) {
  for (const char* name : {"某县水利局(本级)", "某县水利局（本级）", "某县 水利局 （本级）"}) {
    EXPECT_EQ(department_below("部门名称：" + std::string(name)), "某县水利局（本级）");
  }
}

/// What is said of a row 小计 at `at`, of a table of projects of 1.00, 2.00, 4.00 and 8.00.
std::vector<std::string> said_of_subtotal(std::size_t at, const std::string& amount,
                                          const std::string& label = "小计") {
  std::vector<Row> rows{
      {"项目名称", "合计", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"}};
  int number = 0;
  for (const char* total : {"1.00", "2.00", "4.00", "8.00"}) {
    const std::string name = "巡查" + std::to_string(++number);
    rows.push_back({name, total, "开展" + name + "。", "产出指标", "数量指标", "次数", "≥3次"});
  }
  rows.insert(rows.begin() + 1 + static_cast<std::ptrdiff_t>(at),
              {label, amount, "", "", "", "", ""});
  const ImportedTable table =
      one(page("<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>", rows));
  EXPECT_EQ(table.snapshot.projects.size(), 4U);
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == "subtotal-mismatch") {
      out.push_back(finding.message.args.at(1) + "/" + finding.message.args.at(3));
    }
  }
  return out;
}

TEST(Subtotals, AreSumsOfWhatStandsBesideThem) {
  EXPECT_THAT(said_of_subtotal(2, "3.00"), ElementsAre());  // all above
  EXPECT_THAT(said_of_subtotal(3, "6.00"), ElementsAre());  // some above, of a page or a kind
  EXPECT_THAT(said_of_subtotal(1, "6.00"), ElementsAre());  // some below
  EXPECT_THAT(said_of_subtotal(0, "5.00"), ElementsAre());  // heads what has no known end
  EXPECT_THAT(said_of_subtotal(2, "5.00"), ElementsAre("5.00/3.00"));
  EXPECT_THAT(said_of_subtotal(4, "15.10"), ElementsAre("15.10/15.00"));
}

TEST(Subtotals, AreNoProjectsWhateverTheirSumIsOf) {
  for (const char* label : {"河道类小计", "水利站合计", "2个项目", "项目数：2项"}) {
    EXPECT_THAT(said_of_subtotal(2, "3.00", label), ElementsAre()) << label;
    EXPECT_THAT(said_of_subtotal(2, "5.00", label), ElementsAre("5.00/3.00")) << label;
  }
  EXPECT_THAT(said_of_subtotal(4, "9.00", "共计4个项目"), ElementsAre());  // the table's total
}

TEST(UnitRows, AreHeldAgainstTheirProjectsInEveryColumn) {
  EXPECT_THAT(said({"3.50", "3.00", "0.50"}), ElementsAre());
  EXPECT_THAT(said({"3.50", "3.00", ""}), ElementsAre());
  EXPECT_THAT(said({"3.50", "2.00", "0.50"}), ElementsAre("财政拨款 2.00/3.00"));
  EXPECT_THAT(said({"3.40", "2.00", "0.60"}),
              ElementsAre("总计 3.40/3.50", "财政拨款 2.00/3.00", "单位资金 0.60/0.50"));
  // A column that the table fills in for units alone.
  EXPECT_THAT(said({"3.50", "3.00", "0.50"}, ""), ElementsAre());
}

ImportedTable grouped(const std::vector<std::pair<std::string, std::string>>& groups) {
  return one(page("<h2>某县教育局2024年项目支出绩效目标表</h2><p>单位：万元</p>",
                  {{"序号", "项目名称", "合计", "绩效目标", "三级指标", "指标值"},
                   {groups.at(0).first, groups.at(0).second, "3.00", "", "", ""},
                   {"1", "办园", "1.00", "办好园。", "园数", "≥3所"},
                   {"2", "办学", "2.00", "办好学。", "校数", "≥3所"},
                   {groups.at(1).first, groups.at(1).second, "5.00", "", "", ""},
                   {"3", "实训", "5.00", "建好基地。", "基地", "≥1个"}}));
}

TEST(UnitRows, AreGroupsByTheirNumbers) {
  // Numbers of their own make one project below a group enough.
  for (const auto& groups :
       {std::vector<std::pair<std::string, std::string>>{{"一", "基础教育"}, {"二", "职业教育"}},
        {{"（一）", "一般公共预算项目"}, {"（二）", "政府性基金项目"}},
        {{"", "一、民生实事"}, {"", "二、重点工作"}}}) {
    const ImportedTable table = grouped(groups);
    EXPECT_THAT(names_of(table.snapshot), ElementsAre("办园", "办学", "实训"));
    EXPECT_EQ(table.snapshot.department, "某县教育局");
    EXPECT_EQ(table.snapshot.projects.at(0).spending_unit, "");
    EXPECT_THAT(codes_of(table), ElementsAre("categories-missing"));
  }
}

TEST(UnitRows, AreProjectsThatAreNumberedAsSuch) {
  const ImportedTable table = grouped({{"一", "基础教育"}, {"3", "职业教育"}});
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("办园", "办学", "职业教育", "实训"));
}

}  // namespace
}  // namespace budgetdiff
