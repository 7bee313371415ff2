// What the second table of a document says of itself, whose header is the first one's: the unit of
// its amounts, whose it is. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;

const Row head = {"项目名称", "预算数", "绩效目标", "三级指标", "指标值"};

Row row(const std::string& name, const std::string& amount) {
  return {name, amount, "做好" + name + "。", name + "次数", "≥3次"};
}

/// "巡查 3.00万元", a project each.
std::vector<std::string> totals_of(const Snapshot& snapshot) {
  std::vector<std::string> out;
  for (const Project& project : snapshot.projects) {
    const Amount* const total = project.funding.total();
    out.push_back(project.name + " " + (total == nullptr ? "" : total->to_string()) +
                  snapshot.unit);
  }
  return out;
}

const std::string same_title = "<h3>某县林业局2024年项目支出绩效目标表</h3>";

TEST(ListedTwice, SaysWhereListAndFormStateDifferentTotals) {
  const auto codes = [](const std::string& listed, const std::string& unit) {
    return codes_of(one("<h2>某县水利局2024年项目支出绩效目标汇总表</h2><p>单位：" + unit + "</p>" +
                        table({{"项目名称", "预算数", "绩效目标"},
                               {"修渠", listed, "修渠。"},
                               {"清淤", "2.00", "清淤。"}}) +
                        "<h2>某县水利局2024年项目支出绩效目标申报表</h2>" +
                        table({{"项目名称", "<td colspan=3>修渠"},
                               {"资金总额（万元）", "<td colspan=3>4.52"},
                               {"年度目标", "<td colspan=3>修渠。"},
                               {"一级指标", "二级指标", "三级指标", "指标值"},
                               {"产出指标", "数量指标", "数量", "≥3个"}})));
  };
  const auto twice = [&](const std::string& listed, const std::string& unit) {
    const std::vector<std::string> all = codes(listed, unit);
    return std::count(all.begin(), all.end(), "project-listed-twice");
  };
  EXPECT_EQ(twice("4.52", "万元"), 1);
  EXPECT_EQ(twice("5.52", "万元"), 2);
  EXPECT_EQ(twice("45,183.20", "元"), 1);
}

TEST(PlainLists, AreNoneBesideAFormWhoseIndicatorsAreATableOfTheirOwn) {
  const Snapshot read =
      one("<h2>某县水利局2025年部门预算</h2><h3>项目支出表</h3><p>单位：万元</p>" +
          table({{"科目编码", "项目名称", "合计", "一般公共预算"},
                 {"213001", "防汛", "9.00", "9.00"},
                 {"213002", "抗旱", "8.00", "8.00"}}) +
          "<h3>项目支出绩效目标表</h3>" +
          table({{"项目名称", "修渠"}, {"资金总额（万元）", "4.00"}, {"年度目标", "修渠三条。"}}) +
          table({{"一级指标", "二级指标", "三级指标", "指标值"},
                 {"产出指标", "数量指标", "数量", "≥3条"}}))
          .snapshot;
  EXPECT_THAT(totals_of(read), ElementsAre("修渠 4.00万元"));
}

TEST(ContentsTables, NameProjectsAndAreNone) {
  const auto form = [](const char* name) {
    return table({{"项目名称", "<td colspan=3>" + std::string(name)},
                  {"资金总额（万元）", "<td colspan=3>4.00"},
                  {"年度目标", "<td colspan=3>完成任务。"},
                  {"一级指标", "二级指标", "三级指标", "指标值"},
                  {"产出指标", "数量指标", "数量", "≥3个"}});
  };
  const std::string contents = table({{"<td colspan=3>某县水利局2024年部门预算项目绩效目标"},
                                      {"序号", "项目名称", "页码"},
                                      {"1", "修渠", "2"},
                                      {"2", "清淤", "3-4"}});
  const ImportedTable read_table =
      one("<h2>某县水利局2024年项目支出绩效目标表</h2>" + contents + form("修渠") + form("清淤"));
  ASSERT_EQ(read_table.snapshot.projects.size(), 2U);
  EXPECT_EQ(read_table.snapshot.projects[0].name, "修渠");
  EXPECT_EQ(read_table.snapshot.projects[1].name, "清淤");
}

TEST(SecondTables, AreInTheUnitOfTheirOwnCaption) {
  const std::string bytes =
      page(same_title + "<p>单位：万元</p>", {head, row("造林", "3.00"), row("巡护", "2.00")}) +
      page(same_title + "<p>单位：元</p>", {head, row("防火", "45000")});
  EXPECT_THAT(totals_of(one(bytes).snapshot),
              ElementsAre("造林 3.00万元", "巡护 2.00万元", "防火 4.5万元"));
  // The same in the rows of one sheet after the other, the smaller unit first.
  EXPECT_THAT(totals_of(one(workbook({{"一", {{"单位：元"}, head, row("造林", "30000")}},
                                      {"二", {{"单位：万元"}, head, row("防火", "4.5")}}}))
                            .snapshot),
              ElementsAre("造林 30000元", "防火 45000元"));
}

TEST(SecondTables, AreInTheUnitOfTheFirstWhereTheySayNone) {
  EXPECT_THAT(totals_of(one(page(same_title + "<p>单位：万元</p>", {head, row("造林", "3.00")}) +
                            page(same_title, {head, row("防火", "4.50")}))
                            .snapshot),
              ElementsAre("造林 3.00万元", "防火 4.50万元"));
}

TEST(SecondTables, WithoutAHeaderAreInTheUnitSaidAboveThem) {
  const std::vector<Row> first = {head, row("造林", "3.00")};
  EXPECT_THAT(totals_of(one(page(same_title + "<p>单位：万元</p>", first) +
                            page("<p>单位：元</p>", {row("防火", "45000")}))
                            .snapshot),
              ElementsAre("造林 3.00万元", "防火 4.5万元"));
  // What the header says is not the caption's to change.
  std::vector<Row> headed = first;
  headed[0][1] = "预算数（万元）";
  EXPECT_THAT(
      totals_of(
          one(page(same_title, headed) + page("<p>单位：元</p>", {row("防火", "4.50")})).snapshot),
      ElementsAre("造林 3.00万元", "防火 4.50万元"));
}

/// "某县林业局: 造林 巡护" of each snapshot.
std::vector<std::string> tables_of(const std::string& bytes) {
  std::vector<std::string> out;
  const auto document = read(bytes);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (document) {
    for (const ImportedTable& table : document->tables) {
      std::string& line = out.emplace_back(table.snapshot.department + ":");
      for (const std::string& name : names_of(table.snapshot)) {
        line += " " + name;
      }
    }
  }
  return out;
}

std::string two_tables(const std::string& above_first, const std::string& above_second) {
  return page(above_first, {head, row("造林", "3.00")}) +
         page(above_second, {head, row("演出", "4.00")});
}

TEST(SecondTables, AreAnotherDepartmentsWhereTheirTitleSaysSo) {
  const std::vector<std::string> parts{"某县林业局: 造林", "某县文化局: 演出"};
  const std::string unit = "<p>单位：万元</p>";
  EXPECT_EQ(tables_of(two_tables("<h3>某县林业局2024年项目支出绩效目标表</h3>" + unit,
                                 "<h3>某县文化局2024年项目支出绩效目标表</h3>" + unit)),
            parts);
  // In the line over a title, below it, or alone above the table.
  EXPECT_EQ(tables_of(two_tables("<p>某县林业局</p><h3>2024年项目支出绩效目标表</h3>" + unit,
                                 "<h3>2024年项目支出绩效目标表</h3><p>某县文化局</p>" + unit)),
            parts);
  EXPECT_EQ(tables_of(two_tables("<p>某县林业局</p>" + unit, "<p>某县文化局</p>" + unit)), parts);
  // One says it in its title, the other behind a label.
  const std::string labelled = "<h3>2024年项目支出绩效目标表</h3><p>部门名称：";
  EXPECT_EQ(tables_of(two_tables("<h3>某县林业局2024年项目支出绩效目标表</h3>",
                                 labelled + "某县文化局</p>")),
            parts);
  EXPECT_EQ(
      tables_of(two_tables("<h3>某县林业局2024年项目支出绩效目标表</h3><p>部门名称：某县林业局</p>",
                           "<h3>某县文化局2024年项目支出绩效目标表</h3>")),
      parts);
}

TEST(SecondTables, AreTheSameDepartmentsWhereTheirTitleNamesNoOther) {
  const std::string first = "<h3>某县林业局2024年项目支出绩效目标表</h3>";
  for (const char* above : {
           "<h3>2024年项目支出绩效目标表</h3>",
           "<h3>某县林业局造林站2024年项目支出绩效目标表</h3>",  // a unit of it
           // Who signed what stands before, and when.
           "<p>某县财政局</p><p>2024年3月1日</p><h3>2024年项目支出绩效目标表</h3>",
           "<h3>护林站项目支出绩效目标表</h3>",  // called after a project
       }) {
    EXPECT_THAT(tables_of(two_tables(first, above)), ElementsAre("某县林业局: 造林 演出")) << above;
  }
}

TEST(SecondTables, AreTheCoversDepartmentsBelowNamesOfItsUnits) {
  const std::string unit = "<p>单位：万元</p>";
  EXPECT_THAT(tables_of("<h1>某县教育局2024年部门预算</h1><p>目录</p>" +
                        two_tables("<p>某县第一中学</p>" + unit, "<p>某县第二中学</p>" + unit)),
              ElementsAre("某县教育局: 造林 演出"));
}

TEST(SecondTables, AreTheirLabelsDepartmentsWhateverTheirTitlesName) {
  const auto form = [](const std::string& title, const std::string& name) {
    return page("<h3>" + title + "</h3>", {{"项目名称", name},
                                           {"主管部门", "某县民政局"},
                                           {"年度资金总额（万元）", "3.00"},
                                           {"年度目标", "做好" + name + "。"},
                                           {"一级指标", "二级指标", "三级指标", "指标值"},
                                           {"产出指标", "数量指标", "次数", "≥3次"}});
  };
  EXPECT_THAT(tables_of(form("某县福利院2024年项目支出绩效目标表", "护理") +
                        form("某县救助站2024年项目支出绩效目标表", "救助")),
              ElementsAre("某县民政局: 护理 救助"));
}

std::string two_sheets(const std::string& above, const std::string& one, const std::string& other) {
  const Row title{above};
  return workbook(
      {{one, {title, head, row("造林", "3.00")}}, {other, {title, head, row("演出", "4.00")}}});
}

TEST(SecondTables, AreTheirSheetsDepartmentsWhereNothingElseSaysWhose) {
  const std::string title = "2024年项目支出绩效目标表";
  EXPECT_THAT(tables_of(two_sheets(title, "某县林业局", "某县文化局")),
              ElementsAre("某县林业局: 造林", "某县文化局: 演出"));
  EXPECT_THAT(tables_of(two_sheets("某县教育局" + title, "某县第一中学", "某县第二中学")),
              ElementsAre("某县教育局: 造林 演出"));
}

TEST(SecondTables, InTextSayWhoseTheyAreAndTheirUnit) {
  const auto list = [](const std::string& above, const std::string& name,
                       const std::string& amount) {
    return above + "\n项目名称 总计 财政拨款 绩效目标 绩效指标\n" + name + " " + amount + " " +
           amount + " 开展" + name + "工作。\n" +
           "1、1-产出指标；11-数量指标；次数；实施周期指标值:≥1次；年度指标值:≥1次。\n";
  };
  const auto document =
      read(list("某县林业局2024年项目支出绩效目标表\n单位：万元", "造林", "3.00") +
           list("某县文化局2024年项目支出绩效目标表\n单位：元", "演出", "40000.00"));
  ASSERT_TRUE(document);
  ASSERT_EQ(document->tables.size(), 2U);
  EXPECT_EQ(document->tables[0].snapshot.department, "某县林业局");
  EXPECT_THAT(totals_of(document->tables[0].snapshot), ElementsAre("造林 3.00万元"));
  EXPECT_EQ(document->tables[1].snapshot.department, "某县文化局");
  EXPECT_THAT(totals_of(document->tables[1].snapshot), ElementsAre("演出 40000.00元"));
}

}  // namespace
}  // namespace budgetdiff
