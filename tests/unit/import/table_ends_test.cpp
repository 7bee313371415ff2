/// Where the rows of a table end in text that gives its cells one after the other.

#include <budgetdiff/import/importer.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

ImportedTable read(const std::string& text) {
  auto document = import_document({"x.txt", text}, {}, {});
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? document->tables.front() : ImportedTable{};
}

using Texts = std::vector<std::string>;

/// Names and targets.
Texts indicators(const Project& project) {
  Texts out;
  std::transform(project.indicators.begin(), project.indicators.end(), std::back_inserter(out),
                 [](const Indicator& one) { return one.name + "|" + one.annual_target; });
  return out;
}

/// A form; `behind` stands behind its first row.
std::string form(const std::string& name, const std::string& behind = "") {
  return "项目支出绩效目标申报表\n（2025年度）\n填报单位：某县图书馆 单位：万元\n项目名称 " + name +
         "\n资金总额 12.00\n年度目标 全年开放，读者满意。\n一级指标 二级指标 三级指标 指标值\n"
         "产出指标 数量指标 开放天数 ≥300天\n" +
         behind;
}

const std::string last = "效益指标 社会效益指标 读者人数 ≥5万人\n";

TEST(TableEnds, TakesNoRemarkBelowAFormForARow) {
  for (const std::string below :
       {"注：1.本表一式两份。2.由单位填写。\n（盖章）\n", "备注：开放天数不含\n闭馆整理日。\n",
        "填表人：张三 联系电话：6612345\n", "单位（公章）\n"}) {
    const ImportedTable table =
        read(form("馆舍开放", last + below) + form("图书购置", last + below));
    ASSERT_EQ(table.snapshot.projects.size(), 2U);
    for (const Project& project : table.snapshot.projects) {
      EXPECT_EQ(indicators(project), (Texts{"开放天数|≥300天", "读者人数|≥5万人"})) << below;
    }
  }
}

TEST(TableEnds, GoesOnBehindALineThatPrintPutsBetweenRows) {
  for (const std::string between : {"单位：万元\n", "填报单位：某县图书馆\n单位：万元\n"}) {
    const ImportedTable table =
        read(form("馆舍开放", between + last) + form("图书购置", between + "读者人数 ≥5万人\n"));
    ASSERT_EQ(table.snapshot.projects.size(), 2U);
    EXPECT_EQ(indicators(table.snapshot.projects[0]),
              (Texts{"开放天数|≥300天", "读者人数|≥5万人"}));
    EXPECT_EQ(table.snapshot.unit, "万元");
  }
}

TEST(TableEnds, GoesOnBehindARemarkAtAPagesFoot) {
  const ImportedTable table = read(form("馆舍开放", "注：闭馆整理日\n不计。\n\f" + last) +
                                   form("图书购置", "注：闭馆整理日\n不计。\n\f读者人数 ≥5万人\n"));
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  for (const Project& project : table.snapshot.projects) {
    EXPECT_EQ(indicators(project), (Texts{"开放天数|≥300天", "读者人数|≥5万人"}));
  }
}

TEST(TableEnds, KeepsARowThatAllFormsHaveAtAPagesTop) {
  const ImportedTable table =
      read(form("馆舍开放", "\f" + last) + form("图书购置", last) + form("古籍保护", last));
  ASSERT_EQ(table.snapshot.projects.size(), 3U);
  for (const Project& project : table.snapshot.projects) {
    EXPECT_EQ(indicators(project), (Texts{"开放天数|≥300天", "读者人数|≥5万人"})) << project.name;
  }
}

TEST(TableEnds, TakeNoMarkOfATableThatGoesOnForText) {
  const auto layout = [](const std::string& name) {
    return "项目名称               " + name +
           "\n项目资金（万元）           1.00\n绩效目标               完成巡查任务。\n"
           "一级指标               二级指标          三级指标    指标值\n"
           "产出指标               数量指标          巡查次数    ≥120次\n"
           "满意度指标              服务对象满意度指标     群众满意度   ≥90%\n";
  };
  const ImportedTable table =
      read("                     项目支出绩效目标表\n部门名称：某县公安局\n" + layout("巡防") +
           "续表\n" + layout("禁毒") + "（续表）\n" + layout("反诈"));
  ASSERT_EQ(table.snapshot.projects.size(), 3U);
  for (const Project& project : table.snapshot.projects) {
    EXPECT_EQ(indicators(project), (Texts{"巡查次数|≥120次", "群众满意度|≥90%"})) << project.name;
  }
}

TEST(TableEnds, KeepsTheUnitOfMoneyOutOfAGoal) {
  const auto broken = [](const std::string& name) {
    return "项目支出绩效目标申报表\n项目名称 " + name +
           "\n资金总额 12.00\n年度目标 全年开放，读者\n金额单位：万元\n满意。\n"
           "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 开放天数 ≥300天\n" +
           last;
  };
  const ImportedTable table = read(broken("馆舍开放") + broken("图书购置"));
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].goal, "全年开放，读者满意。");
  EXPECT_EQ(table.snapshot.projects[1].goal, "全年开放，读者满意。");
  EXPECT_EQ(table.snapshot.unit, "万元");
}

TEST(TableEnds, SaysWhatLooksLikeARowBehindTheEnd) {
  const ImportedTable table =
      read(form("馆舍开放", last + "注：闭馆整理日不计。\n新书上架 及时\n办证人数 ≥200人\n") +
           form("图书购置", last));
  const auto& findings = table.provenance.findings;
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Finding& one) {
    return one.code == "text-left-over" && one.place.line == 12;
  }));
}

}  // namespace
}  // namespace budgetdiff
