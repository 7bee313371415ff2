// Columns of targets beside each other: the year's is taken, whatever stands first. All figures
// are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

const std::string caption = "<h2>项目支出绩效目标表</h2><p>部门名称：某县林业局 单位：万元</p>";

/// A list of one project whose two indicators have `targets` under `words`.
ImportedTable with_targets(const Row& words, const Row& first, const Row& second) {
  Row head = {"项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标"};
  head.insert(head.end(), words.begin(), words.end());
  Row one_row = {"<td rowspan=2>造林",     "<td rowspan=2>3.00", "<td rowspan=2>造林三片。",
                 "<td rowspan=2>产出指标", "数量指标",           "片数"};
  one_row.insert(one_row.end(), first.begin(), first.end());
  Row two = {"质量指标", "成活率"};
  two.insert(two.end(), second.begin(), second.end());
  return one(page(caption, {head, one_row, two}));
}

const Indicator& last_of(const ImportedTable& table) {
  return table.snapshot.projects.at(0).indicators.at(1);
}

TEST(TargetColumns, AndGoalsOfTheSnapshotsStageAreTaken) {
  const auto goal_of = [](const std::string& title) {
    const ImportedTable table =
        one(page("<h2>某县林业局2024年项目支出绩效目标表" + title + "</h2><p>单位：万元</p>",
                 {{"<td rowspan=2>项目名称", "<td colspan=2>预算金额", "<td colspan=2>绩效目标",
                   "<td rowspan=2>三级指标", "<td colspan=2>指标值"},
                  {"调整前", "调整后", "调整前", "调整后", "调整前", "调整后"},
                  {"造林", "30.00", "20.00", "造林六片。", "造林四片。", "片数", "≥6片", "≥4片"},
                  {"护林", "5.00", "5.00", "护林。", "看护林区。", "次数", "≥2次", "≥2次"}}));
    EXPECT_THAT(codes_of(table), Not(Contains("amount-unreadable")));
    EXPECT_EQ(table.snapshot.projects.size(), 2U);
    return table.snapshot.projects.at(0).goal + table.snapshot.projects.at(1).goal +
           table.snapshot.projects.at(0).indicators.at(0).annual_target;
  };
  EXPECT_EQ(goal_of("（调整）"), "造林四片。看护林区。≥4片");
}

TEST(TargetColumns, AreGoalsWordsBehindNames) {
  const ImportedTable halves =
      with_targets({"上半年绩效目标", "全年绩效目标"}, {"≥1片", "≥3片"}, {"持续巩固", "≥90%"});
  EXPECT_EQ(last_of(halves).annual_target, "≥90%");
  EXPECT_EQ(halves.snapshot.projects.at(0).goal, "造林三片。");
  EXPECT_EQ(halves.snapshot.projects.at(0).annual_goal, "");
  EXPECT_THAT(codes_of(halves), Contains("fields-left-out"));
  EXPECT_THAT(codes_of(halves), Not(Contains("text-left-over")));
  const ImportedTable both =
      with_targets({"项目总目标", "本年目标"}, {"≥9片", "≥3片"}, {"≥95%", "≥90%"});
  EXPECT_EQ(last_of(both).period_target, "≥95%");
  EXPECT_EQ(last_of(both).annual_target, "≥90%");
}

TEST(TargetColumns, AreNoGoalsOfSentences) {
  const ImportedTable table = one(
      page(caption,
           {{"项目名称", "预算数", "一级指标", "二级指标", "三级指标", "指标值", "年度目标"},
            {"造林", "3.00", "产出指标", "数量指标", "片数", "≥3片", "今年造林3片，管护12片。"}}));
  EXPECT_EQ(table.snapshot.projects.at(0).goal, "今年造林3片，管护12片。");
  EXPECT_EQ(table.snapshot.projects.at(0).indicators.at(0).annual_target, "≥3片");
}

TEST(TargetColumns, OfQuartersLeaveTheYears) {
  const ImportedTable bare =
      with_targets({"第一季度", "二季度", "三季度", "四季度", "全年"}, {"1", "1", "2", "3", "3片"},
                   {"≥50%", "≥60%", "≥70%", "≥80%", "≥90%"});
  EXPECT_EQ(last_of(bare).annual_target, "≥90%");
  EXPECT_THAT(codes_of(bare), Contains("fields-left-out"));
  // Without a column of the year something is left out that may matter.
  const ImportedTable parts =
      with_targets({"三季度目标", "四季度目标"}, {"≥1片", "≥3片"}, {"≥80%", "≥90%"});
  EXPECT_EQ(last_of(parts).annual_target, "≥80%");
  EXPECT_THAT(codes_of(parts), Contains("targets-left-out"));
}

TEST(TargetColumns, OfWhatWasReachedAreNone) {
  for (const char* planned : {"计划值", "指标值", "年度目标值"}) {
    const ImportedTable table =
        with_targets({planned, "指标完成值"}, {"≥3片", "4片"}, {"≥90%", "95%"});
    EXPECT_EQ(last_of(table).annual_target, "≥90%") << planned;
    EXPECT_THAT(codes_of(table), Contains("fields-left-out")) << planned;
    EXPECT_THAT(codes_of(table), Not(Contains("targets-left-out"))) << planned;
  }
  // Alone it is what shall be reached.
  const ImportedTable alone = with_targets({"完成值"}, {"≥3片"}, {"≥90%"});
  EXPECT_EQ(last_of(alone).annual_target, "≥90%");
  EXPECT_THAT(codes_of(alone), IsEmpty());
}

TEST(TargetColumns, OfTheWholeStandBesideTheYears) {
  const ImportedTable table =
      with_targets({"项目总目标值", "当年目标值"}, {"≥9片", "≥3片"}, {"≥95%", "≥90%"});
  EXPECT_EQ(last_of(table).period_target, "≥95%");
  EXPECT_EQ(last_of(table).annual_target, "≥90%");
  // A word that says neither is named where both have texts.
  const ImportedTable two =
      with_targets({"标准值", "年度指标值"}, {"≥2片", "≥3片"}, {"≥80%", "≥90%"});
  EXPECT_EQ(last_of(two).annual_target, "≥90%");
  EXPECT_THAT(codes_of(two), Contains("targets-left-out"));
  const ImportedTable either = with_targets({"标准值", "年度指标值"}, {"≥2片", ""}, {"", "≥90%"});
  EXPECT_EQ(last_of(either).annual_target, "≥90%");
  EXPECT_EQ(either.snapshot.projects.at(0).indicators.at(0).annual_target, "≥2片");
  EXPECT_THAT(codes_of(either), Not(Contains("targets-left-out")));
}

}  // namespace
}  // namespace budgetdiff
