// Tables that stand in a document twice, word for word. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using testing::SizeIs;

const Row head = {"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"};
const std::vector<Row> rows = {
    head,
    {"<td rowspan=2>林带抚育", "<td rowspan=2>31.00", "<td rowspan=2>抚育林带。", "产出指标",
     "数量指标", "抚育面积", "≥700亩"},
    {"满意度指标", "服务对象满意度指标", "职工满意度", "≥92%"}};
const std::string title = "<h3>丁县林业局2024年项目支出绩效目标表</h3><p>单位：万元</p>";

std::vector<Row> form(const std::string& name) {
  return {{"项目名称", name, "项目资金（万元）", "7.00"},
          {"绩效目标", "<td colspan=3>看护林场。"},
          {"一级指标", "二级指标", "三级指标", "指标值"},
          {"产出指标", "数量指标", "看护人数", "≥7人"}};
}

/// "project total indicators" of all tables, and their findings.
struct Found {
  std::vector<std::string> projects;
  std::vector<std::string> codes;
};
Found found_in(const std::string& bytes) {
  Found out;
  const auto document = read(bytes);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (document) {
    for (const ImportedTable& table : document->tables) {
      for (const Project& project : table.snapshot.projects) {
        const Amount* const total = project.funding.find(column::total);
        out.projects.push_back(project.name + " " + (total ? total->to_string() : "-") + " " +
                               std::to_string(project.indicators.size()));
      }
      for (const std::string& code : codes_of(table)) {
        out.codes.push_back(code);
      }
    }
  }
  return out;
}

TEST(RepeatedTables, AreTakenOnce) {
  const Found pages = found_in(page(title, rows) + page(title, rows));
  EXPECT_THAT(pages.projects, ElementsAre("林带抚育 31.00 2"));
  EXPECT_THAT(pages.codes, Contains("table-repeated"));
  // A copy for phones has no title of its own.
  EXPECT_THAT(found_in(page(title, rows) + table(rows)).projects, ElementsAre("林带抚育 31.00 2"));
  const std::vector<Row> sheet = {
      {"丁县林业局2024年项目支出绩效目标表"},
      head,
      {"护林", "7.00", "护林。", "产出指标", "数量指标", "人数", "≥7人"}};
  EXPECT_THAT(found_in(workbook({{"Sheet1", sheet}, {"Sheet1 (2)", sheet}})).projects,
              ElementsAre("护林 7.00 1"));
}

TEST(RepeatedTables, MayBePartsOfOneGrid) {
  const std::string rows_once =
      "丁县林业局2024年项目支出绩效目标表,,,\n项目名称,预算金额,绩效目标,绩效指标\n"
      "护林,7.00,护林。,产出指标：数量指标：人数≥7人；\n防火,5.00,防火。,"
      "产出指标：数量指标：人数≥5人；\n";
  EXPECT_THAT(found_in(rows_once + rows_once).projects, ElementsAre("护林 7.00 1", "防火 5.00 1"));
}

TEST(RepeatedTables, MayBeForms) {
  const std::string above = "<h3>项目支出绩效目标申报表（2024年度）</h3>";
  const Found twice =
      found_in(page(above, form("护林")) + page(above, form("护林")) + page(above, form("防火")));
  EXPECT_THAT(twice.projects, ElementsAre("护林 7.00 1", "防火 7.00 1"));
  const auto count = std::count(twice.codes.begin(), twice.codes.end(), "table-repeated");
  EXPECT_EQ(count, 1);
}

TEST(RepeatedTables, AreOthersWhereTheirTitlesSayOthers) {
  const std::string next = "<h3>丁县林业局2025年项目支出绩效目标表</h3><p>单位：万元</p>";
  const Found years = found_in(page(title, rows) + page(next, rows));
  EXPECT_THAT(years.projects, SizeIs(2));
  EXPECT_THAT(years.codes, Not(Contains("table-repeated")));
  // Two units that plan the same, each below its name, which nothing says is a body's.
  EXPECT_THAT(found_in(page(title + "<p>一、东区</p>", rows) + page("<p>二、西区</p>", rows)).codes,
              Not(Contains("table-repeated")));
}

TEST(RepeatedTables, AreOthersWhereOneCellDiffers) {
  std::vector<Row> other = rows;
  other[1][1] = "<td rowspan=2>32.00";
  EXPECT_THAT(found_in(page(title, rows) + page(title, other)).projects,
              ElementsAre("林带抚育 31.00 2", "林带抚育 32.00 2"));
}

}  // namespace
}  // namespace budgetdiff
