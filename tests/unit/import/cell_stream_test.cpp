/// Text that gives a table's cells one after the other, pasted or by pdftotext -raw.

#include "import/stream/stream_form.hpp"
#include "import/stream/tokens.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/tables.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

Result<ImportedDocument> read(const std::string& text) {
  return import_document({"x.txt", text}, {}, {});
}

Snapshot snapshot(const std::string& text) {
  auto document = read(text);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? document->tables.front().snapshot : Snapshot{};
}

/// An indicator in one line.
std::string shown(const Indicator& one) {
  return one.level1 + "|" + one.level2 + "|" + one.name + "|" + one.annual_target + "|" +
         one.weight;
}

std::vector<std::string> indicators(const Project& project) {
  std::vector<std::string> out;
  std::transform(project.indicators.begin(), project.indicators.end(), std::back_inserter(out),
                 shown);
  return out;
}

using Texts = std::vector<std::string>;

const std::string form =
    "2025年项目支出绩效目标表\n"
    "项目名称\n老年助餐服务\n主管部门\n某县民政局\n"
    "项目资金（万元）\n年度资金总额：\n36.50\n其中：财政拨款\n30.00\n其他资金\n6.50\n"
    "年度目标\n开办助餐点12个，\n方便老人就餐。\n"
    "绩效指标\n一级指标\n二级指标\n三级指标\n指标值\n分值\n";

TEST(CellStream, CountsFormsWhoseNamesLabelHasAnotherBeforeIt) {
  std::vector<import::Line> lines;
  const auto add = [&](const std::u32string& text) {
    lines.emplace_back();
    lines.back().text = text;
  };
  for (int i = 0; i < 5; ++i) {
    add(U"预算单位 某县水利局 项目名称 河道清淤方案编");
    if (i < 2) {
      add(U"制");  // the rest of a name that two of them have
    }
    add(U"绩效");
  }
  const import::RepeatedLines repeated(lines);
  EXPECT_TRUE(repeated.several());
  EXPECT_TRUE(repeated.has(U"绩效"));
  EXPECT_FALSE(repeated.has(U"制"));
}

TEST(CellStream, GoesOnWithABracketThatAllFormsHaveThere) {
  std::string text;
  for (const std::string name : {"河道清淤", "堤防养护", "水库巡查"}) {
    text += "2025年项目支出绩效目标表\n项目名称 " + name +
            "\n主管部门及代码 [568]某县防汛抗旱指挥部\n（本级）\n实施单位 某县防汛站\n"
            "年度资金总额 36.50\n年度目标 做好" +
            name + "。\n一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 长度 ≥12公里\n";
  }
  EXPECT_EQ(snapshot(text).department, "某县防汛抗旱指挥部（本级）");
}

TEST(CellStream, ReadsAFormPastedACellALine) {
  const Snapshot read = snapshot(form +
                                 "产出指标\n数量指标\n助餐点数\n≥12个\n20\n"
                                 "质量指标\n餐食合格率\n100%\n30\n"
                                 "效益指标\n社会效益指标\n老人就餐便利程\n度\n提高\n30\n");
  ASSERT_EQ(read.projects.size(), 1U);
  const Project& project = read.projects[0];
  EXPECT_EQ(project.name, "老年助餐服务");
  EXPECT_EQ(project.goal, "开办助餐点12个，方便老人就餐。");
  EXPECT_EQ(indicators(project),
            (Texts{"产出指标|数量指标|助餐点数|≥12个|20", "产出指标|质量指标|餐食合格率|100%|30",
                   "效益指标|社会效益指标|老人就餐便利程度|提高|30"}));
}

TEST(CellStream, KnowsThatBlanksBesideNumbersMayBePrints) {
  const Snapshot read = snapshot(form +
                                 "产出指标 数量指标 助餐点数 ≥12 个 20\n"
                                 "时效指标 完成时间 2025 年 9 月底前 30\n"
                                 "满意度指标 服务对象满意度指标 老人满意度 ≥90% 10\n");
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(
      indicators(read.projects[0]),
      (Texts{"产出指标|数量指标|助餐点数|≥12个|20", "产出指标|时效指标|完成时间|2025年9月底前|30",
             "满意度指标|服务对象满意度指标|老人满意度|≥90%|10"}));
}

TEST(CellStream, LiftsCategoriesThatPrintCentresBesideTheirRows) {
  const Snapshot read = snapshot(form +
                                 "数量指标\n助餐点数\n≥12个\n20\n产出指标\n"
                                 "质量指标\n餐食合格率\n100%\n30\n"
                                 "社会效益指标\n老人便利\n提高\n30\n效益指标\n"
                                 "可持续影响指标\n助餐制度\n健全\n10\n");
  // The first row's category stands on the second: nothing is guessed without one.
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(indicators(read.projects[0]),
            (Texts{"产出指标|数量指标|助餐点数|≥12个|20", "产出指标|质量指标|餐食合格率|100%|30",
                   "效益指标|社会效益指标|老人便利|提高|30",
                   "效益指标|可持续影响指标|助餐制度|健全|10"}));
}

TEST(CellStream, PutsBrokenHeadersAndProjectsOfAListTogether) {
  const Snapshot read = snapshot(
      "2025年项目支出绩效目标表\n单位名称：某县民政局 单位：万元\n"
      "项目名称 预算数 年度目标 一级指\n标 二级指标 三级指标 "
      "指标\n性质\n指标\n值\n度量单\n位\n权\n重\n"
      "老年助餐服\n务 36.50 开办助餐点，\n方便老人就餐。\n产出指\n标\n数量指标 助餐点数 ≥ 12 个 "
      "20\n"
      "质量指标 餐食合格率 ＝ 100 % 30\n效益指标 社会效益指\n标\n老人便利 定性 提高 30\n"
      "殡葬补助 8.00 补助困难家庭。\n产出指标 数量指标 补助户数 ≥ 40 户 50\n");
  ASSERT_EQ(read.projects.size(), 2U);
  EXPECT_EQ(read.projects[0].name, "老年助餐服务");
  EXPECT_EQ(read.projects[0].goal, "开办助餐点，方便老人就餐。");
  EXPECT_EQ(indicators(read.projects[0]),
            (Texts{"产出指标|数量指标|助餐点数|≥12个|20", "产出指标|质量指标|餐食合格率|＝100%|30",
                   "效益指标|社会效益指标|老人便利|提高|30"}));
  EXPECT_EQ(read.projects[1].name, "殡葬补助");
  EXPECT_EQ(indicators(read.projects[1]), (Texts{"产出指标|数量指标|补助户数|≥40户|50"}));
}

TEST(CellStream, ReadsATableCopiedOutOfAPage) {
  // Cells are parted by tabs; those that span rows are there once.
  const Snapshot read = snapshot(
      "2025年项目支出绩效目标表\n单位名称：某县民政局 单位：万元\n"
      "项目名称\t预算数\t年度目标\t一级指标\t二级指标\t三级指标\t指标值\t指标说明\n"
      "老年助餐服务\t36.50\t开办 12 个助餐点。\t产出指标\t数量指标\t助餐点数\t≥12个\t按月统计\n"
      "质量指标\t餐食合格率\t100%\t按月统计\n"
      "效益指标\t社会效益指标\t老人便利\t提高\t问卷\n"
      "殡葬补助\t8.00\t补助困难家庭。\t产出指标\t数量指标\t补助户数\t≥40户\t按年统计\n");
  ASSERT_EQ(read.projects.size(), 2U);
  EXPECT_EQ(read.projects[0].goal, "开办12个助餐点。");
  EXPECT_EQ(indicators(read.projects[0]),
            (Texts{"产出指标|数量指标|助餐点数|≥12个|", "产出指标|质量指标|餐食合格率|100%|",
                   "效益指标|社会效益指标|老人便利|提高|"}));
  EXPECT_EQ(indicators(read.projects[1]), (Texts{"产出指标|数量指标|补助户数|≥40户|"}));
}

TEST(CellStream, RefusesCellsThatComeInNoOrderOfRows) {
  // Plain pdftotext, one column after the other: of three targets and two names nobody can tell
  // which belong together.
  const auto document = read(form +
                             "产出指标\n效益指标\n数量指标\n质量指标\n社会效益指标\n"
                             "助餐点数\n餐食合格率\n≥12个\n100%\n≥90%\n20\n30\n30\n");
  ASSERT_FALSE(document);
  EXPECT_NE(in_english(document.error()).find("pdftotext -layout"), std::string::npos)
      << in_english(document.error());
}

const std::string list_head = "某县水利局2025年项目支出绩效目标表\n单位：万元\n";

TEST(CellStream, LearnsHowWideColumnsAre) {
  // A name of two lines and a target of two: which line is whose shows in the others only.
  const Snapshot read =
      snapshot(list_head +
               "项目名称 预算数 一级指标 二级指标 三级指标 指标值\n"
               "河道清淤 12.50 产出指标 数量指标 清淤长度 ≥10公里\n"
               "完成河道清淤疏浚验收\n移交的段数 ≥3段\n"
               "质量指标 河道清淤疏浚工程一次\n验收合格率 100%\n"
               "时效指标 河道清淤疏浚完工时限\n要求 9月底前\n"
               "效益指标 社会效益指标 村民防洪意识\n逐步增强，形成\n良好社会氛围\n"
               "生态效益指标 水面漂浮物 明显减少\n");
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(indicators(read.projects[0]),
            (Texts{"产出指标|数量指标|清淤长度|≥10公里|",
                   "产出指标|数量指标|完成河道清淤疏浚验收移交的段数|≥3段|",
                   "产出指标|质量指标|河道清淤疏浚工程一次验收合格率|100%|",
                   "产出指标|时效指标|河道清淤疏浚完工时限要求|9月底前|",
                   "效益指标|社会效益指标|村民防洪意识|逐步增强，形成良好社会氛围|",
                   "效益指标|生态效益指标|水面漂浮物|明显减少|"}));
}

TEST(CellStream, PutsYearsBelowTheTargetThatTheyAreOf) {
  // 指标值 is above three columns, the word behind it is a column of its own.
  const std::string head = form.substr(0, form.find("绩效指标\n")) +
                           "一级指标\n二级指标\n三级指标\n指标值\n指标值确定依据\n";
  const std::string rows =
      "产出指标 数量指标 助餐点数 9个 9个 ≥12个 计划\n"
      "质量指标 餐食合格率 ≥95% ≥95% ≥98% 计划\n"
      "效益指标 社会效益指标 老人便利 提高 提高 有效提高 计划\n";
  for (const char* const years : {"前年\n上年\n预计当年实现\n", "前年 上年 预计当年实\n现\n"}) {
    const Snapshot read = snapshot(head + years + rows);
    ASSERT_EQ(read.projects.size(), 1U);
    EXPECT_EQ(indicators(read.projects[0]),
              (Texts{"产出指标|数量指标|助餐点数|≥12个|", "产出指标|质量指标|餐食合格率|≥98%|",
                     "效益指标|社会效益指标|老人便利|有效提高|"}));
  }
}

TEST(CellStream, LearnsNoWordsOfAColumnThatIsBlank) {
  std::string rows;
  for (const char* const name : {"助餐", "送餐", "配餐"}) {
    for (const char* const of : {"点数 ≥12个\n", "人数 ≥90人\n", "户数 ≥30户\n", "费用 ≤5元\n",
                                 "天数 ≥300天\n", "次数 ≥400次\n"}) {
      rows += name + std::string(of);
    }
    rows += name + std::string("社会影响 有效增强，形成尊老\n风气\n");
  }
  const std::string text = form.substr(0, form.find("分值\n"));
  const Snapshot read = snapshot(text + "备注\n产出指标 数量指标 " + rows);
  ASSERT_EQ(read.projects.size(), 1U);
  const Texts texts = indicators(read.projects[0]);
  ASSERT_EQ(texts.size(), 21U);
  EXPECT_EQ(texts[6], "产出指标|数量指标|助餐社会影响|有效增强，形成尊老风气|");
}

TEST(CellStream, TakesNoAmountForTheNumberOfALabel) {
  // 71.2000 is neither point 71 nor the year 2000.
  const Snapshot read = snapshot(
      "2025年项目支出绩效目标表\n单位：万元\n项目名称\n老年助餐服务\n项目资金总额\n71.2000\n"
      "年度资金总额\n36.50\n年度目标\n方便老人就餐。\n一级指标\n二级指标\n三级指标\n指标值\n"
      "产出指标\n数量指标\n助餐点数\n≥12个\n");
  ASSERT_EQ(read.projects.size(), 1U);
  const Funding& funding = read.projects[0].funding;
  ASSERT_TRUE(funding.find("multi_year_total"));
  EXPECT_EQ(funding.find("multi_year_total")->to_string(), "71.2000");
  EXPECT_EQ(funding.total()->to_string(), "36.50");
}

TEST(CellStream, EndsATableAtThePagesTopWhereAllPagesBeginAlike) {
  const std::string rows = "产出指标\n数量指标\n助餐点数\n≥12\n个\n";
  const std::string title = "（2025年度）\n项目支出绩效目标表\n";
  const std::string labels =
      "单位：万元\n部门名称 某县民政局\n项目名称 老年助餐\n预算金额\n36.50\n年度目标 方便老人。\n"
      "一级指标\n二级指标\n三级指标\n指标值\n单位\n";
  std::string second = labels;
  second.replace(second.find("老年助餐"), std::string("老年助餐").size(), "殡葬补助");
  const Snapshot read = snapshot(title + labels + rows + "\f" + title + second + rows);
  ASSERT_EQ(read.projects.size(), 2U);
  EXPECT_EQ(indicators(read.projects[0]), (Texts{"产出指标|数量指标|助餐点数|≥12个|"}));
}

TEST(CellStream, GoesOnBelowARepeatedHeader) {
  const Snapshot read = snapshot(
      list_head +
      "项目名称 资金来源 绩效目标 绩效指标\n"
      "合计 财政拨款 其他资金 一级指标 二级指标 三级指标 指标值\n1 2 3 4 5 6 7 8\n"
      "合计 15.50 13.00 2.50\n"
      "河道清淤 12.50 10.00 2.50 清淤十公里，不返淤。 产出指标 数量指标 清淤长度 ≥10公里\n1\n\f"
      "项目名称 资金来源 绩效目标 绩效指标\n"
      "合计 财政拨款 其他资金 一级指标 二级指标 三级指标 指标值\n1 2 3 4 5 6 7 8\n"
      "质量指标 合格率 100%\n"
      "水库巡查 3.00 3.00 每月巡查，记录在案。 产出指标 数量指标 巡查次数 =12次\n2\n");
  ASSERT_EQ(read.projects.size(), 2U);
  EXPECT_EQ(read.projects[0].funding.find("other_funds")->to_string(), "2.50");
  EXPECT_EQ(indicators(read.projects[0]),
            (Texts{"产出指标|数量指标|清淤长度|≥10公里|", "产出指标|质量指标|合格率|100%|"}));
  EXPECT_EQ(read.projects[1].name, "水库巡查");
  EXPECT_EQ(read.projects[1].goal, "每月巡查，记录在案。");
  EXPECT_EQ(read.projects[1].indicators.at(0).annual_target, "=12次");
}

TEST(CellStream, JoinsLettersThatPrintSpacesOut) {
  const Snapshot read = snapshot(list_head +
                                 "项目名称 预算数 一级指标 二级指标 三级指标 指标值\n"
                                 "河道清淤 12.50 产出指标 数量指标 清 淤 长 度 ≥10公里\n"
                                 "质量指标 合格率 100%\n");
  EXPECT_EQ(indicators(read.projects.at(0)).at(0), "产出指标|数量指标|清淤长度|≥10公里|");
}

TEST(CellStream, ReadsFormsWithAmountsAndGoalsBelowTheirLabels) {
  const Snapshot read = snapshot(
      list_head +
      "项目名称 河道清淤 项目类别 延续\n"
      "项目资金\n资金总额 财政拨款 其他资金\n12.50 10.00 2.50\n"
      "总体目标\n实施期目标 年度目标\n"
      "三年清淤三十公里，不再返淤，沿岸村民\n满意。\n今年清淤十公里，年底前完工，沿岸村\n民满意。\n"
      "绩效指标\n一级指标 二级指标 三级指标 指标值\n"
      "产出指标 数量指标 清淤长度 ≥10公里\n质量指标 合格率 100%\n");
  ASSERT_EQ(read.projects.size(), 1U);
  const Project& project = read.projects[0];
  EXPECT_EQ(project.name, "河道清淤");
  EXPECT_EQ(project.funding.find("fiscal_appropriation")->to_string(), "10.00");
  EXPECT_EQ(project.goal, "三年清淤三十公里，不再返淤，沿岸村民满意。");
  EXPECT_EQ(project.annual_goal, "今年清淤十公里，年底前完工，沿岸村民满意。");
}

TEST(CellStream, SaysWhereAnotherReadingIsAsGood) {
  // 稳步提高 may be the name's end or the target's beginning.
  const auto document = read(list_head +
                             "项目名称 预算数 一级指标 二级指标 三级指标 指标值\n"
                             "河道清淤 12.50 产出指标 数量指标 清淤长度 ≥10公里\n"
                             "效益指标 生态效益指标 村民生活水平\n稳步提高\n明显改善\n");
  ASSERT_TRUE(document) << in_english(document.error());
  const auto& findings = document->tables.front().provenance.findings;
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(),
                          [](const Finding& finding) { return finding.code == "layout-guess"; }));
}

TEST(CellStream, SaysWhereBlankAmountsLeftNoTrace) {
  const auto document =
      read(list_head +
           "项目名称 预算数 财政拨款 专户资金 其他资金 一级指标 二级指标 三级指标 指标值\n"
           "河道清淤 12.50 12.50 产出指标 数量指标 清淤长度 ≥10公里\n"
           "质量指标 合格率 100%\n");
  ASSERT_TRUE(document) << in_english(document.error());
  const auto& findings = document->tables.front().provenance.findings;
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(),
                          [](const Finding& finding) { return finding.code == "layout-guess"; }));
}

TEST(CellStream, CutsNoMoreTokensThanATableHas) {
  std::string text = list_head + "项目名称 预算数 绩效目标 一级指标 二级指标 三级指标 指标值\n";
  for (std::size_t i = 0; i <= import::most_row_tokens; ++i) {
    text += "清淤，\n";
  }
  EXPECT_FALSE(read(text));
}

TEST(CellStream, TakesNoMoreTokensThanATableHas) {
  std::u32string text;
  for (std::size_t i = 0; i < import::most_tokens + 1000; ++i) {
    text += U"x ";
  }
  import::Line line;
  line.text = text;
  EXPECT_EQ(import::tokens_of({line, line}).size(), import::most_tokens + 1);
}

TEST(CellStream, RefusesIndicatorsWhoseProjectIsNotToBeSeen) {
  const auto document = read(
      "项目支出绩效目标表\n一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 助餐点数 ≥12个\n");
  EXPECT_FALSE(document);
}

TEST(CellStream, JoinsTheRestOfABodyBeforeTheNextLabel) {
  const Snapshot read = snapshot(
      "2025年项目支出绩效目标表\n单位：万元\n项目名称 河道清淤\n"
      "主管部门 某县水利工程建设管理\n中心 项目类型 延续\n年度资金总额\n12.00\n"
      "年度目标\n清理河道三公里。\n一级指标 二级指标 三级指标 指标值\n"
      "产出指标 数量指标 清淤长度 ≥3公里\n效益指标 社会效益指标 居民受淹户数 0户\n");
  EXPECT_EQ(read.department, "某县水利工程建设管理中心");
}

TEST(CellStream, TakesNoEndOfAValueForTheBeginningOfALabel) {
  const Snapshot read = snapshot(
      "2025年项目支出绩效目标表\n单位：万元\n"
      "项目名称 关于某县科技特派员提质增效三年行动的专项补助\n资金\n"
      "项目资金 资金总额 12.00\n主管部门 某县科学技术局\n（本级）\n"
      "项目类型 延续 项目编码 "
      "44658021K00060268\n3\n年度目标\n“有没有”是一回事，\n办得好是另一回事。\n"
      "一级指标 二级指标 三级指标 指标值\n"
      "产出指标 数量指标 特派员人数 ≥3人\n效益指标 社会效益指标 农户满意程度 提高\n");
  EXPECT_EQ(read.department, "某县科学技术局（本级）");
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(read.projects[0].name, "关于某县科技特派员提质增效三年行动的专项补助资金");
  EXPECT_EQ(read.projects[0].code, "44658021K000602683");
}

TEST(CellStream, TellsTheRestOfANameFromALabelByTheOtherForms) {
  const auto project = [](const std::string& name, const std::string& amount) {
    return "2025年项目支出绩效目标表\n单位：万元\n项目名称 " + name +
           " 业务主管部门 某县地震局\n预算资金情况 年度资金总额 " + amount +
           "\n年度目标 监测台网正常运行，不漏一次。\n一级指标 二级指标 三级指标 指标值\n"
           "产出指标 数量指标 台站数 ≥3个\n效益指标 社会效益指标 群众安全感 提高\n";
  };
  const Snapshot read = snapshot(project("地震台网运维提质增效三年行动\n的专项补助资金", "12.00") +
                                 project("地震科普\n活动经费", "3.00"));
  ASSERT_EQ(read.projects.size(), 2U);
  EXPECT_EQ(read.projects[0].name, "地震台网运维提质增效三年行动的专项补助资金");
  EXPECT_EQ(read.projects[1].name, "地震科普活动经费");
  EXPECT_EQ(read.projects[0].funding.find("total")->to_string(), "12.00");
}

TEST(CellStream, EndsANameBeforeAWordThatOtherFormsHaveInALineWithMore) {
  std::string text;
  const std::string rest =
      " 预算数 36.50\n年度目标 做好巡查。\n一级指标 二级指标 三级指标 指标值\n"
      "产出指标 数量指标 长度 ≥12公里\n";
  for (const std::string name : {"河道清淤", "堤防养护", "水库巡查"}) {
    text += "2025年项目支出绩效目标表\n主管部门 某县水利局 项目名称 " + name + "\n资金规模及用途" +
            rest;
  }
  text += "2025年项目支出绩效目标表\n主管部门 某县水利局 项目名称 渠道维修\n资金规模及用途\n" +
          rest.substr(1);
  const Snapshot read = snapshot(text);
  ASSERT_EQ(read.projects.size(), 4U);
  EXPECT_EQ(read.projects[3].name, "渠道维修");
}

TEST(CellStream, EndsNoGoalInsideASentence) {
  // Two goals, one after the other; a quoted word ends the shortest line.
  const Snapshot read = snapshot(
      "2025年项目支出绩效目标表\n单位：万元\n项目名称 政务服务\n主管部门 某县政务局\n"
      "年度资金总额\n12.00\n总体目标\n实施期目标 年度目标\n"
      "三年之内县乡村三级都能办事，群众办事不出村。\n"
      "今年建成一百个村级服务站，推动工作由“有没有”\n向“好不好”转变。\n"
      "一级指标 二级指标 三级指标 指标值\n"
      "产出指标 数量指标 服务站数 100个\n效益指标 社会效益指标 群众满意程度 提高\n");
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(read.projects[0].goal, "三年之内县乡村三级都能办事，群众办事不出村。");
  EXPECT_EQ(read.projects[0].annual_goal,
            "今年建成一百个村级服务站，推动工作由“有没有”向“好不好”转变。");
}

TEST(CellStream, SaysThatProseBehindAnAmountMayBeAGoals) {
  const auto document = read(
      "2025年项目支出绩效目标表\n单位：万元\n项目名称\n河道清淤\n主管部门\n某县水利局\n"
      "年度资金总额\n12.00\n清理县城东门到南门的河道，保证汛期行洪通畅，\n"
      "年度目标\n河水没有异味，每季度检查一次。\n一级指标\n二级指标\n三级指标\n指标值\n"
      "产出指标\n数量指标\n清淤长度\n≥3公里\n效益指标\n社会效益指标\n居民受淹户数\n0户\n");
  ASSERT_TRUE(document);
  const ImportedTable& table = document->tables.front();
  // Either the text is the goal's, or a finding says that it may be.
  const bool whole = table.snapshot.projects.at(0).goal.starts_with("清理");
  const auto& findings = table.provenance.findings;
  EXPECT_TRUE(whole || std::any_of(findings.begin(), findings.end(),
                                   [](const Finding& one) { return one.code == "layout-guess"; }));
}

TEST(CellStream, KeepsADayTogetherThatPrintSpacesOut) {
  for (const std::string day : {"2025 年 11 月 30 日\n前\n", "2025 年 11 月 30\n日前\n",
                                "2025 年 11\n月 30 日前\n", "2025 年 11 月 30 日前 "}) {
    const Snapshot read =
        snapshot(form + "产出指标\n数量指标 助餐点数 12 个 20\n时效指标 完成时间\n" + day +
                 "30\n满意度指标 服务对象满意度指标 老人满意度 ≥90% 10\n");
    ASSERT_EQ(read.projects.size(), 1U);
    EXPECT_EQ(indicators(read.projects[0]),
              (Texts{"产出指标|数量指标|助餐点数|12个|20",
                     "产出指标|时效指标|完成时间|2025年11月30日前|30",
                     "满意度指标|服务对象满意度指标|老人满意度|≥90%|10"}))
        << day;
  }
}

TEST(CellStream, EndsACodeAndABodyWhereTheyAreWhole) {
  const std::string head = "2025年项目支出绩效目标表\n单位：万元\n项目名称\n水库（含小型\n";
  const std::string tail =
      "年度资金总额\n12.00\n其中：财政拨款\n12.00\n年度目标\n水库安全度汛，不出险情。\n"
      "一级指标\n二级指标\n三级指标\n指标值\n"
      "产出指标\n数量指标\n水库座数\n≥3座\n效益指标\n社会效益指标\n群众安全感\n提高\n";
  for (const std::string side : {"项目资金\n", "预算执行情况\n"}) {
    const Snapshot read = snapshot(head +
                                   "项目编码\n33000025T0001\n水库）维护\n主管部门\n某县水利局\n"
                                   "实施单位\n某县水库管理所\n" +
                                   side + tail);
    ASSERT_EQ(read.projects.size(), 1U);
    EXPECT_EQ(read.projects[0].name, "水库（含小型水库）维护");
    EXPECT_EQ(read.projects[0].code, "33000025T0001");
    EXPECT_EQ(read.projects[0].spending_unit, "某县水库管理所") << side;
    EXPECT_EQ(read.projects[0].funding.find("total")->to_string(), "12.00");
  }
}

}  // namespace
}  // namespace budgetdiff
