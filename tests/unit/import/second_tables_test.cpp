// What the second table of a document says of itself, whose header is the first one's: the unit of
// its amounts. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;

const Row head = {"项目名称", "预算数", "绩效目标", "三级指标", "指标值"};

Row row(const std::string& name, const std::string& amount) {
  return {name, amount, "做好" + name + "。", name + "次数", "≥3次"};
}

/// "巡查 3.00万元", a project each.
std::vector<std::string> totals_of(const Snapshot& snapshot) {
  std::vector<std::string> out;
  for (const Project& project : snapshot.projects) {
    const Amount* const total = project.funding.total();
    out.push_back(project.name + " " + (total == nullptr ? "" : total->to_string()) +
                  snapshot.unit);
  }
  return out;
}

const std::string same_title = "<h3>某县林业局2024年项目支出绩效目标表</h3>";

TEST(SecondTables, AreInTheUnitOfTheirOwnCaption) {
  const std::string bytes =
      page(same_title + "<p>单位：万元</p>", {head, row("造林", "3.00"), row("巡护", "2.00")}) +
      page(same_title + "<p>单位：元</p>", {head, row("防火", "45000")});
  EXPECT_THAT(totals_of(one(bytes).snapshot),
              ElementsAre("造林 3.00万元", "巡护 2.00万元", "防火 4.5万元"));
  // The same in the rows of one sheet after the other, the smaller unit first.
  EXPECT_THAT(totals_of(one(workbook({{"一", {{"单位：元"}, head, row("造林", "30000")}},
                                      {"二", {{"单位：万元"}, head, row("防火", "4.5")}}}))
                            .snapshot),
              ElementsAre("造林 30000元", "防火 45000元"));
}

TEST(SecondTables, AreInTheUnitOfTheFirstWhereTheySayNone) {
  EXPECT_THAT(totals_of(one(page(same_title + "<p>单位：万元</p>", {head, row("造林", "3.00")}) +
                            page(same_title, {head, row("防火", "4.50")}))
                            .snapshot),
              ElementsAre("造林 3.00万元", "防火 4.50万元"));
}

TEST(SecondTables, WithoutAHeaderAreInTheUnitSaidAboveThem) {
  const std::vector<Row> first = {head, row("造林", "3.00")};
  EXPECT_THAT(totals_of(one(page(same_title + "<p>单位：万元</p>", first) +
                            page("<p>单位：元</p>", {row("防火", "45000")}))
                            .snapshot),
              ElementsAre("造林 3.00万元", "防火 4.5万元"));
  // What the header says is not the caption's to change.
  std::vector<Row> headed = first;
  headed[0][1] = "预算数（万元）";
  EXPECT_THAT(
      totals_of(
          one(page(same_title, headed) + page("<p>单位：元</p>", {row("防火", "4.50")})).snapshot),
      ElementsAre("造林 3.00万元", "防火 4.50万元"));
}

}  // namespace
}  // namespace budgetdiff
