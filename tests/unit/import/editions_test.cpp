// Tables of several years and stages in one document. All figures are made up.

#include "import/table/table_editions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const Row head = {"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"};
const Row first = {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"};
const Row second = {"宣传", "2.00", "开展宣传。", "产出指标", "数量指标", "场次", "≥2场"};
const std::string whose = "<p>部门名称：某县水利局 单位：万元</p>";

/// "2024 budget: 巡查", a table each.
std::vector<std::string> tables_of(const std::string& bytes, const ImportOptions& options = {}) {
  std::vector<std::string> out;
  const auto document = read(bytes, options);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (document) {
    for (const ImportedTable& one : document->tables) {
      std::string& line = out.emplace_back(std::to_string(one.snapshot.year.value_or(0)) + " " +
                                           one.snapshot.stage + ":");
      for (const Project& project : one.snapshot.projects) {
        line += " " + project.name;
      }
    }
  }
  return out;
}

std::string two(const std::string& above_first, const std::string& above_second) {
  return page(above_first + whose, {head, first}) + page(above_second + whose, {head, second});
}

const std::string two_years =
    two("<h3>2024年项目支出绩效目标表</h3>", "<h3>2023年项目支出绩效自评表</h3>");

TEST(Editions, OfTwoYearsInOneDocumentAreTwoSnapshots) {
  EXPECT_THAT(tables_of(two_years), ElementsAre("2024 budget: 巡查", "2023 final: 宣传"));
  EXPECT_THAT(tables_of("2024年项目支出绩效目标表,,\n部门名称：某县水利局 单位：万元,,\n"
                        "项目名称,预算金额,绩效目标\n巡查,3.00,开展巡查。\n"
                        "2023年项目支出绩效目标表,,\n项目名称,预算金额,绩效目标\n"
                        "宣传,2.00,开展宣传。\n"),
              ElementsAre("2024 budget: 巡查", "2023 budget: 宣传"));
}

TEST(Editions, AreChosenByYear) {
  ImportOptions options;
  options.year = 2023;
  EXPECT_THAT(tables_of(two_years, options), ElementsAre("2023 final: 宣传"));
  options.year = 2022;
  const auto none = read(two_years, options);
  ASSERT_FALSE(none);
  EXPECT_THAT(in_english(none.error()),
              HasSubstr("2022 is not one of the years whose tables it holds: 2023, 2024"));
}

TEST(Editions, OfOneYearStayTogetherWhereNothingSaysAnother) {
  EXPECT_THAT(tables_of(two("<h3>2024年项目支出绩效目标表</h3>", "")),
              ElementsAre("2024 budget: 巡查 宣传"));
  EXPECT_THAT(tables_of(two("", "<h3>2024年项目支出绩效目标表</h3>")),
              ElementsAre("2024 budget: 巡查 宣传"));
  // The year of prose, of a day and of a table that is passed over is not the table's.
  EXPECT_THAT(
      tables_of(two("<h3>2024年项目支出绩效目标表</h3>",
                    "<p>2023年我局完成各项绩效目标，成效明显。</p><p>填报日期：2023年12月1日"
                    "</p><h3>2023年部门预算收支总表</h3>" +
                        table({{"收入", "支出"}, {"1", "1"}, {"2", "2"}, {"3", "3"}}) +
                        "<h3>项目支出绩效目标表</h3>")),
      ElementsAre("2024 budget: 巡查 宣传"));
}

TEST(Editions, OfAFormAreSaidByItsCaption) {
  const auto form = [](const std::string& year, const std::string& name) {
    return page("<h3>项目支出绩效目标申报表</h3><p>（" + year + "年度）</p>" + whose,
                {{"项目名称", name},
                 {"项目资金", "3.00"},
                 {"绩效目标", "完成" + name + "。"},
                 {"一级指标", "二级指标", "三级指标", "指标值"},
                 {"产出指标", "数量指标", "次数", "≥3次"}});
  };
  EXPECT_THAT(tables_of(form("2025", "甲工程") + form("2025", "乙工程") + form("2024", "丙工程")),
              ElementsAre("2025 budget: 甲工程 乙工程", "2024 budget: 丙工程"));
}

TEST(Editions, OfTwoStagesAreTwoSnapshots) {
  const std::string plain = "<h3>2024年项目支出绩效目标表</h3>";
  const std::string changed = "<h3>2024年项目支出绩效目标表（调整预算）</h3>";
  EXPECT_THAT(tables_of(two(plain, changed)),
              ElementsAre("2024 budget: 巡查", "2024 adjusted: 宣传"));
  EXPECT_THAT(tables_of(two(changed, plain)),
              ElementsAre("2024 adjusted: 巡查", "2024 budget: 宣传"));
  ImportOptions options;
  options.stage = "adjusted";
  EXPECT_THAT(tables_of(two(plain, changed), options), ElementsAre("2024 adjusted: 宣传"));
  options.stage = "final";
  EXPECT_FALSE(read(two(plain, changed), options));
}

TEST(Editions, OfATitleWithoutAStageAreTheBudgetsWhateverTheirOrder) {
  const std::string goals = "<h3>某县水利局2024年项目支出绩效目标表</h3>";
  const std::string reached = "<h3>某县水利局2024年度项目绩效自评表</h3>";
  const std::string changed = "<h3>某县水利局2024年度项目支出绩效目标表（调整后）</h3>";
  EXPECT_THAT(tables_of(two(reached, goals)), ElementsAre("2024 final: 巡查", "2024 budget: 宣传"));
  EXPECT_THAT(tables_of(two(goals, reached)), ElementsAre("2024 budget: 巡查", "2024 final: 宣传"));
  EXPECT_THAT(tables_of(two(changed, goals)),
              ElementsAre("2024 adjusted: 巡查", "2024 budget: 宣传"));
  const std::string year = "<p>（2024年度）</p>";
  EXPECT_THAT(tables_of(two("<h3>项目支出绩效目标申报表（调整后）</h3>" + year,
                            "<h3>项目支出绩效目标申报表</h3>" + year)),
              ElementsAre("2024 adjusted: 巡查", "2024 budget: 宣传"));
  // A title that is called after its project, or only repeats the kind of the table, is a part.
  EXPECT_THAT(tables_of(two(changed, "<h3>2024年渠道清淤绩效目标表</h3>")),
              ElementsAre("2024 adjusted: 巡查 宣传"));
  EXPECT_THAT(tables_of(two(changed, "<h3>项目支出绩效目标表</h3>")),
              ElementsAre("2024 adjusted: 巡查 宣传"));
}

TEST(Editions, AreSaidByTheNearestTitleAndTheLineOverIt) {
  using import::edition_said;
  EXPECT_EQ(edition_said({"某局2024年部门预算", "项目支出绩效目标表"}).year, 2024);
  EXPECT_EQ(edition_said({"2023年收支预算总表", "说明", "项目支出绩效目标表"}).year, std::nullopt);
  EXPECT_EQ(edition_said({"某局2024年部门预算"}).year, std::nullopt);
  EXPECT_EQ(edition_said({"预算年度：2024"}).year, 2024);
  // Titles that are called after projects say these projects' years.
  EXPECT_EQ(edition_said({"6、五年规划评估及2026年实施方案编制绩效目标表"}).year, std::nullopt);
  EXPECT_EQ(edition_said({"11、2025年消防员伙食专项资金绩效目标表"}).year, std::nullopt);
  EXPECT_EQ(edition_said({"附件3：某县水利局2025年部门项目支出绩效目标申报表"}).year, 2025);
  EXPECT_EQ(edition_said({"某县2025年度区级部门预算项目绩效目标表（调整后）"}).year, 2025);
  EXPECT_EQ(edition_said({"项目支出绩效目标表（2025年度）"}).year, 2025);
  EXPECT_EQ(edition_said({"二〇二五年项目支出绩效目标表"}).year, 2025);
}

TEST(Editions, AreSaidByTheirSheetsWhereTheirTablesDoNot) {
  const std::string whose_cell = "部门名称：某县水利局 单位：万元";
  EXPECT_THAT(tables_of(workbook({{"2024年", {{whose_cell}, head, first}},
                                  {"2023年", {{whose_cell}, head, second}}})),
              ElementsAre("2024 budget: 巡查", "2023 budget: 宣传"));
  EXPECT_THAT(tables_of(workbook(
                  {{"表1", {{whose_cell}, head, first}}, {"表2", {{whose_cell}, head, second}}})),
              ElementsAre("0 budget: 巡查 宣传"));
}

TEST(Editions, OfTwoStagesAreSaidByTheirSheetsWhereTheirTitlesDoNot) {
  const std::string whose_cell = "某县水利局2024年项目支出绩效目标表";
  const auto sheets = [&](const char* one, const char* other) {
    return tables_of(workbook({{one, {{whose_cell}, {"单位：万元"}, head, first}},
                               {other, {{whose_cell}, {"单位：万元"}, head, second}}}));
  };
  const std::vector<std::string> parts{"2024 budget: 巡查", "2024 adjusted: 宣传"};
  EXPECT_EQ(sheets("年初预算", "调整预算"), parts);
  EXPECT_EQ(sheets("2024年", "2024年调整"), parts);
  EXPECT_THAT(sheets("2024年调整", "2024年"),
              ElementsAre("2024 adjusted: 巡查", "2024 budget: 宣传"));
  EXPECT_THAT(sheets("项目1", "项目2"), ElementsAre("2024 budget: 巡查 宣传"));
  // A sheet of another year's name says nothing of this one's stage.
  EXPECT_THAT(sheets("2023年决算", "2023年决算续"), ElementsAre("2024 budget: 巡查 宣传"));
}

TEST(Editions, InTextArePartedByTheirTitles) {
  const std::string rows =
      "部门名称：某县水利局 单位：万元\n项目名称 总计 财政拨款 绩效目标 绩效指标\n"
      "巡查 3.00 3.00 开展巡查。\n"
      "1、1-产出指标；11-数量指标；次数；实施周期指标值:≥1次；年度指标值:≥1次。\n";
  EXPECT_THAT(tables_of("2024年项目支出绩效目标表\n" + rows + "2023年项目支出绩效目标表\n" + rows),
              ElementsAre("2024 budget: 巡查", "2023 budget: 巡查"));
}

}  // namespace
}  // namespace budgetdiff
