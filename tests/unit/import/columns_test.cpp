/// Text that gives a table column by column, as `pdftotext` without an option does.

#include "import/columns/column_text.hpp"
#include "import/columns/piece_labels.hpp"
#include "import/columns/rows_from_columns.hpp"
#include "import/text/wholeness.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using Texts = std::vector<std::string>;

std::vector<Line> lines_of(const std::string& text) {
  auto lines = source_lines(text, "x.txt");
  EXPECT_TRUE(lines);
  return lines ? *lines : std::vector<Line>{};
}

const std::string head =
    "部门名称：某县交通局\n"
    "项目名称\n总计\n财政拨款\n合计\n60.00\n60.00\n";
const std::string titles = "\n2025年项目支出绩效目标表\n绩效目标\n\n单位：万元\n绩效指标\n\n";

/// Goals 12 characters wide, lists 20.
const std::string prose =
    "1、1-产出指标；11-数量指标；养护里程；实\n"
    "养护全县农村公路，保障路 施周期指标值:≥85公里；年度指标值:≥85公\n"
    "面完好、通行安全，改善群 里。2、2-效益指标；22-社会效益；群众出\n"
    "众出行条件。\n"
    "行条件；实施周期指标值:改善；年度指标值:改\n"
    "善。\n"
    "检测全县桥梁，为改造危桥 1、1-产出指标；11-数量指标；检测桥梁；实\n"
    "提供依据。\n"
    "施周期指标值:≥40座；年度指标值:≥40座。\n";
const std::string names =
    "\n农村公路养护工\n程补助\n\n50.00\n\n50.00\n\n桥梁检测\n\n10.00\n\n10.00\n";

Result<ImportedDocument> read(const std::string& text) {
  return import_text({"x.txt", text}, {});
}

TEST(ColumnText, SetsApartHeadersSumsAndTheRowOfTheDepartment) {
  const auto text = column_text(lines_of(
      "部门名称：某县交通局（本级）单位：万元\n项目名称（资金\n总计\n使用单位）\n财政\n其他\n财政拨"
      "款 "
      "专户\n资金\n拨款\n合计 3.00 3.00\n某县交通局\n3.00\n3.00\n（本级）\n\n桥梁检测 3.00 3.00\n\n"
      "绩效目标\n绩效指标\n"));
  ASSERT_TRUE(text);
  EXPECT_EQ(text->money, (Texts{"总计", "财政拨款", "财政专户拨款", "其他资金"}));
  std::vector<ColumnLine::Kind> kinds;
  std::string words;
  for (const ColumnLine& line : text->lines) {
    kinds.push_back(line.kind);
    for (const ColumnWord& word : line.words) {
      words += word.amount ? "" : to_utf8(word.text);
    }
  }
  using Kind = ColumnLine::Kind;
  EXPECT_EQ(kinds, (std::vector<Kind>{Kind::sum, Kind::department, Kind::cells, Kind::cells,
                                      Kind::cells, Kind::cells}));
  EXPECT_EQ(words, "桥梁检测");
}

/// The words of a text's cells, a blank between them.
std::string cell_words(const ColumnwiseText& text) {
  std::string out;
  for (const ColumnLine& line : text.lines) {
    for (const ColumnWord& word : line.words) {
      out += (out.empty() ? "" : " ") + to_utf8(word.text);
    }
  }
  return out;
}

TEST(ColumnText, TakesTheEndOfANameForNoColumn) {
  // 专项资金 may be a column's word; this header has none.
  const auto text = column_text(
      lines_of("项目名称 总计 财政拨款\n绩效目标\n绩效指标\n信息化\n专项资金\n\n3.00 3.00\n\f"
               "项目名称 总计 财政拨款\n农村公路\n专项资金\n\n2.00 2.00\n"));
  ASSERT_TRUE(text);
  EXPECT_EQ(text->money, (Texts{"总计", "财政拨款"}));
  EXPECT_EQ(cell_words(*text), "信息化 专项资金 3.00 3.00 农村公路 专项资金 2.00 2.00");
}

TEST(ColumnText, PartsAnAmountFromANameThatLostItsHyphen) {
  const auto text = column_text(
      lines_of("项目名称 总计 财政拨款\n绩效目标\n绩效指标\n信号灯运维51.00 51.00\n设备购置\n"));
  ASSERT_TRUE(text);
  EXPECT_EQ(cell_words(*text), "信号灯运维- 51.00 51.00 设备购置");
  // A goal's amount goes on in the next line.
  const auto goal = column_text(
      lines_of("项目名称 总计 财政拨款\n绩效目标\n绩效指标\n全年支出51.00\n万元，改善出行。\n"));
  ASSERT_TRUE(goal);
  EXPECT_EQ(cell_words(*goal), "全年支出51.00 万元，改善出行。");
}

TEST(ColumnText, TakesNoLineOfANameForAHeader) {
  const auto text = column_text(lines_of(head + "\n信息化建设\n项目\n\n60.00\n\n60.00\n" + titles));
  ASSERT_TRUE(text);
  EXPECT_EQ(to_utf8(text->lines[3].words.front().text), "信息化建设");
  EXPECT_EQ(to_utf8(text->lines[4].words.front().text), "项目");
}

TEST(ColumnText, IsOnlyThatOfTheListWithAllInOneCell) {
  EXPECT_FALSE(column_text(lines_of("项目名称 总计 一级指标 二级指标\n1.00\n")));
  EXPECT_FALSE(column_text(lines_of("项目名称\n总计\n绩效指标\n")));  // no goals
  EXPECT_FALSE(column_text(lines_of("随便什么文字\n")));
}

TEST(Columns, OfNamesGoalsAndListsArePutTogetherAgain) {
  const auto document = read(head + names + titles + prose);
  ASSERT_TRUE(document) << in_english(document.error());
  const Snapshot& snapshot = document->tables.front().snapshot;
  EXPECT_EQ(snapshot.department, "某县交通局");
  EXPECT_EQ(snapshot.year, 2025);
  ASSERT_EQ(snapshot.projects.size(), 2U);
  const Project& roads = snapshot.projects[0];
  EXPECT_EQ(roads.name, "农村公路养护工程补助");
  EXPECT_EQ(roads.funding.total()->to_string(), "50.00");
  EXPECT_EQ(roads.goal, "养护全县农村公路，保障路面完好、通行安全，改善群众出行条件。");
  ASSERT_EQ(roads.indicators.size(), 2U);
  EXPECT_EQ(roads.indicators[0].annual_target, "≥85公里");
  EXPECT_EQ(roads.indicators[1].name, "群众出行条件");
  EXPECT_EQ(roads.indicators[1].annual_target, "改善");
  EXPECT_EQ(snapshot.projects[1].goal, "检测全县桥梁，为改造危桥提供依据。");
  const Provenance& provenance = document->tables.front().provenance;
  EXPECT_EQ(provenance.findings.front().code, "column-text");
  EXPECT_EQ(provenance.projects[1].place.line, 16);
}

TEST(Columns, MayGiveAllTotalsBeforeTheirParts) {
  const auto document = read(head +
                             "\n农村公路养护工\n程补助\n\n桥梁检测\n\n50.00\n\n10.00\n\n50.00\n\n"
                             "10.00\n" +
                             titles + prose);
  ASSERT_TRUE(document) << in_english(document.error());
  EXPECT_EQ(document->tables.front().snapshot.projects[1].funding.total()->to_string(), "10.00");
}

TEST(Columns, AreRefusedWhereNothingShowsWhatBelongsTogether) {
  const std::string one_name = "\n农村公路养护工\n程补助\n\n60.00\n\n60.00\n";
  const auto document = read(head + one_name + titles + prose);
  ASSERT_FALSE(document);
  EXPECT_EQ(in_english(document.error()),
            "x.txt:2: the text gives the columns of this table one after the other, so that which "
            "target belongs to which indicator cannot be told; give the PDF itself, or its text "
            "by `pdftotext -layout`");
}

/// The names of the projects that findings call guesses.
Texts guesses_of(const ImportedDocument& document) {
  Texts out;
  for (const Finding& finding : document.tables.front().provenance.findings) {
    if (finding.code == "layout-guess") {
      out.push_back(finding.project);
    }
  }
  return out;
}

TEST(Columns, OfNamesInAnotherOrderGoToTheRowsWithTheirWordsAndAreGuesses) {
  const std::string swapped =
      "\n桥梁检测\n\n50.00\n\n50.00\n\n农村公路养护工\n程补助\n\n10.00\n\n10.00\n";
  const auto document = read(head + swapped + titles + prose);
  ASSERT_TRUE(document) << in_english(document.error());
  const Snapshot& snapshot = document->tables.front().snapshot;
  ASSERT_EQ(snapshot.projects.size(), 2U);
  EXPECT_EQ(snapshot.projects[0].name, "农村公路养护工程补助");
  EXPECT_EQ(snapshot.projects[0].funding.total()->to_string(), "10.00");
  EXPECT_EQ(snapshot.projects[1].name, "桥梁检测");
  const auto& findings = document->tables.front().provenance.findings;
  EXPECT_EQ(std::count_if(findings.begin(), findings.end(),
                          [](const Finding& finding) { return finding.code == "layout-guess"; }),
            2);
}

TEST(Columns, TakeAGoalsWordsForNoNameWhereARowWouldLackItsOwn) {
  // 座桥梁）。 stands in a line of its own between those of lists.
  const std::string text =
      "项目名称\n总计\n财政拨款\n合计\n5.00\n5.00\n桥梁检测\n3.00\n3.00\n\n隧道养护\n2.00\n2.00\n\n"
      "绩效目标\n\n绩效指标\n\n"
      "按照规范检测（全市所有的大 1、1-产出指标；11-数量指标；座\n"
      "中桥）\n"
      "数；年度指标值:≥9座。2、3-满\n"
      "桥梁，保障桥梁通行安全。 意度指标；31-满意度；公众满\n"
      "意；年度指标值:≥90%。\n"
      "养护隧道。 1、1-产出指标；11-数量指标；座\n数；年度指标值:≥2座。\n";
  const auto lines = source_lines(text, "x.txt");
  ASSERT_TRUE(lines);
  const RowsFromColumns read = rows_from_columns(*lines);
  const auto& rows = read.read ? read.read : read.likely;
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->rows.rows.size(), 2U);
  EXPECT_EQ(to_utf8(rows->rows.rows[0].name.text), "桥梁检测");
  EXPECT_EQ(to_utf8(rows->rows.rows[0].goal.text),
            "按照规范检测（全市所有的大中桥）桥梁，保障桥梁通行安全。");
  EXPECT_EQ(to_utf8(rows->rows.rows[1].name.text), "隧道养护");
}

TEST(Columns, MayGiveTheEndOfANameBeforeIt) {
  const auto document =
      read(head + "\n程补助\n\n农村公路养护工\n\n50.00\n\n50.00\n\n桥梁检测\n\n10.00\n\n10.00\n" +
           titles + prose);
  ASSERT_TRUE(document) << in_english(document.error());
  EXPECT_EQ(document->tables.front().snapshot.projects[0].name, "农村公路养护工程补助");
}

TEST(Columns, MayRepeatTheWordOfTheTotalOnAPageWithoutItsRow) {
  const std::string second =
      "\f项目名称\n合计\n20.00\n财政拨款\n20.00\n隧道养护\n\n绩效目标\n\n绩效指标\n\n"
      "养护全县隧道，保障安全。 1、1-产出指标；11-数量指标；座\n数；年度指标值:≥2座。\n";
  const std::string first =
      "项目名称\n合计\n财政拨款\n合计\n80.00\n80.00\n桥梁检测\n60.00\n60.00\n\n绩效目标\n\n"
      "绩效指标\n\n检测全县桥梁，提供依据。 "
      "1、1-产出指标；11-数量指标；座\n数；年度指标值:≥9座。\n";
  const auto text = column_text(lines_of(first + second));
  ASSERT_TRUE(text);
  EXPECT_EQ(
      std::count_if(text->lines.begin(), text->lines.end(),
                    [](const ColumnLine& line) { return line.kind == ColumnLine::Kind::sum; }),
      1);
}

TEST(Columns, OfGoalsHaveNoNameBeforeAListWhereNamesStandApart) {
  // 新标准 stands before its line, and is no wider than a name.
  const std::string text =
      "项目名称\n总计\n财政拨款\n合计\n5.00\n5.00\n桥梁检测\n3.00\n3.00\n\n隧道养护\n2.00\n2.00\n\n"
      "绩效目标\n\n绩效指标\n\n"
      "按照规范检测全市桥梁，保障 1、1-产出指标；11-数量指标；座\n"
      "新标准推广 数；年度指标值:≥9座。2、3-满\n"
      "桥梁通行安全并严格执行 意度指标；31-满意度；公众满\n"
      "应用，提高服务水平。 意；年度指标值:≥90%。\n"
      "养护隧道。 1、1-产出指标；11-数量指标；座\n数；年度指标值:≥2座。\n";
  const auto lines = source_lines(text, "x.txt");
  ASSERT_TRUE(lines);
  const RowsFromColumns read = rows_from_columns(*lines);
  const auto& rows = read.read ? read.read : read.likely;
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->rows.rows.size(), 2U);
  EXPECT_EQ(to_utf8(rows->rows.rows[0].name.text), "桥梁检测");
  EXPECT_EQ(to_utf8(rows->rows.rows[1].name.text), "隧道养护");
}

TEST(Columns, AreGuessesWhereNoSumShowsThatTheyAreRight) {
  const std::string sum_wrong =
      "部门名称：某县交通局\n项目名称\n总计\n财政拨款\n合计\n61.00\n61.00\n";
  const std::string no_sum = "部门名称：某县交通局\n项目名称\n总计\n财政拨款\n";
  for (const std::string& top : {sum_wrong, no_sum}) {
    const auto document = read(top + names + titles + prose);
    ASSERT_TRUE(document) << in_english(document.error());
    EXPECT_EQ(guesses_of(*document), (Texts{"农村公路养护工程补助", "桥梁检测"}));
  }
}

TEST(Columns, AreAGuessWhereOneRowIsOdd) {
  // A line of another cell in the second goal; the first project is beyond doubt.
  std::string odd = prose;
  odd.replace(odd.find("提供依据。"), std::string("提供依据。").size(), "提供依据\n甲。");
  const auto document = read(head + names + titles + odd);
  ASSERT_TRUE(document) << in_english(document.error());
  EXPECT_EQ(guesses_of(*document), Texts{"桥梁检测"});
}

/// A third project, in the manner of the two in `prose` and `names`.
const std::string third =
    "安装路口信号灯，保障行人 1、1-产出指标；11-数量指标；安装路口；实\n"
    "过街安全。\n"
    "施周期指标值:≥9处；年度指标值:≥9处。\n";

std::string total_of(const Project& project) {
  return project.name + " " + project.funding.total()->to_string();
}

TEST(Columns, OfAmountsRightBehindNamesAreTheirs) {
  // The first name's amounts come last.
  const auto document = read(
      "部门名称：某县交通局\n项目名称\n总计\n财政拨款\n合计\n67.00\n67.00\n"
      "\n农村公路养护工\n程补助\n\n桥梁检测\n\n10.00\n\n10.00\n\n路口信号灯安\n装\n\n7.00\n\n7.00\n"
      "\n50.00\n\n50.00\n" +
      titles + prose + third);
  ASSERT_TRUE(document) << in_english(document.error());
  const auto& projects = document->tables.front().snapshot.projects;
  ASSERT_EQ(projects.size(), 3U);
  EXPECT_EQ(total_of(projects[0]), "农村公路养护工程补助 50.00");
  EXPECT_EQ(total_of(projects[1]), "桥梁检测 10.00");
  EXPECT_EQ(total_of(projects[2]), "路口信号灯安装 7.00");
  // In the order of the names each row would have others.
  EXPECT_EQ(guesses_of(*document).size(), 3U);
}

TEST(Columns, AreKnownByTheZerosThatPrintPutsIntoBlankCells) {
  const auto document = read(
      "部门名称：某县交通局\n项目名称 总计 财政拨款 财政专户拨款 其他资金\n"
      "合计 60.00 50.00 0.00 10.00\n"
      "\n农村公路养护工 50.00 50.00 0.00\n程补助\n\n0.00\n"
      "\n桥梁检测 10.00 0.00 0.00 10.00\n" +
      titles + prose);
  ASSERT_TRUE(document) << in_english(document.error());
  const Snapshot& snapshot = document->tables.front().snapshot;
  EXPECT_EQ(snapshot.projects[1].funding.find("other_funds")->to_string(), "10.00");
  EXPECT_EQ(snapshot.projects[0].funding.find("fiscal_appropriation")->to_string(), "50.00");
  for (const Finding& finding : document->tables.front().provenance.findings) {
    EXPECT_NE(finding.code, "column-guess");
  }
}

TEST(Columns, AreReadAroundPageNumbersThatStandAnywhere) {
  const auto document =
      read(head + "\n农村公路养护工\n程补助\n\n50.00\n\n50.00\n\n1\n" + titles +
           prose.substr(0, prose.find("检测全县桥梁")) + "\f桥梁检测\n\n10.00\n\n10.00\n\n2\n\n" +
           prose.substr(prose.find("检测全县桥梁")));
  ASSERT_TRUE(document) << in_english(document.error());
  const auto& projects = document->tables.front().snapshot.projects;
  EXPECT_EQ(total_of(projects[0]), "农村公路养护工程补助 50.00");
  EXPECT_EQ(total_of(projects[1]), "桥梁检测 10.00");
}

TEST(Columns, AreAGuessWhereAGoalsParagraphsDoNotCountUp) {
  const auto guesses = [](const std::string& second, const std::string& third_line) {
    const std::string rows =
        "1.检测桥梁，改造危桥； 1、1-产出指标；11-数量指标；检测桥梁；实\n" + second +
        " 施周期指标值:≥40座；年度指标值:≥40座。\n" + third_line +
        " 2、2-效益指标；22-社会效益；方便出行；实\n施周期指标值:改善；年度指标值:改善。\n";
    const auto document =
        read(head + names + titles + prose.substr(0, prose.find("检测全县桥梁")) + rows);
    return document ? guesses_of(*document) : Texts{"unread"};
  };
  EXPECT_EQ(guesses("2.更换支座，加固桥墩；", "3.养护桥面，清理桥下。"), Texts{});
  EXPECT_EQ(guesses("3.养护桥面，清理桥下；", "2.更换支座，加固桥墩。"), Texts{"桥梁检测"});
}

TEST(Columns, MayHaveWholeYuanWithoutGroups) {
  const auto document = read(
      "部门名称：某县交通局\n项目名称\n总计\n财政拨款\n合计\n600000 600000\n"
      "\n农村公路养护工\n程补助\n\n500000\n\n500000\n\n桥梁检测\n\n100000\n\n100000\n" +
      titles + prose);
  ASSERT_TRUE(document) << in_english(document.error());
  EXPECT_EQ(document->tables.front().snapshot.projects[1].funding.total()->to_string(), "100000");
  EXPECT_TRUE(guesses_of(*document).empty());
}

TEST(Columns, MayHaveNamesThatAreSentences) {
  std::string sentence = names;
  sentence.replace(sentence.find("桥梁检测"), std::string("桥梁检测").size(),
                   "推进桥梁检测，\n方便群众。");
  const auto document = read(head + sentence + titles + prose);
  ASSERT_TRUE(document) << in_english(document.error());
  EXPECT_EQ(document->tables.front().snapshot.projects[1].name, "推进桥梁检测，方便群众。");
}

TEST(Columns, OfATableInTheOrderOfItsRowsAreNotSought) {
  // An error of the document itself stays a finding.
  const auto document = read(
      "2025年项目支出绩效目标表\n部门名称：某县交通局 单位：万元\n项目名称 总计 财政拨款 绩效目标 "
      "绩效指标\n合计 61.00 61.00\n桥梁检测 60.00 60.00 "
      "检测桥梁。\n1、1-产出指标；11-数量指标；桥梁；实施周期指标值:≥4座；年度指标值:≥4座。\n");
  ASSERT_TRUE(document) << in_english(document.error());
  EXPECT_EQ(document->tables.front().snapshot.projects.front().name, "桥梁检测");
}

TEST(Columns, AreMixedWhereANameHoldsTheWordsOfAForm) {
  const auto mixed = [](const std::string& name) {
    ImportedDocument document;
    document.tables.resize(1);
    document.tables[0].snapshot.projects.resize(1);
    document.tables[0].snapshot.projects[0].name = name;
    return wholeness(document).mixed;
  };
  EXPECT_EQ(mixed("桥梁检测某县交通局实施单位年度资金总额其中：财政拨款其他资金"), 1U);
  EXPECT_EQ(mixed("一级指标二级指标三级指标产出指标"), 1U);
  EXPECT_EQ(mixed("其他资金安排的桥梁检测"), 0U);
}

}  // namespace
}  // namespace budgetdiff::import
