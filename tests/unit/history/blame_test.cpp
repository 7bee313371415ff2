#include "test_store.hpp"

#include <gmock/gmock.h>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/history/blame.hpp>

#include <algorithm>

namespace budgetdiff::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const SnapshotKey year = {"甲局", 2024, "budget"};

Indicator rate(const char* name, const char* target) {
  Indicator indicator;
  indicator.level1 = "产出指标";
  indicator.name = name;
  indicator.annual_target = target;
  return indicator;
}

/// One project, whose goal has two sentences.
PutRequest table_of(const char* project, const char* total, const char* goal, const char* target) {
  PutRequest request;
  request.snapshot.department = year.department;
  request.snapshot.year = year.year;
  request.snapshot.unit = "万元";
  Project& one = request.snapshot.projects.emplace_back();
  one.name = project;
  one.funding.set(column::total, *Amount::parse(total));
  one.goal = goal;
  one.indicators = {rate("保洁率", target)};
  request.provenance.file = "2024.pdf";
  request.provenance.projects = {{{12, 0, {}, {}, {}}, {{13, 0, {}, {}, {}}}}};
  return request;
}

class BlameTest : public StoreTest {
 protected:
  /// "field value <- before @commit" of each line, commits by position in `commits`.
  static std::vector<std::string> told(const Blame& blame,
                                       const std::vector<std::string>& commits) {
    std::vector<std::string> out;
    for (const BlameLine& line : blame.lines) {
      const std::string& commit = blame.entries.at(line.entry).commit.commit;
      const auto at = std::find(commits.begin(), commits.end(), commit) - commits.begin();
      out.push_back(line.field + " " + line.value + (line.before.empty() ? "" : " <- ") +
                    line.before + " @" + std::to_string(at));
    }
    return out;
  }
};

TEST_F(BlameTest, GivesEachValueToTheCommitThatBroughtIt) {
  const auto store = make_store("s");
  const std::string first =
      must(store->put(table_of("河道保洁", "30.00", "保持清洁。及时清理。", "≥95%"))).commit;
  PutRequest correction = table_of("河道保洁", "35.00", "保持清洁。每周清理。", "≥90%");
  correction.reason = "来函更正";
  const std::string second = must(store->put(correction)).commit;

  const Blame found = must(blame(*store, year, ""));
  EXPECT_THAT(told(found, {first, second}),
              ElementsAre("name 河道保洁 @0", "total 35.00 <- 30.00 @1", "goal 保持清洁。 @0",
                          "goal 每周清理。 <- 及时清理。 @1", "indicator 产出指标/保洁率 @0",
                          "annual_target ≥90% <- ≥95% @1"));
  ASSERT_EQ(found.entries.size(), 2U);
  EXPECT_EQ(found.entries[0].commit.commit, second);  // newest first
  EXPECT_EQ(found.entries[0].reason, "来函更正");
  EXPECT_EQ(found.entries[1].file, "2024.pdf");
  EXPECT_EQ(found.lines.front().place.page, 12);
  EXPECT_EQ(found.lines.back().place.page, 13);
}

TEST_F(BlameTest, FollowsARenamedProject) {
  const auto store = make_store("s");
  const std::string first =
      must(store->put(table_of("公园绿化养护", "12.00", "养护绿地。", "≥95%"))).commit;
  PutRequest correction = table_of("公园绿化养护费", "12.00", "养护绿地。", "≥95%");
  correction.reason = "名称更正";
  const std::string second = must(store->put(correction)).commit;
  EXPECT_THAT(
      told(must(blame(*store, year, "")), {first, second}),
      ElementsAre("name 公园绿化养护费 <- 公园绿化养护 @1", "total 12.00 @0", "goal 养护绿地。 @0",
                  "indicator 产出指标/保洁率 @0", "annual_target ≥95% @0"));
}

TEST_F(BlameTest, LooksAtARevisionAndNamesTheYearsThatAreThere) {
  const auto store = make_store("s");
  const std::string first =
      must(store->put(table_of("河道保洁", "30.00", "保持清洁。", "≥95%"))).commit;
  PutRequest correction = table_of("河道保洁", "35.00", "保持清洁。", "≥95%");
  correction.reason = "来函更正";
  must(store->put(correction));
  const Blame before = must(blame(*store, year, first));
  EXPECT_EQ(before.entries.size(), 1U);
  EXPECT_THAT(told(before, {first}), ::testing::Contains("total 30.00 @0"));
  EXPECT_THAT(error_text(blame(*store, {"甲局", 2031, "budget"}, "")), HasSubstr("2024"));
}

TEST_F(BlameTest, TheSameMoneyInAnotherUnitIsTheSameValue) {
  const auto store = make_store("s");
  must(store->put(table_of("河道保洁", "131.00", "保持清洁。", "≥95%")));
  PutRequest correction = table_of("河道保洁", "133.00", "保持清洁。", "≥95%");
  correction.reason = "来函更正";
  const std::string second = must(store->put(correction)).commit;
  PutRequest again = table_of("河道保洁", "1330000.00", "保持清洁。", "≥95%");
  again.snapshot.unit = "元";
  again.reason = "改用元";
  must(store->put(again));

  const Blame found = must(blame(*store, year, ""));
  const BlameLine& total = found.lines.at(1);
  EXPECT_EQ(found.entries.at(total.entry).commit.commit, second);
  EXPECT_EQ(total.value + " " + total.unit, "1330000.00 元");
  EXPECT_EQ(total.written + " " + total.written_unit, "133.00 万元");
  EXPECT_EQ(total.before + " " + total.before_unit, "131.00 万元");
}

/// Records a merge of the branch `other` into the one checked out, whose snapshot is `merged`.
void merge_by_hand(const std::string& path, const Snapshot& merged) {
  git(path, "merge --quiet --no-commit -s ours other");
  write_bytes(path + "/snapshots/甲局/2024.json", write_snapshot(merged));
  git(path, "commit --quiet -a -m sync -m 'Reason: merged'");
}

TEST_F(BlameTest, FollowsEachValueThroughAMergeToTheSideThatBroughtIt) {
  const auto store = make_store("s");
  const std::string path = directory / "s";
  const std::string first =
      must(store->put(table_of("河道保洁", "30.00", "保持清洁。及时清理。", "≥95%"))).commit;
  git(path, "branch other");
  PutRequest ours = table_of("河道保洁", "35.00", "保持清洁。及时清理。", "≥95%");
  ours.reason = "甲方更正";
  ours.provenance.file = "ours.pdf";
  const std::string second = must(store->put(ours)).commit;
  git(path, "checkout --quiet other");
  PutRequest theirs = table_of("河道保洁", "30.00", "保持清洁。每周清理。", "≥90%");
  theirs.reason = "乙方更正";
  theirs.provenance.file = "theirs.pdf";
  const std::string third = must(open(path)->put(theirs)).commit;
  git(path, "checkout --quiet -");
  Snapshot merged = ours.snapshot;
  merged.projects.front().goal = theirs.snapshot.projects.front().goal;
  merged.projects.front().indicators = theirs.snapshot.projects.front().indicators;
  merge_by_hand(path, merged);

  const Blame found = must(blame(*open(path), year, ""));
  EXPECT_THAT(told(found, {first, second, third}),
              ElementsAre("name 河道保洁 @0", "total 35.00 <- 30.00 @1", "goal 保持清洁。 @0",
                          "goal 每周清理。 <- 及时清理。 @2", "indicator 产出指标/保洁率 @0",
                          "annual_target ≥90% <- ≥95% @2"));
  EXPECT_EQ(found.lines[1].document.file, "ours.pdf");
  EXPECT_EQ(found.lines.back().document.file, "theirs.pdf");
}

TEST_F(BlameTest, AMergeThatTookOneSideWholeBroughtNothing) {
  const auto store = make_store("s");
  const std::string path = directory / "s";
  const std::string first =
      must(store->put(table_of("河道保洁", "30.00", "保持清洁。", "≥95%"))).commit;
  git(path, "branch other");
  PutRequest ours = table_of("河道保洁", "35.00", "保持清洁。", "≥95%");
  ours.reason = "甲方更正";
  const std::string second = must(store->put(ours)).commit;
  git(path, "checkout --quiet other");
  PutRequest theirs = table_of("河道保洁", "36.00", "保持清洁。", "≥90%");
  theirs.reason = "乙方更正";
  must(open(path)->put(theirs));
  git(path, "checkout --quiet -");
  merge_by_hand(path, ours.snapshot);
  PutRequest later = table_of("河道保洁", "35.00", "保持清洁。", "≥99%");
  later.reason = "再更正";
  const std::string last = must(open(path)->put(later)).commit;

  EXPECT_THAT(told(must(blame(*open(path), year, "")), {first, second, last}),
              ElementsAre("name 河道保洁 @0", "total 35.00 <- 30.00 @1", "goal 保持清洁。 @0",
                          "indicator 产出指标/保洁率 @0", "annual_target ≥99% <- ≥95% @2"));
}

}  // namespace
}  // namespace budgetdiff::testing
