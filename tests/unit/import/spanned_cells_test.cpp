#include "import/page/spanned_cells.hpp"
#include "import/page/level_spans.hpp"
#include "import/page/white_strip.hpp"

#include <gtest/gtest.h>

#include <random>

namespace budgetdiff::import {
namespace {

TEST(SpanCosts, AreClearOnlyWhereOneWayIsFarBetter) {
  EXPECT_EQ((SpanCosts{60, 10, 5}).clearest(), SpanAlign::top);
  EXPECT_EQ((SpanCosts{10, 60, 5}).clearest(), SpanAlign::middle);
  EXPECT_EQ((SpanCosts{50, 60, 5}).clearest(), SpanAlign::unknown);
  EXPECT_EQ((SpanCosts{2, 0, 5}).clearest(), SpanAlign::unknown);  // print's rounding
  EXPECT_EQ((SpanCosts{4, 0, 5}).clearest(), SpanAlign::top);
  EXPECT_EQ((SpanCosts{}).clearest(), SpanAlign::unknown);
}

using Rows = std::vector<std::size_t>;

RowHeights even(std::size_t rows, double height = 20) {
  RowHeights out;
  for (std::size_t i = 0; i < rows; ++i) {
    out.edges.push_back(height * static_cast<double>(i));
    out.middles.push_back(out.edges.back() + height / 2);
  }
  out.edges.push_back(height * static_cast<double>(rows));
  return out;
}

LevelLabel label(const char* text, double at) {
  return {at, at, at, text};
}

TEST(LevelSpans, FirstLevelsTellTheRowsOfTheSecond) {
  // Lines of text: what stands between two is on the upper one. 数量 may have one row or two.
  const std::vector<std::string> names(4);
  const auto spans =
      level_spans(even(4), {label("产出指标", 30), label("效益指标", 70)},
                  {label("数量指标", 10), label("质量指标", 50), label("社会效益指标", 70)}, names,
                  false, SpanAlign::middle, 10);
  ASSERT_TRUE(spans);
  EXPECT_EQ(spans->level1, (Rows{0, 3}));
  EXPECT_EQ(spans->level2, (Rows{0, 2, 3}));
}

TEST(LevelSpans, KeepSecondLevelsUnderAFirstThatMayHaveThem) {
  // The third row is as near to either first level.
  const std::vector<std::string> names(4);
  const auto spans =
      level_spans(even(4), {label("产出指标", 20), label("成本指标", 60)},
                  {label("数量指标", 10), label("质量指标", 30), label("经济成本指标", 60)}, names,
                  false, SpanAlign::middle, 0);
  ASSERT_TRUE(spans);
  EXPECT_EQ(spans->level1, (Rows{0, 2}));
  EXPECT_EQ(spans->level2, (Rows{0, 1, 2}));
  EXPECT_FALSE(spans->close);
}

TEST(LevelSpans, MakeRowsAsHighAsTheirCategory) {
  // 服务对象满意度 | 指标 stands beside the last row, and the first level in the middle of both
  // lines.
  RowHeights rows = even(3);
  rows.middles.push_back(90);
  rows.edges.push_back(100);
  rows.edges[3] = 70;
  const std::vector<std::string> names(4);
  const auto spans =
      level_spans(rows, {label("产出指标", 30), label("满意度指标", 70)},
                  {label("数量指标", 30), LevelLabel{80, 70, 90, "服务对象满意度指标"}}, names,
                  false, SpanAlign::middle, 10);
  ASSERT_TRUE(spans);
  EXPECT_EQ(spans->level2[1], spans->level1[1]);
  EXPECT_EQ(spans->level2, (Rows{0, 3}));
}

TEST(LevelSpans, AreCloseWhereANameAtTheEdgeSpeaksForTheOther) {
  const std::vector<LevelLabel> first{label("产出指标", 10)};
  const std::vector<LevelLabel> second{label("数量指标", 10), label("时效指标", 50)};
  const auto spans = [&](const std::vector<std::string>& names) {
    return level_spans(even(4), first, second, names, false, SpanAlign::top, 0);
  };
  ASSERT_TRUE(spans({"培训人数", "清淤长度", "完成时间", "开工时间"}));
  EXPECT_FALSE(spans({"培训人数", "清淤长度", "完成时间", "开工时间"})->close);
  EXPECT_TRUE(spans({"培训人数", "修复时间", "完成时间", "开工时间"})->close);
}

TEST(LevelSpans, HaveTheirMiddleWhereALineIsTheirsAlone) {
  // On the line of a row a category may stand for the middle of it and the next.
  const std::vector<LevelLabel> first{label("产出指标", 40)};
  std::vector<LevelLabel> second{label("数量指标", 20), label("质量指标", 70)};
  const auto rows = [&] {
    const auto spans = level_spans(even(4), first, second, std::vector<std::string>(4), false,
                                   SpanAlign::middle, 10);
    return spans ? spans->level2 : Rows{};
  };
  EXPECT_EQ(rows(), (Rows{0, 3}));
  second[0].alone = true;
  EXPECT_EQ(rows(), (Rows{0, 2}));
}

TEST(LevelSpans, AreNoneWhereAFirstLevelHasNoSecond) {
  EXPECT_FALSE(level_spans(even(2), {label("产出指标", 10), label("效益指标", 30)},
                           {label("数量指标", 10)}, {"", ""}, false, SpanAlign::middle, 0));
}

TEST(SpanStyle, KnowsOnWhichLineWhatStandsBetweenTwoIs) {
  SpanStyle style;
  style.upper = {40, 90, 5};
  style.lower = {10, 90, 5};
  style.lines[Role::level3] = {8, 12, 10};
  style.settle();
  EXPECT_EQ(style.widths[Role::level3], 12);
  EXPECT_TRUE(style.on_lower);
  EXPECT_EQ(style.align, SpanAlign::middle);
  // Two rows, their text on the second.
  EXPECT_LT(span_off(even(3), 0, 2, 30, 30, false, -10),
            span_off(even(3), 0, 2, 30, 30, false, 10));
}

TEST(SpannedCells, LieAroundTheirTexts) {
  // Three rows, one, two: texts at 30, 70 and 100.
  EXPECT_EQ(first_rows(even(6), {30, 70, 100}, false), (Rows{0, 3, 4}));
}

TEST(SpannedCells, BeginWithTheirTextsWhereThoseStandAtTheTop) {
  EXPECT_EQ(first_rows(even(6), {10, 70, 90}, false), (Rows{0, 3, 4}));
}

TEST(SpannedCells, LieAroundTheirTextsButForRounding) {
  // Rows of 20 points; print sets the middle of rows 2 to 4 a little high.
  EXPECT_EQ(first_rows(even(6), {10, 30, 69.6, 110}, false), (Rows{0, 1, 2, 5}));
}

TEST(SpannedCells, LieAroundTheirTextsButForTheLastWhereAPageCutsIt) {
  // Two rows, one, three of which more follow on the next page: its text is at the top.
  EXPECT_EQ(first_rows(even(6), {20, 50, 70}, false), (Rows{0, 2, 3}));
}

TEST(SpannedCells, StandAlikeInOneTable) {
  // The text at 50 may be in the middle of rows 2 to 4 or at the top of 3; the other column
  // tells.
  const RowHeights rows = even(6);
  SpanCosts costs = span_costs(rows, {10, 50, 90, 110}, {}, false);
  EXPECT_EQ(costs.best(), SpanAlign::middle);
  costs.add(span_costs(rows, {10, 90}, {}, false));
  EXPECT_EQ(costs.best(), SpanAlign::top);
  EXPECT_EQ(first_rows(rows, {10, 50, 90, 110}, false, {}, {}, {}, costs.best()),
            (Rows{0, 2, 4, 5}));
}

TEST(SpannedCells, StandAlikeInADocument) {
  // The second table's texts fit in the middles of one row and three, and at the tops of two
  // and two; those of the first stand at tops alone.
  const SpanCosts sure = span_costs(even(6), {10, 70, 90}, {}, false);
  const SpanCosts both = span_costs(even(4), {10, 50}, {}, false);
  SpanVotes votes;
  EXPECT_EQ(votes.vote(sure), SpanAlign::top);
  EXPECT_EQ(votes.vote(both), SpanAlign::middle);
  EXPECT_TRUE(votes.close());
  EXPECT_EQ(votes.vote(both), SpanAlign::top);
  // Those of a table that stands against it keep their own.
  EXPECT_EQ(votes.vote(span_costs(even(6), {30, 70, 100}, {}, false)), SpanAlign::middle);
}

TEST(SpannedCells, StandAsTheirTableSaysWhereNoOtherIsAgainstIt) {
  SpanVotes votes;
  EXPECT_EQ(votes.vote(span_costs(even(4), {10, 50}, {}, false)), SpanAlign::middle);
  EXPECT_FALSE(votes.close());
}

TEST(SpannedCells, LeaveFirstRowsToThePageBefore) {
  EXPECT_EQ(first_rows(even(5), {80}, true), (Rows{3}));
  EXPECT_EQ(first_rows(even(5), {80}, false), (Rows{0}));
}

TEST(SpannedCells, MayHaveBegunOnThePageBeforeWithTheirTextAboveTheMiddleOfWhatIsHere) {
  // Of nine rows the text stands beside the second: four more are on the page before.
  const std::vector<double> doubts{1.2, 0, 0.3, 1.2, 0.3, 1.2, 1.2, 0.3, 1.2, 0, 0.3};
  EXPECT_EQ(first_rows(even(11), {30, 200}, true, doubts, {}, {}, SpanAlign::middle), (Rows{0, 9}));
  // Not where a category that came before begins another: those are the page before's.
  const std::vector<double> again{0, 0.3, 0.3, 1.2, 0, 1.2, 0.3, 0.3, 1.2, 0, 0.3};
  EXPECT_EQ(first_rows(even(11), {130, 200}, true, again, {}, {}, SpanAlign::middle), (Rows{4, 9}));
}

TEST(SpannedCells, LeaveLastRowsToTheNextPageOnlyWhereOneMayBegin) {
  const std::vector<double> may_begin_at_three{0, 1, 1, 0, 1};
  EXPECT_EQ(first_rows(even(5), {30}, false, may_begin_at_three), (Rows{0}));
  EXPECT_EQ(first_rows(even(5), {30, 80}, false, may_begin_at_three), (Rows{0, 3}));
}

TEST(SpannedCells, BeginRatherWhereNothingIsInDoubt) {
  // The text at 52 is a little nearer to a cell from row 1 than to one from row 2.
  EXPECT_EQ(first_rows(even(4), {14, 54}, false, {0, 4, 0, 4}), (Rows{0, 2}));
}

TEST(SpannedCells, LeaveRowsToTheTextThatTheySuit) {
  // By its height the first text would have the third row as well.
  EXPECT_EQ(first_rows(even(4), {30, 65}, false), (Rows{0, 3}));
  EXPECT_EQ(first_rows(even(4), {30, 65}, false, {}, {{0, 0, 2, 0}, {0, 0, 0, 0}}), (Rows{0, 2}));
}

TEST(SpannedCells, GiveEveryTextARowWhereThereAreMoreTextsThanRows) {
  EXPECT_EQ(first_rows(even(2), {5, 12, 35}, false), (Rows{0, 0, 1}));
  EXPECT_TRUE(first_rows(even(3), {}, false).empty());
}

TEST(SpannedCells, AreFoundAgainInRandomTables) {
  std::mt19937 random(20261123);
  for (int round = 0; round < 200; ++round) {
    SCOPED_TRACE(round);
    RowHeights rows;
    rows.edges.push_back(0);
    Rows expected;
    std::vector<double> texts;
    const std::size_t cells = 1 + random() % 6;
    for (std::size_t k = 0; k < cells; ++k) {
      expected.push_back(rows.middles.size());
      const double top = rows.edges.back();
      for (std::size_t i = 0, n = 1 + random() % 4; i < n; ++i) {
        const double height = 15 + static_cast<double>(random() % 20);
        rows.middles.push_back(rows.edges.back() + height / 2);
        rows.edges.push_back(rows.edges.back() + height);
      }
      texts.push_back((top + rows.edges.back()) / 2);
    }
    EXPECT_EQ(first_rows(rows, texts, false), expected);
  }
}

PdfWord word(double left, double right, std::size_t letters) {
  PdfWord out;
  out.text = std::u32string(letters, U'字');
  out.box = {left, 0, right, 10};
  out.size = 10;
  for (std::size_t i = 0; i < letters; ++i) {
    const double width = (right - left) / static_cast<double>(letters);
    out.char_left.push_back(left + width * static_cast<double>(i));
    out.char_right.push_back(out.char_left.back() + width);
  }
  return out;
}

TEST(WhiteStrip, IsFoundInsideAWordThatExtractionJoined) {
  PdfWord joined = word(0, 50, 5);
  PdfWord right = word(58, 98, 4);
  joined.text += right.text;
  joined.box.right = right.box.right;
  joined.char_left.insert(joined.char_left.end(), right.char_left.begin(), right.char_left.end());
  joined.char_right.insert(joined.char_right.end(), right.char_right.begin(),
                           right.char_right.end());
  EXPECT_NEAR(emptiest_strip(20, 80, {joined, word(0, 30, 3)}), 54, 1.5);
}

}  // namespace
}  // namespace budgetdiff::import
