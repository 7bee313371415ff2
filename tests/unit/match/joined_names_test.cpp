#include "match/joined_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <string>

namespace budgetdiff::matching {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// The parts of `whole`, the only project of the later year, among `earlier`.
std::vector<std::string> joined(const std::string& whole, std::vector<std::string> earlier) {
  std::deque<NameReading> readings;
  std::array<std::vector<NameToJoin>, 2> names;
  for (const std::string& name : earlier) {
    names[0].push_back({name, &readings.emplace_back(read_name(name)), true});
  }
  names[1].push_back({whole, &readings.emplace_back(read_name(whole)), true});
  std::vector<std::string> out;
  for (const JoinedName& join : find_joined_names(names)) {
    EXPECT_EQ(join.side, 1U);
    for (const std::size_t part : join.parts) {
      out.push_back(earlier[part]);
    }
  }
  return out;
}

TEST(JoinedNames, AreReadWhateverJoinsThem) {
  for (const std::string word :
       {"及", "以及", "和", "与", "、", "，", "及び", "・", "/", "並びに"}) {
    EXPECT_THAT(joined("公路养护" + word + "航道疏浚", {"公路养护", "航道疏浚", "渡口改造"}),
                ElementsAre("公路养护", "航道疏浚"))
        << word;
  }
}

TEST(JoinedNames, MayShareTheirEndOrTheirBeginning) {
  EXPECT_THAT(joined("公路及航道养护", {"公路养护", "航道养护"}),
              ElementsAre("公路养护", "航道养护"));
  EXPECT_THAT(joined("公路养护及宣传", {"公路养护", "公路宣传"}),
              ElementsAre("公路养护", "公路宣传"));
  EXPECT_THAT(joined("若手及び海外研究者招へい", {"若手招へい", "海外研究者招へい"}),
              ElementsAre("若手招へい", "海外研究者招へい"));
}

TEST(JoinedNames, AreReadWithoutWhatIsNoIdentity) {
  EXPECT_THAT(joined("公路养护经费及航道疏浚专项资金（2024年）", {"公路养护", "航道疏浚项目"}),
              ElementsAre("公路养护", "航道疏浚项目"));
}

TEST(JoinedNames, MayBeThree) {
  EXPECT_THAT(joined("公路养护、航道疏浚及渡口改造", {"公路养护", "航道疏浚", "渡口改造"}),
              ElementsAre("公路养护", "航道疏浚", "渡口改造"));
  EXPECT_THAT(joined("公路、航道及渡口养护", {"公路养护", "航道养护", "渡口养护"}),
              ElementsAre("公路养护", "航道养护", "渡口养护"));
}

TEST(JoinedNames, MayHoldTheWordThatJoinsThem) {
  EXPECT_THAT(joined("人力资源和社会保障宣传及就业培训", {"人力资源和社会保障宣传", "就业培训"}),
              ElementsAre("人力资源和社会保障宣传", "就业培训"));
}

TEST(JoinedNames, DeclareNothingWithoutEachOfTheNames) {
  EXPECT_THAT(joined("公路养护及航道疏浚", {"公路养护", "航道改造"}), IsEmpty());
  EXPECT_THAT(joined("人力资源和社会保障宣传", {"人力资源培训", "社会保障宣传"}), IsEmpty());
}

TEST(JoinedNames, DeclareNothingWhereTheyStoodBefore) {
  EXPECT_THAT(joined("公路养护及航道疏浚", {"公路养护", "航道疏浚", "公路养护及航道疏浚经费"}),
              IsEmpty());
}

TEST(JoinedNames, DeclareNothingOfSeveralProjectsOfOneName) {
  EXPECT_THAT(joined("公路养护及航道疏浚", {"公路养护（市级）", "公路养护（区级）", "航道疏浚"}),
              IsEmpty());
}

TEST(JoinedNames, AreNotLookedForInTextsThatAreNoNames) {
  std::string text = "公路养护及航道疏浚";
  EXPECT_EQ(joined(text, {"公路养护", "航道疏浚"}).size(), 2U);
  std::string road = "公路养护";
  for (int n = 0; n < 30; ++n) {
    road = "农村道路" + road;
  }
  EXPECT_THAT(joined(road + "及航道疏浚", {road, "航道疏浚"}), IsEmpty());
}

TEST(JoinedNames, AreNotMadeOfWordsThatAnyBudgetHas) {
  EXPECT_THAT(joined("管理及服务", {"管理", "服务"}), IsEmpty());
}

}  // namespace
}  // namespace budgetdiff::matching
