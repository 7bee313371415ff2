#include <budgetdiff/store/verify.hpp>

#include "test_store.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/provenance_json.hpp>

#include <gmock/gmock.h>

namespace budgetdiff::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

class Verify : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    store = make_store("s");
    root = directory / "s";
    PutRequest request = sample_request(department, 2024);
    request.sources.push_back({"document", "txt"});
    request.provenance.sha256 = sha256_hex("document");
    must(store->put(request));
    must(store->put(sample_request("ABC局", 2023)));
    PutRequest correction = sample_request(department, 2024, 3);
    correction.reason = "勘误";
    must(store->put(correction));
    Decisions decisions;
    decisions.decisions.push_back({Verdict::same, {{"甲", 1}}, {{"乙", 1}}, ""});
    must(store->write_decisions_on({department, 2023, "budget"}, {department, 2024, "budget"},
                                   decisions, "pin", ""));
    good = git(root, "rev-parse HEAD").substr(0, 40);
  }

  /// Everything that is wrong, one line each.
  [[nodiscard]] std::string problems(const std::string& since = {}) const {
    const VerifyReport report = must(verify(*open(root), {since}));
    std::string out;
    for (const Error& problem : report.problems) {
      out += in_english(problem) + '\n';
    }
    return out;
  }

  void commit_by_hand(const std::string& message = "by hand") const {
    git(root, "add -A");
    git(root, "commit -q -m '" + message + "'");
  }

  [[nodiscard]] std::string file(const char* folder, const char* name) const {
    return root + "/" + folder + "/" + department + "/" + name;
  }

  void edit(const std::string& path, const std::string& from, const std::string& to) const {
    std::string bytes = read_bytes(path);
    const std::size_t at = bytes.find(from);
    ASSERT_NE(at, std::string::npos) << path;
    bytes.replace(at, from.size(), to);
    write_bytes(path, bytes);
  }

  std::unique_ptr<Store> store;
  std::string root;
  std::string good;
};

TEST_F(Verify, FindsNothingInASoundStore) {
  const VerifyReport report = must(verify(*store));
  EXPECT_EQ(problems(), "");
  EXPECT_EQ(problems(good), "");
  EXPECT_EQ(problems("HEAD~2"), "");
  EXPECT_EQ(report.head, good);
  EXPECT_EQ(report.snapshots, 2U);
  EXPECT_EQ(report.provenance, 2U);
  EXPECT_EQ(report.sources, 1U);
  EXPECT_EQ(report.decisions, 1U);
  EXPECT_EQ(report.commits, 5U);
}

TEST_F(Verify, FindsAFigureChangedByHand) {
  edit(file("snapshots", "2024.json"), "1.01", "9.01");
  commit_by_hand();
  EXPECT_THAT(problems(), AllOf(HasSubstr("2024.json"), HasSubstr("gives no reason")));
  EXPECT_THAT(problems(good), HasSubstr("gives no reason"));
  EXPECT_EQ(problems("HEAD"), "");
}

TEST_F(Verify, LooksAtSideBranchesMadeBeforeTheKnownCommitAndMergedAfterIt) {
  git(root, "switch -q -c side HEAD~1");
  edit(root + "/snapshots/ABC局~" + sha256_hex("ABC局").substr(0, 8) + "/2023.json", "1.01",
       "9.01");
  commit_by_hand();
  git(root, "switch -q main");
  git(root, "merge -q --no-edit side");
  EXPECT_THAT(problems(good), AllOf(HasSubstr("ABC局"), HasSubstr("gives no reason")));
}

TEST_F(Verify, FindsBytesThatAreNotCanonical) {
  edit(file("snapshots", "2024.json"), "  \"year\"", "   \"year\"");
  edit(file("provenance", "2024.json"), "  \"size\"", "   \"size\"");
  commit_by_hand("x\n\nReason: y");
  const std::string found = problems();
  EXPECT_THAT(found, HasSubstr("snapshots/" + std::string(department) + "/2024.json: these bytes"));
  EXPECT_THAT(found,
              HasSubstr("provenance/" + std::string(department) + "/2024.json: these bytes"));
}

TEST_F(Verify, FindsWhatIsInTheWrongPlace) {
  fs::copy_file(file("snapshots", "2024.json"), file("snapshots", "2022.json"));
  fs::create_directories(root + "/matches/别局");
  fs::copy_file(file("matches", "2023-2024.json"), root + "/matches/别局/2023-2024.json");
  commit_by_hand();
  EXPECT_THAT(problems(), AllOf(HasSubstr("2022.json: what this file holds belongs in"),
                                HasSubstr("2022.json: this snapshot has no provenance"),
                                HasSubstr("matches/别局/2023-2024.json: what this file holds")));
}

TEST_F(Verify, FindsABrokenFileWithItsLine) {
  edit(file("snapshots", "2024.json"), "\"year\": 2024", "\"year\": \"soon\"");
  commit_by_hand("x\n\nReason: y");
  EXPECT_THAT(problems(), HasSubstr("2024.json:4:"));
  // Not a second report that its provenance belongs to nothing.
  EXPECT_THAT(problems(), ::testing::Not(HasSubstr("belongs to")));
}

TEST_F(Verify, FindsProvenanceThatIsIncompleteOrLeftOver) {
  PutRequest request = sample_request(department, 2025);
  request.provenance.projects.pop_back();
  request.provenance.sha256.clear();
  must(store->put(request));
  fs::copy_file(file("provenance", "2024.json"), file("provenance", "2020.json"));
  commit_by_hand();
  EXPECT_THAT(problems(), AllOf(HasSubstr("2025.json: the source's name or SHA-256"),
                                HasSubstr("2025.json: the places are not"),
                                HasSubstr("2020.json: there is no snapshot")));
}

TEST_F(Verify, FindsADocumentThatIsNotTheOneKept) {
  write_bytes(root + "/sources/" + sha256_hex("document") + ".txt", "another");
  commit_by_hand();
  EXPECT_THAT(problems(), HasSubstr("not the one that was kept"));
  fs::remove_all(root + "/sources");
  commit_by_hand();
  EXPECT_EQ(problems(), "");
  EXPECT_THAT(problems(good), HasSubstr("was kept in commit " + good + " and is gone"));
}

TEST_F(Verify, FindsAPartOfAJoinedSnapshotThatIsGone) {
  PutRequest request = sample_request(department, 2025);
  request.provenance.sha256 = sha256_hex("one");
  request.provenance.parts = {{"2.txt", sha256_hex("two"), 3}};
  must(store->put(request));
  EXPECT_EQ(problems(), "");  // never kept
  request.sources = {{"one", "txt"}, {"two", "txt"}};
  must(store->put(request));
  EXPECT_EQ(problems(), "");
  fs::remove(root + "/sources/" + sha256_hex("two") + ".txt");
  commit_by_hand();
  EXPECT_THAT(problems(), AllOf(HasSubstr(sha256_hex("two") + ".txt: this document was kept"),
                                ::testing::Not(HasSubstr(sha256_hex("one")))));
  request = sample_request(department, 2026);
  request.provenance.parts = {{"2.txt", "", 3}};
  must(store->put(request));
  EXPECT_THAT(problems(), HasSubstr("2026.json: the source's name or SHA-256"));
}

TEST_F(Verify, FindsASnapshotThatWasRemoved) {
  fs::remove_all(root + "/snapshots/" + department);
  fs::remove_all(root + "/provenance/" + department);
  commit_by_hand();
  EXPECT_THAT(problems(), AllOf(HasSubstr("2024.json"), HasSubstr("removed this snapshot")));
}

TEST_F(Verify, FindsAProvenanceThatWasAltered) {
  const std::string path = file("provenance", "2024.json");
  const std::string recorded = git(root, "rev-parse HEAD~1").substr(0, 40);
  Provenance altered = must(read_provenance(read_bytes(path), path));
  altered.file = "another.pdf";
  write_bytes(path, write_provenance(altered));
  commit_by_hand();
  EXPECT_THAT(problems(),
              HasSubstr("2024.json: this provenance is not the one that commit " + recorded));
  // Beside a correction it is that correction's.
  PutRequest request = sample_request(department, 2024, 5);
  request.reason = "更正";
  must(store->put(request));
  EXPECT_EQ(problems(), "");
}

TEST_F(Verify, TakesNoWordForALostCommit) {
  const auto report = verify(*open(root), {"nosuch"});
  EXPECT_THAT(error_text(report), HasSubstr("nosuch"));
}

TEST_F(Verify, FindsARewrittenHistory) {
  git(root, "reset -q --hard HEAD~1");
  EXPECT_EQ(problems(), "");
  EXPECT_THAT(problems(good), HasSubstr("no longer part of it"));
  EXPECT_THAT(problems(std::string(40, '1')), HasSubstr("is gone"));
}

TEST_F(Verify, FindsDamagedObjects) {
  const std::string blob = must(store->list("")).at(1).blob_id;
  const std::string object = root + "/.git/objects/" + blob.substr(0, 2) + "/" + blob.substr(2);
  const std::string other = must(store->list("")).at(0).blob_id;
  fs::permissions(object, fs::perms::owner_write, fs::perm_options::add);
  fs::copy_file(root + "/.git/objects/" + other.substr(0, 2) + "/" + other.substr(2), object,
                fs::copy_options::overwrite_existing);
  EXPECT_THAT(problems(), AllOf(HasSubstr("2024.json"), HasSubstr("git fsck")));
}

}  // namespace
}  // namespace budgetdiff::testing
