#include "department.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <budgetdiff/match/matcher.hpp>

namespace budgetdiff {
namespace {

using test::bridge_goal;
using test::bus_goal;
using test::find;
using test::Found;
using test::group_with;
using test::NamedGroup;
using test::project;
using test::road_goal;
using test::snapshot;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

TEST(Match, FindsOneNameWrittenInTwoWays) {
  const struct {
    std::string from;
    std::string to;
    MatchMethod method;
  } cases[] = {
      {"农村公路养护经费（市级）", "农村公路养护经费(市级)", MatchMethod::normalized},
      {"农村公路养护经费", "农村公路 养护经费", MatchMethod::normalized},
      {"农村公路养护经费", "农村公路养护经费（续建）", MatchMethod::normalized},
      {"农村公路养护经费", "51000021R000000019951-农村公路养护经费", MatchMethod::normalized},
      {"区交通局2023年农村公路养护", "区交通局2024年农村公路养护", MatchMethod::year_rolled},
      {"农村公路养护（2023年）", "农村公路养护（2024年）", MatchMethod::year_rolled},
      {"农村公路养护2022年结转", "农村公路养护2023年结转", MatchMethod::year_rolled},
      {"2021-2023年农村公路养护", "2024-2026年农村公路养护", MatchMethod::year_rolled},
      {"令和5年度農村公路養護", "令和6年度農村公路養護", MatchMethod::year_rolled},
      {"农村公路养护经费", "新城区农村公路养护资金", MatchMethod::similar},
  };
  for (const auto& [from, to, method] : cases) {
    SCOPED_TRACE(from + " -> " + to);
    const Found found = find({project(from, road_goal, "100.00", {"养护里程", "优良路率"})},
                             {project(to, road_goal, "110.00", {"养护里程", "优良路率"})});
    EXPECT_THAT(found.groups, UnorderedElementsAre(NamedGroup{{from}, {to}}));
    EXPECT_EQ(group_with(found, 4).method, method);
  }
}

TEST(Match, SaysByHowMuchYearsMoved) {
  const Found found =
      find({project("2022年农村公路养护", road_goal)}, {project("2024年农村公路养护", road_goal)});
  EXPECT_EQ(found.alignment.year_shift, 2);
  EXPECT_EQ(find({}, {}).alignment.year_shift, 0);
}

TEST(Match, ReadsYearsWhereTheSnapshotsHaveNone) {
  Snapshot from = snapshot(2023, {project("2023年公路养护", road_goal), project("2024年公路养护")});
  Snapshot to = snapshot(2024, {project("2024年公路养护", road_goal), project("2025年公路养护")});
  from.year.reset();
  to.year.reset();
  const Alignment alignment = match(from, to);
  EXPECT_EQ(alignment.groups.size(), 2U);
  EXPECT_EQ(alignment.year_shift, 1);
}

TEST(Match, TellsALineThatEndedFromAMergerByTheMoney) {
  struct Case {
    const char* later;
    bool merged;
  };
  const std::string name = "农村公路养护补助";
  const std::string twin = name + "（2022年）";  // of another year than the table
  // 500.00 and 300.00 become this:
  for (const auto& [later, merged] :
       {Case{"500.00", false}, Case{"520.00", false}, Case{"800.00", true}, Case{"845.00", true}}) {
    const std::vector<std::string> indicators = {"养护里程", "公路优良路率"};
    const auto expected = merged ? std::multiset<NamedGroup>{{{name, twin}, {name}}}
                                 : std::multiset<NamedGroup>{{{name}, {name}}, {{twin}, {}}};
    EXPECT_EQ(find({project(name, road_goal, "500.00", indicators),
                    project(twin, road_goal, "300.00", indicators)},
                   {project(name, road_goal, later, indicators)})
                  .groups,
              expected)
        << later;
  }
}

TEST(Match, ReadsTheTablesOwnYearAsAPartOfItsMoney) {
  const std::string name = "农村公路养护补助";
  const std::vector<std::string> indicators = {"养护里程", "公路优良路率"};
  EXPECT_THAT(find({project(name, road_goal, "500.00", indicators),
                    project(name + "（2023年）", road_goal, "300.00", indicators)},
                   {project(name, road_goal, "520.00", indicators)})
                  .groups,
              UnorderedElementsAre(NamedGroup{{name, name + "（2023年）"}, {name}}));
}

TEST(Match, KnowsAnAbbreviation) {
  const auto found = [&](const char* from, const char* to) {
    return find({project(from, "扩大参保覆盖面，做到应保尽保。", "500.00", {"参保人数", "结余率"})},
                {project(to, "扩大参保覆盖面，提高待遇水平。", "510.00", {"参保人数", "发放率"})})
        .groups;
  };
  const std::pair<const char*, const char*> pairs[] = {
      {"居民医疗保险扩面经费", "居民医保扩面经费"},
      {"人社业务系统", "人力资源和社会保障业务系统"},
      {"国連大学拠出金", "国際連合大学拠出金"},
  };
  for (const auto& [from, to] : pairs) {
    EXPECT_THAT(found(from, to), UnorderedElementsAre(NamedGroup{{from}, {to}})) << from;
    EXPECT_THAT(found(to, from), UnorderedElementsAre(NamedGroup{{to}, {from}})) << from;
  }
  // Not in this order, and not begun alike.
  EXPECT_EQ(found("保居医民公示系统", "居民医疗保险扩面经费").size(), 2U);
  EXPECT_EQ(found("职工社保征缴经费", "居民社会保险扩面经费").size(), 2U);
}

TEST(Match, FindsARewordedNameByGoalAndIndicators) {
  const Found found =
      find({project("农村公路养护经费", road_goal, "100.00", {"养护里程", "优良路率"})},
           {project("交通事业发展—公路养护类支出", road_goal, "95.00", {"养护里程", "优良路率"})});
  EXPECT_EQ(found.groups.size(), 1U);
}

TEST(Match, TakesNoGoalAloneForIdentity) {
  const Found found = find({project("农村公路养护经费", road_goal, "100.00", {"养护里程"})},
                           {project("智慧指挥中心建设", road_goal, "3.00", {"视频点位数"})});
  EXPECT_EQ(found.groups.size(), 2U);
}

TEST(Match, KeepsQualifiedProjectsApart) {
  const Found found =
      find({project("农村公路养护经费（市级）", road_goal, "100.00", {"养护里程"})},
           {project("农村公路养护经费（区本级）", road_goal, "100.00", {"养护里程"})});
  EXPECT_EQ(found.groups.size(), 2U);
}

TEST(Match, KeepsNearTwinsApart) {
  const Found found =
      find({project("劳动保障监察培训费用", "提高劳监工作人员的业务水平和办案能力。", "13.20",
                    {"年度开展培训期数", "培训学员合格率"})},
           {project("劳动技能培训经费", "提高农村劳动力劳动技能，实现就业转移。", "70.00",
                    {"对口扶贫拨付县", "项目进度完成及时率"})});
  EXPECT_EQ(found.groups.size(), 2U);
}

TEST(Match, TakesNoGeneralNameForProof) {
  const Found found = find({project("专项经费", bridge_goal, "10.00", {"改造危桥座数"})},
                           {project("工作经费", road_goal, "70.00", {"养护里程"})});
  EXPECT_EQ(found.groups.size(), 2U);
}

TEST(Match, FindsASplitWhoseFirstPartKeepsItsName) {
  const std::string name = "机关事业单位医疗保障基金专项";
  const std::string goal = "用于结算区属机关事业单位参保人员基本医疗保险的费用。";
  for (const std::string whole : {"10200.00", "9000.00", "5626.49"}) {
    SCOPED_TRACE(whole);
    const Found found =
        find({project(name, goal, whole, {"审核率", "费用结算及时性", "群众满意度"})},
             {project(name, goal, "5626.49", {"审核率", "费用结算及时性", "群众满意度"}),
              project(name + "（2024年）", goal, "5000.00",
                      {"审核率", "费用结算及时性", "群众幸福感"})});
    EXPECT_THAT(found.groups,
                UnorderedElementsAre(NamedGroup{{name}, {name, name + "（2024年）"}}));
    EXPECT_THAT(group_with(found, 4).evidence,
                Contains(Message{"sum of the parts: {0}", {"10,626.49"}}));
  }
}

TEST(Match, PairsTheUnchangedUnlessAPersonSaysOtherwise) {
  const Project road = project("农村公路养护经费", road_goal, "120.00", {"养护里程", "好路率"});
  const Project bridge = project("危桥改造经费", bridge_goal, "300.00", {"改造桥梁座数"});
  const Found plain = find({road}, {road, bridge});
  EXPECT_THAT(plain.groups, UnorderedElementsAre(NamedGroup{{road.name}, {road.name}},
                                                 NamedGroup{{}, {bridge.name}}));
  EXPECT_THAT(group_with(plain, 4).method, MatchMethod::exact);
  EXPECT_THAT(group_with(plain, 4).confidence, 999);
  EXPECT_THAT(group_with(plain, 4).indicators,
              testing::ElementsAre(IndicatorPair{4, 0, 4, 0, MatchMethod::exact, 1000},
                                   IndicatorPair{4, 1, 4, 1, MatchMethod::exact, 1000}));
  Decision rejected;
  rejected.verdict = Verdict::different;
  rejected.from = {{road.name, 1}};
  rejected.to = {{road.name, 1}};
  Decision pinned;
  pinned.verdict = Verdict::same;
  pinned.from = {{road.name, 1}};
  pinned.to = {{bridge.name, 1}};
  Decisions decisions;
  decisions.decisions = {rejected};
  EXPECT_THAT(find({road}, {road, bridge}, {MatchMode::full, &decisions}).groups,
              Not(Contains(NamedGroup{{road.name}, {road.name}})));
  decisions.decisions = {pinned};
  EXPECT_THAT(
      find({road}, {road, bridge}, {MatchMode::full, &decisions}).groups,
      UnorderedElementsAre(NamedGroup{{road.name}, {bridge.name}}, NamedGroup{{}, {road.name}}));
}

TEST(Match, KeepsAYearsTwinThatWasThereBefore) {
  const std::string name = "机关事业单位医疗保障基金专项";
  const std::string goal = "用于结算区属机关事业单位参保人员基本医疗保险的费用。";
  const std::vector<std::string> indicators = {"审核率", "费用结算及时性"};
  const Found found = find({project(name, goal, "5600.00", indicators),
                            project(name + "（2023年）", goal, "5000.00", indicators)},
                           {project(name, goal, "5626.49", indicators),
                            project(name + "（2024年）", goal, "5000.00", indicators)});
  EXPECT_THAT(found.groups,
              UnorderedElementsAre(NamedGroup{{name}, {name}},
                                   NamedGroup{{name + "（2023年）"}, {name + "（2024年）"}}));
}

TEST(Match, FindsSplitsByLevelAndPhase) {
  for (const std::vector<std::string>& parts :
       {std::vector<std::string>{"（市级）", "（区本级）", "（镇街）"},
        std::vector<std::string>{"（一期）", "（二期）"}, std::vector<std::string>{"一期", "二期"},
        std::vector<std::string>{"（人员部分）", "（公用部分）"}}) {
    SCOPED_TRACE(parts.front());
    NamedGroup expected{{"农村公路养护"}, {}};
    std::vector<Project> after;
    for (const std::string& part : parts) {
      after.push_back(project("农村公路养护" + part, road_goal, "40.00", {"养护里程"}));
      expected.second.insert("农村公路养护" + part);
    }
    const Found found = find({project("农村公路养护", road_goal, "100.00", {"养护里程"})}, after);
    EXPECT_THAT(found.groups, UnorderedElementsAre(expected));
  }
}

TEST(Match, KeepsAPartFromALookAlikeOfItsWhole) {
  const std::string goal = "通过提供居民医保扩面工作经费保障，确保按质按量完成扩面任务。";
  const std::vector<std::string> indicators = {"参保扩面总体完成率", "参保扩面积极性"};
  const Found found =
      find({project("居民医保扩面专项财政补贴（市级）", goal, "70.00", indicators),
            project("居民医保扩面工作经费（区本级）", goal, "31.00", indicators)},
           {project("居民医保扩面专项财政补贴（一期）", goal, "40.00", indicators),
            project("居民医保扩面专项财政补贴（二期）", goal, "30.00", indicators)});
  EXPECT_THAT(found.groups,
              UnorderedElementsAre(NamedGroup{{"居民医保扩面专项财政补贴（市级）"},
                                              {"居民医保扩面专项财政补贴（一期）",
                                               "居民医保扩面专项财政补贴（二期）"}},
                                   NamedGroup{{"居民医保扩面工作经费（区本级）"}, {}}));
}

TEST(Match, FindsMergersByBothNames) {
  const std::string road = "农村公路养护经费";
  const std::string bridge = "危旧桥梁改造费";
  for (const std::string& name : {road + "（含" + bridge + "）", road + "及" + bridge,
                                  "农村公路养护和" + bridge, bridge + "、" + road}) {
    SCOPED_TRACE(name);
    const Found found = find({project(road, road_goal, "100.00", {"养护里程", "优良路率"}),
                              project(bridge, bridge_goal, "60.00", {"改造危桥座数"})},
                             {project(name, road_goal + bridge_goal, "170.00",
                                      {"养护里程", "优良路率", "改造危桥座数"})});
    EXPECT_THAT(found.groups, UnorderedElementsAre(NamedGroup{{road, bridge}, {name}}));
  }
}

TEST(Match, FindsPartsThatWereCutAnew) {
  const Found found = find({project("农村公路养护（市级）", road_goal, "60.00", {"养护里程"}),
                            project("农村公路养护（区本级）", road_goal, "40.00", {"养护里程"})},
                           {project("农村公路养护（一期）", road_goal, "70.00", {"养护里程"}),
                            project("农村公路养护（二期）", road_goal, "30.00", {"养护里程"})});
  EXPECT_THAT(found.groups,
              UnorderedElementsAre(NamedGroup{{"农村公路养护（市级）", "农村公路养护（区本级）"},
                                              {"农村公路养护（一期）", "农村公路养护（二期）"}}));
}

TEST(Match, DoesNotTakeTheWholeForAPartOfItsPart) {
  const std::vector<std::string> indicators = {"养护里程", "优良路率"};
  const Found found = find({project("农村公路养护", road_goal, "56.00", indicators),
                            project("农村公路养护（市级）", road_goal, "50.00", indicators)},
                           {project("新城区农村公路养护（市级）", road_goal, "50.00", indicators)});
  EXPECT_THAT(found.groups, UnorderedElementsAre(NamedGroup{{"农村公路养护"}, {}},
                                                 NamedGroup{{"农村公路养护（市级）"},
                                                            {"新城区农村公路养护（市级）"}}));
}

TEST(Match, SeesThatTwoNamesWereSwapped) {
  const Project road = project("农村公路养护", road_goal, "100.00", {"养护里程", "优良路率"});
  const Project bridge = project("危旧桥梁改造", bridge_goal, "60.00", {"改造危桥座数", "验收率"});
  Project road_after = road;
  Project bridge_after = bridge;
  std::swap(road_after.name, bridge_after.name);
  const Found found = find({road, bridge}, {road_after, bridge_after});
  EXPECT_THAT(found.groups, UnorderedElementsAre(NamedGroup{{road.name}, {bridge.name}},
                                                 NamedGroup{{bridge.name}, {road.name}}));
}

TEST(Match, TellsTwoProjectsOfOneNameApartByContent) {
  const Project a = project("工作经费", road_goal, "100.00", {"养护里程"});
  const Project b = project("工作经费", bridge_goal, "60.00", {"改造危桥座数"});
  const Found found = find({a, b}, {b, a});
  EXPECT_EQ(group_with(found, 4).from, std::vector<std::size_t>{5});
  EXPECT_EQ(group_with(found, 5).from, std::vector<std::size_t>{4});
}

TEST(Match, PairsProjectsAlikeInEverythingInPublishedOrder) {
  const Project a = project("工作经费", road_goal, "100.00", {"养护里程"});
  const Found found = find({a, a, a}, {a, a});
  EXPECT_EQ(group_with(found, 4).from, std::vector<std::size_t>{4});
  EXPECT_EQ(group_with(found, 5).from, std::vector<std::size_t>{5});
}

TEST(Match, PairsAThousandOfOneNameByTheirUnits) {
  std::vector<Project> before;
  std::vector<Project> after;
  for (int n = 0; n < 1000; ++n) {
    Project one = project("办公经费", "保障机关运转。", std::to_string(n) + ".00", {"运转率"});
    one.spending_unit = "第" + std::to_string(n) + "中学";
    before.push_back(one);
    one.funding.set(column::total, Amount(700 * n + 1, 2));
    after.insert(after.begin(), one);
  }
  const Alignment alignment = match(snapshot(2023, before), snapshot(2024, after));
  ASSERT_EQ(alignment.groups.size(), 1000U);
  for (const AlignedGroup& group : alignment.groups) {
    ASSERT_EQ(group.from.size(), 1U);
    EXPECT_EQ(group.from[0], 999 - group.to[0]);
  }
}

TEST(Match, PairsAThousandAlikeInEverything) {
  const Snapshot many = snapshot(
      2023, std::vector<Project>(1000, project("办公经费", "保障机关运转。", "1.00", {"运转率"})));
  const Alignment alignment = match(many, many);
  ASSERT_EQ(alignment.groups.size(), 1000U);
  EXPECT_EQ(alignment.groups[700].from, alignment.groups[700].to);
}

TEST(Match, FollowsAProjectCodeThroughARename) {
  Project before = project("农村公路养护", road_goal, "100.00", {"养护里程"});
  Project after = project("路况提升行动", "提升路网服务水平。", "120.00", {"路况指数"});
  before.code = after.code = "440114-0057";
  const Found found = find({before}, {after});
  EXPECT_EQ(found.groups.size(), 1U);
  EXPECT_EQ(group_with(found, 4).method, MatchMethod::code);
}

TEST(Match, LeavesACodeThatWasGivenToOtherWork) {
  // The reborn office gives its old code of waste to monitoring, which it had before, too.
  Project waste = project("旧局废弃物处理", "收运处置全市生活垃圾。", "80.00", {"收运量"});
  Project monitoring =
      project("旧局环境监测信息", "监测空气和地表水并发布信息。", "20.00", {"监测点次"});
  Project later =
      project("新局环境监测信息", "监测空气和地表水并发布信息。", "21.00", {"监测点次"});
  waste.code = later.code = "7160011300";
  monitoring.code = "7160011600";
  const Found found = find({waste, monitoring}, {later});
  EXPECT_EQ(group_with(found, 4).from, (std::vector<std::size_t>{5}));
}

TEST(Match, LeavesDoubtToAPerson) {
  const Found found =
      find({project("农村公路养护宣传", "向沿线村民宣传养护知识。", "10.00", {"宣传次数"})},
           {project("农村公路绿化养护", "美化公路沿线环境。", "11.00", {"绿化里程"})});
  EXPECT_EQ(found.groups.size(), 2U);
  for (const DoubtfulMatch& doubt : found.alignment.doubtful) {
    EXPECT_LT(doubt.confidence, 500);
  }
}

TEST(Match, OffersAPartThatItDoubtsWithTheGroupItWouldJoin) {
  const Project whole = project("机构运行辅助经费", "", "100.00");
  const Found found = find({whole}, {whole, project("机构运行辅助经费（区本级）", "", "20.00")});
  EXPECT_EQ(found.groups.size(), 2U);
  ASSERT_EQ(found.alignment.doubtful.size(), 1U);
  const DoubtfulMatch& doubt = found.alignment.doubtful.front();
  EXPECT_EQ(doubt.from, std::vector<std::size_t>({4}));
  EXPECT_EQ(doubt.to, std::vector<std::size_t>({4, 5}));
  EXPECT_LT(doubt.confidence, 500);
  EXPECT_GE(doubt.confidence, 250);
}

TEST(Match, ShowsNoMarkOfItsOwnInTheEvidence) {
  const Found found =
      find({project("城区2023年绿化提升", "提升绿化。", "10.00", {"绿化面积"})},
           {project("城区2024年绿化提升改造", "提升绿化。", "10.00", {"绿化面积"})});
  const auto& evidence = group_with(found, 4).evidence;
  ASSERT_FALSE(evidence.empty());
  for (const Message& message : evidence) {
    EXPECT_EQ(in_english(message).find("\uE000"), std::string::npos) << in_english(message);
  }
}

TEST(Match, WorksWithoutGoalsAndIndicators) {
  const Found found = find({project("农村公路养护经费"), project("危旧桥梁改造经费")},
                           {project("危旧桥梁改造资金"), project("农村公路养护专项资金")});
  EXPECT_EQ(found.groups.size(), 2U);
}

TEST(Match, AlignsNothingWithNothing) {
  EXPECT_THAT(match(Snapshot{}, Snapshot{}).groups, IsEmpty());
  EXPECT_EQ(match(snapshot(2023, {project("甲")}), Snapshot{}).groups.size(), 1U);
  EXPECT_EQ(match(Snapshot{}, snapshot(2023, {project("甲")})).groups.size(), 1U);
}

}  // namespace
}  // namespace budgetdiff
