/// Tables copied out of a page, with tabs: cells that span rows are there once.

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

using Texts = std::vector<std::string>;

ImportedTable table(const std::string& text) {
  auto document = import_document({"x.txt", text}, {}, {});
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? document->tables.front() : ImportedTable{};
}

Texts indicators(const Project& project) {
  Texts out;
  std::transform(project.indicators.begin(), project.indicators.end(), std::back_inserter(out),
                 [](const Indicator& one) {
                   return one.level1 + "|" + one.level2 + "|" + one.name + "|" + one.annual_target;
                 });
  return out;
}

std::string amount(const Project& project, const std::string& column) {
  const Amount* found = project.funding.find(column);
  return found == nullptr ? "" : found->to_string();
}

bool has(const ImportedTable& table, const std::string& code) {
  const auto& findings = table.provenance.findings;
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return finding.code == code; });
}

const std::string head = "某县水利局2025年项目支出绩效目标表\n单位：万元\n";

TEST(Paste, GivesShortRowsTheColumnsAtTheRight) {
  const ImportedTable read =
      table(head +
            "项目名称\t预算数\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值\t备注\n"
            "河道清淤\t12.50\t清淤十公里。\t产出指标\t数量指标\t清淤长度\t≥10公里\t\n"
            "质量指标\t验收合格率\t100%\t\n"
            "效益指标\t社会效益指标\t防洪能力\t提升\t\n"
            "水库巡查\t3.00\t每月巡查。\t产出指标\t数量指标\t巡查次数\t=12次\t按月\n"
            "巡查水库座数\t≥3座\t\n");
  ASSERT_EQ(read.snapshot.projects.size(), 2U);
  EXPECT_EQ(indicators(read.snapshot.projects[0]),
            (Texts{"产出指标|数量指标|清淤长度|≥10公里", "产出指标|质量指标|验收合格率|100%",
                   "效益指标|社会效益指标|防洪能力|提升"}));
  EXPECT_EQ(indicators(read.snapshot.projects[1]),
            (Texts{"产出指标|数量指标|巡查次数|=12次", "产出指标|数量指标|巡查水库座数|≥3座"}));
  EXPECT_EQ(read.snapshot.projects[1].goal, "每月巡查。");
  EXPECT_FALSE(has(read, "layout-guess"));
}

TEST(Paste, KnowsANameThatIsCalledAsACategoryIs) {
  const ImportedTable read =
      table(head +
            "项目名称\t预算数\t一级指标\t二级指标\t三级指标\t指标解释\t指标值\n"
            "河道清淤\t12.50\t满意度指标\t服务对象满意度指标\t村民满意度\t问卷\t≥90%\n"
            "服务对象满意度\t抽样调查\t≥95%\n");
  EXPECT_EQ(indicators(read.snapshot.projects.at(0)).at(1),
            "满意度指标|服务对象满意度指标|服务对象满意度|≥95%");
}

TEST(Paste, EndsARowBehindAWordThatIsAWholeCell) {
  const ImportedTable read = table(
      "某县水利局2025年项目支出绩效目标表\n"
      "项目名称\t河道清淤\n"
      "年度资金总额\t12.50\n"
      "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t计量单位\t指标方向\n"
      "产出指标\t数量指标\t清淤长度\t10\t公里\t≥\n"
      "满意度指标\t服务对象满意度指标\t村民满意度\t90\t%\t≥\n"
      "乡镇评价\t满意\t\t定性\n"
      "农户评价（%）\t95\t%\t≥\n");
  EXPECT_EQ(
      indicators(read.snapshot.projects.at(0)),
      (Texts{"产出指标|数量指标|清淤长度|≥10公里", "满意度指标|服务对象满意度指标|村民满意度|≥90%",
             "满意度指标|服务对象满意度指标|乡镇评价|满意",
             "满意度指标|服务对象满意度指标|农户评价（%）|≥95%"}));
}

TEST(Paste, PutsWordsBelowTheGroupsOfAHeader) {
  const ImportedTable read =
      table(head +
            "序号\t项目名称\t资金来源\t绩效目标\t绩效指标\n"
            "合计\t财政拨款\t其他资金\t一级指标\t二级指标\t三级指标\t指标值\n"
            "1\t河道清淤\t12.50\t10.00\t2.50\t清淤十公里。\t产出指标\t数量指标\t清淤长度\t≥10公里\n"
            "时效指标\t完成时间\t2025年10月底前\n");
  const Project& project = read.snapshot.projects.at(0);
  EXPECT_EQ(amount(project, "total"), "12.50");
  EXPECT_EQ(amount(project, "other_funds"), "2.50");
  EXPECT_EQ(indicators(project).at(1), "产出指标|时效指标|完成时间|2025年10月底前");
}

TEST(Paste, PartsTheSameWordsBelowSeveralCategories) {
  const ImportedTable read = table(head +
                                   "项目名称\t预算数\t绩效指标\n"
                                   "产出指标\t效益指标\n"
                                   "三级指标\t指标值\t三级指标\t指标值\n"
                                   "河道清淤\t12.50\t清淤长度\t≥10公里\t防洪能力\t提升\n"
                                   "清淤方量\t≥5万方\t\t\n");
  EXPECT_EQ(indicators(read.snapshot.projects.at(0)),
            (Texts{"产出指标||清淤长度|≥10公里", "产出指标||清淤方量|≥5万方",
                   "效益指标||防洪能力|提升"}));
}

TEST(Paste, ReadsFormsWhoseLabelsBreakAndWhoseGoalsHaveParagraphs) {
  const ImportedTable read =
      table(head +
            "项目名称\t河道清淤，方便群众。\n预算资金情况\n"
            "项目资金\n（万元）\t年度资金总额\t12.50\n其中：财政拨款\t10.00\n其他资金\t2.50\n"
            "年度\n总体\n目标\t目标1：清淤十公里；\n目标2：不返淤。\n"
            "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t分值权重\n（90）\n"
            "产出指标\t数量\n指标\t清淤长度\t≥10公里\t50\n"
            "效益指标\t社会效益指标\t防洪能力\t提升\t40\n"
            "第四部分 名词解释\n项目支出：指为完成特定任务发生的支出。\n");
  ASSERT_EQ(read.snapshot.projects.size(), 1U);
  const Project& project = read.snapshot.projects[0];
  EXPECT_EQ(project.name, "河道清淤，方便群众。");
  EXPECT_EQ(amount(project, "fiscal_appropriation"), "10.00");
  EXPECT_EQ(project.goal + project.annual_goal, "目标1：清淤十公里；\n目标2：不返淤。");
  EXPECT_EQ(indicators(project),
            (Texts{"产出指标|数量指标|清淤长度|≥10公里", "效益指标|社会效益指标|防洪能力|提升"}));
  EXPECT_EQ(project.indicators[1].weight, "40");
}

TEST(Paste, ReadsAmountsBelowTheirLabels) {
  const ImportedTable read =
      table(head +
            "项目名称\t河道清淤\n项目资金\t资金总额\t财政拨款\t其他资金\n12.50\t10.00\t2.50\n"
            "总体目标\t实施期目标\t年度目标\n三年清淤三十公里。\t今年清淤十公里。\n"
            "一级指标\t二级指标\t三级指标\t指标值\n"
            "产出指标\t数量指标\t清淤长度\t≥10公里\n质量指标\t合格率\t100%\n");
  const Project& project = read.snapshot.projects.at(0);
  EXPECT_EQ(amount(project, "fiscal_appropriation"), "10.00");
  EXPECT_EQ(project.goal, "三年清淤三十公里。");
  EXPECT_EQ(project.annual_goal, "今年清淤十公里。");
}

TEST(Paste, TakesQuotedCellsOfSpreadsheetsWhole) {
  const ImportedTable read =
      table(head +
            "项目名称\t预算数\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值\n"
            "河道清淤\t12.50\t\"1.清淤十公里；\n2."
            "不返\"\"淤\"\"。\"\t产出指标\t数量指标\t清淤长度\t≥10公里\n"
            "质量指标\t合格率\t100%\n");
  EXPECT_EQ(read.snapshot.projects.at(0).goal, "1.清淤十公里；\n2.不返\"淤\"。");
}

TEST(Paste, SaysWhereARowIsAGuess) {
  const ImportedTable read = table(head +
                                   "项目名称\t预算数\t一级指标\t二级指标\t三级指标\t指标值\n"
                                   "河道清淤\t12.50\t产出指标\t数量指标\t清淤长度\t≥10公里\n"
                                   "质量指标\t100%\n"
                                   "效益指标\t社会效益指标\t防洪能力\t提升\n");
  EXPECT_TRUE(has(read, "layout-guess"));
}

/// A list in which each separator is another text, and a goal has two lines.
std::string list_with(const std::string& gap) {
  std::string text =
      head +
      "项目名称\t预算数\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值\n"
      "小型水库维修养护\t36.00\t水库安全\n度汛\t产出指标\t数量指标\t水库座数\t≥12座\n"
      "效益指标\t社会效益指标\t下游村民安全感\t提高\n"
      "河道保洁\t8.00\t河面干净\t产出指标\t数量指标\t保洁长度\t≥30公里\n合计\t44.00\n";
  for (std::size_t at = text.find('\t'); at != text.npos; at = text.find('\t', at + gap.size())) {
    text.replace(at, 1, gap);
  }
  return text;
}

TEST(Paste, ReadsCellsThatAreAllPartedAlike) {
  for (const std::string gap : {"\t", "    ", "        ", " | ", "|"}) {
    const ImportedTable read = table(list_with(gap));
    ASSERT_EQ(read.snapshot.projects.size(), 2U) << gap;
    EXPECT_EQ(read.snapshot.projects[0].name, "小型水库维修养护") << gap;
    EXPECT_EQ(read.snapshot.projects[0].goal, "水库安全度汛") << gap;
    EXPECT_EQ(
        indicators(read.snapshot.projects[0]),
        (Texts{"产出指标|数量指标|水库座数|≥12座", "效益指标|社会效益指标|下游村民安全感|提高"}))
        << gap;
    EXPECT_EQ(amount(read.snapshot.projects[1], "total"), "8.00") << gap;
    EXPECT_FALSE(read.snapshot.stated_total.items().empty()) << gap;
  }
}

TEST(Paste, TakesNoChoicesForAName) {
  for (const std::string label : {"项目", "项目名称"}) {
    const ImportedTable read =
        table(head + "项目名称\t河道保洁\n" + label +
              "\t☑延续项目 □新增项目\n资金总额\t8.00\n年度目标\t河面干净，岸线整洁。\n"
              "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t保洁长度\t≥30公里\n");
    ASSERT_EQ(read.snapshot.projects.size(), 1U) << label;
    EXPECT_EQ(read.snapshot.projects[0].name, "河道保洁");
    EXPECT_EQ(amount(read.snapshot.projects[0], "total"), "8.00");
    EXPECT_EQ(read.snapshot.projects[0].type, "延续项目");
  }
}

TEST(Paste, ReadsATableOfMarkdown) {
  const ImportedTable read =
      table(head +
            "| 项目名称 | 预算数 | 绩效目标 | 三级指标 | 指标值 |\n|---|---:|---|---|---|\n"
            "| 河道保洁 | 8.00 | 河面干净 | 保洁长度 | ≥30公里 |\n"
            "| 水库维修 | 36.00 | | 水库座数 | ≥12座 |\n");
  ASSERT_EQ(read.snapshot.projects.size(), 2U);
  EXPECT_EQ(read.snapshot.projects[1].goal, "");
  EXPECT_EQ(read.snapshot.projects[1].indicators.at(0).annual_target, "≥12座");
}

TEST(Paste, GoesOnWithTheListOfItsLastCell) {
  const ImportedTable read =
      table(head +
            "项目名称\t预算数\t绩效目标\t绩效指标\n"
            "河道保洁\t8.00\t河面干净。\t数量指标：保洁长度≥30公里；巡查次数≥12次；\n"
            "质量指标：保洁合格率≥90%；\n满意度指标：村民满意度≥88%；\n"
            "水库维修\t36.00\t安全。\t数量指标：水库座数≥12座；\n时效指标：完工及时率=100%；\n");
  ASSERT_EQ(read.snapshot.projects.size(), 2U);
  EXPECT_EQ(indicators(read.snapshot.projects[0]),
            (Texts{"|数量指标|保洁长度|≥30公里", "|数量指标|巡查次数|≥12次",
                   "|质量指标|保洁合格率|≥90%", "满意度指标||村民满意度|≥88%"}));
  EXPECT_EQ(read.snapshot.projects[1].indicators.size(), 2U);
}

TEST(Paste, SaysALineAmidItsRowsThatIsNoneOfThem) {
  const ImportedTable read = table(head +
                                   "项目名称\t预算数\t绩效目标\t三级指标\t指标值\n"
                                   "河道保洁\t8.00\t河面干净\t保洁长度\t≥30公里\n"
                                   "以上各项按季度核查，并将核查的结果报送\n"
                                   "水库维修\t36.00\t安全\t水库座数\t≥12座\n");
  EXPECT_EQ(read.snapshot.projects.size(), 2U);
  EXPECT_TRUE(has(read, "text-left-over"));
}

TEST(Paste, PartsItsHeaderAtYearsAndAtLabelsInBrackets) {
  const ImportedTable years =
      table(head +
            "项目名称\t预算金额\t绩效目标\t绩效指标\n"
            "2025年\t2026年\t一级指标\t二级指标\t三级指标\t指标值\n"
            "河道保洁\t8.00\t9.00\t河面干净。\t产出指标\t数量指标\t保洁长度\t≥30公里\n"
            "质量指标\t保洁合格率\t≥90%\n");
  ASSERT_EQ(years.snapshot.projects.size(), 1U);
  EXPECT_EQ(amount(years.snapshot.projects[0], "total"), "8.00");
  EXPECT_EQ(indicators(years.snapshot.projects[0]),
            (Texts{"产出指标|数量指标|保洁长度|≥30公里", "产出指标|质量指标|保洁合格率|≥90%"}));
  const ImportedTable brackets =
      table(head +
            "单位编码\n（项目编码）\t项目单位\n（项目名称）\t项目金额\t绩效目标\t三级指标\t指标值\n"
            "33000025T000000000001\t河道保洁\t8.00\t河面干净。\t保洁长度\t≥30公里\n");
  ASSERT_EQ(brackets.snapshot.projects.size(), 1U);
  EXPECT_EQ(brackets.snapshot.projects[0].name, "河道保洁");
  EXPECT_EQ(amount(brackets.snapshot.projects[0], "total"), "8.00");
}

TEST(Paste, EndsInReasonableTimeOnLinesWithoutEnd) {
  std::string text = head + "项目名称\t预算数\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值\n";
  for (int i = 0; i < 20'000; ++i) {
    text += "清淤，不返淤；\n";
  }
  text += "甲\t1.00\n";
  const auto document = import_document({"x.txt", text}, {}, {});
  EXPECT_FALSE(document && document->tables.empty());
}

}  // namespace
}  // namespace budgetdiff
