#include "import/stream/form_cuts.hpp"

#include "import/stream/tokens.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The parts of a text, each as its tokens with a blank between.
std::vector<std::string> parts(const std::string& text) {
  const auto lines = source_lines(text, "x.txt");
  EXPECT_TRUE(lines);
  std::vector<std::string> out;
  for (const std::vector<StreamToken>& part : parts_of_pages(*lines, tokens_of(*lines))) {
    std::string& one = out.emplace_back();
    for (const StreamToken& token : part) {
      one += (one.empty() ? "" : " ") + to_utf8(token.text);
    }
  }
  return out;
}

TEST(FormCuts, PutsLeftColumnsOfSeveralFormsBelowTheirTitles) {
  const auto read = parts(
      "项目编码\n项目用途\n绩效目标\n产出指标\n项目编码\n项目用途\n绩效目标\n效益指标\n\n"
      "1、护林项目支出绩效目标表\n\n4401\n项目名称\n护林\n预算数\n3.00\n"
      "2、防火项目支出绩效目标表\n\n4402\n项目名称\n防火\n预算数\n5.00\n");
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0],
            "1、护林项目支出绩效目标表 项目编码 项目用途 绩效目标 产出指标 4401 项目名称 护林 "
            "预算数 3.00");
  EXPECT_EQ(read[1],
            "2、防火项目支出绩效目标表 项目编码 项目用途 绩效目标 效益指标 4402 项目名称 防火 "
            "预算数 5.00");
}

TEST(FormCuts, LeavesTheLeftColumnOfAFormAloneOnItsPageAboveItsTitle) {
  const auto read = parts("项目名称\n预算数\n绩效目标\n\n项目支出绩效目标表\n\n护林\n3.00\n");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0], "项目名称 预算数 绩效目标 项目支出绩效目标表 护林 3.00");
}

TEST(FormCuts, PutsLastColumnsBeforeTheTitleOfTheNextForm) {
  const auto read = parts(
      "1、护林项目支出绩效目标表\n项目名称\n护林\n三级指标\n巡护次数\n\n"
      "2、防火项目支出绩效目标表\n\n指标值\n≥90次\n\n单位：万元\n项目名称\n防火\n三级指标\n指标值\n"
      "瞭望塔数\n=4座\n");
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0], "1、护林项目支出绩效目标表 项目名称 护林 三级指标 巡护次数 指标值 ≥90次");
  EXPECT_EQ(read[1],
            "2、防火项目支出绩效目标表 单位：万元 项目名称 防火 三级指标 指标值 瞭望塔数 =4座");
}

TEST(FormCuts, PutsTheRestOfARowBeforeTheTitleOfTheNextForm) {
  const auto read =
      parts("质量指标 存活率\n\n2、防火项目支出绩效目标表\n\n≥85%\n单位：万元\n\n项目名称\n防火\n");
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0], "质量指标 存活率 ≥85%");
}

}  // namespace
}  // namespace budgetdiff::import
