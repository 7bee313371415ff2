// Tables whose projects are of several years, as a column or forms' labels say. All figures are
// made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string title = "<h3>丁县林业局2024年项目支出绩效目标表</h3><p>单位：万元</p>";

std::vector<Row> list(const std::string& header, const std::vector<Row>& rows) {
  std::vector<Row> out = {{header, "项目名称", "预算金额", "绩效目标", "绩效指标"}};
  out.insert(out.end(), rows.begin(), rows.end());
  return out;
}

Row row(const std::string& year, const std::string& name) {
  return {year, name, "7.00", "做好" + name + "。", "产出指标：数量指标：人数≥7人；"};
}

struct Found {
  std::vector<std::string> tables;  ///< "2024: 护林 防火"
  std::vector<std::string> codes;
};
Found found_in(const std::string& bytes, const ImportOptions& options = {}) {
  Found out;
  const auto document = read(bytes, options);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (document) {
    for (const ImportedTable& table : document->tables) {
      std::string& line = out.tables.emplace_back();
      line = std::to_string(table.snapshot.year.value_or(0)) + ":";
      for (const Project& project : table.snapshot.projects) {
        line += " " + project.name;
      }
      for (const std::string& code : codes_of(table)) {
        out.codes.push_back(code);
      }
    }
  }
  return out;
}

TEST(YearsOfRows, AreASnapshotEach) {
  const auto rows =
      list("预算年度", {row("2025", "护林"), row("2024年", "防火"), row("2025", "造林")});
  const Found found = found_in(page(title, rows));
  EXPECT_THAT(found.tables, ElementsAre("2024: 防火", "2025: 护林 造林"));
  EXPECT_THAT(found.codes, Contains("year-differs"));
  EXPECT_THAT(found_in(page("<h3>丁县林业局项目支出绩效目标表</h3>", rows)).codes,
              Not(Contains("year-differs")));
  ImportOptions options;
  options.year = 2025;
  EXPECT_THAT(found_in(page(title, rows), options).tables, ElementsAre("2025: 护林 造林"));
  options.year = 2023;
  const auto none = read(page(title, rows), options);
  ASSERT_FALSE(none);
  EXPECT_THAT(in_english(none.error()), HasSubstr("2024, 2025"));
}

TEST(YearsOfRows, MayStandInMergedCells) {
  const auto rows = list("年度", {row("<td rowspan=2>2023", "护林"),
                                  {"防火", "5.00", "防火。", "产出指标：数量指标：人数≥5人；"},
                                  row("2024", "造林")});
  EXPECT_THAT(found_in(page(title, rows)).tables, ElementsAre("2023: 护林 防火", "2024: 造林"));
}

TEST(YearsOfRows, PartOneProjectThatHasARowAYear) {
  std::vector<Row> rows = {
      {"年度", "项目名称", "预算金额", "一级指标", "二级指标", "三级指标", "指标值"},
      {"2024", "护林", "7.00", "产出指标", "数量指标", "人数", "≥7人"},
      {"2025", "护林", "7.00", "产出指标", "数量指标", "人数", "≥7人"}};
  EXPECT_THAT(found_in(page(title, rows)).tables, ElementsAre("2024: 护林", "2025: 护林"));
}

TEST(YearsOfRows, BelowOneNameAreThatProjectsInEachYear) {
  const std::vector<Row> rows = {
      {"项目名称", "年度", "预算金额", "绩效目标", "一级指标", "三级指标", "指标值"},
      {"<td rowspan=2>护林", "2024年", "7.00", "<td rowspan=2>看护林场。", "产出指标", "人数",
       "≥7人"},
      {"2025年", "5.00", "效益指标", "过火面积", "≤5亩"}};
  const auto document = read(page(title, rows));
  ASSERT_TRUE(document);
  ASSERT_EQ(document->tables.size(), 2U);
  for (const ImportedTable& table : document->tables) {
    ASSERT_EQ(table.snapshot.projects.size(), 1U);
    const Project& project = table.snapshot.projects.front();
    EXPECT_EQ(project.name, "护林");
    EXPECT_EQ(project.goal, "看护林场。");
    EXPECT_EQ(project.funding.find(column::total)->to_string(),
              table.snapshot.year == 2024 ? "7.00" : "5.00");
  }
}

TEST(YearsOfRows, OfWhenProjectsAreCarriedOutSayNothingAgainstTheTitle) {
  const auto rows = list("实施年度", {row("2023", "护林"), row("2024", "防火")});
  const Found found = found_in(page(title, rows));
  EXPECT_THAT(found.tables, ElementsAre("2024: 护林 防火"));
  EXPECT_THAT(found.codes, Contains("year-differs"));
}

TEST(YearsOfRows, AreSaidWhereNotAllProjectsHaveOne) {
  const Found found = found_in(
      page(title, list("年度", {row("2023", "护林"), row("", "防火"), row("2024", "造林")})));
  EXPECT_THAT(found.tables, ElementsAre("2024: 护林 防火 造林"));
  EXPECT_THAT(found.codes, Contains("year-differs"));
}

TEST(YearsOfRows, ThatAreOneAreTheTables) {
  const auto rows = list("年度", {row("2025", "护林"), row("2025", "防火")});
  const Found untitled = found_in(page("<h3>丁县林业局项目支出绩效目标表</h3>", rows));
  EXPECT_THAT(untitled.tables, ElementsAre("2025: 护林 防火"));
  EXPECT_THAT(untitled.codes, Not(Contains("year-differs")));
  const Found titled = found_in(page(title, rows));
  EXPECT_THAT(titled.tables, ElementsAre("2025: 护林 防火"));
  EXPECT_THAT(titled.codes, Contains("year-differs"));
}

std::string form(const std::string& name, const std::string& label, const std::string& value) {
  return page("<h3>项目支出绩效目标申报表</h3>",
              {{"项目名称", name, label, value},
               {"主管部门", "丁县林业局", "实施单位", "丁县林场"},
               {"项目资金（万元）", "7.00", "", ""},
               {"绩效目标", "<td colspan=3>做好" + name + "工作。"},
               {"一级指标", "二级指标", "三级指标", "指标值"},
               {"产出指标", "数量指标", "人数", "≥7人"}});
}

TEST(YearsOfRows, AreSaidByFormsLabels) {
  for (const std::string label : {"年度", "预算年度", "申报年度", "所属年度"}) {
    EXPECT_THAT(found_in(form("护林", label, "2025") + form("防火", label, "2025年")).tables,
                ElementsAre("2025: 护林 防火"))
        << label;
  }
  EXPECT_THAT(found_in(form("护林", "年度", "2025") + form("防火", "年度", "2024")).tables,
              ElementsAre("2024: 防火", "2025: 护林"));
  // A span is no year, and is not passed over in silence.
  const Found span = found_in(form("护林", "实施年度", "2024-2026"));
  EXPECT_THAT(span.tables, ElementsAre("0: 护林"));
  EXPECT_THAT(span.codes, Contains("fields-left-out"));
}

TEST(YearsOfRows, AreNoneWhereYearsHeadAFormsAmounts) {
  const std::string bytes = page("<h3>项目支出绩效目标申报表（2025年度）</h3>",
                                 {{"项目名称", "<td colspan=3>护林"},
                                  {"年度", "2024", "2025", "2026"},
                                  {"资金总额（万元）", "5.00", "7.00", "9.00"},
                                  {"绩效目标", "<td colspan=3>做好护林工作。"}});
  EXPECT_THAT(found_in(bytes).tables, ElementsAre("2025: 护林"));
}

}  // namespace
}  // namespace budgetdiff
