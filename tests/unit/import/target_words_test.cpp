// Words in a second row of a header that part 指标值. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/table/target_words.hpp"
#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using import::target_time;
using import::TargetTime;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const std::string caption =
    "<h2>2024年项目支出绩效目标表</h2><p>部门名称：某县水务局 单位：万元</p>";

Row indicator(const std::string& name, const Row& targets) {
  Row row = {"产出指标", "数量指标", name};
  row.insert(row.end(), targets.begin(), targets.end());
  return row;
}

/// One project whose two indicators have `first` and `second` under `words`, in turn under
/// `headings`, each over as many columns as there are words for it.
std::string project(const Row& headings, const Row& words, const Row& first, const Row& second) {
  Row head;
  for (const char* word : {"项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标"}) {
    head.push_back(std::string("<td rowspan=2>") + word);
  }
  for (const std::string& heading : headings) {
    head.push_back("<td colspan=" + std::to_string(words.size() / headings.size()) + ">" + heading);
  }
  Row one_row = {"<td rowspan=2>修渠", "<td rowspan=2>60.00", "<td rowspan=2>修渠九公里。"};
  const Row cells = indicator("长度", first);
  one_row.insert(one_row.end(), cells.begin(), cells.end());
  return page(caption, {head, words, one_row, indicator("合格率", second)});
}

std::vector<std::string> targets_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Indicator& one : table.snapshot.projects.at(0).indicators) {
    out.push_back(one.period_target + "|" + one.annual_target);
  }
  return out;
}

TEST(TargetWords, SayWhoseTargetsAre) {
  for (const char* word : {"年度", "当年", "本年", "本年度目标", "今年", "全年"}) {
    EXPECT_EQ(target_time(word), TargetTime::annual) << word;
  }
  for (const char* word : {"实施周期", "周期", "总体", "中长期", "三年", "5年", "总目标",
                           "2024-2026年", "2024年至2026年", "2024—2026"}) {
    EXPECT_EQ(target_time(word), TargetTime::period) << word;
  }
  for (const char* word : {"上年实际", "基期值", "上年度", "近三年平均"}) {
    EXPECT_EQ(target_time(word), TargetTime::before) << word;
  }
  for (const char* word : {"下年目标", "次年", "明年目标值"}) {
    EXPECT_EQ(target_time(word), TargetTime::after) << word;
  }
  for (const char* word : {"2024年", "2024年度", "第三年", "甲市", "数值", "一年", "性质"}) {
    EXPECT_EQ(target_time(word), TargetTime::unsaid) << word;
  }
}

TEST(TargetWords, PartThePeriodsFromTheYears) {
  const std::vector<Row> pairs = {{"实施周期", "年度"},
                                  {"项目周期", "当年"},
                                  {"三年", "本年度"},
                                  {"总目标", "本年"},
                                  {"2024-2026年", "2024年"}};
  for (const Row& words : pairs) {
    const ImportedTable table =
        one(project({"指标值"}, words, {"≥9公里", "≥3公里"}, {"≥95%", "≥90%"}));
    EXPECT_THAT(targets_of(table), ElementsAre("≥9公里|≥3公里", "≥95%|≥90%")) << words.at(0);
    EXPECT_THAT(codes_of(table), IsEmpty()) << words.at(0);
  }
}

TEST(TargetWords, PartThePeriodsInSeparatedValues) {
  const auto document = read(
      "2024年项目支出绩效目标表\n部门名称：某县水务局,,单位：万元\n"
      "项目名称,预算数,绩效目标,一级指标,二级指标,三级指标,指标值,\n,,,,,,2024-2026年,2024年\n"
      "修渠,60.00,修渠九公里。,产出指标,数量指标,长度,≥9公里,≥3公里\n");
  ASSERT_TRUE(document);
  EXPECT_THAT(targets_of(document->tables.front()), ElementsAre("≥9公里|≥3公里"));
}

TEST(TargetWords, ShareOneColumnOfComparators) {
  const ImportedTable table = one(project({"指标值"}, {"符号", "实施期", "年度", "单位"},
                                          {"≥", "9", "3", "公里"}, {"=", "100", "98", "%"}));
  EXPECT_THAT(targets_of(table), ElementsAre("≥9公里|≥3公里", "=100%|=98%"));
}

TEST(TargetWords, LeaveWhatWasAndWhatIsToCome) {
  const ImportedTable table = one(project({"指标值"}, {"上年实际", "本年目标", "下年目标"},
                                          {"2公里", "≥3公里", "≥4公里"}, {"88%", "≥90%", "≥92%"}));
  EXPECT_THAT(targets_of(table), ElementsAre("|≥3公里", "|≥90%"));
  EXPECT_EQ(table.snapshot.projects.at(0).annual_goal, "");
  EXPECT_THAT(codes_of(table), Contains("fields-left-out"));
  const ImportedTable base =
      one(project({"目标值"}, {"基期值", "目标值"}, {"2公里", "≥3公里"}, {"88%", "≥90%"}));
  EXPECT_THAT(targets_of(base), ElementsAre("|≥3公里", "|≥90%"));
}

TEST(TargetWords, TellComparatorsFromTargets) {
  for (const char* word : {"性质", "关系", "≥/=/≤", "指标性质"}) {
    const ImportedTable table = one(
        project({"绩效指标值"}, {word, "具体数值", "单位"}, {"≥", "3", "公里"}, {"=", "100", "%"}));
    EXPECT_THAT(targets_of(table), ElementsAre("|≥3公里", "|=100%")) << word;
    EXPECT_THAT(codes_of(table), IsEmpty()) << word;
  }
  const ImportedTable both = one(project(
      {"实施周期指标值", "年度指标值"}, {"性质", "目标值", "单位", "性质", "目标值", "单位"},
      {"≥", "9", "公里", "≥", "3", "公里"}, {"=", "100", "%", "≥", "98", "%"}));
  EXPECT_THAT(targets_of(both), ElementsAre("≥9公里|≥3公里", "=100%|≥98%"));
}

TEST(TargetWords, AreNotNeededBehindComparators) {
  const Row words = {"项目名称", "预算数",   "绩效目标", "一级指标", "二级指标",
                     "三级指标", "运算符号", "指标内容", "度量单位"};
  const ImportedTable table = one(page(caption, {words,
                                                 {"修渠", "60.00", "修渠三公里。", "产出指标",
                                                  "数量指标", "长度", "≥", "3", "公里"}}));
  EXPECT_THAT(targets_of(table), ElementsAre("|≥3公里"));
  EXPECT_THAT(codes_of(table), Not(Contains("indicator-incomplete")));
}

TEST(TargetWords, OfTwoColumnsAreNeverOneTarget) {
  const ImportedTable table =
      one(project({"指标值"}, {"设想", "本年数"}, {"≥9公里", "≥3公里"}, {"≥95%", "≥90%"}));
  EXPECT_THAT(targets_of(table), ElementsAre("|≥3公里", "|≥90%"));
  EXPECT_THAT(codes_of(table), Contains("targets-left-out"));
}

TEST(TargetWords, StandBelowTheLastWordOfSeparatedValues) {
  const auto document = read(
      "2024年项目支出绩效目标表\n部门名称：某县水务局\n单位：万元\n"
      "项目名称,预算数,绩效目标,一级指标,二级指标,三级指标,指标值\n,,,,,,上年实际,本年目标,"
      "下年目标\n"
      "修渠,60.00,修渠三公里。,产出指标,数量指标,长度,2公里,≥3公里,≥4公里\n");
  ASSERT_TRUE(document);
  EXPECT_THAT(targets_of(document->tables.front()), ElementsAre("|≥3公里"));
  EXPECT_THAT(codes_of(document->tables.front()), Not(Contains("text-left-over")));
}

}  // namespace
}  // namespace budgetdiff
