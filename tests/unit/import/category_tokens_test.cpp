/// Words that are taken out of a form's rows: categories, and 绩效指标 at their side.

#include "import/stream/category_tokens.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// What is left of lines of one word each.
std::vector<std::string> kept(const std::vector<std::string>& lines) {
  std::vector<StreamToken> tokens;
  for (const std::string& line : lines) {
    tokens.push_back({to_code_points(line), tokens.size(), true, false});
  }
  std::vector<std::string> out;
  for (const StreamToken& token : take_categories(tokens).kept) {
    out.push_back(to_utf8(token.text));
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(CategoryTokens, AreThoseOfTheSideInPieces) {
  EXPECT_EQ(kept({"河道长度", "9", "公里", "绩效指", "≥", "标"}),
            (Texts{"河道长度", "9", "公里", "≥"}));
  EXPECT_EQ(kept({"河道长度", "9", "公里", "年度", "绩效指标", "≥"}),
            (Texts{"河道长度", "9", "公里", "≥"}));
}

TEST(CategoryTokens, AreNoUnitBeforeAWholeWordOfTheSide) {
  EXPECT_EQ(kept({"河道长度", "9", "公里", "≥", "绩效指标"}),
            (Texts{"河道长度", "9", "公里", "≥"}));
}

}  // namespace
}  // namespace budgetdiff::import
