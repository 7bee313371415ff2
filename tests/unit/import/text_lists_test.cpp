/// Lists of projects with a row an indicator, in text that keeps its columns side by side: the
/// header, the columns' words, the lines of a project.

#include "import/page/header_cells.hpp"
#include "import/page/header_lines.hpp"
#include "import/page/header_repeats.hpp"
#include "import/page/lines.hpp"
#include "import/page/text_parts.hpp"
#include "import/page/text_rows.hpp"
#include "import/page/typed_words.hpp"

#include "text_lines.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using Texts = std::vector<std::string>;

Texts header_of(const std::string& text) {
  Texts out;
  if (const auto band = find_header(words_of(text), 1, HeaderKind::performance)) {
    for (const HeaderCell& cell : band->cells) {
      out.push_back(cell.text);
    }
  }
  return out;
}

TEST(TextHeader, HasNoCellForAHeadingOverTheLevels) {
  EXPECT_EQ(header_of("                              绩效指标\n"
                      "项目名称 预算数 年度目标 一级指 二级指标 三级指标 指标 指标值 度量\n"
                      "                        标                性质    单位\n"),
            (Texts{"项目名称", "预算数", "年度目标", "一级指标", "二级指标", "三级指标", "指标性质",
                   "指标值", "度量单位"}));
}

TEST(TextHeader, IsReadOnAllPagesAsOnTheBest) {
  // On the second page print leaves no blank between two cells.
  const std::vector<PdfWord> first = words_of(
      "项目名称   资金总额   绩效目标                  绩效指标\n"
      "                          一级指标 二级指标 三级指标  指标值  指标值内容   评（扣） 备\n"
      "                                                                    分标准   注\n");
  const std::vector<PdfWord> second = words_of(
      "项目名称   资金总额   绩效目标                  绩效指标\n"
      "                          一级指标 二级指标  三级指标   指标值  指标值内容评（扣） 备\n"
      "                                                                      分标准 注\n");
  HeaderRepeats repeats;
  std::vector<Texts> read;
  std::vector<std::size_t> cells;
  for (const std::vector<PdfWord>& words : {first, second}) {
    auto band = find_header(words, 1, HeaderKind::performance);
    ASSERT_TRUE(band);
    cells.push_back(band->cells.size());
    repeats.settle(*band, header_lines(words));
    Texts& texts = read.emplace_back();
    for (const HeaderCell& cell : band->cells) {
      texts.push_back(cell.text);
    }
    for (std::size_t c = 1; c < band->cells.size(); ++c) {
      EXPECT_LT(band->cells[c - 1].box.left, band->cells[c].box.left);
    }
  }
  EXPECT_NE(cells[0], cells[1]);
  EXPECT_EQ(read[0], read[1]);
}

TEST(TextHeader, HasNoCellForAHeadingOverSourcesOfMoney) {
  EXPECT_EQ(
      header_of("              资金来源\n"
                "项目名称 总计 一般公共预算 其他资金 绩效目标 一级指标 二级指标 三级指标 指标值\n"),
      (Texts{"项目名称", "总计", "一般公共预算", "其他资金", "绩效目标", "一级指标", "二级指标",
             "三级指标", "指标值"}));
}

TEST(TextHeader, JoinsWordsOfMoneyThatPrintHasParted) {
  EXPECT_EQ(
      header_of("项目名称 合 计 一般公共   预算 绩效目标 一级指标 二级指标 三级指标 指标值\n"),
      (Texts{"项目名称", "合计", "一般公共预算", "绩效目标", "一级指标", "二级指标", "三级指标",
             "指标值"}));
}

TEST(TextHeader, EndsAboveTheNumbersOfItsColumns) {
  EXPECT_EQ(header_of("项目名称 绩效目标 一级指标 二级指标 三级指标 指标值\n"
                      "   1       2       3      4       5      6\n"),
            (Texts{"项目名称", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"}));
  std::vector<PdfWord> body = words_of(" 1  2   3 5 6\n修桥 产出 数量\n");
  drop_column_numbers(body);
  EXPECT_EQ(body.size(), 3U);
  // Figures of a row are none.
  EXPECT_FALSE(numbers_columns(words_of("10 20 30 40\n")));
  EXPECT_FALSE(numbers_columns(words_of("1 2 3\n")));
  EXPECT_FALSE(numbers_columns(words_of("1 2 3 3 4\n")));
}

Texts dealt(const std::string& text, const std::vector<Role>& roles,
            const std::vector<double>& edges, ColumnWords* words = nullptr) {
  Texts out;
  for (const std::vector<PdfWord>& column : dealt_words(words_of(text), roles, edges, words)) {
    std::string& all = out.emplace_back();
    for (const PdfWord& word : column) {
      all += (all.empty() ? "" : " ") + to_utf8(word.text);
    }
  }
  return out;
}

TEST(DealtWords, TakeLettersThatPrintSpreadsOverACellForOneWord) {
  EXPECT_EQ(dealt("数量指标 巡 查 河 道 2024 年 长 度 ≥50公里\n",
                  {Role::level2, Role::level3, Role::annual_target}, {0, 50, 230, 300}),
            (Texts{"数量指标", "巡查河道2024年长度", "≥50公里"}));
  // The end of a broken category is none of them.
  EXPECT_EQ(dealt("标 河 道 数 ≥50条\n", {Role::level2, Role::level3, Role::annual_target},
                  {0, 20, 80, 140}),
            (Texts{"标", "河道数", "≥50条"}));
}

TEST(DealtWords, DoNotPartLatinTextAtItsOwnBlank) {
  EXPECT_EQ(
      dealt("按GB/T 19001管理 1、产出指标；桥数；\n", {Role::goal, Role::indicators}, {0, 85, 300}),
      (Texts{"按GB/T 19001管理", "1、产出指标；桥数；"}));
}

TEST(DealtWords, KnowWhatAColumnHasAgainAndAgain) {
  const std::vector<Role> roles{Role::level3, Role::annual_target, Role::remark, Role::remark};
  ColumnWords words;
  for (int i = 0; i < 3; ++i) {
    words.add(words_of("定量指 按期\n"), {2, 3}, roles.size());
  }
  words.settle();
  EXPECT_EQ(dealt("河道数   50 定量指\n", roles, {}, &words),
            (Texts{"河道数", "50", "定量指", ""}));
  EXPECT_EQ(dealt("河道数   50 按期\n", roles, {}, &words), (Texts{"河道数", "50", "", "按期"}));
}

TEST(DealtWords, GoOnBelowALineThatIsFull) {
  // 8 letters fill a line of what is explained, and no name is as wide as its column there.
  const std::vector<Role> roles{Role::level3, Role::remark, Role::annual_target};
  ColumnWords words;
  for (int i = 0; i < 4; ++i) {
    words.add(words_of("河道清淤疏浚长度公里 反映河道清淤长度 ≥9公里\n        的情况\n"),
              {0, 1, 2, 1}, roles.size());
    words.add(words_of("桥数 反映桥数 ≥9座\n"), {0, 1, 2}, roles.size());
  }
  words.settle();
  EXPECT_EQ(dealt("堤防长度 反映加固堤防长度 ≥9公里\n      的情况\n", roles, {}, &words),
            (Texts{"堤防长度", "反映加固堤防长度 的情况", "≥9公里"}));
}

TEST(DealtWords, MayBeginAHigherCellAloneWhereTheirLineIsFull) {
  const std::vector<Role> roles{Role::level3, Role::annual_target};
  ColumnWords words;
  for (int i = 0; i < 8; ++i) {
    words.add(words_of("维护某县河道安全稳定 有效\n"), {0, 1}, roles.size());
  }
  words.settle();
  EXPECT_EQ(dealt("节约资金           有效节约\n"
                  "维护某县水库安全稳定\n"
                  "工程              持续维护\n",
                  roles, {0, 120, 240}, &words),
            (Texts{"节约资金 维护某县水库安全稳定 工程", "有效节约 持续维护"}));
}

TEST(DealtWords, AreNoUnitThatSpendsWhereTheyBeginWithFigures) {
  EXPECT_EQ(dealt("水务局 44251525Y0\n    局  92-修桥工程\n",
                  {Role::spending_unit, Role::project_name}, {0, 110, 200}),
            (Texts{"水务局 局", "44251525Y0 92-修桥工程"}));
}

TEST(DealtWords, KnowThePlacesOfAPageWithoutHeaderByItsSurestColumns) {
  // Nothing but its place tells that the last name is none of a project's.
  EXPECT_EQ(
      dealt("            产出指标  数量指标  河道数    ≥74条\n"
            "                                树数      ≥94棵\n",
            {Role::project_name, Role::level1, Role::level2, Role::level3, Role::annual_target},
            {}),
      (Texts{"", "产出指标", "数量指标", "河道数 树数", "≥74条 ≥94棵"}));
}

TEST(DealtWords, KnowALetterOfABrokenNature) {
  EXPECT_EQ(
      dealt("疏浚情况  定 有效    10\n"
            "          性 改善\n",
            {Role::level3, Role::comparator, Role::value, Role::weight}, {0, 95, 112, 160, 250}),
      (Texts{"疏浚情况", "定 性", "有效 改善", "10"}));
}

/// The targets of the rows, those of a cell joined.
Texts targets(const std::string& text, const std::vector<Role>& roles,
              const std::vector<double>& edges) {
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  std::size_t column = 0;
  for (std::vector<PdfWord>& words : dealt_words(words_of(text), roles, edges)) {
    column = holds_targets(roles[c]) ? c : column;
    columns.push_back({roles[c++], text_lines(std::move(words), 1)});
  }
  Texts out;
  const std::vector<TextRow> rows = text_rows(columns);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::vector<PdfLine>& lines = columns[column].lines;
    std::string& cell = out.emplace_back();
    const std::size_t end = r + 1 < rows.size() ? rows[r + 1].first[column] : lines.size();
    for (std::size_t i = rows[r].first[column]; i < end; ++i) {
      cell += to_utf8(lines[i].line.text);
    }
  }
  return out;
}

TEST(TextRows, HoldADateThatALinesEndParts) {
  const std::vector<std::size_t> at{0, 13, 19};
  EXPECT_EQ(targets(line({"河道数", "≥", "12"}, at) + line({"", "", "2025年"}, at) +
                        line({"完成时间", "定性", "12月底"}, at) + line({"", "", "前"}, at) +
                        line({"桥数", "≥", "8"}, at),
                    {Role::level3, Role::comparator, Role::value}, {0, 130, 190, 280}),
            (Texts{"12", "2025年12月底前", "8"}));
}

TEST(TextRows, HaveNoWordsBehindANumberBesideUnits) {
  EXPECT_EQ(targets("完成时限      ≤     9      个月\n"
                    "                    逐步增\n"
                    "水务意识      定性  强，形\n"
                    "                    成氛围\n"
                    "桥数          ≥     8      座\n",
                    {Role::level3, Role::comparator, Role::value, Role::measurement_unit},
                    {0, 130, 190, 260, 320}),
            (Texts{"9", "逐步增强，形成氛围", "8"}));
}

TEST(TextLists, JoinAProjectThatEachRowRepeatsAndSayWhereItDiffers) {
  const auto read = [](const std::string& second_goal) {
    return import_document(
        {"x.txt",
         "                  2025年项目支出绩效目标表\n"
         "部门名称：某县水务局                                          单位：万元\n"
         "项目名称    预算数    绩效目标              一级指标  二级指标  三级指标    指标值\n"
         "修桥        12.50     疏浚全部河道。        产出指标  数量指标  河道数      ≥5条\n"
         "修桥        12.50     疏浚全部河道。        产出指标  数量指标  桥数        ≥8座\n"
         "修桥        12.50     " +
             second_goal + "        效益指标  社会效益  受益人数    ≥9人\n" +
             "种树        7.20      按时浇水。            效益指标  生态效益  成活率      ≥95%\n"},
        {}, {});
  };
  const auto guesses = [](const auto& document) {
    std::size_t out = 0;
    for (const Finding& finding : document->tables.front().provenance.findings) {
      out += finding.code == "layout-guess" ? 1U : 0U;
    }
    return out;
  };
  const auto whole = read("疏浚全部河道。");
  const auto broken = read("疏浚河全部道。");
  ASSERT_TRUE(whole);
  ASSERT_TRUE(broken);
  for (const auto* const document : {&whole, &broken}) {
    const Snapshot& snapshot = (*document)->tables.front().snapshot;
    ASSERT_EQ(snapshot.projects.size(), 2U);
    EXPECT_EQ(snapshot.projects[0].goal, "疏浚全部河道。");
    EXPECT_EQ(snapshot.projects[0].indicators.size(), 3U);
  }
  EXPECT_EQ(guesses(whole) + 1, guesses(broken));
}

TEST(TextLists, TakeAColumnOfSignsForThatOfComparators) {
  const std::vector<std::size_t> at{0, 8, 16, 24, 32, 40, 48, 58, 64, 70};
  const auto read = import_document(
      {"x.txt",
       "                  2025年项目支出绩效目标表\n"
       "部门名称：某县水务局                                          单位：万元\n" +
           line({"项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "指标解释",
                 "指标方向", "目标值", "计量单位"},
                at) +
           line({"修桥", "12.50", "疏浚河道。", "产出指标", "数量指标", "河道数", "反映河道数", "≥",
                 "5", "条"},
                at) +
           line({"", "", "", "", "", "桥数", "反映桥数", "=", "8", "座"}, at) +
           line({"", "", "", "效益指标", "社会效益", "受益人数", "反映人数", "≥", "9", "人"}, at)},
      {}, {});
  ASSERT_TRUE(read);
  const Snapshot& snapshot = read->tables.front().snapshot;
  ASSERT_EQ(snapshot.projects.size(), 1U);
  ASSERT_EQ(snapshot.projects[0].indicators.size(), 3U);
  EXPECT_EQ(snapshot.projects[0].indicators[1].annual_target, "=8座");
}

TEST(TextLists, LeaveTheSumOutOfTheRows) {
  const std::string text =
      "                  2025年项目支出绩效目标表\n"
      "部门名称：某县水务局                                          单位：万元\n"
      "项目名称    预算数    绩效目标              一级指标  二级指标  三级指标    指标值\n"
      "合计        19.70\n"
      "                      疏浚全部河道，保障    产出指标  数量指标  河道数      ≥5条\n"
      "修桥        12.50     汛期安全，方便群                    桥数        ≥8座\n"
      "                      众出行。              效益指标  社会效益  受益人数    ≥9人\n"
      "                      种树。                产出指标  数量指标  树数        ≥90棵\n"
      "种树        7.20      按时浇水。            效益指标  生态效益  成活率      ≥95%\n"
      "                      保证成活。            满意度指标 满意度   村民满意度  ≥90%\n";
  const auto read = import_document({"x.txt", text}, {}, {});
  ASSERT_TRUE(read);
  const Snapshot& snapshot = read->tables.front().snapshot;
  ASSERT_EQ(snapshot.projects.size(), 2U);
  EXPECT_EQ(snapshot.projects[0].name, "修桥");
  EXPECT_EQ(snapshot.projects[0].goal, "疏浚全部河道，保障汛期安全，方便群众出行。");
  EXPECT_EQ(snapshot.projects[0].indicators.size(), 3U);
  EXPECT_EQ(snapshot.projects[1].goal, "种树。按时浇水。保证成活。");
  EXPECT_EQ(snapshot.projects[1].indicators.size(), 3U);
  EXPECT_FALSE(snapshot.stated_total.empty());
}

}  // namespace
}  // namespace budgetdiff::import
