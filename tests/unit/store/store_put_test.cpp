#include "test_store.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>

#include <gmock/gmock.h>

namespace budgetdiff::testing {
namespace {

using ::testing::HasSubstr;

class StorePut : public StoreTest, public ::testing::WithParamInterface<bool> {};

TEST_P(StorePut, RecordsASnapshotThatReadsBackByteForByte) {
  auto store = make_store("店", GetParam());
  const PutRequest request = sample_request(department, 2024);
  const PutResult put = must(store->put(request));
  EXPECT_EQ(put.outcome, PutOutcome::added);
  EXPECT_EQ(put.commit.size(), 40U);
  const SnapshotKey key{department, 2024, "budget"};
  EXPECT_EQ(must(store->read_snapshot_bytes(key, "")), write_snapshot(request.snapshot));
  const Provenance provenance = must(store->read_provenance_of(key, ""));
  EXPECT_EQ(provenance.file, "2024.pdf");
  ASSERT_EQ(provenance.projects.size(), 2U);
  EXPECT_EQ(provenance.projects[1].place.page, 2);
  expect_sound(store->path());
}

TEST_P(StorePut, SaysWhatHappenedInSubjectAndTrailers) {
  auto store = make_store("s", GetParam());
  must(store->put(sample_request(department, 2024)));
  EXPECT_EQ(git(store->path(), "log -1 --format=%B"),
            std::string("import 2024 ") + department +
                ": 2 projects, 2.03 万元\n\n"
                "Department: " +
                department +
                "\nBudget-Year: 2024\nStage: budget\nSource-File: 2024.pdf\nSource-SHA256: " +
                std::string(64, 'a') + "\n\n");
  EXPECT_EQ(git(store->path(), "log -1 --format='%an <%ae> %aI|%cI'"),
            "测试者 <tester@example.com> 2024-03-01T09:00:00+08:00|2024-03-01T09:00:00+08:00\n");
  EXPECT_EQ(git(store->path(), "log -1 --format='%(trailers:key=Budget-Year,valueonly)'"),
            "2024\n\n");
}

TEST_P(StorePut, MakesNoCommitForWhatIsThere) {
  auto store = make_store("s", GetParam());
  must(store->put(sample_request(department, 2024)));
  PutRequest again = sample_request(department, 2024);
  again.provenance.file = "another.xlsx";
  const PutResult put = must(store->put(again));
  EXPECT_EQ(put.outcome, PutOutcome::unchanged);
  EXPECT_EQ(put.commit, "");
  EXPECT_EQ(git(store->path(), "rev-list --count HEAD"), "2\n");
}

TEST_P(StorePut, RefusesAProvenanceThatCouldNotBeReadAgain) {
  auto store = make_store("s", GetParam());
  PutRequest request = sample_request(department, 2024);
  request.provenance.file = "\xba\xd3.pdf";
  EXPECT_THAT(error_text(store->put(request)), HasSubstr("UTF-8"));
  EXPECT_TRUE(must(store->keys("")).empty());
}

TEST_P(StorePut, DemandsAReasonForACorrection) {
  auto store = make_store("s", GetParam());
  must(store->put(sample_request(department, 2024, 2)));
  PutRequest changed = sample_request(department, 2024, 3);
  EXPECT_THAT(error_text(store->put(changed)), HasSubstr("--reason"));
  changed.reason = "  \n";
  EXPECT_THAT(error_text(store->put(changed)), HasSubstr("--reason"));
  EXPECT_EQ(git(store->path(), "rev-list --count HEAD"), "2\n");
  changed.reason = "勘误\nDepartment: 别的局";
  const PutResult put = must(store->put(changed));
  EXPECT_EQ(put.outcome, PutOutcome::corrected);
  // A reason cannot pose as another trailer.
  EXPECT_EQ(git(store->path(), "log -1 --format='%(trailers:key=Department,valueonly)'"),
            std::string(department) + "\n\n");
  EXPECT_EQ(git(store->path(), "log -1 --format='%(trailers:key=Reason,valueonly)'"),
            "勘误 Department: 别的局\n\n");
  // What was there before is still there.
  EXPECT_EQ(must(store->read_snapshot_bytes({department, 2024, "budget"}, "HEAD~1")),
            write_snapshot(sample_snapshot(department, 2024, 2)));
  expect_sound(store->path());
}

TEST_P(StorePut, KeepsStagesBesideEachOther) {
  auto store = make_store("s", GetParam());
  for (const char* const stage : {"final", "budget", "adjusted", "调整-二.1"}) {
    PutRequest request = sample_request(department, 2024);
    request.snapshot.stage = stage;
    EXPECT_EQ(must(store->put(request)).outcome, PutOutcome::added) << stage;
  }
  const auto keys = must(store->keys(""));
  ASSERT_EQ(keys.size(), 4U);
  EXPECT_EQ(keys[0].stage, "adjusted");
  EXPECT_EQ(keys[1].stage, "budget");
  EXPECT_EQ(keys[2].stage, "final");
  EXPECT_EQ(keys[3].stage, "调整-二.1");
  const auto list = must(store->list(""));
  ASSERT_EQ(list.size(), 4U);
  EXPECT_EQ(list[1].projects, 2U);
  EXPECT_EQ(list[1].indicators, 2U);
  EXPECT_EQ(list[1].total->to_string(), "2.03");
  EXPECT_EQ(list[1].blob_id, git_blob_id(must(store->read_snapshot_bytes(list[1].key, ""))));
  expect_sound(store->path());
}

TEST_P(StorePut, KeepsTheSourceOnceAndAddsItLater) {
  auto store = make_store("s", GetParam());
  PutRequest request = sample_request(department, 2024);
  const std::string source = std::string("%PDF\0\r\n", 7) + "bytes";
  request.provenance.sha256 = sha256_hex(source);
  must(store->put(request));
  request.sources.push_back({source, "PDF"});
  const PutResult kept = must(store->put(request));
  EXPECT_EQ(kept.outcome, PutOutcome::unchanged);
  EXPECT_NE(kept.commit, "");
  EXPECT_EQ(must(store->put(request)).commit, "");
  EXPECT_EQ(
      run("git -C '" + store->path() + "' show HEAD:sources/" + sha256_hex(source) + ".pdf").output,
      source);
  request.sources.front().bytes = "other bytes";
  EXPECT_THAT(error_text(store->put(request)), HasSubstr("not the one"));
  expect_sound(store->path());
}

TEST_P(StorePut, KeepsEveryDocumentOfAJoinedSnapshot) {
  auto store = make_store("s", GetParam());
  PutRequest request = sample_request(department, 2024);
  request.provenance.file = "附件1.pdf";
  request.provenance.sha256 = sha256_hex("one");
  request.provenance.parts = {{"附件2.xlsx", sha256_hex("two"), 3}};
  request.sources = {{"one", "pdf"}, {"two", "xlsx"}};
  must(store->put(request));
  EXPECT_EQ(git(store->path(), "log -1 --format='%(trailers:key=Source-File,valueonly)'"),
            "附件1.pdf\n附件2.xlsx\n\n");
  EXPECT_EQ(git(store->path(), "log -1 --format='%(trailers:key=Source-SHA256,valueonly)'"),
            sha256_hex("one") + "\n" + sha256_hex("two") + "\n\n");
  EXPECT_EQ(git(store->path(), "show HEAD:sources/" + sha256_hex("one") + ".pdf"), "one");
  EXPECT_EQ(git(store->path(), "show HEAD:sources/" + sha256_hex("two") + ".xlsx"), "two");
  EXPECT_EQ(must(store->put(request)).commit, "");
  request.sources.push_back({"three", "pdf"});
  EXPECT_THAT(error_text(store->put(request)), HasSubstr("not the one"));
  expect_sound(store->path());
}

TEST_P(StorePut, ForeseesWhatItWouldDo) {
  auto store = make_store("s", GetParam());
  const PutRequest request = sample_request(department, 2024);
  EXPECT_EQ(must(store->foresee(request)), PutOutcome::added);
  EXPECT_EQ(git(store->path(), "rev-list --count HEAD"), "1\n");
  must(store->put(request));
  EXPECT_EQ(must(store->foresee(request)), PutOutcome::unchanged);
  PutRequest other = sample_request(department, 2024, 3);
  EXPECT_EQ(error_text(store->foresee(other)), error_text(store->put(other)));
  other.reason = "勘误";
  EXPECT_EQ(must(store->foresee(other)), PutOutcome::corrected);
  other.snapshot.year.reset();
  EXPECT_EQ(error_text(store->foresee(other)), error_text(store->put(other)));
}

TEST_P(StorePut, RefusesWhatCannotBeStored) {
  auto store = make_store("s", GetParam());
  PutRequest request = sample_request(department, 2024);
  request.snapshot.year.reset();
  EXPECT_THAT(error_text(store->put(request)), HasSubstr("--year"));
  request = sample_request(department, 2024);
  request.snapshot.department.clear();
  EXPECT_THAT(error_text(store->put(request)), HasSubstr("--department"));
  request = sample_request(department, 2024);
  request.snapshot.projects[0].name = "e\xCC\x81";  // not NFC
  EXPECT_THAT(error_text(store->put(request)), HasSubstr("not canonical"));
  EXPECT_EQ(git(store->path(), "rev-list --count HEAD"), "1\n");
}

TEST_P(StorePut, NamesTheYearsThatAreThere) {
  auto store = make_store("s", GetParam());
  EXPECT_THAT(error_text(store->read_snapshot_bytes({department, 2020, "budget"}, "")),
              HasSubstr("no snapshot yet"));
  must(store->put(sample_request(department, 2024)));
  PutRequest final_one = sample_request(department, 2023);
  final_one.snapshot.stage = "final";
  must(store->put(final_one));
  EXPECT_THAT(error_text(store->read_snapshot_bytes({department, 2020, "budget"}, "")),
              HasSubstr("there are: 2023.final, 2024"));
  EXPECT_THAT(error_text(store->read_snapshot_bytes({"某局", 2024, "budget"}, "")),
              HasSubstr(department));
  EXPECT_THAT(error_text(store->read_snapshot_bytes({department, 2024, "budget"}, "no-such")),
              HasSubstr("no revision no-such"));
}

TEST_P(StorePut, StoresNamesThatAreNoPaths) {
  auto store = make_store("s", GetParam());
  std::vector<std::string> names{"../../etc", ".git",  "a/b\\c", "CON", "nul.txt", "ABC局",
                                 "abc局",     "末尾.", "git~1",  "-rf", "%41"};
  std::string long_name;
  for (int i = 0; i < 200; ++i) {
    long_name += "局";
  }
  names.push_back(long_name + "甲");
  names.push_back(long_name + "乙");
  for (const std::string& name : names) {
    EXPECT_EQ(must(store->put(sample_request(name, 2024))).outcome, PutOutcome::added) << name;
  }
  std::sort(names.begin(), names.end());
  std::vector<std::string> found;
  for (const SnapshotKey& key : must(store->keys(""))) {
    found.push_back(key.department);
  }
  EXPECT_EQ(found, names);
  expect_sound(store->path());
}

TEST_P(StorePut, KeepsDecisionsWithThePairTheyAreOn) {
  auto store = make_store("s", GetParam());
  const SnapshotKey from{department, 2023, "budget"};
  const SnapshotKey to{department, 2024, "final"};
  EXPECT_TRUE(must(store->read_decisions_on(from, to, "")).decisions.empty());
  Decisions decisions;
  decisions.decisions.push_back({Verdict::same, {{"甲", 1}}, {{"乙", 2}}, "改名"});
  EXPECT_NE(must(store->write_decisions_on(from, to, decisions, "pin 甲", "因为")), "");
  EXPECT_EQ(must(store->write_decisions_on(from, to, decisions, "pin 甲", "因为")), "");
  const Decisions read = must(store->read_decisions_on(from, to, ""));
  EXPECT_EQ(read.decisions, decisions.decisions);
  EXPECT_EQ(read.department, department);
  EXPECT_EQ(read.to_stage, "final");
  // Another pair, and a department of another name, have their own.
  EXPECT_TRUE(
      must(store->read_decisions_on(from, {department, 2024, "budget"}, "")).decisions.empty());
  EXPECT_TRUE(must(store->read_decisions_on({"旧局", 2023, "budget"}, to, "")).decisions.empty());
  expect_sound(store->path());
}

INSTANTIATE_TEST_SUITE_P(BareAndNot, StorePut, ::testing::Bool(),
                         [](const auto& instance) { return instance.param ? "Bare" : "WorkTree"; });

}  // namespace
}  // namespace budgetdiff::testing
