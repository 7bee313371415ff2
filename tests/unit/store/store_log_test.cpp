#include "test_store.hpp"

#include <gmock/gmock.h>

namespace budgetdiff::testing {
namespace {

using ::testing::ElementsAre;

class StoreLog : public StoreTest {
 protected:
  static std::vector<std::string> subjects(const std::vector<LogEntry>& entries) {
    std::vector<std::string> out;
    for (const LogEntry& entry : entries) {
      out.push_back(entry.subject.substr(0, entry.subject.find(':')));
    }
    return out;
  }
};

TEST_F(StoreLog, ListsNewestFirstAndFilters) {
  const auto store = make_store("s");
  must(store->put(sample_request("甲局", 2023)));
  must(store->put(sample_request("甲局", 2024)));
  must(store->put(sample_request("乙局", 2024)));
  PutRequest correction = sample_request("甲局", 2024, 3);
  correction.reason = "勘误";
  must(store->put(correction));
  Decisions decisions;
  decisions.decisions.push_back({Verdict::same, {{"项目1", 1}}, {{"项目2", 1}}, ""});
  must(store->write_decisions_on({"甲局", 2023, "budget"}, {"甲局", 2024, "budget"}, decisions,
                                 "pin 项目1", ""));
  EXPECT_THAT(subjects(must(store->log("", std::nullopt, 0))),
              ElementsAre("pin 项目1", "correct 2024 甲局", "import 2024 乙局", "import 2024 甲局",
                          "import 2023 甲局", "make this repository a budgetdiff store"));
  EXPECT_THAT(subjects(must(store->log("", std::nullopt, 2))),
              ElementsAre("pin 项目1", "correct 2024 甲局"));
  EXPECT_THAT(subjects(must(store->log("乙局", std::nullopt, 0))), ElementsAre("import 2024 乙局"));
  EXPECT_THAT(subjects(must(store->log("甲局", 2023, 0))),
              ElementsAre("pin 项目1", "import 2023 甲局"));
  EXPECT_THAT(
      subjects(must(store->log("", 2024, 0))),
      ElementsAre("pin 项目1", "correct 2024 甲局", "import 2024 乙局", "import 2024 甲局"));
  EXPECT_TRUE(must(store->log("丙局", std::nullopt, 0)).empty());
}

TEST_F(StoreLog, SaysWhoWhenAndWhat) {
  const auto store = make_store("s");
  const PutResult put = must(store->put(sample_request("甲局", 2024)));
  const LogEntry entry = must(store->log("甲局", std::nullopt, 1)).at(0);
  EXPECT_EQ(entry.commit, put.commit);
  EXPECT_EQ(entry.author_name, "测试者");
  EXPECT_EQ(entry.author_email, "tester@example.com");
  EXPECT_EQ(entry.time, 1709254800);
  EXPECT_EQ(entry.offset_minutes, 480);
  ASSERT_EQ(entry.snapshots.size(), 1U);
  EXPECT_EQ(entry.snapshots[0], (SnapshotKey{"甲局", 2024, "budget"}));
  ASSERT_EQ(entry.trailers.size(), 5U);
  EXPECT_EQ(entry.trailers[0], (std::pair<std::string, std::string>{"Department", "甲局"}));
}

TEST_F(StoreLog, PassesOverMergesThatTookOneSide) {
  const auto store = make_store("s");
  must(store->put(sample_request("甲局", 2023)));
  git(directory / "s", "switch -q -c side");
  must(store->put(sample_request("甲局", 2024)));
  git(directory / "s", "switch -q main");
  must(store->put(sample_request("乙局", 2024)));
  git(directory / "s", "merge -q --no-edit side");
  EXPECT_THAT(subjects(must(store->log("甲局", std::nullopt, 0))),
              ElementsAre("import 2024 甲局", "import 2023 甲局"));
  EXPECT_EQ(must(store->log("", std::nullopt, 0)).size(), 5U);
}

}  // namespace
}  // namespace budgetdiff::testing
