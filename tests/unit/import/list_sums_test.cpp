// Rows of a list that sum its projects. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string caption =
    "<h2>2024年项目支出绩效目标表</h2><p>部门名称：某县水务局 单位：万元</p>";

/// Two projects of 3.00 and 2.00 below (or above) a row of sums.
ImportedTable with_sum(const Row& sum, bool first = false) {
  std::vector<Row> rows = {{"项目名称", "预算数", "绩效目标", "一级指标", "三级指标", "指标值"},
                           {"巡查", "3.00", "开展巡查。", "产出指标", "次数", "≥3次"},
                           {"宣传", "2.00", "开展宣传。", "产出指标", "场次", "≥2场"}};
  rows.insert(first ? rows.begin() + 1 : rows.end(), sum);
  return one(page(caption, rows));
}

TEST(ListSums, BelowWhatTheySumUpAreNoProjectsWhateverTheyAreCalled) {
  const auto list = [](const std::vector<Row>& sums) {
    std::vector<Row> rows{{"项目名称", "预算数", "绩效目标", "三级指标", "指标值"},
                          {"修渠", "11.00", "修渠。", "长度", "≥3公里"},
                          {"清淤", "22.00", "清淤。", "长度", "≥9公里"}};
    rows.insert(rows.end(), sums.begin(), sums.end());
    return one(page("<h2>某县水利局2024年项目支出绩效目标表</h2><p>单位：万元</p>", rows));
  };
  for (const char* const word : {"水利类 汇总", "全部项目", "总金额", "水利工程两项"}) {
    const ImportedTable table = list({{word, "33.00", "", "", ""}});
    EXPECT_EQ(table.snapshot.projects.size(), 2U) << word;
    ASSERT_NE(table.snapshot.stated_total.total(), nullptr) << word;
    EXPECT_THAT(codes_of(table), testing::Contains("sum-rows-left-out")) << word;
    EXPECT_THAT(codes_of(table), testing::Not(testing::Contains("goal-missing"))) << word;
  }
  const ImportedTable by_unit =
      one(page("<h2>某县水利局2024年项目支出绩效目标表</h2><p>单位：万元</p>",
               {{"单位名称", "项目名称", "预算数", "绩效目标", "三级指标", "指标值"},
                {"某县灌溉站", "修渠", "11.00", "修渠。", "长度", "≥3公里"},
                {"某县灌溉站", "清淤", "22.00", "清淤。", "长度", "≥9公里"},
                {"某县灌溉站 汇总", "", "33.00", "", "", ""},
                {"某县水文站", "测流", "5.00", "测流。", "次数", "≥9次"},
                {"某县水文站 汇总", "", "5.00", "", "", ""}}));
  EXPECT_EQ(by_unit.snapshot.projects.size(), 3U);
  EXPECT_THAT(codes_of(by_unit), testing::Not(testing::Contains("name-missing")));
  // The row of a unit heads what stands below it; it may have what stands above, too.
  EXPECT_THAT(codes_of(list({{"某县灌溉站", "33.00", "", "", ""},
                             {"测流", "33.00", "测流。", "次数", "≥2次"}})),
              testing::Not(testing::Contains("sum-rows-left-out")));
  // Another amount, that of one row, or a goal: a project.
  EXPECT_EQ(list({{"护坡", "34.00", "", "", ""}}).snapshot.projects.size(), 3U);
  EXPECT_EQ(list({{"护坡", "22.00", "", "", ""}}).snapshot.projects.size(), 3U);
  EXPECT_EQ(list({{"护坡", "33.00", "护坡。", "", ""}}).snapshot.projects.size(), 3U);
}

TEST(ListSums, AreNoProjectsWhateverMarksStandBesideThem) {
  for (const char* mark : {"—", "-", "/", "——", "无", "*", "×", "0"}) {
    for (const bool first : {false, true}) {
      const ImportedTable table = with_sum({"合计", "5.00", mark, mark, mark, mark}, first);
      EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传")) << mark;
      EXPECT_THAT(codes_of(table), Not(Contains("sum-mismatch"))) << mark;
    }
    // It is held against the projects.
    EXPECT_THAT(codes_of(with_sum({"合计", "6.00", mark, "", "", ""})), Contains("sum-mismatch"));
  }
}

TEST(ListSums, AreNoProjectsWithATextBesideThem) {
  const ImportedTable table = with_sum({"总计", "5.00", "完成任务。", "", "", ""}, true);
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传"));
  EXPECT_THAT(codes_of(table), Contains("text-left-over"));
  EXPECT_THAT(names_of(with_sum({"（合计）", "5.00", "", "", "", ""}).snapshot),
              ElementsAre("巡查", "宣传"));
}

TEST(ListSums, MayHaveTheirWordUnderAnyColumn) {
  const ImportedTable table = with_sum({"", "5.00", "", "", "合计", ""});
  EXPECT_THAT(funding_of(table.snapshot.projects.at(1)), ElementsAre("total=2.00"));
  EXPECT_EQ(table.snapshot.projects.at(1).indicators.size(), 1U);
  EXPECT_THAT(codes_of(table), Not(Contains("name-missing")));
  EXPECT_THAT(codes_of(with_sum({"", "6.00", "", "", "合计", ""})), Contains("sum-mismatch"));
}

TEST(ListRows, BelowTheLastThatHaveAFirstCellOnlyAreRemarks) {
  for (const char* remark : {"以下空白", "*本表按批复填列", "数据来源：预算系统", "第1页"}) {
    const ImportedTable table = with_sum({remark, "", "", "", "", ""});
    EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传")) << remark;
    EXPECT_THAT(codes_of(table), Contains("text-left-over")) << remark;
  }
  // Amid the rows it may be a project whose cells were lost.
  EXPECT_THAT(names_of(with_sum({"维修", "", "", "", "", ""}, true).snapshot),
              ElementsAre("维修", "巡查", "宣传"));
}

TEST(ListRows, OfTwoColumnsAreAPlainList) {
  const ImportedTable table = one(page(
      caption, {{"项目名称", "预算数"}, {"巡查", "3.00"}, {"宣传", "2.00"}, {"合计", "5.00"}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传"));
}

TEST(ListRows, OfAnotherTableStandBelowATitleThatIsNotMerged) {
  const Row head = {"项目名称", "预算数", "绩效目标", "一级指标", "三级指标", "指标值"};
  const auto document =
      read(workbook({{"表",
                      {{"某县水利局2025年项目支出绩效目标表"},
                       {"单位：万元"},
                       head,
                       {"巡查", "3.00", "开展巡查。", "产出指标", "次数", "≥3次"},
                       {"某县教育局2025年项目支出绩效目标表"},
                       {"单位：万元"},
                       head,
                       {"宣传", "2.00", "开展宣传。", "产出指标", "场次", "≥2场"}}}}));
  ASSERT_TRUE(document);
  ASSERT_EQ(document->tables.size(), 2U);
  EXPECT_EQ(document->tables[1].snapshot.department, "某县教育局");
  EXPECT_THAT(names_of(document->tables[0].snapshot), ElementsAre("巡查"));
  EXPECT_THAT(names_of(document->tables[1].snapshot), ElementsAre("宣传"));
}

TEST(ListUnits, StandBehindTheHeadersWordOrBelowTheTable) {
  const std::string title = "<h2>2024年项目支出绩效目标表</h2><p>部门名称：某县水务局</p>";
  const Row row = {"巡查", "3.00", "开展巡查。", "产出指标", "次数", "≥3次"};
  const ImportedTable behind = one(page(
      title, {{"项目名称", "预算数<br>万元", "绩效目标", "一级指标", "三级指标", "指标值"}, row}));
  EXPECT_EQ(behind.snapshot.unit, "万元");
  EXPECT_THAT(funding_of(behind.snapshot.projects.at(0)), ElementsAre("total=3.00"));
  const ImportedTable below =
      one(page(title, {{"项目名称", "预算数", "绩效目标", "一级指标", "三级指标", "指标值"},
                       row,
                       {"<td colspan=6>单位：万元"}}));
  EXPECT_EQ(below.snapshot.unit, "万元");
  EXPECT_THAT(codes_of(below), Not(Contains("unit-missing")));
}

TEST(ListUnits, ThatContradictEachOtherAreSaid) {
  const Row head = {"项目名称", "预算数", "绩效目标", "一级指标", "三级指标", "指标值"};
  const Row row = {"巡查", "3.00", "开展巡查。", "产出指标", "次数", "≥3次"};
  const std::string title = "<h2>2024年项目支出绩效目标表</h2><p>部门名称：某县水务局</p>";
  const ImportedTable lines = one(page(title + "<p>单位：元</p><p>单位：万元</p>", {head, row}));
  EXPECT_EQ(lines.snapshot.unit, "万元");
  EXPECT_THAT(codes_of(lines), Contains("unit-differs"));
  Row own = head;
  own[1] = "预算数（元）";
  EXPECT_THAT(codes_of(one(page(title + "<p>单位：万元</p>", {own, row}))),
              Contains("unit-differs"));
  own[1] = "预算数（万元）";
  EXPECT_THAT(codes_of(one(page(title + "<p>单位：万元</p>", {own, row}))),
              Not(Contains("unit-differs")));
}

TEST(ListSums, StandInALineBelowTheTable) {
  const auto below = [](const std::string& line) {
    return one(page(caption, {{"项目名称", "预算数", "绩效目标", "三级指标", "指标值"},
                              {"巡查", "3.00", "开展巡查。", "次数", "≥3次"},
                              {"宣传", "2.00", "开展宣传。", "场次", "≥2场"}}) +
               line);
  };
  const ImportedTable whole = below("<p>合计 5.00</p>");
  ASSERT_NE(whole.snapshot.stated_total.total(), nullptr);
  EXPECT_EQ(whole.snapshot.stated_total.total()->to_string(), "5.00");
  const ImportedTable more = below("<p>合计 5.00 3.00</p>");
  EXPECT_EQ(more.snapshot.stated_total.total(), nullptr);
  EXPECT_THAT(codes_of(more), Contains("text-left-over"));
  EXPECT_THAT(codes_of(below("<p>合计见附表。</p>")), Not(Contains("text-left-over")));
}

}  // namespace
}  // namespace budgetdiff
