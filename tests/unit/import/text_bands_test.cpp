/// The bands of lines that are one project's each, in text that keeps its columns.

#include "import/page/lines.hpp"
#include "import/page/text_projects.hpp"
#include "import/page/text_rows.hpp"
#include "import/page/typed_words.hpp"

#include "text_lines.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using Texts = std::vector<std::string>;

/// The bands' first lines and the lines behind them, counted from 1.
using Span = std::pair<int, int>;
std::vector<Span> bands(const std::string& text, const std::vector<Role>& roles,
                        const std::vector<double>& edges, bool continued = false) {
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  for (std::vector<PdfWord>& words : dealt_words(words_of(text), roles, edges)) {
    columns.push_back({roles[c++], lines_of(std::move(words), 1)});
  }
  std::vector<Span> out;
  for (const TextBand& band : text_bands(columns, rows_between(columns), continued, nullptr)) {
    out.emplace_back(band.begin, band.end);
  }
  return out;
}

const std::vector<Role> list{Role::project_name, Role::money,  Role::goal,         Role::level1,
                             Role::level2,       Role::level3, Role::annual_target};
const std::vector<double> list_edges{0, 120, 220, 380, 480, 580, 700, 800};

TEST(TextBands, HaveTheirAmountInTheMiddle) {
  EXPECT_EQ(
      bands("                      疏浚全部河道，保障    产出指标  数量指标  河道数      ≥5条\n"
            "修桥        12.50     汛期安全，方便群                    桥数        ≥8座\n"
            "                      众出行。              效益指标  社会效益  受益人数    ≥9人\n"
            "                      种树。                产出指标  数量指标  树数        ≥90棵\n"
            "种树        7.20      按时浇水。            效益指标  生态效益  成活率      ≥95%\n"
            "                      保证成活。            满意度指标 满意度   村民满意度  ≥90%\n",
            list, list_edges),
      (std::vector<Span>{{1, 4}, {4, 7}}));
}

TEST(TextBands, BeginWithANumberedGoalsFirstParagraph) {
  EXPECT_EQ(
      bands("                      疏浚河道。            产出指标  数量指标  河道数      ≥5条\n"
            "修桥        12.50     方便群众出行。                            桥数        ≥8座\n"
            "                      1.种树。              产出指标  数量指标  树数        ≥90棵\n"
            "种树        7.20      2.按时浇水。          效益指标  生态效益  成活率      ≥95%\n"
            "                      3.保证成活。          满意度指标 满意度   村民满意度  ≥90%\n",
            list, list_edges),
      (std::vector<Span>{{1, 3}, {3, 6}}));
}

TEST(TextBands, HaveTheirCellsAtTheTopWhereAllDo) {
  EXPECT_EQ(
      bands("修桥        12.50     疏浚全部河道，保障    产出指标  数量指标  河道数      ≥5条\n"
            "                      汛期安全。                                桥数        ≥8座\n"
            "                                            效益指标  社会效益  受益人数    ≥9人\n"
            "种树        7.20      种树并按时浇水。      产出指标  数量指标  树数        ≥90棵\n"
            "                                            效益指标  生态效益  成活率      ≥95%\n",
            list, list_edges),
      (std::vector<Span>{{1, 4}, {4, 6}}));
}

TEST(TextBands, MayHaveAllButTheirRowsOnThePageBefore) {
  const std::string page =
      "                                            效益指标  社会效益  受益人数    ≥9人\n"
      "                                                      生态效益  水质        良好\n"
      "种树        7.20      种树并按时浇水。      产出指标  数量指标  树数        ≥90棵\n"
      "                                            效益指标  生态效益  成活率      ≥95%\n"
      "                                                                绿化率      ≥9%\n";
  EXPECT_EQ(bands(page, list, list_edges, true), (std::vector<Span>{{1, 3}, {3, 6}}));
}

TEST(TextBands, BeginWithWhatTheirFirstIndicatorSpeaksOf) {
  // 满意度 between two projects is of the one that ends with it.
  const std::vector<std::size_t> at{0, 12, 22, 38, 48, 58, 70};
  EXPECT_EQ(
      bands(line({"", "", "疏浚河道。", "产出指标", "数量指标", "河道数", "≥5条"}, at) +
                line({"修桥", "12.50", "方便群众。", "满意度指标", "服务对象满意度", "乘客满意度",
                      "≥80%"},
                     at) +
                line({"", "", "", "", "", "村民满意度", "≥90%"}, at) +
                line({"", "", "种树。", "产出指标", "数量指标", "树数", "≥90棵"}, at) +
                line({"种树", "7.20", "浇水。", "效益指标", "生态效益", "成活率", "≥95%"}, at),
            list, list_edges),
      (std::vector<Span>{{1, 4}, {4, 6}}));
}

TEST(TextBands, AreNoneWhereNoColumnHasProjects) {
  EXPECT_TRUE(bands("数量指标 河道数 ≥5条\n", {Role::level2, Role::level3, Role::annual_target}, {})
                  .empty());
}

TEST(TextBands, OfTheRestOfAGoalHaveNoRows) {
  const std::vector<std::string> lines{
      "                      2.方便群众出行。\n"
      "                      3.保障汛期安全。\n",
      "种树        7.20      1.按时浇水。          产出指标  数量指标  树数        ≥90棵\n",
      "                                            效益指标  生态效益  成活率      ≥95%\n"};
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  for (std::vector<PdfWord>& words :
       dealt_words(words_of(lines[0] + lines[1] + lines[2]), list, list_edges)) {
    columns.push_back({list[c++], lines_of(std::move(words), 1)});
  }
  const auto found = text_bands(columns, rows_between(columns), true, nullptr);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_FALSE(found[0].named);
  EXPECT_EQ(found[0].end, 3);
}

TEST(TextBands, EndBehindASentenceRatherThanAPoint) {
  EXPECT_EQ(
      bands("                      疏浚河道；            产出指标  数量指标  河道数      ≥5条\n"
            "修桥        12.50     方便群众；\n"
            "                      保障汛期安全。\n"
            "                      种树。                产出指标  数量指标  树数        ≥90棵\n"
            "种树        7.20      按时浇水。            效益指标  生态效益  成活率      ≥95%\n"
            "                      保证成活。            满意度指标 满意度   村民满意度  ≥90%\n",
            list, list_edges),
      (std::vector<Span>{{1, 4}, {4, 7}}));
}

TEST(TextBands, BeginBehindTheRestOfAGoalWhoseAmountIsOnThePageBefore) {
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  for (std::vector<PdfWord>& words : dealt_words(
           words_of(
               "                      保障汛期安全。\n"
               "                      种树。                产出指标  数量指标  树数        ≥90棵\n"
               "种树        7.20      按时浇水。            效益指标  生态效益  成活率      "
               "≥95%\n"),
           list, list_edges)) {
    columns.push_back({list[c++], lines_of(std::move(words), 1)});
  }
  const RowsBetween rows = rows_between(columns);
  ProjectEnd end{true, true, true};
  const auto found = text_bands(columns, rows, true, nullptr, &end);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].end, 2);
  EXPECT_TRUE(end.known && end.amount && !end.open_goal);
  // Of a page before that has no amount of the project, nor the beginning of its goal.
  ProjectEnd none{true, false, false};
  EXPECT_EQ(text_bands(columns, rows, true, nullptr, &none).size(), 1U);
}

TEST(TextBands, OfCellsAtTheTopHaveNoneOfTheRestOfAProject) {
  // At the top of its rows a project has its cells where it begins, on the page before.
  EXPECT_EQ(
      bands("                                            满意度指标 满意度   村民满意度  ≥9%\n"
            "修桥        12.50     疏浚全部河道，保障    产出指标  数量指标  河道数      ≥5条\n"
            "                      汛期安全。                                桥数        ≥8座\n"
            "                                            效益指标  社会效益  受益人数    ≥9人\n"
            "                                                                通行车辆    ≥9辆\n"
            "种树        7.20      种树并按时浇水。      产出指标  数量指标  树数        ≥90棵\n"
            "                                            效益指标  生态效益  成活率      ≥95%\n",
            list, list_edges, true),
      (std::vector<Span>{{1, 2}, {2, 6}, {6, 8}}));
}

TEST(TextBands, MayHaveTheirCellsInTheMiddleOfTheirFirstRow) {
  // Where nothing spans rows, rows below the first one have blanks there, however many they are.
  EXPECT_EQ(
      bands("                      疏浚全部河道，保障\n"
            "修桥        12.50     汛期安全，方便群众    产出指标  数量指标  河道数      ≥5条\n"
            "                      出行。\n"
            "                                                                桥数        ≥8座\n"
            "                                            效益指标  社会效益  受益人数    ≥9人\n"
            "                                                                通行车辆    ≥9辆\n"
            "                                                                就业人数    ≥9人\n"
            "                      在村里种树，并且按\n"
            "种树        7.20      时浇水施肥，保证全    产出指标  数量指标  树数        ≥90棵\n"
            "                      部成活。\n"
            "                                                      质量指标  成活率      ≥95%\n"
            "                                                                浇水率      ≥95%\n",
            list, list_edges),
      (std::vector<Span>{{1, 8}, {8, 13}}));
}

TEST(TextBands, AreAGuessWhereTheRestOfAGoalHasNoPlace) {
  // Print has put the rest of the goal of the page before among the lines of the next one's.
  std::vector<ColumnText> columns;
  std::size_t c = 0;
  for (std::vector<PdfWord>& words : dealt_words(
           words_of(
               "种树        7.20      保障汛期安全。        产出指标  数量指标  树数        ≥90棵\n"
               "                      种树。                效益指标  生态效益  成活率      "
               "≥95%\n"),
           list, list_edges)) {
    columns.push_back({list[c++], lines_of(std::move(words), 1)});
  }
  const RowsBetween rows = rows_between(columns);
  ProjectEnd open{true, true, true};
  EXPECT_TRUE(text_bands(columns, rows, true, nullptr, &open).front().doubtful);
  ProjectEnd closed{true, true, false};
  EXPECT_FALSE(text_bands(columns, rows, true, nullptr, &closed).front().doubtful);
}

TEST(TypedWords, ANormsNumberHasNoBlankBehindIt) {
  const auto dealt = dealt_words(words_of("  按月考核，严格执行GB/T 1900 标值:>1020篇；年度指\n"
                                          "  1标准，加快补齐短板弱项     标值:>340篇。5、1-产\n"
                                          "  严格执行规范，宣传 12 场     出指标；11-数量指标\n"),
                                 {Role::goal, Role::indicators}, {0, 260, 500});
  ASSERT_EQ(dealt[1].size(), 3U);
  EXPECT_EQ(dealt[1].front().text, U"标值:>1020篇；年度指");
}

}  // namespace
}  // namespace budgetdiff::import
