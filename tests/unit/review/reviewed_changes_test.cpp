#include <budgetdiff/review/changes.hpp>

#include <gmock/gmock.h>

namespace budgetdiff {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ChangeSet sample() {
  ChangeSet changes;
  changes.from.unit = changes.to.unit = "万元";
  changes.stated.push_back({"a1", "total", Amount(100, 2), Amount(300, 2), {}, {}, false});
  SuggestedMatch& match = changes.suggested.emplace_back();
  match.id = "b1";
  match.from = {{0, "甲", Amount(100, 2), {}}};
  match.to = {{0, "乙", Amount(300, 2), {}}, {1, "丙", {}, {}}};
  ProjectChange& project = changes.projects.emplace_back();
  project.id = "c1";
  project.kind = ProjectChangeKind::merged;
  project.from = {{1, "丁", {}, {}}, {2, "戊", {}, {}}};
  project.to = {{2, "丁", {}, {}}};
  project.to_total = Amount(5, 0);
  project.fields.push_back({"c2", "code", "1", "2", false});
  project.funding.push_back({"c3", "total", {}, Amount(5, 0), {}, {}, false});
  project.goals.push_back({"d1", "goal", "戊", "丁", "旧", "新", {}, false});
  IndicatorChange& indicator = project.indicators.emplace_back();
  indicator.id = "d2";
  indicator.from = Indicator{"1", "产出指标", "11", "数量指标", "户数", "", "255", "", {}};
  indicator.to = indicator.from;
  indicator.to->annual_target = "200";
  indicator.targets.push_back({"d3", "annual_target", "255", "200", Effect::loosened, {}, "", ""});
  return changes;
}

TEST(ReviewedChanges, AreEverythingThatHasAnId) {
  const ChangeSet changes = sample();
  std::vector<std::string> ids;
  for (const ReviewedChange& change : reviewed_changes(changes)) {
    ids.push_back(change.id);
  }
  EXPECT_THAT(ids, ElementsAre("a1", "b1", "c1", "c2", "c3", "d1", "d2", "d3"));
}

TEST(ReviewedChanges, SayWhatTheyAreOnAndItsValues) {
  const ChangeSet changes = sample();
  const auto about = [&](const char* id) { return find_change(changes, id)->about; };
  EXPECT_EQ(about("a1"),
            (CommentedChange{ChangePart::total, {}, {}, "total", "", "1.00 万元", "3.00 万元"}));
  EXPECT_EQ(
      about("b1"),
      (CommentedChange{ChangePart::match, {"甲"}, {"乙", "丙"}, "", "", "1.00 万元", "3.00 万元"}));
  EXPECT_EQ(about("c1"),
            (CommentedChange{ChangePart::project, {"丁", "戊"}, {"丁"}, "", "", "", "5 万元"}));
  EXPECT_EQ(about("d1"),
            (CommentedChange{ChangePart::goal, {"戊"}, {"丁"}, "goal", "", "旧", "新"}));
  EXPECT_EQ(about("d2").from, "产出指标 / 数量指标 / 户数 / 255");
  EXPECT_EQ(about("d3"),
            (CommentedChange{
                ChangePart::target, {"丁", "戊"}, {"丁"}, "户数", "annual_target", "255", "200"}));
}

TEST(ReviewedChanges, AreFoundByAnUnambiguousBeginning) {
  const ChangeSet changes = sample();
  EXPECT_EQ(find_change(changes, "b")->id, "b1");
  EXPECT_EQ(find_change(changes, "c2")->text_field->field, "code");
  EXPECT_EQ(find_change(changes, "d3")->target->to, "200");
  EXPECT_EQ(in_english(find_change(changes, "d").error()),
            "3 changes begin with d: d1, d2, d3; give more of the id");
  for (const char* const none : {"", "e", "a11"}) {
    EXPECT_THAT(in_english(find_change(changes, none).error()), HasSubstr("no change has the id"));
  }
}

TEST(ReviewedChanges, ValuesAreEqualWhateverTheirUnitAndSpelling) {
  EXPECT_TRUE(same_value("21.21 万元", "212100 元"));
  EXPECT_TRUE(same_value("21.21 万元", "21.210 万元"));
  EXPECT_FALSE(same_value("21.21 万元", "21.21 元"));
  EXPECT_FALSE(same_value("21.21 万元", "21.21 人次"));
  EXPECT_TRUE(same_value("≥９５%", "≥95%"));
  EXPECT_FALSE(same_value("≥95%", "≥90%"));
  EXPECT_FALSE(same_value("", "0 万元"));
}

}  // namespace
}  // namespace budgetdiff
