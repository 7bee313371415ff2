// How tables are named that a document holds beside those of performance. All figures are
// made up.

#include "import/table/passed_over.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using ::testing::ElementsAre;

using Rows = std::vector<std::vector<std::string>>;

TextLine line(const std::string& text) {
  return {to_code_points(text), {}};
}

/// A row with one text has it in a cell over the whole width.
Grid table(const Rows& rows, int page = 0, std::vector<double> edges = {}) {
  std::size_t columns = 1;
  for (const auto& row : rows) {
    columns = std::max(columns, row.size());
  }
  Grid grid(rows.size(), columns);
  grid.place.page = page;
  grid.edges = std::move(edges);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      Cell cell;
      cell.row = r;
      cell.column = c;
      cell.rows = 1;
      cell.columns = rows[r].size() == 1 ? columns : 1;
      cell.lines = {line(rows[r][c])};
      grid.add(std::move(cell));
    }
  }
  return grid;
}

std::vector<std::string> names_in(PassedOver& passed) {
  std::vector<std::string> out;
  for (const Finding& finding : passed.findings()) {
    out.push_back(finding.message.args.front());
  }
  return out;
}

void see(PassedOver& passed, const std::string& text) {
  passed.see_caption(line(text));
  (void)passed.see_line(line(text));
}

const Rows sums{{"科目", "合计"}, {"农林水支出", "8.00"}};

TEST(PassedOver, WarnsOfATableThatStandsBelowThePerformanceTablesTitle) {
  const auto severity_of = [](const std::string& title) {
    PassedOver passed;
    see(passed, title);
    passed.pass_over(table({{"主管部门", "某局"}, {"年度资金", "3.00"}}));
    return passed.findings().front().severity;
  };
  EXPECT_EQ(severity_of("项目支出绩效目标表"), Severity::warning);
  EXPECT_EQ(severity_of("部门收支总表"), Severity::note);
}

TEST(PassedOver, TakesAFormsNumberForNoTitle) {
  PassedOver passed;
  for (const char* number : {"预算05-2表", "公开09表", "附表3", "表九"}) {
    see(passed, number);
    see(passed, "项目支出绩效目标表");
    passed.use();
  }
  EXPECT_THAT(names_in(passed), ElementsAre());
}

TEST(PassedOver, NamesTablesByTheirTitlesAndCaptions) {
  PassedOver passed;
  for (const std::string caption : {"部门收支总表", "表2 部门收入总体情况", "附件3：“三公”经费支出",
                                    "四、政府采购情况如下："}) {
    see(passed, caption);
    see(passed, "单位：万元");
    passed.pass_over(table(sums));
  }
  EXPECT_THAT(names_in(passed),
              ElementsAre("部门收支总表: 科目 | 合计 | 农林水支出 | 8.00",
                          "表2部门收入总体情况: 科目 | 合计 | 农林水支出 | 8.00",
                          "附件3：“三公”经费支出: 科目 | 合计 | 农林水支出 | 8.00",
                          "四、政府采购情况如下: 科目 | 合计 | 农林水支出 | 8.00"));
}

TEST(PassedOver, NamesTablesByATitleInside) {
  PassedOver passed;
  Rows rows = sums;
  rows.insert(rows.begin(), {{"表1 部门收支总体情况"}, {"单位：万元"}});
  passed.pass_over(table(rows));
  EXPECT_THAT(names_in(passed),
              ElementsAre("表1部门收支总体情况: 科目 | 合计 | 农林水支出 | 8.00"));
}

TEST(PassedOver, TakesNoSentenceAndNoOtherTablesCaption) {
  PassedOver passed;
  see(passed, "本部门2025年收入总体情况较上年增加，主要原因是人员增加。");
  passed.pass_over(table(sums));
  see(passed, "表2 部门收入总体情况");
  passed.use();
  passed.pass_over(table({{"品目", "数量"}, {"电脑", "8"}}));
  EXPECT_THAT(names_in(passed),
              ElementsAre("科目 | 合计 | 农林水支出 | 8.00", "品目 | 数量 | 电脑 | 8"));
}

TEST(PassedOver, CountsATableOverSeveralPagesOnce) {
  PassedOver passed;
  const std::vector<double> edges{10, 200, 300};
  see(passed, "部门支出总表");
  passed.pass_over(table(sums, 3, edges));
  passed.pass_over(table({{"交通运输支出", "1.00"}, {"其他支出", "2.00"}}, 4, edges));
  see(passed, "部门支出总表");
  passed.pass_over(table({{"住房支出", "1.00"}, {"卫生支出", "2.00"}}, 5, edges));
  passed.pass_over(table({{"数量指标", "≥1"}, {"质量指标", "≥2"}}, 6, {10, 100, 300}));
  see(passed, "部门收入总表");
  passed.pass_over(table({{"税", "1.00"}, {"费", "2.00"}}, 7, {10, 100, 300}));
  EXPECT_THAT(names_in(passed),
              ElementsAre("部门支出总表: 科目 | 合计 | 农林水支出 | 8.00",
                          "数量指标 | ≥1 | 质量指标 | ≥2", "部门收入总表: 税 | 1.00 | 费 | 2.00"));
}

TEST(PassedOver, WarnsWhereALaterPageHoldsIndicators) {
  PassedOver passed;
  passed.pass_over(table(sums, 3));
  passed.pass_over(table({{"数量指标", "≥1"}, {"质量指标", "≥2"}}, 4));
  const std::vector<Finding> findings = passed.findings();
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().severity, Severity::warning);
}

}  // namespace
}  // namespace budgetdiff::import
