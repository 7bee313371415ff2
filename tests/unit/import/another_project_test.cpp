// Projects that share a name, an amount and a goal. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string caption =
    "<h2>2024年项目支出绩效目标表</h2><p>部门名称：某县水务局 单位：万元</p>";
const Row head = {"序号", "项目名称", "预算数", "绩效目标", "一级指标", "三级指标", "指标值"};

/// A row of 设备维护, 5.00, whose first cells span `span` rows.
Row maintenance(const std::string& number, const Row& indicator, int span = 1) {
  Row row;
  for (const std::string& text :
       {number, std::string("设备维护"), std::string("5.00"), std::string("设备完好。")}) {
    row.push_back("<td rowspan=" + std::to_string(span) + ">" + text);
  }
  row.insert(row.end(), indicator.begin(), indicator.end());
  return row;
}

/// How many indicators each project has.
std::vector<std::size_t> sizes_of(const ImportedTable& table) {
  std::vector<std::size_t> out;
  for (const Project& project : table.snapshot.projects) {
    out.push_back(project.indicators.size());
  }
  return out;
}

const Row pumps = {"产出指标", "水泵", "≥3台"};
const Row gates = {"产出指标", "闸门", "≥2座"};
const Row users = {"满意度指标", "用户满意度", "≥90%"};
const Row staff = {"满意度指标", "职工满意度", "≥85%"};

TEST(AnotherProject, HasAnotherNumber) {
  const ImportedTable each =
      one(page(caption, {head, maintenance("1", pumps), maintenance("2", gates)}));
  EXPECT_THAT(sizes_of(each), ElementsAre(1, 1));
  // The second row of each has a blank number.
  const ImportedTable blank =
      one(page(caption, {head, maintenance("1", pumps), maintenance("", users),
                         maintenance("2", gates), maintenance("", staff)}));
  EXPECT_THAT(sizes_of(blank), ElementsAre(2, 2));
  EXPECT_THAT(codes_of(blank), Not(Contains("column-guess")));
}

TEST(AnotherProject, HasMergedCellsOfItsOwn) {
  const ImportedTable table = one(
      page(caption, {head, maintenance("", pumps, 2), users, maintenance("", gates, 2), staff}));
  EXPECT_THAT(sizes_of(table), ElementsAre(2, 2));
  // Where a page broke the merged cells the project's indicators go on.
  const ImportedTable broken = one(
      page(caption, {head, maintenance("", pumps, 2), gates, maintenance("", users, 2), staff}));
  EXPECT_THAT(sizes_of(broken), ElementsAre(4));
}

TEST(AnotherProject, IsNotARowThatIsNumbered) {
  Row other = maintenance("3", pumps);
  other[1] = "管网巡查";
  Row last = maintenance("4", users);
  last[1] = "管网巡查";
  const ImportedTable table =
      one(page(caption, {head, maintenance("1", pumps), maintenance("2", users), other, last}));
  EXPECT_THAT(sizes_of(table), ElementsAre(2, 2));
  EXPECT_THAT(codes_of(table), Not(Contains("column-guess")));
  // One project alone may as well be several.
  const ImportedTable alone =
      one(page(caption, {head, maintenance("1", pumps), maintenance("2", users)}));
  EXPECT_THAT(sizes_of(alone), ElementsAre(2));
  EXPECT_THAT(codes_of(alone), Contains("column-guess"));
}

TEST(AnotherProject, IsNotAnIndicatorThatIsNumbered) {
  const Row words = {"项目名称", "预算数", "绩效目标", "序号", "一级指标", "三级指标", "指标值"};
  const ImportedTable table =
      one(page(caption, {words,
                         {"设备维护", "5.00", "设备完好。", "1", "产出指标", "水泵", "≥3台"},
                         {"设备维护", "5.00", "设备完好。", "2", "产出指标", "闸门", "≥2座"}}));
  EXPECT_THAT(sizes_of(table), ElementsAre(2));
}

TEST(AnotherProject, HasAnotherUnitOrCode) {
  for (const auto& [word, first, second] :
       {std::tuple{"实施单位", "甲水厂", "乙水厂"}, std::tuple{"项目代码", "510023", "510024"}}) {
    const Row words = {word, "项目名称", "预算数", "绩效目标", "一级指标", "三级指标", "指标值"};
    const ImportedTable table =
        one(page(caption, {words, maintenance(first, pumps), maintenance(second, gates)}));
    EXPECT_THAT(sizes_of(table), ElementsAre(1, 1)) << word;
  }
}

TEST(AnotherProject, HasTheNameThatIsMergedOverItsUnits) {
  const Row words = {"项目名称", "实施单位", "预算数", "绩效目标",
                     "一级指标", "三级指标", "指标值"};
  const ImportedTable table = one(page(
      caption, {words,
                {"<td rowspan=3>维修", "甲水厂", "5.00", "设备完好。", "产出指标", "水泵", "≥3台"},
                {"乙水厂", "4.00", "渠系畅通。", "产出指标", "闸门", "≥2座"},
                {"丙水厂", "4.00", "渠系畅通。", "产出指标", "闸门", "≥1座"}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("维修", "维修", "维修"));
  EXPECT_EQ(table.snapshot.projects.at(2).spending_unit, "丙水厂");
  EXPECT_THAT(codes_of(table), Not(Contains("name-missing")));
}

TEST(AnotherProject, HasItsNameAboveThatOfParts) {
  const Row words = {"项目名称", "子项目名称", "预算数", "绩效目标",
                     "一级指标", "三级指标",   "指标值"};
  const ImportedTable table =
      one(page(caption, {words,
                         {"水利发展", "维修", "5.00", "设备完好。", "产出指标", "水泵", "≥3台"},
                         {"节水宣传", "", "5.00", "人人节水。", "产出指标", "场次", "≥2场"}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("维修", "节水宣传"));
}

}  // namespace
}  // namespace budgetdiff
