#include <budgetdiff/review/threads.hpp>

#include <gmock/gmock.h>

namespace budgetdiff {
namespace {

using ::testing::ElementsAre;

CommentEvent event(const char* id, CommentAction action, const char* of, std::int64_t time,
                   std::vector<std::string> after = {}) {
  CommentEvent out;
  out.id = id;
  out.action = action;
  out.comment = of;
  out.time.seconds = time;
  out.after = std::move(after);
  out.author = {"甲", "a@example.invalid"};
  out.text = std::string("text of ") + id;
  out.change = "0123456789ab";
  return out;
}

constexpr auto comment = CommentAction::comment;
constexpr auto reply = CommentAction::reply;
constexpr auto edit = CommentAction::edit;
constexpr auto resolve = CommentAction::resolve;
constexpr auto reopen = CommentAction::reopen;

std::vector<std::string> ids(const Thread& thread) {
  std::vector<std::string> out;
  for (const ThreadMessage& message : thread.messages) {
    out.push_back(message.id);
  }
  return out;
}

TEST(Threads, OrderByTimeThenId) {
  const Review review =
      fold({event("c", comment, "", 30), event("b", comment, "", 10), event("a", comment, "", 30),
            event("r2", reply, "b", 21), event("r1", reply, "b", 20)});
  ASSERT_EQ(review.threads.size(), 3U);
  EXPECT_THAT(ids(review.threads[0]), ElementsAre("b", "r1", "r2"));
  EXPECT_EQ(review.threads[1].id, "a");
  EXPECT_EQ(review.threads[2].id, "c");
  EXPECT_TRUE(review.orphans.empty());
}

TEST(Threads, TheLastResolveOrReopenSaysTheState) {
  const std::vector<CommentEvent> closed = {event("a", comment, "", 1),
                                            event("b", resolve, "a", 2)};
  EXPECT_EQ(fold(closed).threads[0].state, ThreadState::resolved);
  std::vector<CommentEvent> again = closed;
  again.push_back(event("c", reopen, "a", 3));
  EXPECT_EQ(fold(again).threads[0].state, ThreadState::open);
  again.push_back(event("d", reply, "a", 4));
  EXPECT_EQ(fold(again).threads[0].state, ThreadState::open);
  again.push_back(event("e", resolve, "d", 5));  // through a reply
  EXPECT_EQ(fold(again).threads[0].state, ThreadState::resolved);
}

TEST(Threads, WhatWasKnownCameBeforeWhateverTheClocksSay) {
  // Within one second, and on a clock that is an hour slow.
  const Review review =
      fold({event("a", comment, "", 1000), event("z", resolve, "a", 1000, {"a"}),
            event("b", reopen, "a", 1000, {"z"}), event("y", reply, "a", 400, {"b"})});
  EXPECT_THAT(ids(review.threads.at(0)), ElementsAre("a", "z", "b", "y"));
  EXPECT_EQ(review.threads[0].state, ThreadState::open);
}

TEST(Threads, AnEditCountsAsTheLastWordingOfItsMessage) {
  auto later = event("e2", edit, "e1", 5);
  later.kind = CommentKind::note;
  const Review review = fold(
      {event("a", comment, "", 1), event("r", reply, "a", 2), event("e1", edit, "r", 3), later});
  ASSERT_EQ(review.threads.size(), 1U);
  EXPECT_THAT(ids(review.threads[0]), ElementsAre("a", "r"));
  EXPECT_EQ(review.threads[0].messages[1].text, "text of e2");
  EXPECT_EQ(review.threads[0].messages[1].kind, CommentKind::note);
  EXPECT_THAT(review.threads[0].messages[1].edits, ElementsAre("e1", "e2"));
  EXPECT_EQ(review.threads[0].messages[0].text, "text of a");
}

TEST(Threads, AnothersEditOfAMessageCountsForNothing) {
  auto other = event("e1", edit, "a", 2);
  other.author = {"他人", "other@example.org"};
  const Review review = fold({event("a", comment, "", 1), other});
  ASSERT_EQ(review.threads.size(), 1U);
  EXPECT_EQ(review.threads[0].messages[0].text, "text of a");
  EXPECT_TRUE(review.threads[0].messages[0].edits.empty());
}

TEST(Threads, KeepWhatSpeaksOfNothing) {
  const Review review = fold({event("a", reply, "gone", 1), event("b", reply, "a", 2),
                              event("x", reply, "y", 3), event("y", reply, "x", 4)});
  EXPECT_TRUE(review.threads.empty());
  EXPECT_EQ(review.orphans.size(), 4U);
}

TEST(Threads, OneFileTwiceCountsOnce) {
  const auto one = event("a", comment, "", 1);
  EXPECT_EQ(fold({one, one}).threads.size(), 1U);
  EXPECT_TRUE(fold({}).threads.empty());
}

ChangeSet change_set(const char* from, const char* to) {
  ChangeSet changes;
  changes.from.unit = "万元";
  changes.to.unit = "元";
  ProjectChange& project = changes.projects.emplace_back();
  project.id = "p00000000000";
  AmountChange& amount = project.funding.emplace_back();
  amount.id = "0123456789ab";
  amount.from = Amount::parse(from);
  amount.to = Amount::parse(to);
  return changes;
}

TEST(Threads, AreOutdatedWhenTheValueIsAnother) {
  auto on = event("a", comment, "", 1);
  on.about = {ChangePart::funding, {}, {}, "total", "", "1.50 万元", "20000 元"};
  std::vector<Thread> threads = fold({on}).threads;
  const auto currency = [&](const ChangeSet& changes) {
    mark_outdated(threads, changes);
    return threads[0].currency;
  };
  EXPECT_EQ(currency(change_set("1.50", "20000")), ThreadCurrency::current);
  EXPECT_EQ(currency(change_set("1.5", "20000.00")), ThreadCurrency::current);
  EXPECT_EQ(currency(change_set("1.50", "20001")), ThreadCurrency::outdated);
  EXPECT_EQ(threads[0].now_to, "20001 元");
  EXPECT_EQ(currency(ChangeSet{}), ThreadCurrency::gone);
  EXPECT_EQ(threads[0].now_to, "");
  ChangeSet other_unit = change_set("15000", "2.0");
  std::swap(other_unit.from.unit, other_unit.to.unit);
  EXPECT_EQ(currency(other_unit), ThreadCurrency::current);
}

}  // namespace
}  // namespace budgetdiff
