/// Self-evaluations whose page ends amid the amounts of several stages. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page_tables.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

const std::vector<double> first_edges{0, 60, 100, 160, 220, 280, 340, 400, 460};
// The same table, where the next page's rows need another line of cells.
const std::vector<double> next_edges{0, 60, 160, 220, 280, 340, 400, 430, 460};

const Rows above{
    {"项目名称", "<", "巡查", "<", "<", "<", "<", "<"},
    {"主管部门", "<", "某县水利局", "<", "<", "<", "<", "<"},
    {"项目资金（万元）", "", "<", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率"}};
const Rows amounts{{"", "年度资金总额", "3.00", "3.50", "2.70", "10", "77%", "<"},
                   {"^", "其中：当年财政拨款", "2.50", "3.00", "2.20", "-", "73%", "<"},
                   {"^", "其他资金", "0.50", "0.50", "0.50", "-", "100%", "<"}};
const Rows indicators{
    {"绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"},
    {"^", "产出指标", "数量指标", "次数", "≥3次", "4次", "10", "10"}};

Rows joined(const Rows& one, const Rows& other) {
  Rows out = one;
  out.insert(out.end(), other.begin(), other.end());
  return out;
}

std::vector<std::string> funding_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const auto& [key, amount] : table.snapshot.projects.at(0).funding.items()) {
    out.push_back(key + "=" + amount.to_string());
  }
  return out;
}

std::vector<std::string> codes_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    out.push_back(finding.code);
  }
  return out;
}

TEST(StagePages, HaveTheirAmountsBehindThePageEndUnderTheSameColumns) {
  for (const std::size_t kept : {0U, 1U, 2U}) {
    const auto cut = amounts.begin() + static_cast<std::ptrdiff_t>(kept);
    Rows before = above;
    // On the first page the label spans two columns that the next page does not part.
    for (auto row = amounts.begin(); row != cut; ++row) {
      const auto& cells = *row;
      before.push_back({"^", cells[1], "<", cells[2], cells[3], cells[4], cells[5], cells[6]});
    }
    Rows rest(cut, amounts.end());
    rest.front()[0] = "";
    const ImportedTable read = import::read(
        {table(1, first_edges, before), table(2, next_edges, joined(rest, indicators))});
    EXPECT_THAT(funding_of(read),
                IsSupersetOf({"total=3.00", "fiscal_appropriation=2.50", "other_funds=0.50",
                              "adjusted_budget=3.50", "财政拨款（全年执行数）=2.20"}))
        << kept;
    EXPECT_THAT(codes_of(read), Not(Contains("text-left-over"))) << kept;
  }
}

TEST(StagePages, TakeNoColumnThatStandsElsewhere) {
  // Half a column to the right: which is which is not known, and what is not taken is said.
  const ImportedTable read = import::read(
      {table(1, first_edges, above),
       table(2, {0, 60, 195, 255, 315, 375, 400, 430, 460}, joined(amounts, indicators))});
  EXPECT_THAT(codes_of(read), Contains("text-left-over"));
}

}  // namespace
}  // namespace budgetdiff::import
