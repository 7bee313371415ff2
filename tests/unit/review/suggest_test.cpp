#include <budgetdiff/review/suggest.hpp>

#include <gmock/gmock.h>

namespace budgetdiff {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ProjectChange moved(const char* id, const char* from, const char* to) {
  ProjectChange change;
  change.id = id;
  change.kind = ProjectChangeKind::changed;
  change.from = {{0, id, Amount::parse(from), {}}};
  change.to = {{0, id, Amount::parse(to), {}}};
  change.from_total = Amount::parse(from);
  change.to_total = Amount::parse(to);
  change.delta = *change.to_total - *change.from_total;
  return change;
}

std::vector<std::string> ids(const ChangeSet& changes, const std::vector<Thread>& threads = {}) {
  std::vector<std::string> out;
  for (const SuggestedComment& comment : suggest(changes, threads)) {
    EXPECT_FALSE(comment.questions.empty());
    out.push_back(comment.change);
  }
  return out;
}

ChangeSet sample() {
  ChangeSet changes;
  changes.projects = {moved("small", "1.00", "2.00"), moved("level", "5.00", "5.00"),
                      moved("cut", "90.00", "10.00"), moved("loosened", "5.00", "5.00")};
  IndicatorChange& indicator = changes.projects[3].indicators.emplace_back();
  indicator.id = "indicator";
  indicator.from = indicator.to = Indicator{"", "", "", "", "满意度", "", "≥95%", "", {}};
  indicator.targets.push_back(
      {"t1", "period_target", "≥95%", "≥90%", Effect::loosened, {}, "", ""});
  indicator.targets.push_back(
      {"t2", "annual_target", "≥95%", "≥90%", Effect::loosened, {}, "", ""});
  SuggestedMatch& match = changes.suggested.emplace_back();
  match.id = "match";
  match.from = {{7, "旧", {}, {}}};
  match.to = {{3, "新", {}, {}}};
  changes.reconciliation.push_back({"unexplained", 0, Amount(1, 2)});
  return changes;
}

TEST(Suggest, PutsTheWorstFirst) {
  EXPECT_THAT(ids(sample()), ElementsAre("", "match", "cut", "small", "loosened"));
}

TEST(Suggest, AsksWhereMoneyThatIsLevelComesFrom) {
  ChangeSet changes;
  changes.projects = {moved("level", "5.00", "5.00")};
  changes.projects[0].funding = {
      {"f1", "fiscal_appropriation", {}, Amount(5, 0), Amount(5, 0), {}, false},
      {"f2", "special_account", Amount(5, 0), {}, Amount(-5, 0), {}, false}};
  ASSERT_THAT(ids(changes), ElementsAre("level"));
  EXPECT_EQ(in_english(suggest(changes, {})[0].questions[0]),
            "The money is level, but 5 more comes from 财政拨款. Why?");
}

TEST(Suggest, AsksOnceOfTargetsThatMovedTogether) {
  EXPECT_EQ(suggest(sample(), {}).back().questions.size(), 1U);
}

TEST(Suggest, SaysOfWhichPartOfASplitItAsks) {
  ChangeSet changes;
  ProjectChange& split = changes.projects.emplace_back(moved("split", "5.00", "5.00"));
  split.to.push_back({1, "二期", {}, {}});
  for (const char* part : {"一期", "二期"}) {
    IndicatorChange& indicator = split.indicators.emplace_back();
    indicator.to_project = part;
    indicator.from.emplace().name = indicator.to.emplace().name = "加固数";
    indicator.targets.push_back({"t", "annual_target", "2座", "1座", Effect::loosened, {}, "", ""});
  }
  const auto comments = suggest(changes, {});
  ASSERT_EQ(comments.size(), 1U);
  ASSERT_EQ(comments[0].questions.size(), 2U);
  EXPECT_EQ(in_english(comments[0].questions[1]),
            "The target of 二期 · 加固数 was loosened: 2座 → 1座. Why?");
}

TEST(Suggest, AsksOfASumWithTheSumsAndOfNoPart) {
  ChangeSet changes;
  ProjectChange& merger = changes.projects.emplace_back(moved("merger", "5.00", "5.00"));
  merger.from.push_back({1, "二期", {}, {}});
  const std::string rule = std::string(rule_of_sum) + "≥80,000人次 -> ≥70,000人次";
  for (const Effect effect : {Effect::loosened, Effect::changed}) {
    IndicatorChange& indicator = merger.indicators.emplace_back();
    indicator.from_project = "二期";
    indicator.from.emplace().name = indicator.to.emplace().name = "接待人次";
    indicator.targets.push_back(
        {"t", "annual_target", "≥5万人次", "≥7万人次", effect, {}, "", rule});
  }
  const auto comments = suggest(changes, {});
  ASSERT_EQ(comments.size(), 1U);
  ASSERT_EQ(comments[0].questions.size(), 1U);
  EXPECT_EQ(in_english(comments[0].questions[0]),
            "The target of 接待人次, all parts together, was loosened: ≥80,000人次 → ≥70,000人次. "
            "Why?");
}

TEST(Suggest, AsksWhatAChangeOfUnknownDirectionMeans) {
  ChangeSet changes;
  ProjectChange& level = changes.projects.emplace_back(moved("level", "5.00", "5.00"));
  IndicatorChange& indicator = level.indicators.emplace_back();
  indicator.from.emplace().name = indicator.to.emplace().name = "剖宫产率";
  indicator.targets.push_back(
      {"t", "annual_target", "35%", "38%", Effect::changed, {}, "", std::string(rule_of_unknown)});
  const auto comments = suggest(changes, {});
  ASSERT_EQ(comments.size(), 1U);
  EXPECT_EQ(in_english(comments[0].questions[0]),
            "The target of 剖宫产率 changed: 35% → 38%. Does it ask for more or less, and why?");
}

TEST(Suggest, DoesNotAskWhatIsExplainedUnlessItIsOutdated) {
  Thread thread;
  thread.change = "cut";
  thread.messages.emplace_back().kind = CommentKind::explanation;
  EXPECT_THAT(ids(sample(), {thread}), ElementsAre("", "match", "small", "loosened"));
  thread.messages[0].outdated = true;
  EXPECT_THAT(ids(sample(), {thread}), ElementsAre("", "match", "cut", "small", "loosened"));
  thread.messages[0] = ThreadMessage();  // a question explains nothing
  EXPECT_THAT(ids(sample(), {thread}), ElementsAre("", "match", "cut", "small", "loosened"));
  thread.messages[0].kind = CommentKind::explanation;
  thread.change = "t1";
  EXPECT_EQ(suggest(sample(), {thread}).back().questions.size(), 1U);  // the year's is not
  EXPECT_THAT(ids(ChangeSet{}), IsEmpty());
}

}  // namespace
}  // namespace budgetdiff
