#include "test_store.hpp"

#include <gmock/gmock.h>

#include <sys/stat.h>
#include <unistd.h>

namespace budgetdiff::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

class StoreOpen : public StoreTest {};

TEST_F(StoreOpen, FindsTheStoreUpward) {
  const auto store = make_store("s");
  fs::create_directories(directory / "s/a/b");
  EXPECT_EQ(must(open_git_store(directory / "s/a/b", true))->path(), directory / "s");
  EXPECT_FALSE(open_git_store(directory / "s/a/b", false));
  const auto bare = make_store("b.git", true);
  EXPECT_EQ(must(open_git_store(directory / "b.git/objects", true))->path(), directory / "b.git");
}

TEST_F(StoreOpen, NamesTheFirstBranchAsGitIsToldTo) {
  make_store("s");
  EXPECT_EQ(git(directory / "s", "symbolic-ref HEAD"), "refs/heads/main\n");
  write_bytes(home() + "/.gitconfig",
              "[user]\n\tname = T\n\temail = t@example.com\n[init]\n\tdefaultBranch = 主线\n");
  make_store("t");
  EXPECT_EQ(git(directory / "t", "symbolic-ref HEAD"), "refs/heads/主线\n");
}

TEST_F(StoreOpen, InitTwiceLeavesTheStoreAsItIs) {
  const auto store = make_store("s");
  must(store->put(sample_request(department, 2024)));
  const std::string head = git(directory / "s", "rev-parse HEAD");
  EXPECT_TRUE(init_git_store(directory / "s", false));
  EXPECT_EQ(git(directory / "s", "rev-parse HEAD"), head);
  expect_sound(directory / "s");
}

TEST_F(StoreOpen, InitMakesAStoreOfARepositoryAndLeavesWhatIsThere) {
  run("git init -q -b work '" + (directory / "r") + "'");
  write_bytes(directory / "r/README", "hello");
  write_bytes(directory / "r/.gitattributes", "*.txt text\n");
  git(directory / "r", "add . ");
  git(directory / "r", "commit -q -m first");
  write_bytes(directory / "r/README", "edited");
  EXPECT_TRUE(init_git_store(directory / "r", false));
  EXPECT_EQ(git(directory / "r", "status --porcelain"), " M README\n");
  EXPECT_EQ(git(directory / "r", "rev-list --count work"), "2\n");
  EXPECT_EQ(read_bytes(directory / "r/.gitattributes"), "*.txt text\n");
}

TEST_F(StoreOpen, TellsApartWhatIsNoStore) {
  EXPECT_THAT(error_text(open_git_store(directory / "none", false)),
              HasSubstr("no such directory"));
  fs::create_directories(directory / "plain");
  EXPECT_THAT(error_text(open_git_store(directory / "plain", false)),
              AllOf(HasSubstr("no store"), HasSubstr("budgetdiff init")));
  write_bytes(directory / "file", "x");
  EXPECT_FALSE(open_git_store(directory / "file", false));
  run("git init -q '" + (directory / "empty") + "'");
  EXPECT_THAT(error_text(open_git_store(directory / "empty", false)),
              HasSubstr("git repository but no store"));
  write_bytes(directory / "empty/a", "a");
  git(directory / "empty", "add a");
  git(directory / "empty", "commit -q -m a");
  EXPECT_THAT(error_text(open_git_store(directory / "empty", false)),
              HasSubstr("git repository but no store"));
  write_bytes(directory / "empty/budgetdiff.json", R"({"schema": "budgetdiff/store/2"})");
  git(directory / "empty", "add .");
  git(directory / "empty", "commit -q -m b");
  EXPECT_THAT(error_text(open_git_store(directory / "empty", false)), HasSubstr("newer version"));
}

TEST_F(StoreOpen, SaysWhatIsDamaged) {
  make_store("s");
  write_bytes(directory / "s/.git/HEAD", "garbage\n");
  EXPECT_THAT(error_text(open_git_store(directory / "s", false)), HasSubstr("HEAD"));
  write_bytes(directory / "s/.git/HEAD", "ref: refs/heads/main\n");
  EXPECT_TRUE(open_git_store(directory / "s", false));
  write_bytes(directory / "s/.git/refs/heads/main", std::string(40, '1') + "\n");
  EXPECT_THAT(error_text(open_git_store(directory / "s", false)), HasSubstr("git fsck"));
  write_bytes(directory / "s/.git/config", "[broken\n");
  EXPECT_THAT(error_text(open_git_store(directory / "s", false)), HasSubstr("configuration"));
}

TEST_F(StoreOpen, SaysThatTheUsersConfigurationIsBroken) {
  make_store("s");
  write_bytes(home() + "/.gitconfig", "[user\nname=");
  EXPECT_THAT(error_text(open_git_store(directory / "s", false)),
              AllOf(HasSubstr(".gitconfig"), HasSubstr("configuration")));
}

TEST_F(StoreOpen, SaysHowToTellGitYourName) {
  set_identity(false);
  EXPECT_THAT(error_text(init_git_store(directory / "s", false)), HasSubstr("user.name"));
  EXPECT_FALSE(fs::exists(directory / "s"));  // nothing half made
  set_identity(true);
  const auto store = make_store("s");
  set_identity(false);
  EXPECT_THAT(error_text(open(directory / "s")->put(sample_request(department, 2024))),
              HasSubstr("git config --global user.name"));
  expect_sound(directory / "s");
  ::setenv("GIT_AUTHOR_NAME", "A <b>\nc", 1);
  ::setenv("GIT_COMMITTER_NAME", "C", 1);
  ::setenv("EMAIL", "e@example.com", 1);
  EXPECT_TRUE(open(directory / "s")->put(sample_request(department, 2024)));
  ::unsetenv("GIT_AUTHOR_NAME");
  ::unsetenv("GIT_COMMITTER_NAME");
  ::unsetenv("EMAIL");
  EXPECT_EQ(git(directory / "s", "log -1 --format='%an|%ae|%cn'"), "A bc|e@example.com|C\n");
  expect_sound(directory / "s");
}

TEST_F(StoreOpen, RefusesADateThatIsNone) {
  const auto store = make_store("s");
  ::setenv("GIT_AUTHOR_DATE", "soon", 1);
  EXPECT_THAT(error_text(store->put(sample_request(department, 2024))),
              AllOf(HasSubstr("GIT_AUTHOR_DATE"), HasSubstr("soon")));
}

TEST_F(StoreOpen, SaysThatAnotherUserOwnsIt) {
  if (::geteuid() != 0) {
    GTEST_SKIP() << "needs root to give a directory away";
  }
  make_store("s");
  ASSERT_EQ(run("chown -R 65534:65534 '" + (directory / "s") + "'").status, 0);
  EXPECT_THAT(error_text(open_git_store(directory / "s", false)),
              AllOf(HasSubstr("another user"), HasSubstr("safe.directory " + (directory / "s"))));
  write_bytes(home() + "/.gitconfig",
              "[user]\n\tname = T\n\temail = t@example.com\n[safe]\n\tdirectory = *\n");
  EXPECT_TRUE(open_git_store(directory / "s", false));
  write_bytes(home() + "/.gitconfig", "[safe]\n\tdirectory = " + (directory / "s") + "\n");
  EXPECT_TRUE(open_git_store(directory / "s", false));
}

TEST_F(StoreOpen, SaysThatItMayNotWrite) {
  make_store("s");
  ASSERT_EQ(run("chmod -R a-w '" + (directory / "s") + "'").status, 0);
  std::string as_user;
  if (::geteuid() == 0) {  // root may write anywhere, so somebody else tries
    ASSERT_EQ(run("chown -R 65534:65534 '" + directory.path().string() + "'").status, 0);
    as_user = "setpriv --reuid=65534 --regid=65534 --clear-groups ";
  }
  const auto result = run(as_user +
                          "env HOME=/nonexistent GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=b "
                          "GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=b '" STORE_WRITER "' '" +
                          (directory / "s") + "' 局 2024 1");
  EXPECT_EQ(result.status, 1);
  EXPECT_THAT(result.output, AllOf(HasSubstr("cannot write"), HasSubstr("Permission denied")));
  run("chmod -R u+w '" + (directory / "s") + "'");
}

TEST_F(StoreOpen, ReadsAPackedRepositoryAndAClone) {
  const auto store = make_store("s");
  for (int year = 2020; year < 2025; ++year) {
    must(store->put(sample_request(department, year)));
  }
  git(directory / "s", "gc -q --prune=now");
  EXPECT_EQ(must(open(directory / "s")->keys("")).size(), 5U);
  must(store->put(sample_request(department, 2025)));  // opened before the pack
  run("git clone -q '" + (directory / "s") + "' '" + (directory / "c") + "'");
  expect_sound(directory / "c");
  EXPECT_EQ(must(open(directory / "c")->keys("")).size(), 6U);
  EXPECT_EQ(must(open(directory / "c")->keys("HEAD~2")).size(), 4U);
  const std::string log = git(directory / "c", "log -p snapshots/");
  EXPECT_THAT(log, HasSubstr(std::string("snapshots/") + department + "/2024.json"));
  EXPECT_THAT(log, HasSubstr("+  \"department\": \"" + std::string(department) + "\""));
  must(open(directory / "c")->put(sample_request(department, 2026)));
  expect_sound(directory / "c");
}

TEST_F(StoreOpen, ReadsWhereHeadIsDetachedAndRefusesToWrite) {
  const auto store = make_store("s");
  must(store->put(sample_request(department, 2024)));
  git(directory / "s", "checkout -q --detach");
  EXPECT_EQ(must(open(directory / "s")->keys("")).size(), 1U);
  EXPECT_THAT(error_text(open(directory / "s")->put(sample_request(department, 2025))),
              HasSubstr("on no branch"));
  expect_sound(directory / "s");
}

TEST_F(StoreOpen, SaysWhichObjectIsMissing) {
  const auto store = make_store("s");
  must(store->put(sample_request(department, 2024)));
  const std::string blob = must(store->list("")).at(0).blob_id;
  fs::remove((directory / "s/.git/objects/") + blob.substr(0, 2) + "/" + blob.substr(2));
  EXPECT_THAT(error_text(open(directory / "s")->list("")),
              AllOf(HasSubstr(blob), HasSubstr("git fsck")));
}

}  // namespace
}  // namespace budgetdiff::testing
