/// Groups that no pair of two projects tells: what names declare, preparations,
/// offshoots, parts of a new whole.

#include "department.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <budgetdiff/match/matcher.hpp>

namespace budgetdiff {
namespace {

using test::bridge_goal;
using test::find;
using test::Found;
using test::group_with;
using test::NamedGroup;
using test::project;
using test::road_goal;
using testing::Contains;
using testing::UnorderedElementsAre;

const std::string road = "农村公路养护";
const std::string bridge = "危旧桥梁养护";
const std::string both = "农村公路及危旧桥梁养护";

Project road_project(const std::string& total = "100.00") {
  return project(road, road_goal, total, {"养护里程", "优良路率"});
}
Project bridge_project(const std::string& total = "60.00") {
  return project(bridge, bridge_goal, total, {"改造危桥座数", "桥梁检测率"});
}

TEST(Groups, TakeANameThatJoinsTwoAtItsWord) {
  // Nothing but the name: goal and indicators are new.
  const Project joined = project(both, "提升路网服务水平。", "170.00", {"路网服务指数"});
  const Found found = find({road_project(), bridge_project()}, {joined});
  EXPECT_THAT(found.groups, UnorderedElementsAre(NamedGroup{{road, bridge}, {both}}));
  EXPECT_THAT(group_with(found, 4).evidence, Contains(Message{"names joined into one", {}}));
}

TEST(Groups, TakeAJoinedNameAtItsWordBesideThoseItJoins) {
  const Project joined = project(both, "提升路网服务水平。", "20.00", {"路网服务指数"});
  EXPECT_THAT(find({road_project(), bridge_project()}, {road_project("90.00"), joined}).groups,
              UnorderedElementsAre(NamedGroup{{road, bridge}, {road, both}}));
  EXPECT_THAT(
      find({road_project(), bridge_project()}, {road_project(), bridge_project(), joined}).groups,
      UnorderedElementsAre(NamedGroup{{road, bridge}, {road, bridge, both}}));
}

TEST(Groups, TakeNothingFromAJoinedNameThatStoodThereBefore) {
  const Project joined = project(both, road_goal + bridge_goal, "20.00", {"养护里程"});
  const Found found = find({road_project(), bridge_project(), joined},
                           {road_project(), bridge_project("61.00"), joined});
  EXPECT_THAT(found.groups,
              UnorderedElementsAre(NamedGroup{{road}, {road}}, NamedGroup{{bridge}, {bridge}},
                                   NamedGroup{{both}, {both}}));
}

TEST(Groups, LeaveALookAlikeForANameThatJoins) {
  const std::string joined_name = road + "及航道疏浚工程监理";
  const Project supervision =
      project("航道疏浚工程监理", "控制工程质量。", "20.00", {"监理工程数"});
  const Project look_alike =
      project("航道疏浚工程审计", "控制工程质量和造价。", "9.00", {"审计工程数"});
  const Project joined = project(joined_name, road_goal, "120.00", {"养护里程", "优良路率"});
  EXPECT_THAT(find({road_project(), supervision}, {joined, look_alike}).groups,
              UnorderedElementsAre(NamedGroup{{road, supervision.name}, {joined_name}},
                                   NamedGroup{{}, {look_alike.name}}));
}

TEST(Groups, DoNotTakeANameAtItsWordAgainstAPersons) {
  Decisions decisions;
  decisions.decisions = {{Verdict::different, {{bridge, 1}}, {{both, 1}}, ""}};
  const Project joined = project(both, "提升路网服务水平。", "20.00", {"路网服务指数"});
  const Found found =
      find({road_project(), bridge_project()}, {road_project(), bridge_project(), joined},
           {MatchMode::full, &decisions});
  EXPECT_THAT(found.groups,
              UnorderedElementsAre(NamedGroup{{road}, {road}}, NamedGroup{{bridge}, {bridge}},
                                   NamedGroup{{}, {both}}));
}

TEST(Groups, TakeAPreparationForAPartOfWhatItPrepared) {
  const std::string show = "乡村艺术节";
  const std::string goal = "展示乡村文化成果，丰富群众生活。";
  for (const std::string word : {"筹备", "前期工作经费", "准备工作", "準備", "筹建专项资金"}) {
    const Project prepared =
        project(show + word, "编制方案，落实场地。", "8.00", {"方案编制份数", "场地落实率"});
    const Project held = project(show, goal, "200.00", {"演出场次", "观众人次"});
    const Project next = project(show, goal, "208.00", {"演出场次", "观众人次"});
    const Found found = find({held, prepared}, {next});
    EXPECT_THAT(found.groups, UnorderedElementsAre(NamedGroup{{show, prepared.name}, {show}}))
        << word;
    EXPECT_THAT(group_with(found, 4).evidence,
                Contains(Message{"{0} prepares {1}", {prepared.name, show}}));
  }
}

/// Half of what stands beside it: its goal, or more than that, and its indicators.
Project offshoot(const std::string& name, const std::string& total) {
  return project(name, road_goal + "探索可推广的经验。", total,
                 {"养护里程", "优良路率", "示范点数"});
}

TEST(Groups, TakeAFormFilledInAlikeUnderARelatedNameForAnOffshoot) {
  const std::string name = "农村公路示范点";
  // The money speaks neither for it nor against it.
  EXPECT_THAT(find({road_project()}, {road_project("104.00"), offshoot(name, "0.00")}).groups,
              UnorderedElementsAre(NamedGroup{{road}, {road, name}}));
  // What began beside it and came back into it.
  EXPECT_THAT(find({road_project("104.00"), offshoot(name, "0.00")}, {road_project()}).groups,
              UnorderedElementsAre(NamedGroup{{road, name}, {road}}));
}

TEST(Groups, SeeAnOffshootInWhatIsNewOnBothForms) {
  // This year's form of the road says something new, and so does that of its offshoot.
  Project before = road_project("100.00");
  before.goal = "完成农村公路日常养护。";
  const Found found = find({before}, {road_project("60.00"), offshoot("农村公路示范点", "40.00")});
  EXPECT_THAT(found.groups, UnorderedElementsAre(NamedGroup{{road}, {road, "农村公路示范点"}}));
  EXPECT_THAT(
      group_with(found, 4).evidence,
      Contains(Message{"{0} has the goal and indicators of {1}", {"农村公路示范点", road}}));
}

TEST(Groups, AskAboutAFormFilledInAlikeUnderAnUnrelatedName) {
  const Found found =
      find({road_project()}, {road_project("104.00"), offshoot("危房加固", "0.00")});
  EXPECT_THAT(found.groups,
              UnorderedElementsAre(NamedGroup{{road}, {road}}, NamedGroup{{}, {"危房加固"}}));
  EXPECT_EQ(found.alignment.doubtful.size(), 1U);
}

TEST(Groups, TakeAGoalThatManyHaveForAPhrase) {
  Project other = bridge_project();
  other.goal = road_goal;
  const Found found = find({road_project(), other},
                           {road_project("104.00"), other, offshoot("农村公路示范点", "0.00")});
  EXPECT_THAT(found.groups,
              UnorderedElementsAre(NamedGroup{{road}, {road}}, NamedGroup{{bridge}, {bridge}},
                                   NamedGroup{{}, {"农村公路示范点"}}));
}

TEST(Groups, KeepAPartForTheGroupThatItFitsBest) {
  // All three fit 村道养护补贴 best, and could be parts of the other as well.
  const std::string goal = "疏通边沟，清理塌方，保持村道畅通。";
  const std::vector<std::string> indicators = {"疏通边沟长度", "清理塌方处数"};
  const auto line = [&](const std::string& name, const char* total) {
    return project(name, goal, total, indicators);
  };
  EXPECT_THAT(find({line("村道养护补贴（市级）", "70.00"), line("村道养护经费", "60.00")},
                   {line("村道养护补贴（一期）", "20.00"), line("村道养护补贴（二期）", "25.00"),
                    line("村道养护补贴（三期）", "25.00"), line("村道养护经费（区级）", "30.00")})
                  .groups,
              UnorderedElementsAre(NamedGroup{{"村道养护补贴（市级）"},
                                              {"村道养护补贴（一期）", "村道养护补贴（二期）",
                                               "村道养护补贴（三期）"}},
                                   NamedGroup{{"村道养护经费"}, {"村道养护经费（区级）"}}));
}

TEST(Groups, AskWhetherACopiedFormIsAnOffshootWhereTheMoneySpeaksAgainstIt) {
  const std::vector<std::string> indicators = {"养护里程", "公路优良路率"};
  const Project before = project(road, road_goal, "500.00", indicators);
  const Project copy = project("农村公路智慧监测", road_goal, "80.00", indicators);
  const Project next = project("农村公路养护", road_goal, "510.00", indicators);
  const Found asked = find({before}, {next, copy});
  EXPECT_EQ(asked.groups.size(), 2U);
  ASSERT_EQ(asked.alignment.doubtful.size(), 1U);
  EXPECT_EQ(asked.alignment.doubtful.front().to, std::vector<std::size_t>({4, 5}));
  // Money that went from one to the other decides.
  const Project less = project("农村公路养护", road_goal, "200.00", indicators);
  const Project rest = project("农村公路智慧监测", road_goal, "300.00", indicators);
  EXPECT_THAT(find({before}, {less, rest}).groups,
              UnorderedElementsAre(NamedGroup{{before.name}, {less.name, rest.name}}));
}

/// Two goals of two halves each, and their indicators.
Project care_project() {
  return project("孤寡老人供养", "为孤寡老人提供集中供养，定期组织健康体检和心理慰藉。", "300.00",
                 {"集中供养人数", "健康体检人次"});
}
Project child_project() {
  return project("困境儿童保障", "为困境儿童发放基本生活补贴，开展入户探访和学业辅导。", "200.00",
                 {"生活补贴发放人数", "入户探访次数"});
}
NamedGroup regrouped(const std::vector<Project>& parts) {
  NamedGroup out{{care_project().name, child_project().name}, {}};
  for (const Project& part : parts) {
    out.second.insert(part.name);
  }
  return out;
}

TEST(Groups, SeeTwoProjectsInThePartsOfANewWhole) {
  // The new name has words of both, and each part half of what either said.
  const std::vector<Project> parts = {
      project("老人儿童关爱（区本级）", "为孤寡老人提供集中供养，为困境儿童发放基本生活补贴。",
              "350.00", {"集中供养人数", "生活补贴发放人数"}),
      project("老人儿童关爱（镇街）", "定期组织健康体检和心理慰藉，开展入户探访和学业辅导。",
              "150.00", {"健康体检人次", "入户探访次数"})};
  EXPECT_THAT(find({care_project(), child_project()}, parts).groups,
              UnorderedElementsAre(regrouped(parts)));
}

TEST(Groups, SeeTwoProjectsInThePartsOfOneThatTookTheOtherIn) {
  const std::vector<Project> parts = {project("孤寡老人供养（一期）", care_project().goal, "280.00",
                                              {"集中供养人数", "入户探访次数"}),
                                      project("孤寡老人供养（二期）", child_project().goal,
                                              "220.00", {"健康体检人次", "生活补贴发放人数"})};
  EXPECT_THAT(find({care_project(), child_project()}, parts).groups,
              UnorderedElementsAre(regrouped(parts)));
  // And the other way round.
  const Found back = find(parts, {care_project(), child_project()});
  EXPECT_EQ(back.groups.size(), 1U);
}

TEST(Groups, ReadPartsOfAJoinedNameAsPartsOfBoth) {
  const std::string name = "孤寡老人供养及困境儿童保障";
  const std::vector<Project> parts = {
      project(name + "（市级）", care_project().goal, "280.00", {"集中供养人数"}),
      project(name + "（区级）", child_project().goal, "220.00", {"生活补贴发放人数"})};
  EXPECT_THAT(find({care_project(), child_project()}, parts).groups,
              UnorderedElementsAre(regrouped(parts)));
}

TEST(Groups, LeaveTwoRenamesApartThatCrossNowhere) {
  // Town and village came into brackets: each part goes on with one project alone.
  const Project town = project("城区道路养护", "保持城区道路平整，及时修补坑槽。", "300.00",
                               {"修补坑槽面积", "城区道路完好率"});
  const Project village = project("村道路养护", "疏通村道路边沟，清理塌方落石。", "200.00",
                                  {"疏通边沟长度", "清理塌方处数"});
  Project first = town;
  Project second = village;
  first.name = "道路养护（区级）";
  second.name = "道路养护（镇街）";
  EXPECT_THAT(find({town, village}, {first, second}).groups,
              UnorderedElementsAre(NamedGroup{{town.name}, {first.name}},
                                   NamedGroup{{village.name}, {second.name}}));
}

}  // namespace
}  // namespace budgetdiff
