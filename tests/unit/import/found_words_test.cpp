/// The words of a list's header, as print breaks them over lines.

#include "import/spread/found_words.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The words, by the order in which they are found.
std::vector<std::string> words(const std::vector<std::vector<std::string>>& page) {
  std::vector<Line> lines;
  std::vector<StreamToken> tokens;
  for (const std::vector<std::string>& texts : page) {
    Line line;
    for (const std::string& text : texts) {
      tokens.push_back({to_code_points(text), lines.size(), line.text.empty(), false});
      line.text += to_code_points((line.text.empty() ? "" : " ") + text);
    }
    lines.push_back(line);
  }
  std::vector<std::string> out;
  for (const FoundWord& one : found_words(lines, tokens)) {
    out.push_back(to_utf8(one.word.text));
  }
  return out;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TEST(FoundWords, ATargetsLastLetterBeginsNoWord) {
  const auto found = words({{"项目名称", "一级指标", "二级指标", "三级指标"},
                            {"绩效指", "绩效指标", "绩效度量", "权重"},
                            {"标性质", "值"},
                            {"单位"}});
  EXPECT_TRUE(has(found, "绩效指标值"));
  EXPECT_TRUE(has(found, "绩效度量单位"));
  EXPECT_TRUE(has(found, "绩效指标性质"));
}

TEST(FoundWords, ABeginOfSeveralWordsIsNone) {
  const auto found = words({{"项目名称", "年度目标", "一级指标", "二级指标"},
                            {"三级指标", "绩效", "绩效", "绩效度", "权重"},
                            {"指标", "指标", "量单位"},
                            {"性质", "值"}});
  EXPECT_FALSE(has(found, "绩效"));
  EXPECT_TRUE(has(found, "绩效度量单位"));
  EXPECT_TRUE(has(found, "绩效指标值") || has(found, "指标值"));
}

}  // namespace
}  // namespace budgetdiff::import
