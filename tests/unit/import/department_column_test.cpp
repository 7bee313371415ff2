// A compilation of many departments' projects in one table, each with its department in a column.
// All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

/// A row a project: department, unit, name, amount.
std::string compilation(const std::string& label, const std::vector<Row>& projects,
                        const std::string& total = "6.00") {
  std::vector<Row> rows = {
      {"<td colspan=7>某县2024年县级项目支出绩效目标汇总表"},
      {"<td colspan=5>" + label, "<td colspan=2>单位：万元"},
      {"主管部门", "项目单位", "项目名称", "预算金额", "绩效目标", "三级指标", "指标值"}};
  for (const Row& project : projects) {
    rows.push_back({project[0], project[1], project[2], project[3], "做好" + project[2] + "。",
                    project[2] + "次数", "≥3次"});
  }
  rows.push_back({"<td colspan=3>合计", total, "", "", ""});
  return page("", rows);
}

const std::vector<Row>& of_three() {
  static const std::vector<Row> rows = {{"某县教育局", "某县第一中学", "培训", "1.00"},
                                        {"[205]某县水利局", "某县水利局", "巡查", "2.00"},
                                        {"某县教育局", "某县第二中学", "维修", "3.00"}};
  return rows;
}

/// "department: project (unit) ..." of each snapshot.
std::vector<std::string> tables_of(const std::string& bytes, const ImportOptions& options = {}) {
  std::vector<std::string> out;
  const auto document = read(bytes, options);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (!document) {
    return out;
  }
  for (const ImportedTable& table : document->tables) {
    std::string text = table.snapshot.department + ":";
    for (const Project& project : table.snapshot.projects) {
      text += " " + project.name + "(" + project.spending_unit + ")";
    }
    out.push_back(std::move(text));
  }
  return out;
}

TEST(DepartmentColumn, EachDepartmentsProjectsAreItsOwnSnapshot) {
  for (const char* label : {"", "编制单位：某县财政局"}) {
    EXPECT_THAT(
        tables_of(compilation(label, of_three())),
        ElementsAre("某县教育局: 培训(某县第一中学) 维修(某县第二中学)", "某县水利局: 巡查()"));
  }
}

TEST(DepartmentColumn, TheTotalIsOfAllAndIsHeldAgainstAll) {
  const auto right = read(compilation("", of_three()));
  const auto wrong = read(compilation("", of_three(), "7.00"));
  ASSERT_TRUE(right && wrong);
  EXPECT_THAT(codes_of(right->tables[0]), ElementsAre("categories-missing", "fields-left-out"));
  EXPECT_THAT(codes_of(wrong->tables[0]), Contains("sum-mismatch"));
  EXPECT_THAT(codes_of(wrong->tables[1]), Not(Contains("sum-mismatch")));
  for (const ImportedTable& table : right->tables) {
    EXPECT_EQ(table.snapshot.stated_total.total(), nullptr);
    EXPECT_EQ(table.snapshot.unit, "万元");
    EXPECT_EQ(table.snapshot.year, 2024);
  }
}

TEST(DepartmentColumn, TheUserChoosesOne) {
  ImportOptions options;
  options.department = "水利局";
  EXPECT_THAT(tables_of(compilation("", of_three()), options), ElementsAre("某县水利局: 巡查()"));
}

TEST(DepartmentColumn, ATableOfOneOfThemStaysWhole) {
  const std::string bytes = compilation("部门名称：某县教育局", of_three());
  EXPECT_THAT(tables_of(bytes),
              ElementsAre("某县教育局: 培训(某县第一中学) 巡查(某县水利局) 维修(某县第二中学)"));
  ImportOptions options;
  options.department = "某县水利局";
  EXPECT_THAT(tables_of(bytes, options), ElementsAre("某县水利局: 巡查()"));
}

TEST(DepartmentColumn, NamesThatAreNotWholeSplitNothing) {
  std::vector<Row> rows = of_three();
  rows[2][0] = "教育局";  // the rest stands on the page before
  EXPECT_EQ(tables_of(compilation("编制单位：某县财政局", rows)).size(), 1U);
  rows[2][0] = "";
  EXPECT_EQ(tables_of(compilation("编制单位：某县财政局", rows)).size(), 1U);
  rows[2][0] = "重点领域";
  EXPECT_EQ(tables_of(compilation("编制单位：某县财政局", rows)).size(), 1U);
}

/// The same table with one column of bodies, called `column`.
std::string with_one_column(const std::string& column, const std::string& label,
                            const std::vector<std::string>& bodies) {
  std::vector<Row> rows = {{"<td colspan=5>" + label + "　单位：万元"},
                           {column, "项目名称", "预算金额", "绩效目标", "三级指标", "指标值"}};
  for (const std::string& body : bodies) {
    const std::string name = "第" + std::to_string(rows.size() - 1) + "项";
    rows.push_back({body, name, "1.00", "做好" + name + "。", "次数", "≥3次"});
  }
  return page("<h2>2024年项目支出绩效目标表</h2>", rows);
}

TEST(DepartmentColumn, MayBeTheOnlyOneOfBodies) {
  const std::vector<std::string> bodies{"某县教育局", "某县水利局", "某县教育局"};
  const std::vector<std::string> parts{"某县教育局: 第1项() 第3项()", "某县水利局: 第2项()"};
  const std::vector<std::string> whole{
      "某县财政局: 第1项(某县教育局) 第2项(某县水利局) 第3项(某县教育局)"};
  EXPECT_EQ(tables_of(with_one_column("主管部门", "", bodies)), parts);
  EXPECT_EQ(tables_of(with_one_column("主管部门", "部门名称：某县财政局", bodies)), parts);
  EXPECT_EQ(tables_of(with_one_column("部门名称", "", bodies)), parts);
  // Of the department that the label names these are units.
  EXPECT_EQ(tables_of(with_one_column("部门名称", "部门名称：某县财政局", bodies)), whole);
  EXPECT_EQ(tables_of(with_one_column("单位名称", "部门名称：某县财政局", bodies)), whole);
}

TEST(DepartmentColumn, IsOfAllProjectsBelowAMergedCell) {
  const std::vector<std::string> head{"主管部门", "项目单位", "项目名称", "预算金额",
                                      "绩效目标", "三级指标", "指标值"};
  const std::string bytes = page(
      "<h2>2024年项目支出绩效目标表</h2>",
      {head,
       {"<td rowspan=2>某县教育局", "某县第一中学", "培训", "1.00", "做好培训。", "次数", "≥3次"},
       {"某县第二中学", "维修", "1.00", "做好维修。", "次数", "≥3次"},
       {"某县水利局", "某县水利局", "巡查", "1.00", "做好巡查。", "次数", "≥3次"}});
  EXPECT_THAT(tables_of(bytes), ElementsAre("某县教育局: 培训(某县第一中学) 维修(某县第二中学)",
                                            "某县水利局: 巡查()"));
  ImportOptions options;
  options.department = "某县林业局";
  EXPECT_FALSE(read(bytes, options));
}

TEST(DepartmentColumn, IsSaidWhereItDoesNotPartTheTable) {
  std::vector<Row> rows = of_three();
  EXPECT_THAT(codes_of(one(compilation("部门名称：某县教育局", rows))),
              Not(Contains("department-missing")));
  rows.push_back({"", "某县林场", "造林", "0.00"});
  ImportOptions options;
  options.department = "某县林业局";
  const ImportedTable table = one(compilation("", rows), options);
  EXPECT_EQ(table.snapshot.projects.size(), 4U);
  EXPECT_THAT(codes_of(table), Contains("department-missing"));
}

TEST(DepartmentColumn, HasSumsOfEachWithTheNumberOfItsProjects) {
  const Row head{"部门", "项目名称", "预算数", "绩效目标", "三级指标", "指标值"};
  const auto bytes = [&](const std::string& sum) {
    return page("<h2>某市2024年项目支出绩效目标汇总表</h2><p>单位：万元</p>",
                {head,
                 {"<td rowspan=2>某市体育局", "比赛", "10.00", "举办比赛。", "场次", "≥3场"},
                 {"训练", "5.00", "开展训练。", "人数", "≥30人"},
                 {"体育局小计", "2个项目", sum, "", "", ""},
                 {"某市交通局", "养护", "20.00", "养护道路。", "里程", "≥40公里"},
                 {"某市交通局", "共1项", "20.00", "", "", ""},
                 {"总计", "3个项目", "35.00", "", "", ""}});
  };
  EXPECT_THAT(tables_of(bytes("15.00")),
              ElementsAre("某市体育局: 比赛() 训练()", "某市交通局: 养护()"));
  EXPECT_THAT(codes_of(read(bytes("15.00"))->tables[0]), Not(Contains("subtotal-mismatch")));
  EXPECT_THAT(codes_of(read(bytes("16.00"))->tables[0]), Contains("subtotal-mismatch"));
}

/// The same with a column 预算单位 and nothing that says whose the table is.
std::string budget_units(const std::string& title, const std::string& first,
                         const std::string& second) {
  return page(title, {{"预算单位", "项目名称", "预算金额", "绩效目标", "三级指标", "指标值"},
                      {first, "培训", "1.00", "做好培训。", "次数", "≥3次"},
                      {second, "巡查", "2.00", "做好巡查。", "次数", "≥3次"}});
}

TEST(DepartmentColumn, MayBeThatOfBudgetUnits) {
  const std::string title = "<p>2024年项目支出绩效目标汇总表</p><p>单位：万元</p>";
  const std::string bureaus = budget_units(title, "某县教育局", "某县水利局");
  EXPECT_THAT(tables_of(bureaus), ElementsAre("某县教育局: 培训()", "某县水利局: 巡查()"));
  ImportOptions options;
  options.department = "某县水利局";
  EXPECT_THAT(tables_of(bureaus, options), ElementsAre("某县水利局: 巡查()"));
  // Units below a department have no budget of their own.
  EXPECT_EQ(tables_of(budget_units(title, "某县教育局", "某县第一中学")).size(), 1U);
  EXPECT_EQ(tables_of(budget_units("<p>某县财政局2024年项目支出绩效目标表</p>", "某县教育局",
                                   "某县水利局"))
                .size(),
            1U);
}

}  // namespace
}  // namespace budgetdiff
