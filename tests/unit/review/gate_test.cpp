#include <budgetdiff/codec/policy_json.hpp>
#include <budgetdiff/review/gate.hpp>

#include <gmock/gmock.h>

namespace budgetdiff {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// One project whose total went from one amount to another.
ChangeSet change(const char* from, const char* to, const char* unit = "万元") {
  ChangeSet changes;
  changes.from.unit = changes.to.unit = unit;
  ProjectChange& project = changes.projects.emplace_back();
  project.id = "p1";
  project.from = {{0, "道路养护", Amount::parse(from), {}}};
  project.to = {{0, "道路养护", Amount::parse(to), {}}};
  AmountChange& amount = project.funding.emplace_back();
  amount.id = "f1";
  amount.column = "total";
  amount.from = Amount::parse(from);
  amount.to = Amount::parse(to);
  amount.delta = *amount.to - *amount.from;
  return changes;
}

std::vector<std::string> broken(const std::string& rule, const ChangeSet& changes,
                                const std::vector<Thread>& threads = {}) {
  const auto policy =
      read_policy("{\"schema\": \"budgetdiff/policy/1\", \"rules\": [" + rule + "]}", "p.json");
  EXPECT_TRUE(policy) << in_english(policy.error());
  const std::vector<Finding> none;
  const std::set<std::string> columns{"total", "本级支出"};
  const auto result = gate(*policy, {changes, threads, none, none, columns});
  EXPECT_TRUE(result) << in_english(result.error());
  std::vector<std::string> ids;
  for (const BrokenRule& one : *result) {
    ids.push_back(one.change);
  }
  return ids;
}

TEST(Gate, ALimitIsPassedByMoreThanItExactly) {
  struct Case {
    const char* from;
    const char* to;
    const char* rule;
    bool breaks;
  };
  const Case cases[] = {
      {"100.00", "120.00", R"({"rule": "change", "percent": 20})", false},
      {"100.00", "120.01", R"({"rule": "change", "percent": 20})", true},
      {"3.00", "4.00", R"({"rule": "change", "percent": "33.333333"})", true},
      {"3.00", "4.00", R"({"rule": "change", "percent": "33.333334"})", false},
      {"99999999999.99", "100000000000.00", R"({"rule": "change", "percent": "0.0000001"})", false},
      {"100.00", "80.00", R"({"rule": "change", "percent": "19.9%"})", true},
      {"100.00", "80.00", R"({"rule": "change", "percent": 5, "direction": "increase"})", false},
      {"100.00", "80.00", R"({"rule": "change", "percent": 5, "direction": "decrease"})", true},
      {"100.00", "110.00", R"({"rule": "change", "amount": "10万元"})", false},
      {"100.00", "110.01", R"({"rule": "change", "amount": "100,000 元"})", true},
      {"100.00", "110.01", R"({"rule": "change", "amount": 10})", true},
      {"100.00", "110.01", R"({"rule": "change", "percent": 20, "amount": 10})", true},
      {"100.00", "110.01", R"({"rule": "change", "percent": 20, "amount": 10, "both": true})",
       false},
      {"0.00", "0.01", R"({"rule": "change", "percent": 900000})", true},
      {"5.00", "5.00", R"({"rule": "change", "percent": 0})", false},
      {"5.00", "9.00", R"({"rule": "change", "percent": 0, "columns": ["其他资金"]})", false},
      {"5.00", "9.00", R"({"rule": "change", "percent": 0, "columns": ["总计"]})", true},
      {"5.00", "9.00", R"({"rule": "change", "percent": 0, "except": {"columns": ["total"]}})",
       false},
      {"5.00", "9.00", R"({"rule": "change", "percent": 0, "except": {"projects": ["道*护"]}})",
       false},
      {"5.00", "9.00",
       R"({"rule": "change", "percent": 0, "except": {"projects": ["道*路*养护"]}})", false},
      {"5.00", "9.00", R"({"rule": "change", "percent": 0, "except": {"projects": ["*路"]}})",
       true},
      {"5.00", "9.00", R"({"rule": "change", "percent": 0, "except": {"projects": ["道路"]}})",
       true},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(!broken(one.rule, change(one.from, one.to)).empty(), one.breaks)
        << one.from << " " << one.to << " " << one.rule;
  }
}

TEST(Gate, AnEndedProjectHasLostAllOfItsMoneyInAnyUnit) {
  struct Case {
    const char* from_unit;
    const char* to_unit;
    const char* in_later;  ///< 12.00 of the earlier unit; nullptr: cannot be compared
    const char* rule;
    bool breaks;
  };
  const Case cases[] = {
      {"万元", "万元", "12.00", R"({"rule": "change", "percent": 99})", true},
      {"万元", "元", "120000", R"({"rule": "change", "percent": 99})", true},
      {"元", "万元", "0.001200", R"({"rule": "change", "percent": 99})", true},
      {"万元", "元", "120000", R"({"rule": "change", "percent": 100})", false},
      {"万元", "元", "120000",
       R"({"rule": "change", "percent": 10, "amount": "3万元", "both": true})", true},
      {"万元", "元", "120000",
       R"({"rule": "change", "percent": 10, "amount": "12万元", "both": true})", false},
      {"万元", "美元", nullptr, R"({"rule": "change", "percent": 100})", true},
  };
  for (const Case& one : cases) {
    ChangeSet changes;
    changes.from.unit = one.from_unit;
    changes.to.unit = one.to_unit;
    ProjectChange& project = changes.projects.emplace_back();
    project.id = "p1";
    project.kind = ProjectChangeKind::removed;
    project.from = {{0, "道路养护", Amount::parse("12.00"), {}}};
    if (one.in_later != nullptr) {
      project.from_total = Amount::parse(one.in_later);
      project.delta = -*project.from_total;
      project.percent = "-100.00";
    }
    EXPECT_EQ(!broken(one.rule, changes).empty(), one.breaks)
        << one.from_unit << " " << one.to_unit << " " << one.rule;
  }
}

TEST(Gate, ARuleOnASourceSeesWhatAnEndedProjectHadOfIt) {
  ChangeSet changes;
  changes.from.unit = "万元";
  changes.to.unit = "元";
  Project whole;
  whole.name = "道路养护";
  whole.funding.set("total", *Amount::parse("12.00"));
  whole.funding.set("government_funds", *Amount::parse("5.00"));
  ProjectChange& project = changes.projects.emplace_back();
  project.id = "p1";
  project.from = {{0, whole.name, Amount::parse("12.00"), whole}};
  project.from_total = Amount::parse("120000");
  project.delta = -*project.from_total;
  const auto breaks = [&](const char* column, const char* amount) {
    return !broken(R"({"rule": "change", "amount": ")" + std::string(amount) +
                       R"(", "columns": [")" + column + R"("]})",
                   changes)
                .empty();
  };
  EXPECT_TRUE(breaks("政府性基金", "4.99万元"));
  EXPECT_FALSE(breaks("政府性基金", "5万元"));
  EXPECT_FALSE(breaks("其他资金", "0"));
  EXPECT_TRUE(breaks("总计", "11万元"));
}

TEST(Gate, ARuleOnAColumnThatNobodyKnowsCannotBeApplied) {
  const auto said = [](const std::string& column) {
    const auto policy = read_policy(R"({"schema": "budgetdiff/policy/1", "rules": [)"
                                    R"({"rule": "change", "percent": 1, "columns": [")" +
                                        column + "\"]}]}",
                                    "p.json");
    const std::vector<Finding> none;
    const std::vector<Thread> threads;
    const std::set<std::string> columns{"total", "本级支出"};
    const ChangeSet changes = change("1.00", "9.00");
    const auto result = gate(*policy, {changes, threads, none, none, columns});
    return result ? std::string() : in_english(result.error());
  };
  EXPECT_EQ(said("总机"),
            "rule 1: neither table has a column 总机; the tables have 总计, 本级支出");
  EXPECT_EQ(said("总计"), "");
  EXPECT_EQ(said("本级支出"), "");
  EXPECT_EQ(said("government_funds"), "");  // a policy is for many tables
}

TEST(Gate, ACommentMakesUpForItWhereTheRuleLetsIt) {
  const ChangeSet changes = change("1.00", "9.00");
  Thread thread;
  thread.id = "t1";
  thread.change = "p1";
  ThreadMessage message;
  message.kind = CommentKind::question;
  thread.messages.push_back(message);
  const std::string plain = R"({"rule": "change", "percent": 1})";
  const std::string comment = R"({"rule": "change", "percent": 1, "demand": "comment"})";
  const std::string explained = R"({"rule": "change", "percent": 1, "demand": "explanation"})";
  const std::string resolved = R"({"rule": "change", "percent": 1, "resolved": true})";
  EXPECT_THAT(broken(plain, changes, {thread}), ElementsAre("f1"));
  EXPECT_THAT(broken(comment, changes), ElementsAre("f1"));
  EXPECT_THAT(broken(comment, changes, {thread}), IsEmpty());
  EXPECT_THAT(broken(explained, changes, {thread}), ElementsAre("f1"));
  EXPECT_THAT(broken(resolved, changes, {thread}), ElementsAre("f1"));
  message.action = CommentAction::reply;
  message.kind = CommentKind::explanation;
  thread.messages.push_back(message);
  thread.state = ThreadState::resolved;
  EXPECT_THAT(broken(explained, changes, {thread}), IsEmpty());
  EXPECT_THAT(broken(resolved, changes, {thread}), IsEmpty());
  thread.messages[1].outdated = true;
  EXPECT_THAT(broken(explained, changes, {thread}), ElementsAre("f1"));
  thread.change = "another";
  EXPECT_THAT(broken(comment, changes, {thread}), ElementsAre("f1"));
}

TEST(Gate, LooksAtTheOpenCommentsOfTheKindsThatItNames) {
  Thread thread;
  thread.id = "t1";
  thread.change = "gone";
  thread.messages.emplace_back().kind = CommentKind::note;
  const ChangeSet changes = change("1.00", "1.00");
  EXPECT_THAT(broken(R"({"rule": "open_comment"})", changes, {thread}), ElementsAre("gone"));
  EXPECT_THAT(broken(R"({"rule": "open_comment", "kinds": ["question"]})", changes, {thread}),
              IsEmpty());
  thread.state = ThreadState::resolved;
  EXPECT_THAT(broken(R"({"rule": "open_comment"})", changes, {thread}), IsEmpty());
}

}  // namespace
}  // namespace budgetdiff
