#include "test_store.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>

#include <gmock/gmock.h>

#include <functional>

namespace budgetdiff::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

class StoreWorkTree : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    store = make_store("s");
    must(store->put(sample_request(department, 2024)));
    root = directory / "s";
    file = std::string("snapshots/") + department + "/2024.json";
    correction = sample_request(department, 2024, 3);
    correction.reason = "勘误";
  }

  /// A correction is refused, names the file, and nothing moved.
  void expect_refused(const std::string& why) {
    const std::string head = git(root, "rev-parse HEAD");
    const std::string status = git(root, "status --porcelain");
    const std::string diff = git(root, "diff HEAD");
    EXPECT_THAT(error_text(store->put(correction)), AllOf(HasSubstr(file), HasSubstr(why)));
    EXPECT_EQ(git(root, "rev-parse HEAD"), head);
    EXPECT_EQ(git(root, "status --porcelain"), status);
    EXPECT_EQ(git(root, "diff HEAD"), diff);
    EXPECT_FALSE(fs::exists(root + "/.git/index.lock"));
    EXPECT_FALSE(fs::exists(root + "/.git/budgetdiff-journal"));
  }

  std::unique_ptr<Store> store;
  std::string root;
  std::string file;
  PutRequest correction;
};

TEST_F(StoreWorkTree, ChecksTheNewFilesOut) {
  EXPECT_EQ(read_bytes(root + "/" + file), write_snapshot(sample_snapshot(department, 2024)));
  must(store->put(correction));
  EXPECT_EQ(read_bytes(root + "/" + file), write_snapshot(sample_snapshot(department, 2024, 3)));
  expect_sound(root);
}

TEST_F(StoreWorkTree, NeverOverwritesALocalEdit) {
  write_bytes(root + "/" + file, "mine");
  expect_refused("local edits");
  EXPECT_EQ(read_bytes(root + "/" + file), "mine");
}

TEST_F(StoreWorkTree, NeverOverwritesAStagedEdit) {
  const std::string committed = read_bytes(root + "/" + file);
  write_bytes(root + "/" + file, "mine");
  git(root, "add -A");
  expect_refused("staged changes");
  write_bytes(root + "/" + file, committed);  // staged alone
  expect_refused("staged changes");
}

TEST_F(StoreWorkTree, RefusesAFileThatWasDeleted) {
  fs::remove(root + "/" + file);
  expect_refused("deleted");
}

TEST_F(StoreWorkTree, RefusesAnUntrackedFileInTheWay) {
  file = std::string("snapshots/") + department + "/2025.json";
  correction = sample_request(department, 2025);
  write_bytes(root + "/" + file, "mine");
  expect_refused("untracked");
  EXPECT_EQ(read_bytes(root + "/" + file), "mine");
}

TEST_F(StoreWorkTree, NeverWritesThroughALink) {
  fs::create_directories(directory / "outside");
  fs::create_symlink(directory / "outside", root + "/snapshots/新局");
  const auto error = error_text(store->put(sample_request("新局", 2024)));
  EXPECT_THAT(error, HasSubstr("snapshots/新局"));
  EXPECT_TRUE(fs::is_empty(directory / "outside"));
  EXPECT_EQ(git(root, "rev-list --count HEAD"), "2\n");
  // The provenance that was written before the refusal is gone again.
  EXPECT_EQ(git(root, "status --porcelain"), "?? snapshots/新局\n");
}

TEST_F(StoreWorkTree, LeavesOtherEditsAlone) {
  must(store->put(sample_request("另一局", 2024)));
  write_bytes(root + "/snapshots/另一局/2024.json", "mine");
  write_bytes(root + "/notes.txt", "n");
  write_bytes(root + "/staged.txt", "s");
  git(root, "add staged.txt");
  must(store->put(correction));
  EXPECT_EQ(git(root, "status --porcelain"),
            " M snapshots/另一局/2024.json\nA  staged.txt\n?? notes.txt\n");
  EXPECT_EQ(read_bytes(root + "/snapshots/另一局/2024.json"), "mine");
}

TEST_F(StoreWorkTree, WaitsForNoLockForGood) {
  write_bytes(root + "/.git/index.lock", "");
  EXPECT_THAT(error_text(store->put(correction)),
              AllOf(HasSubstr("index.lock"), HasSubstr("another git program")));
  fs::remove(root + "/.git/index.lock");
  must(store->put(correction));
  expect_sound(root);
}

TEST_F(StoreWorkTree, TakesNewlinesAsTheyAreWhateverGitIsToldToDo) {
  git(root, "config core.autocrlf true");
  must(store->put(correction));
  expect_sound(root);
  run("git -c core.autocrlf=true clone -q '" + root + "' '" + (directory / "c") + "'");
  EXPECT_EQ(read_bytes((directory / "c") + "/" + file), read_bytes(root + "/" + file));
}

TEST_F(StoreWorkTree, WorksInALinkedWorkTree) {
  git(root, "worktree add -q -b side '" + (directory / "side") + "'");
  const auto side = open(directory / "side");
  must(side->put(sample_request(department, 2025)));
  expect_sound(directory / "side");
  expect_sound(root);
  EXPECT_EQ(must(store->keys("")).size(), 1U);
  EXPECT_EQ(must(store->keys("side")).size(), 2U);
}

}  // namespace
}  // namespace budgetdiff::testing
