// Bytes of encodings that GB18030 reads as other letters.

#include "import/table/foreign_bytes.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

namespace budgetdiff::import {
namespace {

TEST(ForeignBytes, AreWesternWhereTheyStandAlone) {
  const std::string_view german =
      "Stra\xDF"
      "en;F\xF6rderung\nGeb\xE4ude;1.200,00\n";
  EXPECT_TRUE(from_encoding(german, Encoding::gb18030).has_value());
  EXPECT_TRUE(looks_foreign(german));
  EXPECT_TRUE(looks_foreign("A\xF1o;Educaci\xF3n;1000"));
}

TEST(ForeignBytes, AreJapaneseWhereRareLettersWouldBegin) {
  EXPECT_TRUE(looks_foreign("\x8E\x96\x8D\x80,\x95\xBD\x90\xAC\x82\x54\x94\x4E\x93\x78"));
}

TEST(ForeignBytes, AreKoreanOrJapaneseWhereHalfOfTheChineseLettersAreMissing) {
  // 지방도로정비사업하천유지관리소방차량구입 in EUC-KR.
  EXPECT_TRUE(
      looks_foreign("\xC1\xF6\xB9\xE6\xB5\xB5\xB7\xCE\xC1\xA4\xBA\xF1\xBB\xE7\xBE\xF7"
                    "\xC7\xCF\xC3\xB5\xC0\xAF\xC1\xF6\xB0\xFC\xB8\xAE\xBC\xD2\xB9\xE6"
                    "\xC2\xF7\xB7\xAE\xB1\xB8\xC0\xD4"));
  // これは、みちをなおすための予算です。橋をかけます in EUC-JP.
  EXPECT_TRUE(
      looks_foreign("\xA4\xB3\xA4\xEC\xA4\xCF\xA1\xA2\xA4\xDF\xA4\xC1\xA4\xF2\xA4\xCA"
                    "\xA4\xAA\xA4\xB9\xA4\xBF\xA4\xE1\xA4\xCE\xCD\xBD\xBB\xBB\xA4\xC7"
                    "\xA4\xB9\xA1\xA3\xB6\xB6\xA4\xF2\xA4\xAB\xA4\xB1\xA4\xDE\xA4\xB9"));
  // 各部门办公经费合计大额采购环保改革补贴保障农村公路 in GB18030.
  EXPECT_FALSE(
      looks_foreign("\xB8\xF7\xB2\xBF\xC3\xC5\xB0\xEC\xB9\xAB\xBE\xAD\xB7\xD1\xBA\xCF"
                    "\xBC\xC6\xB4\xF3\xB6\xEE\xB2\xC9\xB9\xBA\xBB\xB7\xB1\xA3\xB8\xC4"
                    "\xB8\xEF\xB2\xB9\xCC\xF9\xB1\xA3\xD5\xCF\xC5\xA9\xB4\xE5\xB9\xAB"
                    "\xC2\xB7"));
}

TEST(ForeignBytes, AreNoneOfChineseText) {
  // 项目支出 in GB18030, among many Latin letters, too.
  EXPECT_FALSE(looks_foreign("\xCF\xEE\xC4\xBF\xD6\xA7\xB3\xF6"));
  EXPECT_FALSE(looks_foreign("<td class=\"name\">\xCF\xEE\xC4\xBF</td><td>WTO</td>"));
  // 總統府一般行政 in Big5, whose second bytes may be ASCII.
  EXPECT_FALSE(looks_foreign("\xC1\x60\xB2\xCE\xA9\xB2\xA4\x40\xAF\xEB\xA6\xE6\xAC\x46"));
  EXPECT_FALSE(looks_foreign(""));
}

}  // namespace
}  // namespace budgetdiff::import
