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
