/// The words and pieces of text that gives a table column by column.

#include "import/columns/line_words.hpp"
#include "import/columns/list_grammar.hpp"
#include "import/columns/lost_hyphens.hpp"
#include "import/columns/row_order.hpp"
#include "import/columns/strange_names.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using Texts = std::vector<std::string>;

Texts parted(const std::string& line) {
  Texts out;
  for (const std::u32string& part : at_lost_hyphens(to_code_points(line))) {
    out.push_back(to_utf8(part));
  }
  return out;
}

TEST(LostHyphens, StoodBehindTheCodesOfLevels) {
  EXPECT_EQ(parted("标值:≥90%。2、2效益指标；22-社会效益"),
            (Texts{"标值:≥90%。2、2-", "效益指标；22-社会效益"}));
  // The next line may be one of another column.
  EXPECT_EQ(parted("1、1-产出指标；11改善出行条件。 数量指标；里程"),
            (Texts{"1、1-产出指标；11-", "改善出行条件。 数量指标；里程"}));
  EXPECT_EQ(parted("年度指标值:良。2、140.00"), (Texts{"年度指标值:良。2、1-", "40.00"}));
}

TEST(LostHyphens, StoodBeforeNumbersOfOtherColumns) {
  EXPECT_EQ(parted("年度指标值:良。3、27%。"), (Texts{"年度指标值:良。3、2-", "7%。"}));
  EXPECT_EQ(parted("1、1-产出指标；1156.63万元"), (Texts{"1、1-产出指标；11-", "56.63万元"}));
}

TEST(LostHyphens, StoodBetweenTwoYears) {
  EXPECT_EQ(parted("养护奖补资金（20212024年）"), (Texts{"养护奖补资金（2021-", "2024年）"}));
  for (const std::string line : {"20242021年", "120212024年", "20212024元"}) {
    EXPECT_EQ(parted(line), Texts{line});
  }
}

TEST(LostHyphens, AreNotSoughtElsewhere) {
  for (const std::string line : {"1、1-产出指标；11-数量指标；里程", "2、3月底前完成。",
                                 "12-质量指标；3、4号楼改造", "年度指标值:≥90%。12、1-产出指标",
                                 "1-产出指标；12-质量指标；12345热线", "2-质量指标；12345热线"}) {
    EXPECT_EQ(parted(line), Texts{line});
  }
}

TEST(LostHyphens, BetweenYearsShowWhereALineIsWiderThanItsCell) {
  const std::u32string name = U"信息化系统20242026年运行维护经费";
  EXPECT_EQ(lost_hyphen_in(name, 15), 9U);
  EXPECT_EQ(lost_hyphen_in(name, 40), std::u32string::npos);
  EXPECT_EQ(lost_hyphen_in(U"信息化系统建设及其运行维护专项经费", 15), std::u32string::npos);
}

TEST(LineWords, ThatPrintSpacesOutAreJoined) {
  const auto shown = [](const std::string& line) {
    std::string out;
    for (const std::u32string& word : words_of_cells(to_code_points(line))) {
      out += (out.empty() ? "" : "|") + to_utf8(word);
    }
    return out;
  };
  EXPECT_EQ(shown("方 案 （ 2022-2025 年 ）》 要 业数；实施"),
            "方案（2022-2025年）》要|业数；实施");
  EXPECT_EQ(shown("院 士 3.00"), "院|士|3.00");  // two cells, or a name
}

TEST(LineWords, HoldAmountsThatStandWithoutABlank) {
  const auto shown = [](const std::string& word) {
    std::string out;
    for (const std::u32string& part : parted_amounts(to_code_points(word))) {
      out += (out.empty() ? "" : "|") + to_utf8(part);
    }
    return out;
  };
  EXPECT_EQ(shown("351023.45252855.12"), "351023.45|252855.12");
  EXPECT_EQ(shown("156,819.1668143,728.533312,959.9522"), "156,819.1668|143,728.5333|12,959.9522");
  for (const std::string word :
       {"1.2.3", "2024.12.31", "3.50", "12345.6", "..", ".12.34", "1.25万.25"}) {
    EXPECT_EQ(shown(word), word);
  }
}

int cost_of(const std::string& list) {
  ListGrammar state;
  return read_on(state, to_code_points(list));
}

TEST(ListGrammar, TakesListsAsTheyAre) {
  const std::string item =
      "1、1-产出指标；11-数量指标；里程；实施周期指标值:≥5公里；年度指标值:≥5公里。";
  EXPECT_EQ(cost_of(item), 0);
  EXPECT_EQ(cost_of(item + "2、2-效益指标；22-社会效益；出行；实施周期指标值:良；年度指标值:良。"),
            0);
  // A value's own full stop, which its first target has, too.
  EXPECT_EQ(cost_of("1、产出指标；质量指标；响应；实施周期指标值:故障后，当天处理。；年度指标值:"
                    "故障后，当天处理。。"),
            0);
}

TEST(ListGrammar, CountsWhatIsAgainstTheGrammar) {
  const std::string head = "1、1-产出指标；11-数量指标；里程；实施周期指标值:";
  EXPECT_GT(cost_of(head + "≥5公里改善全县群众出行条件，提高养护水平；年度指标值:≥5公里。"), 0);
  EXPECT_GT(cost_of("1、改善全县群众出行条件；11-数量指标；"), 0);
  EXPECT_GT(cost_of("1、1-产出指标；11-数量指标；里程；实施周期指标值:1；年度指标值:1。3、"), 0);
  EXPECT_TRUE(begins_list(U"1、1-产出指标"));
  EXPECT_FALSE(begins_list(U"11-数量指标"));
}

TEST(StrangeNames, AreThoseWithoutWhichNamesGoToTheirRows) {
  using Column = ColumnPiece::Column;
  ColumnwiseText text;
  PieceLabels labels;
  const auto add = [&](Column column, const std::u32string& words, int flow) {
    text.lines.push_back({});
    text.lines.back().flow = flow;
    labels.pieces.push_back({column, words, {}, text.lines.size() - 1, false});
  };
  add(Column::name, U"桥梁检测", 0);
  add(Column::list, U"1、产出指标；", 1);
  add(Column::name, U"中桥）", 1);
  add(Column::list, U"1、产出指标；", 1);
  add(Column::name, U"隧道养护", 2);
  add(Column::name, U"信号灯", 2);
  const std::vector<RowSpan> spans{{0, 2}, {0, 0}, {5, 5}, {1, 1}, {0, 5}, {0, 5}};
  for (int i = 0; i < 3; ++i) {
    add(Column::name, U"其他", 2);
  }
  auto all = spans;
  all.insert(all.end(), 3, {0, 5});
  EXPECT_EQ(strange_names(text, labels, all, 6), (std::vector<std::size_t>{2}));
  EXPECT_TRUE(strange_names(text, labels, all, 4).empty());  // a piece in five rows is too much
}

TEST(RowOrder, GoesByWordsAndNotByYears) {
  const std::vector<std::u32string> own{U"农村公路（2022-2024年）", U"桥梁检测", U"信号灯安装"};
  EXPECT_TRUE(RowOrder(own, {U"农村公路完好。", U"桥梁安全。", U"（2022-2025年）方案。"})
                  .misordered()
                  .empty());
}

TEST(RowOrder, IsDoubtedWhereNamesStandBesideOthersWords) {
  const std::vector<std::u32string> own{U"农村公路养护", U"桥梁检测", U"交通执法装备购置"};
  const std::vector<std::u32string> said{U"农村公路养护到位", U"桥梁检测完成", U"执法装备购置齐全"};
  EXPECT_TRUE(RowOrder(own, said).misordered().empty());
  EXPECT_EQ(RowOrder({own[1], own[2], own[0]}, said).misordered().size(), 3U);
}

}  // namespace
}  // namespace budgetdiff::import
