/// Text that keeps its columns side by side: which word is of which column, which
/// lines are of which row.

#include "import/page/aligned_cells.hpp"
#include "import/page/category_order.hpp"
#include "import/page/furniture.hpp"
#include "import/page/lines.hpp"
#include "import/page/text_parts.hpp"
#include "import/page/text_rows.hpp"
#include "import/page/typed_words.hpp"
#include "import/page/white_strip.hpp"
#include "import/text/layout_pages.hpp"

#include "text_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The columns' texts, words parted by blanks.
std::vector<std::string> dealt(const std::string& text, const std::vector<Role>& roles,
                               const std::vector<double>& edges = {}) {
  std::vector<std::string> out;
  for (const std::vector<PdfWord>& column : dealt_words(words_of(text), roles, edges)) {
    std::string& all = out.emplace_back();
    for (const PdfWord& word : column) {
      all += (all.empty() ? "" : " ") + to_utf8(word.text);
    }
  }
  return out;
}

using Texts = std::vector<std::string>;

const std::vector<Role> sichuan{Role::level1,     Role::level2, Role::level3,
                                Role::comparator, Role::value,  Role::measurement_unit,
                                Role::weight};

TEST(LayoutPages, AreToldByCellsThatGoOnFarIn) {
  // Two of ten lines have prose behind a wide gap, the others one behind what ends above.
  const std::string header = "项目名称    预算数    绩效目标    绩效指标\n";
  const std::string row = "河道清淤    12.50     今年清淤。 1、产出指标；数量指标\n";
  std::string text = header + row;
  for (int i = 0; i < 5; ++i) {
    text += "                                 清淤长度；年度指标值:≥9公里。\n";
  }
  EXPECT_TRUE(kept_columns(layout_pages(text)));
  std::string unindented = header + row;
  for (int i = 0; i < 5; ++i) {
    unindented += "清淤长度；年度指标值:≥9公里。\n";
  }
  EXPECT_FALSE(kept_columns(layout_pages(unindented)));
}

TEST(DealtWords, GoByWhatTheyAreWhereColumnsAreABlankApart) {
  EXPECT_EQ(dealt("产出指标 数量指标 养护里程 ≥ 985 公里 20\n", sichuan),
            (Texts{"产出指标", "数量指标", "养护里程", "≥", "985", "公里", "20"}));
  EXPECT_EQ(dealt("质量指标 合格率 ≥ 90 % 10\n", sichuan),
            (Texts{"", "质量指标", "合格率", "≥", "90", "%", "10"}));
}

TEST(DealtWords, PutWhatStandsBehindANatureIntoItsValue) {
  EXPECT_EQ(dealt("效益指标 社会效益指标 交通事故 定性 下降 10\n", sichuan),
            (Texts{"效益指标", "社会效益指标", "交通事故", "定性", "下降", "", "10"}));
}

TEST(DealtWords, KnowThePiecesOfBrokenCategories) {
  EXPECT_EQ(dealt("满意度 服务对象满 群众满意度 ≥ 95 % 10\n", sichuan),
            (Texts{"满意度", "服务对象满", "群众满意度", "≥", "95", "%", "10"}));
}

TEST(DealtWords, PartTwoColumnsOfProseAtABlankBetweenChineseLetters) {
  // The header's places are wrong by far: the words' own are found.
  const std::string text =
      "修缮办公楼屋面及外墙 1、1-产出指标；11-数量指标\n"
      "消除全部安全隐患     ；维修面积；年度指标值:≥600\n"
      "保证正常的办公秩序 平方米。2、1-产出指标；质量\n"
      "投放鱼苗 200 万尾    指标；合格率；年度指标值:好\n";
  EXPECT_EQ(
      dealt(text, {Role::goal, Role::indicators}, {0, 200, 400}),
      (Texts{"修缮办公楼屋面及外墙 消除全部安全隐患 保证正常的办公秩序 投放鱼苗 200 万尾",
             "1、1-产出指标；11-数量指标 ；维修面积；年度指标值:≥600 平方米。2、1-产出指标；质量 "
             "指标；合格率；年度指标值:好"}));
}

TEST(DealtWords, LeaveTheLabelAtTheSideOfATableItsOwn) {
  // Names stand far left of their centred header, which is nearer than the side.
  EXPECT_EQ(dealt("绩效指标 产出指标 数量指标 放映场次            ≥650场\n"
                  "                           新增放映场次        ≥90场\n",
                  {Role::indicators, Role::level1, Role::level2, Role::level3, Role::annual_target},
                  {0, 80, 150, 250, 400, 600}),
            (Texts{"绩效指标", "产出指标", "数量指标", "放映场次 新增放映场次", "≥650场 ≥90场"}));
}

TEST(DealtWords, LetANameBeLongerThanAllOthersThatBeginWithIt) {
  const std::string text =
      "清淤长度           ≥10公里\n"
      "护坡面积           ≥20平方米\n"
      "管护单位           ≥3家\n"
      "维护全县水利领域安全稳定，防范化解重大风险\n"
      "验收合格率          100%\n"
      "村民满意度          满意\n";
  EXPECT_EQ(
      dealt(text, {Role::level3, Role::annual_target, Role::remark}, {0, 120, 240, 360}),
      (Texts{"清淤长度 护坡面积 管护单位 维护全县水利领域安全稳定，防范化解重大风险 验收合格率 "
             "村民满意度",
             "≥10公里 ≥20平方米 ≥3家 100% 满意", ""}));
}

TEST(DealtWords, TakeSatisfiedForATargetBesideUnits) {
  EXPECT_EQ(dealt("满意度指标 服务对象满意度指标 村民满意度 定性 满意 10\n", sichuan),
            (Texts{"满意度指标", "服务对象满意度指标", "村民满意度", "定性", "满意", "", "10"}));
}

TEST(DealtWords, LetACentredTargetBeWiderThanTheOthers) {
  const std::string text =
      "清淤长度        ≥10公里\n"
      "护坡面积        ≥20公顷\n"
      "防洪意识     逐步增强，形成良好社会氛围\n"
      "管护单位        ≥30家\n"
      "村民满意度        100%\n";
  EXPECT_EQ(dealt(text, {Role::level3, Role::annual_target, Role::remark}, {0, 100, 230, 300}),
            (Texts{"清淤长度 护坡面积 防洪意识 管护单位 村民满意度",
                   "≥10公里 ≥20公顷 逐步增强，形成良好社会氛围 ≥30家 100%", ""}));
}

TEST(DealtWords, PartACategoryFromTheNameRightBehindIt) {
  EXPECT_EQ(dealt("产出指标 数量指标清淤长度 ≥ 985 公里 20\n", sichuan),
            (Texts{"产出指标", "数量指标", "清淤长度", "≥", "985", "公里", "20"}));
}

TEST(DealtWords, LeaveTheNumberOfANormWithItsLetters) {
  // 190 is as near to the list.
  EXPECT_EQ(dealt("修缮办公楼屋面，严格执行GB/T 190 万元。7、2-效益指标；24-可持续影响\n"
                  "01标准，保证正常的办公秩序。    长效管理机制；年度指标值:健全\n",
                  {Role::goal, Role::indicators}, {0, 185, 400}),
            (Texts{"修缮办公楼屋面，严格执行GB/T 190 01标准，保证正常的办公秩序。",
                   "万元。7、2-效益指标；24-可持续影响 长效管理机制；年度指标值:健全"}));
}

TEST(DealtWords, PutTheEndOfACategoryBelowItsBeginning) {
  // By its place 标 may be of either column.
  EXPECT_EQ(
      dealt("产出指标 经济效益指 拉动消费 ≥ 9 %\n"
            "     标\n"
            "     社会效益指 带动就业 ≥ 8 %\n"
            "     标\n",
            {Role::level1, Role::level2, Role::level3, Role::comparator, Role::value,
             Role::measurement_unit}),
      (Texts{"产出指标", "经济效益指 标 社会效益指 标", "拉动消费 带动就业", "≥ ≥", "9 8", "% %"}));
}

TEST(DealtWords, PutTheEndOfANatureBelowItsBeginning) {
  EXPECT_EQ(
      dealt("清淤长度 ≥ 9 万立方米 定量指\n"
            "             标\n"
            "护坡面积 ≥ 7 万平方米 定量指\n"
            "             标\n",
            {Role::level3, Role::comparator, Role::value, Role::measurement_unit, Role::remark}),
      (Texts{"清淤长度 护坡面积", "≥ ≥", "9 7", "万立方米 万平方米", "定量指 标 定量指 标"}));
}

TEST(DealtWords, BeginWhereThePageBeforeHadItsColumns) {
  const std::vector<Role> roles{Role::project_name, Role::goal, Role::level3};
  std::vector<Extent> places;
  std::string before;
  for (int i = 0; i < 6; ++i) {
    before += "水库维修   完成全部维修任务   维修座数\n";
  }
  (void)dealt_words(words_of(before), roles, {0, 70, 190, 250}, nullptr, &places);
  // Prose in the second column alone: nothing but its place says so.
  const std::string page =
      "           做好全年防汛工作\n"
      "           保证水库安全运行\n"
      "           及时处置全部险情\n"
      "           培训全部管护人员\n";
  const auto columns = dealt_words(words_of(page), roles, {}, nullptr, &places);
  EXPECT_EQ(columns[1].size(), 4U);
  EXPECT_EQ(dealt(page, roles)[1], "") << "where no page before shows it";
}

TEST(DealtWords, BeginFurtherLeftWhereTheFirstColumnsAreBlank) {
  // What goes on with a project has no unit, no name and no amount; print leaves out the white.
  const std::vector<Role> roles{Role::department, Role::project_name, Role::money,
                                Role::goal,       Role::level3,       Role::annual_target};
  std::vector<Extent> places;
  std::string before;
  for (int i = 0; i < 6; ++i) {
    before += "水利局   水库维修   120.50   完成全部维修任务   维修座数    ≥10座\n";
  }
  (void)dealt_words(words_of(before), roles, {0, 60, 130, 220, 330, 420, 500}, nullptr, &places);
  const auto columns = dealt_words(words_of("做好全年防汛工作   培训人数    ≥30人\n"
                                            "，保证水库安全运\n"
                                            "行。         返工次数    ≤2次\n"),
                                   roles, {}, nullptr, &places);
  EXPECT_TRUE(columns[0].empty());
  EXPECT_EQ(columns[3].size(), 3U);
  EXPECT_EQ(columns[4].size(), 2U);
}

TEST(DealtWords, PutTheEndOfANameToItThatACategoryMayBeginWith) {
  // Nothing below goes on with it.
  const std::string text =
      "产出指标 数量指标 河道护坡项目覆盖  ≥36  件\n"
      "            范围内化解问题\n"
      "          数\n"
      "产出指标 数量指标 清淤长度      ≥10  公里\n"
      "产出指标 质量指标 验收合格率     =100 %\n"
      "产出指标 时效指标 完成及时率     ≥98  %\n"
      "效益指标 社会效益 防洪能力      ≥60  %\n"
      "     指标\n";
  EXPECT_EQ(
      dealt(text, {Role::level1, Role::level2, Role::level3, Role::value, Role::measurement_unit},
            {0, 45, 95, 180, 220, 260})[2],
      "河道护坡项目覆盖 范围内化解问题 数 清淤长度 验收合格率 完成及时率 防洪能力");
}

TEST(DealtWords, NeverPutTwoAmountsOfALineIntoOneColumn) {
  EXPECT_EQ(dealt("合计 1,225.65 1,160.65 45.00 20.00\n",
                  {Role::project_name, Role::money, Role::money, Role::money, Role::money},
                  {0, 30, 125, 330, 420, 600}),
            (Texts{"合计", "1,225.65", "1,160.65", "45.00", "20.00"}));
}

/// The lines of the first column, in order.
std::string ordered(const std::string& text, Role role) {
  std::vector<ColumnText> columns{{role, lines_of(words_of(text), 1)}};
  order_categories(columns);
  std::string out;
  for (const PdfLine& line : columns.front().lines) {
    out += to_utf8(line.line.text) + "|";
  }
  return out;
}

TEST(CategoryOrder, PutsTheEndBehindTheBeginning) {
  EXPECT_EQ(ordered("标\n满意度指\n", Role::level1), "满意度指|标|");
  EXPECT_EQ(ordered("指标\n服务对象满\n意度\n数量指标\n", Role::level2),
            "服务对象满|意度|指标|数量指标|");
  // What waits for its end above has it.
  EXPECT_EQ(ordered("产出指\n标\n满意度指\n标\n", Role::level1), "产出指|标|满意度指|标|");
  EXPECT_EQ(ordered("标\n产出指\n标\n", Role::level1), "标|产出指|标|");
  // Of the ends of two rows the nearer is its own.
  EXPECT_EQ(ordered("标\n满意度指\n\n\n标\n满意度指\n", Role::level1), "满意度指|标|满意度指|标|");
}

/// Rows as their first and last line, counted from 1.
using Span = std::pair<int, int>;
std::vector<Span> rows(const std::string& text, const std::vector<Role>& roles,
                       const std::vector<double>& edges) {
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  for (std::vector<PdfWord>& words : dealt_words(words_of(text), roles, edges)) {
    columns.push_back({roles[c++], lines_of(std::move(words), 1)});
  }
  std::vector<Span> out;
  for (const TextRow& row : text_rows(columns)) {
    // A line's middle is 5 points below its top, the next line 13 further down.
    out.emplace_back(static_cast<int>((row.top - 5) / 13 + 1.5),
                     static_cast<int>((row.bottom - 5) / 13 + 0.95));
  }
  return out;
}

TEST(TextRows, HaveOneTargetEach) {
  EXPECT_EQ(rows("养护里程       ≥985公里\n"
                 "优良率         ≥90%\n"
                 "事故数         下降\n",
                 {Role::level3, Role::annual_target}, {0, 120, 300}),
            (std::vector<Span>{{1, 1}, {2, 2}, {3, 3}}));
}

TEST(TextRows, GoOnWhereANameFillsItsColumn) {
  EXPECT_EQ(rows("检测报告验收合  ≥100%   20\n"
                 "格率\n"
                 "养护单位满意    ≥95%    10\n"
                 "度\n",
                 {Role::level3, Role::annual_target, Role::weight}, {0, 110, 200, 300}),
            (std::vector<Span>{{1, 2}, {3, 4}}));
}

TEST(TextRows, DoNotBeginInsideANumber) {
  EXPECT_EQ(rows("养护里程        ≥1304\n"
                 "                0公里     20\n"
                 "事故数          =0起      10\n",
                 {Role::level3, Role::annual_target, Role::weight}, {0, 110, 200, 300}),
            (std::vector<Span>{{1, 2}, {3, 3}}));
}

TEST(TextRows, DoNotBeginInsideADayOrAUnit) {
  // What each row's cell in the column `of` begins with.
  const auto first = [](const std::string& text, const std::vector<Role>& roles, std::size_t of) {
    std::vector<ColumnText> columns;
    std::size_t c = 0;
    for (std::vector<PdfWord>& words : dealt_words(words_of(text), roles, {0, 150, 250, 350})) {
      columns.push_back({roles[c++], text_lines(std::move(words), 1)});
    }
    std::string out;
    for (const TextRow& row : text_rows(columns)) {
      const std::size_t line = row.first[of];
      out += line < columns[of].lines.size() ? to_utf8(columns[of].lines[line].line.text) : "";
      out += "|";
    }
    return out;
  };
  // The end of a day stands beside the next row's figures.
  EXPECT_EQ(first("清淤长度            120公里      10\n"
                  "开工时间            2025年3     10\n"
                  "河道管护机制健全程度      月31日前      20\n"
                  "                健全\n"
                  "完工时间            2025年9月    20\n"
                  "                前\n",
                  {Role::level3, Role::annual_target, Role::weight}, 1),
            "120公里|2025年3|健全|2025年9月|");
  EXPECT_EQ(first("河道护坡栽种树木        90         10\n"
                  "开工时间            2025年3月    10\n"
                  "                31日前\n"
                  "返工次数            2          20\n",
                  {Role::level3, Role::annual_target, Role::weight}, 1),
            "90|2025年3月|2|");
  // What begins with a year is another day.
  EXPECT_EQ(first("河道护坡栽种树木        ≥90        10\n"
                  "                2025年9月\n"
                  "开工时间            前          20\n",
                  {Role::level3, Role::annual_target, Role::weight}, 1),
            "≥90|2025年9月|");
  EXPECT_EQ(first("河道护坡栽种树木        90         株\n"
                  "培训费标准           449        元/人·\n"
                  "                           天\n"
                  "材料损耗            低\n"
                  "返工次数            2          次\n",
                  {Role::level3, Role::value, Role::measurement_unit}, 2),
            "株|元/人·|次|次|");
  // Where units have no column of their own.
  EXPECT_EQ(first("河道护坡栽种树木        =310公\n"
                  "面积               顷\n"
                  "栽种树木单位成本        ≤144\n"
                  "                元/株\n"
                  "清淤量              ≥16\n"
                  "                万方\n"
                  "返工率             ≥5%\n"
                  "移交               是\n",
                  {Role::level3, Role::annual_target}, 1),
            "=310公|≤144|≥16|≥5%|是|");
}

TEST(TextRows, MayEndInsideACategoryThatSpansThem) {
  // 数量指标 stands in the middle of two rows, its second line beside the second of them.
  const std::string text =
      "质量指标 验收合格率  ≥95%\n"
      "     护坡完好率  ≥90%\n"
      "     返工率    ≤2%\n"
      "数量指 清淤长度   ≥110公里\n"
      "标   护坡修复项目\n"
      "     栽种各种林木 ≥670棵\n"
      "     的数量\n"
      "时效指标 完成及时率  ≥98%\n";
  EXPECT_EQ(rows(text, {Role::level2, Role::level3, Role::annual_target}, {0, 50, 115, 200}),
            (std::vector<Span>{{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 7}, {8, 8}}));
}

TEST(TextRows, HaveOneNumberThatALinesEndCuts) {
  // Rather than three rows whose names and targets print has mixed.
  EXPECT_EQ(rows("                    ≤13676.7\n"
                 "预算控制数          2万元\n"
                 "\n"
                 "观众对文艺精品创作  ≥93%\n"
                 "作的满意程度\n",
                 {Role::level3, Role::annual_target}, {0, 150, 300}),
            (std::vector<Span>{{1, 2}, {4, 5}}));
}

TEST(TextRows, StandAroundTheirFigures) {
  EXPECT_EQ(rows("检测报告验收合\n"
                 "                ≥100%   20\n"
                 "格率\n"
                 "购置执法记录仪\n"
                 "                ≥60     30\n"
                 "数量\n",
                 {Role::level3, Role::annual_target, Role::weight}, {0, 110, 200, 300}),
            (std::vector<Span>{{1, 3}, {4, 6}}));
}

TEST(TextRows, SayWhichOfThemAreAGuess) {
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  const std::vector<Role> roles{Role::level3, Role::annual_target, Role::weight};
  for (std::vector<PdfWord>& words : dealt_words(words_of("检测报告验收合  ≥100%   20\n"
                                                          "格率            ≥95%\n"
                                                          "养护单位满意度  ≥90%    10\n"),
                                                 roles, {0, 110, 200, 300})) {
    columns.push_back({roles[c++], lines_of(std::move(words), 1)});
  }
  const std::vector<TextRow> rows = text_rows(columns);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_FALSE(rows[0].doubtful);
  EXPECT_TRUE(rows[1].doubtful);  // no weight, and a name that looks broken
  EXPECT_EQ(rows[1].line, 2);
  EXPECT_FALSE(rows[2].doubtful);
}

/// What the rows have in each of their columns.
std::vector<Texts> cells(const std::string& text, const std::vector<Role>& roles,
                         const std::vector<double>& edges, const std::map<Role, int>& widths = {}) {
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  for (std::vector<PdfWord>& words : dealt_words(words_of(text), roles, edges)) {
    columns.push_back({roles[c++], text_lines(std::move(words), 1)});
  }
  const std::vector<TextRow> rows = text_rows(columns, widths);
  std::vector<Texts> out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    out.emplace_back(roles.size());
    for (c = 0; c < roles.size(); ++c) {
      const std::size_t end = r + 1 < rows.size() ? rows[r + 1].first[c] : columns[c].lines.size();
      for (std::size_t i = rows[r].first[c]; i < end; ++i) {
        out.back()[c] += to_utf8(columns[c].lines[i].line.text);
      }
    }
  }
  return out;
}

TEST(TextRows, AreToldApartWherePrintMixesTheirLines) {
  // Print gives one column after the other of lines that it takes for one.
  const std::vector<Role> roles{Role::level3, Role::annual_target, Role::weight};
  const std::vector<double> edges{0, 95, 205, 320};
  EXPECT_EQ(cells("养护里程        ≥985公里  20\n"
                  "路面优良率\n"
                  "群众投诉次数    ≥90%\n"
                  "                ≤3次      30\n"
                  "                          40\n"
                  "事故数          =0起      10\n",
                  roles, edges),
            (std::vector<Texts>{{"养护里程", "≥985公里", "20"},
                                {"路面优良率", "≥90%", "30"},
                                {"群众投诉次数", "≤3次", "40"},
                                {"事故数", "=0起", "10"}}));
  EXPECT_EQ(cells("路面优良率     群众投诉次数\n"
                  "                             ≥90%   30\n"
                  "                             ≤3次   40\n",
                  roles, {0, 280, 350, 420}),
            (std::vector<Texts>{{"路面优良率", "≥90%", "30"}, {"群众投诉次数", "≤3次", "40"}}));
}

TEST(TextRows, GoOnBehindLinesThatAreFullAsAllPagesShow) {
  // Both names could be one of two lines on this page; on others names are twice as wide.
  const std::string text =
      "项目实施周期   =3年\n"
      "投诉处理满意率\n"
      "主管部门评价   100%\n"
      "             满意\n";
  const std::vector<Role> roles{Role::level3, Role::annual_target};
  EXPECT_EQ(cells(text, roles, {0, 85, 200}, {{Role::level3, 28}, {Role::annual_target, 12}}),
            (std::vector<Texts>{
                {"项目实施周期", "=3年"}, {"投诉处理满意率", "100%"}, {"主管部门评价", "满意"}}));
}

TEST(TextRows, AreAGuessWhereMixedLinesMayBeCutOtherwise) {
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  const std::vector<Role> roles{Role::level3, Role::annual_target, Role::measurement_unit};
  for (std::vector<PdfWord>& words : dealt_words(words_of("路面优良率\n"
                                                          "群众投诉次数    90\n"
                                                          "                3    次\n"),
                                                 roles, {0, 150, 200, 300})) {
    columns.push_back({roles[c++], text_lines(std::move(words), 1)});
  }
  const std::vector<TextRow> rows = text_rows(columns);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_TRUE(rows[0].doubtful);  // 次 may be the unit of either
  EXPECT_TRUE(rows[1].doubtful);
}

TEST(Furniture, OfTextIsItsLastLineHoweverShortThePage) {
  const auto last_word = [](std::string_view text) {
    std::vector<PdfPage> pages = layout_pages(text);
    drop_furniture(pages);
    return to_utf8(pages.front().words.back().text);
  };
  EXPECT_EQ(last_word("数量指标 里程 20\n质量指标 优良率 30\n         第3页\n"), "30");
  EXPECT_EQ(last_word("数量指标 里程 20\n质量指标 优良率 30\n\n\n\n\n\n - 3 -\n\n\n"), "30");
  // A figure of the table.
  EXPECT_EQ(last_word("数量指标 里程 20\n质量指标 优良率 30\n                40\n"), "40");
}

TEST(TextRows, AreAGuessWhereMixedSignsDiffer) {
  const auto doubtful = [](const std::string& second) {
    std::vector<ColumnText> columns;
    std::size_t c = 0;
    const std::vector<Role> roles{Role::level3, Role::comparator, Role::value};
    for (std::vector<PdfWord>& words : dealt_words(words_of("路面优良率\n"
                                                            "群众投诉次数    ≥\n"
                                                            "                " +
                                                            second +
                                                            "   90\n"
                                                            "                    3\n"),
                                                   roles, {0, 150, 185, 300})) {
      columns.push_back({roles[c++], text_lines(std::move(words), 1)});
    }
    const std::vector<TextRow> rows = text_rows(columns);
    EXPECT_EQ(rows.size(), 2U);
    return rows.front().doubtful;
  };
  EXPECT_FALSE(doubtful("≥"));
  EXPECT_TRUE(doubtful("="));  // print may have put the first one second
}

TEST(TextRows, AreNoGuessWhereOnlyACategorysLineWouldChange) {
  // 数量指标 in the middle of its two rows has a line that is neither's.
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  const std::vector<Role> roles{Role::level2, Role::level3, Role::annual_target, Role::weight};
  for (std::vector<PdfWord>& words :
       dealt_words(words_of("          养护里程       ≥985公里     20\n"
                            "数量指标\n"
                            "          检测桥梁       ≥12座        20\n"
                            "质量指标  优良率         ≥90%         10\n"),
                   roles, {0, 90, 240, 340, 400})) {
    columns.push_back({roles[c++], text_lines(std::move(words), 1)});
  }
  const std::vector<TextRow> rows = text_rows(columns);
  ASSERT_EQ(rows.size(), 3U);
  for (const TextRow& row : rows) {
    EXPECT_FALSE(row.doubtful) << row.line;
  }
}

double known(const std::u32string& text) {
  const double letters = static_cast<double>(text.size());
  return text == U"一级指标" || text == U"二级指标" || text == U"指标性质" || text == U"指标值" ||
                 text == U"度量单位" || text == U"权重"
             ? 3 * letters
             : 0;
}

TEST(AlignedCells, FollowTheLinesOrderNotTheirPlaces) {
  std::vector<std::vector<PdfWord>> lines(2);
  for (const PdfWord& word : words_of("一级指 二级指标 指标 指标 度量单 权\n"
                                      " 标            性质 值 位 重\n")) {
    lines[static_cast<std::size_t>(word.line) - 1].push_back(word);
  }
  Texts cells;
  for (const std::vector<PdfWord>& cell : aligned_cells(lines, known)) {
    std::string& text = cells.emplace_back();
    for (const PdfWord& word : cell) {
      text += to_utf8(word.text);
    }
  }
  EXPECT_EQ(cells, (Texts{"一级指标", "二级指标", "指标性质", "指标值", "度量单位", "权重"}));
}

TEST(AlignedCells, AreNoneOfTooManyWords) {
  const std::vector<PdfWord> line(60, words_of("指标\n").front());
  EXPECT_TRUE(aligned_cells({line, line, line, line}, known).empty());
}

TEST(PartingBlank, IsTheOneOfMostLinesNotTheEmptyRight) {
  // The second column's lines end early: what is right of them says nothing.
  const std::vector<PdfWord> words = words_of(
      "完成全县农村公路 完成年度任务\n"
      "养护里程不少于好 优良率\n"
      "985公里。\n");
  const double strip = emptiest_strip(40, 300, words);
  EXPECT_GT(strip, 80);
  EXPECT_LT(strip, 90);
}

TEST(DealtWords, KeepTheNumberAtTheEndOfSpreadProse) {
  const std::vector<Role> roles{Role::goal, Role::indicators};
  const Texts texts =
      dealt("提 高 能 力 ， 压 缩 时 限 10 人；年度指标值:≥3万人。\n", roles, {0, 280, 600});
  EXPECT_EQ(texts[0], "提高能力，压缩时限10");
}

TEST(DealtWords, PartTwoTargetsThatFillTheirColumns) {
  const std::vector<Role> roles{Role::level3, Role::period_target, Role::annual_target};
  const Texts texts =
      dealt("护坡处数     ≥20处≥10处\n清淤长度     ≥90公里  ≥30公里\n", roles, {0, 120, 180, 260});
  EXPECT_EQ(texts[1], "≥20处 ≥90公里");
  EXPECT_EQ(texts[2], "≥10处 ≥30公里");
}

TEST(TextLines, OfNamesArePartedByABlankBetweenTwoWords) {
  // Rows that lie close to each other come column by column, their names in one line.
  EXPECT_EQ(text_lines(words_of("成本节约率 预算执行率\n"), 1, true).size(), 2U);
  EXPECT_EQ(text_lines(words_of("成本节约率 预算执行率\n"), 1).size(), 1U);
  EXPECT_EQ(text_lines(words_of("成本节约率 （%）\n"), 1, true).size(), 1U);
  EXPECT_EQ(text_lines(words_of("成 本 节 约\n"), 1, true).size(), 1U);
}

}  // namespace
}  // namespace budgetdiff::import
