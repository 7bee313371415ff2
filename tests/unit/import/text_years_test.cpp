/// Years that print to text parts from 年, and opening marks from what they open.

#include "text_forms.hpp"

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

using namespace text_forms;

std::string name_of(const std::string& line) {
  const ImportedTable read = table(
      head + line + "   年度资金总额   12.50\n" +
      "   总体目标     今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位。\n" +
      rows);
  return read.snapshot.projects.empty() ? "" : read.snapshot.projects[0].name;
}

TEST(TextYears, StandBeforeTheirWord) {
  EXPECT_EQ(name_of("   项目名称     2024 年度河道清淤\n"), "2024年度河道清淤");
  EXPECT_EQ(name_of("   项目名称       年度河道清淤\n"
                    "             2024\n"),
            "2024年度河道清淤");
  EXPECT_EQ(name_of("              2024\n"
                    "   项目名称       年河道清淤\n"),
            "2024年河道清淤");
}

TEST(TextYears, KeepTheMarkBeforeAName) {
  EXPECT_EQ(name_of("   项目名称     “  十四五”河道清淤\n"), "“十四五”河道清淤");
}

TEST(TextYears, BelongToTheNamesOfAList) {
  const ImportedTable read = table(
      "                    2024年项目支出绩效目标表\n"
      "部门名称：某县水利局                                      单位：万元\n"
      "序号  项目名称     预算数     绩效目标                      一级指标   二级指标    三级指标 "
      "      指标值\n"
      "1   2024 年河道 12.50  今年清淤十公里，完成招标和施工，年底前通      产出指标   数量指标    "
      "清淤长度       ≥10公里\n"
      "    清淤           过验收，移交管护单位。                           质量指标    验收合格率  "
      "    ≥95%\n"
      "2   支渠疏浚     8.25   疏浚支渠二十公里，完成招标和施工，年底前      产出指标   数量指标   "
      " 疏浚长度       ≥20公里\n"
      "                 通过验收，移交管护单位。               效益指标   社会效益指标  防洪能力   "
      "    提升\n");
  ASSERT_EQ(read.snapshot.projects.size(), 2U);
  EXPECT_EQ(read.snapshot.projects[0].name, "2024年河道清淤");
}

TEST(TextAmounts, AreProseBeforeTheirUnitAndASentence) {
  const ImportedTable read = table(
      "                    2024年项目支出绩效目标表\n"
      "部门名称：某县水利局                                      单位：万元\n"
      "序号  项目名称     预算数     绩效目标                      一级指标   二级指标    三级指标 "
      "      指标值\n"
      "1   河道清淤     12.50   今年清淤十公里，完成招标和施工。全       产出指标   数量指标    "
      "清淤长度       ≥10公里\n"
      "                 年计划投入资金 5.25 万元，用于清淤，          质量指标    验收合格率      "
      "≥95%\n"
      "                 移交管护单位。                    效益指标   社会效益指标  防洪能力       "
      "提升\n"
      "2   支渠疏浚     8.25    疏浚支渠二十公里，完成招标和施工，       产出指标   数量指标    "
      "疏浚长度       ≥20公里\n"
      "                 年底前通过验收。                   效益指标   社会效益指标  防洪能力       "
      "提升\n");
  ASSERT_EQ(read.snapshot.projects.size(), 2U);
  EXPECT_EQ(read.snapshot.projects[0].goal,
            "今年清淤十公里，完成招标和施工。全年计划投入资金5.25万元，用于清淤，移交管护单位。");
}

}  // namespace
}  // namespace budgetdiff
