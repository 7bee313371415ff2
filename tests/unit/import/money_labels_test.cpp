#include "import/money_labels.hpp"

#include <gtest/gtest.h>

namespace budgetdiff::import {
namespace {

TEST(MoneyLabels, ReadsTheMoneyUnitOfAHeader) {
  EXPECT_EQ(money_unit_in_header("单位：万元"), "万元");
  EXPECT_EQ(money_unit_in_header("预算数（千元）"), "千元");
  EXPECT_EQ(money_unit_in_header("金额单位:元"), "元");
  EXPECT_EQ(money_unit_in_header("单位：某局"), "");
  EXPECT_EQ(money_unit_in_header("万元"), "");
}

TEST(MoneyLabels, ReadsAMoneyUnitWithWhatFormsAddToIt) {
  EXPECT_EQ(money_unit_said("元）"), "元");
  EXPECT_EQ(money_unit_said("（万元）"), "万元");
  EXPECT_EQ(money_unit_said("万元人民币"), "万元");
  EXPECT_EQ(money_unit_said("RMB元"), "元");
  EXPECT_EQ(money_unit_said("萬圓"), "萬圓");
  EXPECT_EQ(money_unit_in_line(U"金额单位为万元"), "万元");
  EXPECT_EQ(money_unit_in_line(U"主管单位为某县水利局"), "");
  EXPECT_EQ(money_unit_said("元（保留两位小数）"), "元");
  EXPECT_EQ(money_unit_said("人民币元"), "人民币元");
  EXPECT_EQ(money_unit_said("某局"), "");
  EXPECT_EQ(money_unit_said("5万元"), "");
}

TEST(MoneyLabels, FindsTheUnitThatALineSays) {
  EXPECT_EQ(money_unit_in_line(U"现将项目绩效目标公示如下（单位：万元）："), "万元");
  EXPECT_EQ(money_unit_in_line(U"单位：万元，平方米"), "万元");
  EXPECT_EQ(money_unit_in_line(U"编制单位：某局　　金额单位: 元 第1页"), "元");
  EXPECT_EQ(money_unit_in_line(U"单位︰千元）"), "千元");
  EXPECT_EQ(money_unit_in_line(U"单位：某局"), "");
  EXPECT_EQ(money_unit_in_line(U"全年支出（万元）较上年增加"), "");
  EXPECT_EQ(money_unit_in_line(U"金额单位："), "");
  EXPECT_EQ(money_unit_in_line(U"金额：万元"), "万元");
  EXPECT_EQ(money_unit_in_line(U"（万元）"), "万元");
  EXPECT_EQ(money_unit_in_line(U"（某局）"), "");
  EXPECT_EQ(money_unit_in_line(U"金额：1200万元"), "");
  EXPECT_EQ(money_unit_in_line(U"单位：万　元"), "万元");
  EXPECT_EQ(money_unit_in_line(U"单位：人、万元"), "万元");
  EXPECT_EQ(money_unit_in_line(U"单位（万元）"), "万元");
  EXPECT_EQ(money_unit_in_line(U"本表以万元为单位"), "万元");
  EXPECT_EQ(money_unit_in_line(U"填报单位：某局（万元）"), "万元");
  EXPECT_EQ(money_unit_in_line(U"单位：美元"), "美元");
  EXPECT_EQ(money_unit_in_line(U"以单位为主，以项目为单位"), "");
}

}  // namespace
}  // namespace budgetdiff::import
