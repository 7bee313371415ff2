#include "test_store.hpp"

#include <gmock/gmock.h>

namespace budgetdiff::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class StoreSigning : public StoreTest {};

TEST_F(StoreSigning, SignsWithAnSshKeyWhereGitIsToldTo) {
  if (run("command -v ssh-keygen").status != 0) {
    GTEST_SKIP() << "needs ssh-keygen";
  }
  const auto store = make_store("s");
  ASSERT_EQ(run("ssh-keygen -q -t ed25519 -N '' -f '" + (directory / "key") + "'").status, 0);
  git(directory / "s", "config commit.gpgsign true");
  git(directory / "s", "config gpg.format ssh");
  git(directory / "s", "config user.signingkey '" + (directory / "key") + "'");
  write_bytes(directory / "signers", "tester@example.com " + read_bytes(directory / "key.pub"));
  git(directory / "s", "config gpg.ssh.allowedSignersFile '" + (directory / "signers") + "'");
  must(store->put(sample_request(department, 2024)));
  EXPECT_THAT(git(directory / "s", "verify-commit HEAD"), HasSubstr("Good"));
  const auto signatures = store->signatures();
  ASSERT_TRUE(signatures);
  ASSERT_EQ(signatures->size(), 1U);
  EXPECT_EQ(signatures->front().verdict, 'G');
  expect_sound(directory / "s");
}

TEST_F(StoreSigning, SignsWithTheOpenPgpProgramOfGitsSettings) {
  // gpg needs an agent and a home; what matters here is how it is called.
  write_bytes(
      directory / "gpg",
      "#!/bin/sh\n[ \"$1 $2 $3\" = '--status-fd=2 -bsau 测试者 <tester@example.com>' ] || "
      "exit 9\ngrep -q 'import 2024' || exit 8\n"
      "printf -- '-----BEGIN PGP SIGNATURE-----\\n\\nabcd\\n-----END PGP SIGNATURE-----\\n'\n");
  run("chmod +x '" + (directory / "gpg") + "'");
  const auto store = make_store("s", true);
  git(directory / "s", "config commit.gpgsign true");
  git(directory / "s", "config gpg.program '" + (directory / "gpg") + "'");
  must(store->put(sample_request(department, 2024)));
  EXPECT_THAT(git(directory / "s", "cat-file commit HEAD"),
              HasSubstr("gpgsig -----BEGIN PGP SIGNATURE-----\n \n abcd\n -----END"));
  expect_sound(directory / "s");
}

TEST_F(StoreSigning, RecordsNothingWhereSigningFails) {
  const auto store = make_store("s");
  git(directory / "s", "config commit.gpgsign true");
  git(directory / "s", "config gpg.format ssh");
  EXPECT_THAT(error_text(store->put(sample_request(department, 2024))),
              HasSubstr("user.signingKey"));
  git(directory / "s", "config user.signingkey /nonexistent/key");
  EXPECT_THAT(error_text(store->put(sample_request(department, 2024))),
              AllOf(HasSubstr("could not sign"), HasSubstr("nothing was recorded")));
  git(directory / "s", "config gpg.ssh.program /nonexistent/program");
  EXPECT_THAT(error_text(store->put(sample_request(department, 2024))),
              HasSubstr("cannot run /nonexistent/program"));
  git(directory / "s", "config gpg.format morse");
  EXPECT_THAT(error_text(store->put(sample_request(department, 2024))), HasSubstr("morse"));
  EXPECT_EQ(git(directory / "s", "rev-list --count HEAD"), "1\n");
  expect_sound(directory / "s");
  EXPECT_EQ(run("ls '" + (directory / "s") + "/.git' | grep budgetdiff").output,
            "budgetdiff-lock\n");
}

}  // namespace
}  // namespace budgetdiff::testing
