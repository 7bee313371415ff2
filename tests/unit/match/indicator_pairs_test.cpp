#include "match/indicator_pairs.hpp"

#include "snapshots.hpp"

#include <gtest/gtest.h>

#include <set>

namespace budgetdiff::matching {
namespace {

using test::indicator;
using test::project;
using test::snapshot;

using Names = std::set<std::pair<std::string, std::string>>;

Project with(std::vector<Indicator> indicators) {
  Project out = project("甲");
  out.indicators = std::move(indicators);
  return out;
}

/// The pairs of two projects that are one group, by name.
Names paired(std::vector<Indicator> from, std::vector<Indicator> to) {
  const Snapshot before = snapshot(2023, {with(std::move(from))});
  const Snapshot after = snapshot(2024, {with(std::move(to))});
  AlignedGroup group;
  group.from = {0};
  group.to = {0};
  pair_indicators(before, after, group);
  Names out;
  for (const IndicatorPair& pair : group.indicators) {
    out.emplace(before.projects[0].indicators[pair.from_indicator].name,
                after.projects[0].indicators[pair.to_indicator].name);
  }
  return out;
}

TEST(PairIndicators, FindsReworded) {
  const std::pair<std::string, std::string> cases[] = {
      {"审核率", "审核比率"},
      {"准确率", "年度准确率"},
      {"目标群体满意度", "目标群体满意率"},
      {"档案管理数", "年度档案管理数量"},
      {"参保扩面总体完成率", "参保扩面总体完成率情况"},
      {"花都领军人才比例", "年度花都领军人才比例"},
      {"组织考察率", "组织考察比率"},
      {"费用结算及时性", "费用结算及时率"},
  };
  for (const auto& [from, to] : cases) {
    SCOPED_TRACE(from + " -> " + to);
    // Its target changes too, and another indicator stands beside it.
    const Names expected = {{from, to}, {"投诉次数", "投诉次数"}};
    EXPECT_EQ(paired({indicator(from, "质量指标", "≥90%"), indicator("投诉次数")},
                     {indicator("投诉次数"), indicator(to, "质量指标", "≥95%")}),
              expected);
  }
}

TEST(PairIndicators, LeavesUnlikeOnesApart) {
  EXPECT_TRUE(paired({indicator("企业薪酬调查户数")}, {indicator("媒体报道次数")}).empty());
  EXPECT_TRUE(paired({indicator("群众满意度")}, {indicator("参与企业满意度")}).empty());
  EXPECT_TRUE(paired({indicator("审核率")}, {indicator("发放率")}).empty());
}

TEST(PairIndicators, FollowsOneIntoAnotherCategory) {
  EXPECT_EQ(paired({indicator("培训成本", "数量指标")}, {indicator("培训成本", "经济成本指标")}),
            (Names{{"培训成本", "培训成本"}}));
}

TEST(PairIndicators, TakesACategoryWithAndWithoutItsEndingForOne) {
  // Two of one name, told apart by their category alone.
  const Snapshot before = snapshot(
      2023, {with({indicator("完成率", "数量指标"), indicator("完成率", "社会效益指标")})});
  const Snapshot after =
      snapshot(2024, {with({indicator("完成率", "社会效益"), indicator("完成率", "数量")})});
  AlignedGroup group;
  group.from = {0};
  group.to = {0};
  pair_indicators(before, after, group);
  ASSERT_EQ(group.indicators.size(), 2U);
  EXPECT_NE(group.indicators[0].from_indicator, group.indicators[0].to_indicator);
  EXPECT_NE(group.indicators[1].from_indicator, group.indicators[1].to_indicator);
}

TEST(PairIndicators, PairsDoubledOnesInOrder) {
  const Snapshot before = snapshot(2023, {with({indicator("里程"), indicator("里程")})});
  AlignedGroup group;
  group.from = {0};
  group.to = {0};
  pair_indicators(before, before, group);
  const std::vector<IndicatorPair> expected = {{0, 0, 0, 0, MatchMethod::exact, 1000},
                                               {0, 1, 0, 1, MatchMethod::exact, 1000}};
  EXPECT_EQ(group.indicators, expected);
}

TEST(PairIndicators, FindsOneThatWasCutInTwo) {
  const Names expected = {{"道路清扫和垃圾清运及时率", "道路清扫及时率"},
                          {"道路清扫和垃圾清运及时率", "垃圾清运及时率"}};
  EXPECT_EQ(paired({indicator("道路清扫和垃圾清运及时率")},
                   {indicator("道路清扫及时率"), indicator("垃圾清运及时率")}),
            expected);
  EXPECT_EQ(paired({indicator("道路清扫及时率"), indicator("垃圾清运及时率")},
                   {indicator("道路清扫和垃圾清运及时率")})
                .size(),
            2U);
}

TEST(PairIndicators, FindsOneThatIsMeasuredForEachKind) {
  const std::vector<Indicator> whole = {indicator("培训人数", "数量指标", "≥100人")};
  const std::vector<Indicator> kinds = {indicator("线上培训人数", "数量指标", "≥50人"),
                                        indicator("线下培训人数", "数量指标", "≥40人"),
                                        indicator("培训人数（下乡）", "数量指标", "≥20人")};
  EXPECT_EQ(paired(whole, kinds).size(), 3U);
  EXPECT_EQ(paired(kinds, whole).size(), 3U);
  // Not where the whole stays, nor where another unit or category is meant.
  EXPECT_EQ(paired(whole, {whole.front(), kinds[0]}).size(), 1U);
  EXPECT_EQ(paired(whole, {kinds[0], indicator("培训人数达标率", "数量指标", "≥90%")}).size(), 1U);
  EXPECT_EQ(paired(whole, {kinds[0], indicator("线下培训人数", "质量指标", "≥40人")}).size(), 1U);
}

TEST(PairIndicators, CarriesOneIntoEachPartOfASplit) {
  const Snapshot before = snapshot(2023, {with({indicator("里程")})});
  const Snapshot after = snapshot(2024, {with({indicator("里程")}), with({indicator("里程")})});
  AlignedGroup group;
  group.from = {0};
  group.to = {0, 1};
  pair_indicators(before, after, group);
  EXPECT_EQ(group.indicators.size(), 2U);
}

}  // namespace
}  // namespace budgetdiff::matching
