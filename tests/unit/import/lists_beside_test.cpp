// Lists of projects beside each other in one table. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;

const Row half = {"序号", "项目名称", "预算金额", "绩效目标", "三级指标", "指标值"};

Row beside(const Row& left, const Row& right) {
  Row out = left;
  out.insert(out.end(), right.begin(), right.end());
  return out;
}

Row project(const std::string& number, const std::string& name, const std::string& amount) {
  return {number, name, amount, "做好" + name + "。", name + "次数", "≥" + number + "次"};
}

/// "2024: 护林 7.00 ≥1次, 防火 5.00 ≥2次"
std::vector<std::string> tables_of(const std::string& bytes) {
  std::vector<std::string> out;
  const auto document = read(bytes);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (document) {
    for (const ImportedTable& table : document->tables) {
      std::string line = std::to_string(table.snapshot.year.value_or(0)) + ":";
      for (const Project& one : table.snapshot.projects) {
        line += " " + one.name + " " + one.funding.find(column::total)->to_string();
        for (const Indicator& indicator : one.indicators) {
          line += " " + indicator.annual_target + indicator.period_target;
        }
      }
      out.push_back(line);
    }
  }
  return out;
}

TEST(ListsBeside, AreOneListWhereNothingSaysOtherwise) {
  const std::vector<Row> rows = {beside(half, half),
                                 beside(project("1", "护林", "7.00"), project("3", "造林", "6.00")),
                                 beside(project("2", "防火", "5.00"), {"", "", "", "", "", ""})};
  EXPECT_THAT(tables_of(page("<h3>丁县林业局2024年项目支出绩效目标表</h3>", rows)),
              ElementsAre("2024: 护林 7.00 ≥1次 防火 5.00 ≥2次 造林 6.00 ≥3次"));
}

TEST(ListsBeside, AreOfTheYearsAboveThem) {
  const std::vector<Row> rows = {
      {"<td colspan=6>2024年", "<td colspan=6>2023年"},
      beside(half, half),
      beside(project("1", "护林", "7.00"), project("1", "护林", "6.00"))};
  EXPECT_THAT(tables_of(page("<h3>丁县林业局项目支出绩效目标表</h3>", rows)),
              ElementsAre("2024: 护林 7.00 ≥1次", "2023: 护林 6.00 ≥1次"));
}

}  // namespace
}  // namespace budgetdiff
