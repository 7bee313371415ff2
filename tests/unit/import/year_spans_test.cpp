#include "import/table/year_spans.hpp"

#include <gtest/gtest.h>

namespace budgetdiff::import {
namespace {

TEST(YearSpans, NameAFirstAndALastYear) {
  for (const char* word : {"2024-2026年", "2024年至2026年", "2024—2026", "总预算（2024-2026年）",
                           "2024-26年预算", "２０２４－２０２６年", "2024年度~2026年度"}) {
    EXPECT_TRUE(names_year_span(word)) << word;
  }
  for (const char* word : {"2024年", "2024年1-3月", "2024-12", "2024年第1至2季度", "2024-2024年",
                           "2026-2024年", "12024-2026", "2024-12月", "2024、2025年"}) {
    EXPECT_FALSE(names_year_span(word)) << word;
  }
}

TEST(YearSpans, CountYears) {
  for (const char* word : {"三年", "5年", "未来两年", "三年滚动预算", "2024年起三年", "10年"}) {
    EXPECT_TRUE(counts_years(word)) << word;
  }
  for (const char* word : {"一年", "1年", "2024年", "第三年", "年度", "二十三年级", "2024年度"}) {
    EXPECT_FALSE(counts_years(word)) << word;
  }
}

}  // namespace
}  // namespace budgetdiff::import
