/// Which label of a form a value is of, in text that `pdftotext` gives column by column.

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/tables.hpp>

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

Snapshot snapshot(const std::string& text) {
  auto document = import_document({"x.txt", text}, {}, {});
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? document->tables.front().snapshot : Snapshot{};
}

const std::string rows =
    "一级指标\n二级指标\n三级指标\n指标值\n产出指标\n数量指标\n看护渡口数\n≥3处\n"
    "效益指标\n社会效益指标\n群众安全感\n提高\n";

/// A form with labels that nobody knows, which other forms have as well.
std::string dated(const std::string& name, const std::string& goal) {
  return "预算单位：某县航运局\n项目名称\n项目起始时间\n项目资金总额\n项目总体目标\n\n"
         "单位：万元\n\n" +
         name + "\n2025-03-01\n\n2025年项目支出绩效目标表\n\n项目终止时间\n2025-12-31\n8.00\n" +
         goal + "\n" + rows + "\n";
}

TEST(FormValues, ADateGoesOnInNoName) {
  const Snapshot read =
      snapshot(dated("渡口看护", "保障两岸群众过河安全，全年无事故。") + "\f" +
               dated("渡船检修", "每季检修渡船一次，保证村民过河，全年不误一班。"));
  ASSERT_EQ(read.projects.size(), 2U);
  EXPECT_EQ(read.projects[0].name, "渡口看护");
  EXPECT_EQ(read.projects[0].goal, "保障两岸群众过河安全，全年无事故。");
  EXPECT_EQ(read.projects[1].name, "渡船检修");
}

TEST(FormValues, ALabelsPiecesMayBothHaveProseBehindThem) {
  const Snapshot read = snapshot(
      "2025年项目支出绩效目标表\n单位：万元\n项目名称\n年度资金总额\n\n渡口看护\n8.00\n"
      "年度总 每天看护三个渡口，渡船按时检修，船工都有救生衣，保障两岸的村民过河\n"
      "体目标 安全，全年无事故。\n" +
      rows);
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(read.projects[0].goal,
            "每天看护三个渡口，渡船按时检修，船工都有救生衣，保障两岸的村民过河安全，全年无事故。");
}

TEST(FormValues, AnAmountBehindTheRowsSaysItsLabel) {
  const Snapshot read = snapshot(
      "项目名称\n主管部门\n\n2025年项目支出绩效目标表\n\n渡口看护\n某县航运局\n"
      "年度资金总额\n其中：财政拨款\n年度绩效目标\n保障两岸群众过河安全，全年无事故。\n"
      "一级指标\n二级指标\n三级指标\n产出指标\n数量指标\n看护渡口数\n"
      "质量指标\n看护到位率\n效益指标\n社会效益指标\n群众安全感\n\n"
      "单位：万元\n8.00\n6.00 其他资金：2.00\n\n指标值\n≥3处\n≥98%\n提高\n");
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(read.projects[0].funding.find("fiscal_appropriation")->to_string(), "6.00");
  ASSERT_NE(read.projects[0].funding.find("other_funds"), nullptr);
  EXPECT_EQ(read.projects[0].funding.find("other_funds")->to_string(), "2.00");
}

/// Two forms whose department and labels at the left stand before the rest of the page.
std::string ferry(const std::string& name, const std::string& amount) {
  return "项目名称\n主管部门\n\n" + name + "\n某县航运局（本级）\n\n资金情况（万元）\n绩效目标\n" +
         "绩效指标\n\n2025年项目支出绩效目标表\n项目类型\n\n年度资金总额\n\n新增\n\n" + amount +
         "\n" + amount + "\n\n其中：财政拨款\n其他资金\n保障两岸群众过河安全，全年无事故。\n" +
         rows + "\n";
}

TEST(FormValues, WhatAllFormsHaveIsNoProjectsOwn) {
  const Snapshot read = snapshot(ferry("渡口看护", "8.00") + "\f" + ferry("渡船检修", "3.50"));
  EXPECT_EQ(read.department, "某县航运局（本级）");
  EXPECT_EQ(read.unit, "万元");
  ASSERT_EQ(read.projects.size(), 2U);
  EXPECT_EQ(read.projects[1].name, "渡船检修");
  EXPECT_EQ(read.projects[1].goal, "保障两岸群众过河安全，全年无事故。");
  EXPECT_EQ(read.projects[1].type, "新增");
  EXPECT_EQ(read.projects[1].funding.find("fiscal_appropriation")->to_string(), "3.50");
}

}  // namespace
}  // namespace budgetdiff
