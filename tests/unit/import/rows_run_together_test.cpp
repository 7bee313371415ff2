/// Lists of text whose rows cannot be told apart. All figures are made up.

#include "small_tables.hpp"

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

// Items of each category in a cell of their own, with 序号, and a broken word of money.
const std::string list =
    "                              某县水利局2025年项目绩效目标公开表\n"
    "序号       项目名称        资金总额（万            绩效目标                 绩效指标\n"
    "                       元）                          产出指标            满意度指标\n"
    "                                                                       村民满意度：\n"
    "1    河道保洁和岸线管护补      12.50    河面干净，岸线整洁，及时清运打捞的 保洁长度：≥30公里  "
    "   ≥90%\n"
    "          助                     水草和垃圾。            巡查次数：≥12次\n"
    "\n"
    "2    小型水库维修养护项目      36.00    完成大坝、溢洪道和放水设施的维修养 维修座数：≥12座    "
    "   用水户满意度：\n"
    "      补助经费                 护，保障安全度汛。         完工及时率：=100%     ≥88%\n"
    "                                                                       受益户满意度：\n"
    "3    农村饮水工程水质检测      8.00     按月检测水质，确保供水水质达标。  检测次数：≥120次    "
    "  ≥92%\n"
    "      和管网维护                                       水质达标率：≥95%\n";

TEST(RowsRunTogether, AreRefusedOrRead) {
  const auto document = read(list);
  if (document) {
    EXPECT_EQ(document->tables.front().snapshot.projects.size(), 3U);
  } else {
    EXPECT_NE(in_english(document.error()).find("run into each other"), std::string::npos)
        << in_english(document.error());
  }
}

}  // namespace
}  // namespace budgetdiff
