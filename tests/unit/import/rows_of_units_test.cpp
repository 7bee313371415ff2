// Indicators that were taken for those of a unit's row. All figures are made up.

#include "import/table/rows_of_units.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

ProjectText row(const std::u32string& name, const std::u32string& total, const std::u32string& goal,
                const std::u32string& list) {
  ProjectText out;
  out.name.append(name, 0);
  if (!goal.empty()) {
    out.goal.append(goal, 0);
  }
  if (!list.empty()) {
    out.indicators.append(list, 0);
  }
  MoneyText money;
  money.key = "total";
  money.text = total;
  out.money = {std::move(money)};
  return out;
}

TableRecords below_unit(const std::u32string& total, const std::u32string& goal = {}) {
  TableRecords out;
  out.department = "某县水利局";
  out.projects = {row(U"某县水利局", total, goal, U"数量指标：次数≥3次；"),
                  row(U"巡查", U"1.00", U"开展巡查。", U"质量指标：合格率≥90%"),
                  row(U"养护", U"2.00", U"开展养护。", U"数量指标：长度≥9公里")};
  return out;
}

TEST(RowsOfUnits, AreOfTheProjectBelowWhereItsAmountsAreTheirs) {
  TableRecords records = below_unit(U"3.00");
  EXPECT_EQ(give_rows_of_units(records, true).size(), 1U);
  EXPECT_TRUE(records.projects[0].indicators.empty());
  EXPECT_EQ(records.projects[1].indicators.text, U"数量指标：次数≥3次；质量指标：合格率≥90%");
  // So are those of another public body.
  records = below_unit(U"3.00");
  records.department = "某县民政局";
  EXPECT_EQ(give_rows_of_units(records, true).size(), 1U);
}

TEST(RowsOfUnits, AreItsOwnWhereItIsAProject) {
  TableRecords others[] = {below_unit(U"2.50"), below_unit(U"3.00", U"开展工作。")};
  for (TableRecords& records : others) {
    EXPECT_TRUE(give_rows_of_units(records, true).empty());
    EXPECT_FALSE(records.projects[0].indicators.empty());
  }
  // A workbook's cells are those of their row.
  TableRecords records = below_unit(U"3.00");
  EXPECT_TRUE(give_rows_of_units(records, false).empty());
}

}  // namespace
}  // namespace budgetdiff::import
