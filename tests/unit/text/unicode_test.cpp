#include <budgetdiff/text/big5.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <fstream>
#include <random>

namespace budgetdiff {
namespace {

using ::testing::ElementsAre;

TEST(Unicode, FindsTheFirstInvalidByte) {
  EXPECT_EQ(find_invalid_utf8("花都abc"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("花\xFF"), 3U);
  EXPECT_EQ(find_invalid_utf8("a\xE8\x8A"), 1U);
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U);  // a surrogate
}

TEST(Unicode, TellsBig5FromGb18030) {
  const std::string_view big5 =
      "\xC1\x60\xB2\xCE\xA9\xB2\xA4\x40\xAF\xEB\xA6\xE6\xAC\x46\xB9\x77\xBA\xE2\xC1\x60\xAD\x70";
  EXPECT_TRUE(looks_like_big5(big5));
  EXPECT_EQ(from_big5(big5), "總統府一般行政預算總計");
  // The same in GB18030, and in simplified letters; few letters; a letter cut in two.
  EXPECT_FALSE(looks_like_big5(
      "\xBF\x82\xBD\x79\xB8\xAE\xD2\xBB\xB0\xE3\xD0\xD0\xD5\xFE\xEE\x41\xCB\xE3\xBF\x82\xD3\x8B"));
  EXPECT_FALSE(looks_like_big5(
      "\xD7\xDC\xCD\xB3\xB8\xAE\xD2\xBB\xB0\xE3\xD0\xD0\xD5\xFE\xD4\xA4\xCB\xE3\xD7\xDC\xBC\xC6"));
  EXPECT_FALSE(looks_like_big5(big5.substr(0, 6)));
  EXPECT_FALSE(looks_like_big5(big5.substr(0, big5.size() - 1)));
}

TEST(Unicode, NormalizesToNfc) {
  EXPECT_EQ(to_nfc("花都 ≥95%"), "花都 ≥95%");
  EXPECT_EQ(to_nfc("e\u0301"), "é");
  EXPECT_EQ(to_nfc("か\u3099"), "が");
  EXPECT_EQ(to_nfc("\u212B"), "Å");
  EXPECT_EQ(to_nfc("（１）"), "（１）");  // width is as published
}

TEST(Unicode, FoldsNamesToWhatTellsThemApart) {
  EXPECT_EQ(fold_name("机构运行（市级）"), fold_name(" 机构运行(市级) "));
  EXPECT_EQ(fold_name("【ＡＩ】平台—２０２４"), "ai平台2024");
  EXPECT_NE(fold_name("运行（市级）"), fold_name("运行（区级）"));
  EXPECT_EQ(fold_name("维护率(%)"), "维护率%");
  EXPECT_EQ(fold_name("A-b C"), "abc");
}

TEST(Unicode, FoldsCommonCharactersAsIcuDoes) {
  // A character that needs ICU sends the whole text through it; without that
  // character the shortcut is taken. Both must say the same.
  const std::string far = "ﬀ";  // a ligature, folded to ff
  for (char32_t c = 1; c < 0xFFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) {
      continue;
    }
    const std::string text = "中" + to_utf8(std::u32string(1, c));
    ASSERT_EQ(fold_name(text) + "ff", fold_name(text + far)) << std::hex << static_cast<int>(c);
    ASSERT_EQ(fold_width(text) + "ff", fold_width(text + far)) << std::hex << static_cast<int>(c);
  }
}

TEST(Unicode, CountsTerminalColumns) {
  EXPECT_EQ(display_width("ab花都"), 6U);
  EXPECT_EQ(display_width("≥95%"), 4U);
  EXPECT_EQ(display_width("（）"), 4U);
  EXPECT_EQ(display_width("e\u0301\u200B"), 1U);
}

TEST(Unicode, SplitsWordsThatJoinToTheText) {
  EXPECT_THAT(words("提高服务水平。"), ElementsAre("提高", "服务", "水平", "。"));
  std::string joined;
  const std::string text = "通过 AI 平台，完成100%的\n任务";
  for (const std::string& word : words(text)) {
    joined += word;
  }
  EXPECT_EQ(joined, text);
}

/// Chinese budget prose and what may stand in it, put together at random.
std::string random_prose(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "提高", "服务水平", "医疗保障", "机关事业单位", "补助", "覆盖",    "的",
      "了",   "龘",       "100%",     "2024年",       "3.5",  "1,234",   "≥95%",
      "，",   "。",       "（市级）", "AI",           " ",    "\n",      "“十四五”",
      "—",    "①",        "１２３",   "Ａ",           "℃",    "/",       "it's",
      "a_b",  "々",       "カラー",   "の",           "é",    "e\u0301", "\u200B",
      "😀",    "㐀",       "ไทย",      "\u00AD",       "·"};
  std::string out;
  const std::size_t length = random() % 20;
  for (std::size_t i = 0; i < length; ++i) {
    out += pieces[random() % pieces.size()];
    if (random() % 4 == 0) {
      append_utf8(out, static_cast<char32_t>(0x4E00 + random() % 0x5200));
    }
  }
  return out;
}

TEST(Unicode, WordsAreThoseOfIcusBreaker) {
  const auto seed = static_cast<std::uint32_t>(::testing::UnitTest::GetInstance()->random_seed());
  RecordProperty("seed", std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_prose(random);
    ASSERT_EQ(words(text), words_by_icu(text)) << "seed " << seed << ", text " << text;
  }
}

TEST(Unicode, WordsAreThoseOfIcusBreakerInThePublishedTable) {
  std::ifstream file(BUDGETDIFF_SOURCE_DIR "/tests/golden/parse/huadu-hrss-2024.txt");
  ASSERT_TRUE(file);
  for (std::string line; std::getline(file, line);) {
    ASSERT_EQ(words(line), words_by_icu(line));
  }
}

TEST(Unicode, FoldsTheSameAsCodePoints) {
  for (const std::string text : {"机关事业单位（２０２４年）", "Ｅ－Mail 服务", "ﬁn①", "㈱"}) {
    EXPECT_EQ(to_utf8(fold_name_wide(text)), fold_name(text));
    EXPECT_EQ(to_utf8(fold_name_wide(to_code_points(text))), fold_name(text));
    EXPECT_EQ(to_utf8(fold_width_wide(text)), fold_width(text));
  }
}

TEST(Unicode, FindsTheFirstInvalidByteWhereverItStands) {
  for (std::size_t before = 0; before < 20; ++before) {
    const std::string text = std::string(before, 'a') + "预\xE5\x8D";
    EXPECT_EQ(find_invalid_utf8(text + "x"), before + 3);
    EXPECT_EQ(find_invalid_utf8(text + "\x95" + std::string(before, 'b')), std::string::npos);
  }
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U);  // half of a surrogate pair
}

TEST(Unicode, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(printable("花\x1b[31m\n"), "花\\x1b[31m\\x0a");
  EXPECT_EQ(printable("a\nb", true), "a\nb");
  EXPECT_EQ(printable("a\u202Eb"), "a\\u202eb");
  EXPECT_EQ(printable("a\xFF"), "a\\xff");
  EXPECT_EQ(printable("\u0085"), "\\x85");
}

TEST(Unicode, RoundTripsCodePoints) {
  const std::string text = "花𠀀é";
  EXPECT_EQ(to_utf8(to_code_points(text)), text);
  EXPECT_EQ(to_code_points(text).size(), 3U);
}

}  // namespace
}  // namespace budgetdiff
