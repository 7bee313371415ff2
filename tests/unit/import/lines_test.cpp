/// Words put together into lines.

#include "import/page/lines.hpp"
#include "import/page/joined_words.hpp"
#include "import/page/letter_spacing.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

std::vector<std::u32string> texts(std::vector<PdfWord> words) {
  std::vector<std::u32string> out;
  for (const PdfLine& line : lines_of(std::move(words), 1)) {
    out.push_back(line.line.text);
  }
  return out;
}

TEST(JoinedWords, PartTheHeadingOfSourcesFromTheFirstOfThem) {
  const auto parted = [](const std::u32string& text) {
    std::vector<PdfWord> words{word(100, 100, text)};
    part_money_headings(words);
    std::vector<std::u32string> out;
    for (const PdfWord& one : words) {
      out.push_back(one.text);
    }
    return out;
  };
  using Parts = std::vector<std::u32string>;
  EXPECT_EQ(parted(U"资金来源一般公共"), (Parts{U"资金来源", U"一般公共"}));
  EXPECT_EQ(parted(U"资金来源财政拨款"), (Parts{U"资金来源", U"财政拨款"}));
  EXPECT_EQ(parted(U"资金来源"), (Parts{U"资金来源"}));
  EXPECT_EQ(parted(U"资金来源说明材料"), (Parts{U"资金来源说明材料"}));
  // A line without a blank, within the time of a test.
  const std::u32string line(100'000, U'清');
  EXPECT_EQ(parted(line), (Parts{line}));
}

TEST(Lines, AreCutAtEdgesButBeforeAMarkThatHangsOverOne) {
  const auto cut = [](const std::u32string& text) {
    std::vector<std::u32string> out;
    for (const auto& [column, part] : cut_at_edges(word(100, 100, text), {142})) {
      out.push_back(part.text);
    }
    return out;
  };
  using Parts = std::vector<std::u32string>;
  EXPECT_EQ(cut(U"河道清淤）"), (Parts{U"河道清淤）"}));
  EXPECT_EQ(cut(U"河道清淤）数量"), (Parts{U"河道清淤）", U"数量"}));
  EXPECT_EQ(cut(U"河道清淤（数"), (Parts{U"河道清淤", U"（数"}));
}

TEST(Lines, HoldWordsOfOneHeightNearly) {
  EXPECT_EQ(texts({word(100, 102, U"年"), word(60, 100, U"2024"), word(60, 113, U"次行")}),
            (std::vector<std::u32string>{U"2024年", U"次行"}));
}

TEST(Lines, AreTwoWhereOneStandsOverTheOther) {
  // Print has pushed the last line of a cell onto the first of the next.
  EXPECT_EQ(
      texts({word(60, 100, U"权益。"), word(60, 102.5, U"按照上级统一部"), word(60, 115, U"署，")}),
      (std::vector<std::u32string>{U"权益。", U"按照上级统一部", U"署，"}));
}

TEST(Lines, KeepSignsOfAnotherFontBesideTheirLetters) {
  // A Latin font's box is lower, and its narrow slash tells nothing of the letters' size.
  const auto slash = [](double x) {
    PdfWord out = test::word(x, 103.2, U"/");
    out.size = 6.7;
    out.box.right = out.char_right[0] = x + 3.3;
    return out;
  };
  PdfWord unit = test::word(0, 100, U"元");
  PdfWord person = test::word(13.3, 100, U"人");
  PdfWord day = test::word(0, 118, U"天");
  for (PdfWord* const word : {&unit, &person, &day}) {
    word->size = 12;
  }
  const auto lines = lines_of({unit, slash(10), person, slash(23.3), day}, 1);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].line.text, U"元/人/");
  EXPECT_EQ(lines[1].line.text, U"天");
}

TEST(Lines, KeepQuotationMarksOfAnotherFontInTheirPlaces) {
  // Two marks are neighbours where words are sorted by height, and half as wide as Chinese ones.
  const auto mark = [](double x, const char32_t* text) {
    PdfWord out = test::word(x, 102.6, text);
    out.size = 4;
    out.box.right = out.char_right[0] = x + 4;
    return out;
  };
  EXPECT_EQ(texts({word(0, 100, U"落实"), mark(20, U"“"), word(24, 100, U"双减"), mark(44, U"”"),
                   word(48, 100, U"改革"), word(0, 114, U"要求")}),
            (std::vector<std::u32string>{U"落实“双减”改革", U"要求"}));
}

TEST(Lines, HoldFiguresThatPrintSpreadsOverTheirCell) {
  EXPECT_EQ(texts({word(0, 100, U"≥3"), word(30, 100, U"5"), word(50, 100, U"人")}),
            (std::vector<std::u32string>{U"≥35人"}));
  EXPECT_EQ(texts({word(0, 100, U"9"), word(17, 100, U"0"), word(60, 100, U"个")}),
            (std::vector<std::u32string>{U"9 0 个"}))
      << "gaps that differ are blanks";
  EXPECT_EQ(texts({word(0, 100, U"A"), word(15, 100, U"B")}),
            (std::vector<std::u32string>{U"A B"}));
}

TEST(Lines, HaveNoBlanksWhereThePageSpacesAllLettersOut) {
  PdfPage page;
  for (int i = 0; i < 20; ++i) {
    page.words.push_back(word(14.0 * i, 100, U"字"));
  }
  page.words.push_back(word(0, 120, U"数"));
  page.words.push_back(word(14, 120, U"1"));
  page.words.push_back(word(28, 120, U"0"));
  page.words.push_back(word(50, 120, U"A"));
  find_letter_spacing(page);
  EXPECT_DOUBLE_EQ(page.words[0].spacing, 4);
  const auto lines = lines_of({page.words.end() - 4, page.words.end()}, 1);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].line.text, U"数10 A");
}

TEST(Lines, PartLatinWordsByTheNarrowBlankOfTheirFont) {
  // 0.2 of a letter: none beside a Chinese one, where print may have set it by itself.
  EXPECT_EQ(texts({word(0, 100, U"使用"), word(22, 100, U"Office"), word(84, 100, U"2019"),
                   word(126, 100, U"软件")}),
            (std::vector<std::u32string>{U"使用Office 2019软件"}));
  EXPECT_EQ(texts({word(0, 100, U"What"), word(42, 100, U"matters:"), word(124, 100, U"A")}),
            (std::vector<std::u32string>{U"What matters: A"}));
  // Nor between two figures, nor where letters of one word stand a little apart.
  EXPECT_EQ(texts({word(0, 100, U"12"), word(22, 100, U"34")}),
            (std::vector<std::u32string>{U"1234"}));
  EXPECT_EQ(texts({word(0, 100, U"AV"), word(21, 100, U"OID")}),
            (std::vector<std::u32string>{U"AVOID"}));
}

TEST(Lines, PartSmallPrintFromWhatStandsBelow) {
  PdfWord above = test::word(0, 100, U"甲");
  PdfWord below = test::word(0, 103, U"乙");
  above.size = below.size = 6;
  EXPECT_EQ(lines_of({above, below}, 1).size(), 2U);
}

}  // namespace
}  // namespace budgetdiff::import
