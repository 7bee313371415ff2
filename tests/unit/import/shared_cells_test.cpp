// Cells merged over several projects: each of the projects has what they say. All figures are
// made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string above = "<h2>2024年项目支出绩效目标表</h2><p>部门名称：某县林业局 单位：万元</p>";

/// A project's two rows; `unit`: the cells before its name in the first of them.
void add_project(std::vector<Row>& rows, const Row& unit, const std::string& name,
                 const std::string& amount) {
  Row first = unit;
  for (const std::string& text : {name, amount, "做好" + name + "。"}) {
    first.push_back("<td rowspan=2>" + text);
  }
  first.insert(first.end(), {"产出指标", "数量指标", name + "次数", "≥3次"});
  rows.push_back(first);
  rows.push_back({"满意度指标", "服务对象满意度指标", name + "满意度", "≥90%"});
}

std::vector<Row> header(const std::string& unit) {
  return {{unit, "项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"}};
}

/// "project: unit" of each.
std::vector<std::string> units_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Project& project : table.snapshot.projects) {
    out.push_back(project.name + ": " + project.spending_unit);
  }
  return out;
}

TEST(SharedCells, AUnitsCellIsOfAllItsProjects) {
  std::vector<Row> rows = header("单位名称");
  rows.push_back({"<td colspan=2>合计", "6.00", "", "", "", "", ""});
  add_project(rows, {"<td rowspan=4>某县林场"}, "造林", "1.00");
  add_project(rows, {}, "抚育", "2.00");
  add_project(rows, {"<td rowspan=2>某县苗圃"}, "育苗", "3.00");
  const ImportedTable table = one(page(above, rows));
  EXPECT_THAT(units_of(table), ElementsAre("造林: 某县林场", "抚育: 某县林场", "育苗: 某县苗圃"));
  EXPECT_THAT(codes_of(table), ElementsAre());
}

TEST(SharedCells, AUnitsCellMayBeginAtItsSum) {
  for (const char* sum : {"小计", "合计"}) {
    std::vector<Row> rows = header("单位名称");
    rows.push_back({"<td colspan=2>合计", "6.00", "", "", "", "", ""});
    rows.push_back({"<td rowspan=5>某县林场", sum, "3.00", "", "", "", "", ""});
    add_project(rows, {}, "造林", "1.00");
    add_project(rows, {}, "抚育", "2.00");
    rows.push_back({"某县苗圃", sum, "3.00", "", "", "", "", ""});
    add_project(rows, {"<td rowspan=2>某县苗圃"}, "育苗", "3.00");
    const ImportedTable table = one(page(above, rows));
    EXPECT_THAT(units_of(table), ElementsAre("造林: 某县林场", "抚育: 某县林场", "育苗: 某县苗圃"));
    EXPECT_EQ(table.snapshot.stated_total.total()->to_string(), "6.00");
    EXPECT_THAT(codes_of(table), ElementsAre());
  }
}

/// What is said of the sums of two units, of which one has two projects of 1.00 and 2.00.
std::vector<std::string> said_of_sums(const std::string& first, const std::string& second) {
  std::vector<Row> rows = header("单位名称");
  rows.push_back({"<td colspan=2>合计", "6.00", "", "", "", "", ""});
  rows.push_back({"<td rowspan=5>某县林场", "小计", first, "", "", "", "", ""});
  add_project(rows, {}, "造林", "1.00");
  add_project(rows, {}, "抚育", "2.00");
  rows.push_back({"<td rowspan=3>某县苗圃", "小计", second, "", "", "", "", ""});
  add_project(rows, {}, "育苗", "3.00");
  std::vector<std::string> out;
  for (const Finding& finding : one(page(above, rows)).provenance.findings) {
    out.push_back(finding.message.args.at(0) + " " + finding.message.args.at(1) + "/" +
                  finding.message.args.at(3));
  }
  return out;
}

TEST(SharedCells, TheSumOfAUnitIsHeldAgainstItsProjects) {
  EXPECT_THAT(said_of_sums("3.00", "3.00"), ElementsAre());
  EXPECT_THAT(said_of_sums("4.00", "3.00"), ElementsAre("某县林场 4.00/3.00"));
  EXPECT_THAT(said_of_sums("3.00", "2.00"), ElementsAre("某县苗圃 2.00/3.00"));
  EXPECT_THAT(said_of_sums("6.00", "3.00"), ElementsAre());  // of all, as 林场 is above 苗圃
}

TEST(SharedCells, TheSumOfTheOnlyUnitIsTheTables) {
  std::vector<Row> rows = header("单位名称");
  rows.push_back({"某县林业局", "合计", "3.50", "", "", "", "", ""});
  add_project(rows, {"<td rowspan=4>某县林业局"}, "造林", "1.00");
  add_project(rows, {}, "抚育", "2.00");
  const ImportedTable table = one(page(above, rows));
  EXPECT_THAT(units_of(table), ElementsAre("造林: ", "抚育: "));  // the department itself
  EXPECT_EQ(table.snapshot.stated_total.total()->to_string(), "3.50");
  EXPECT_THAT(codes_of(table), ElementsAre("sum-mismatch"));
}

TEST(SharedCells, ATypeAndAGoalMayBeOfSeveral) {
  std::vector<Row> rows = {
      {"项目类别", "项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
      {"<td rowspan=2>特定目标类", "造林", "1.00", "<td rowspan=2>绿化荒山。", "产出指标",
       "数量指标", "面积", "≥3亩"},
      {"抚育", "2.00", "产出指标", "数量指标", "面积", "≥4亩"},
      {"其他运转类", "宣传", "2.00", "做好宣传。", "产出指标", "数量指标", "场次", "≥4场"}};
  const ImportedTable table = one(page(above, rows));
  ASSERT_EQ(table.snapshot.projects.size(), 3U);
  EXPECT_EQ(table.snapshot.projects[1].type, "特定目标类");
  EXPECT_EQ(table.snapshot.projects[1].goal, "绿化荒山。");
  EXPECT_EQ(table.snapshot.projects[2].type, "其他运转类");
  EXPECT_THAT(codes_of(table), Not(Contains("goal-missing")));
}

TEST(SharedCells, ABlankUnitIsTheOneAboveWhereABlankNameIs) {
  // A sheet whose merged cells were lost: each text stands in the first of its rows.
  const std::vector<Row> rows = {
      {"单位名称", "项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
      {"某县林场", "造林", "1.00", "绿化荒山。", "产出指标", "数量指标", "面积", "≥3亩"},
      {"", "", "", "", "效益指标", "生态效益指标", "覆盖率", "≥4%"},
      {"", "抚育", "2.00", "抚育幼林。", "产出指标", "数量指标", "面积", "≥4亩"},
      {"某县苗圃", "育苗", "2.00", "做好育苗。", "产出指标", "数量指标", "株数", "≥4株"}};
  EXPECT_THAT(units_of(one(page(above, rows))),
              ElementsAre("造林: 某县林场", "抚育: 某县林场", "育苗: 某县苗圃"));
}

TEST(SharedCells, ABlankUnitIsNobodysElsewhere) {
  const std::vector<Row> rows = {
      {"单位名称", "项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
      {"某县林场", "造林", "1.00", "绿化荒山。", "产出指标", "数量指标", "面积", "≥3亩"},
      {"", "抚育", "2.00", "抚育幼林。", "产出指标", "数量指标", "面积", "≥4亩"},
      {"某县苗圃", "育苗", "2.00", "做好育苗。", "产出指标", "数量指标", "株数", "≥4株"}};
  EXPECT_THAT(units_of(one(page(above, rows))),
              ElementsAre("造林: 某县林场", "抚育: ", "育苗: 某县苗圃"));
}

}  // namespace
}  // namespace budgetdiff
