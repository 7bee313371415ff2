#include "store/identity.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace budgetdiff::git {
namespace {

TEST(GitDate, ReadsWhatGitReads) {
  struct Case {
    const char* text;
    GitDate date;
  };
  const Case cases[] = {
      {"1700000000 +0800", {1700000000, 480}},
      {"@1700000000 -0330", {1700000000, -210}},
      {"@0 +0000", {0, 0}},
      {"2024-03-01T09:00:00+08:00", {1709254800, 480}},
      {"2024-03-01 09:00:00 +0800", {1709254800, 480}},
      {"2024-03-01T01:00:00Z", {1709254800, 0}},
      {"Fri, 01 Mar 2024 09:00:00 +0800", {1709254800, 480}},
      {"1 Mar 2024 09:00 +0800\n", {1709254800, 480}},
  };
  for (const Case& one : cases) {
    const auto date = read_git_date(one.text);
    ASSERT_TRUE(date) << one.text;
    EXPECT_EQ(date->seconds, one.date.seconds) << one.text;
    EXPECT_EQ(date->offset_minutes, one.date.offset_minutes) << one.text;
  }
}

TEST(GitDate, RefusesWhatIsNoDate) {
  for (const char* const text :
       {"", "yesterday", "2024", "2024-13-01T00:00:00Z", "2024-02-30T00:00:00Z",
        "2024-03-01T25:00:00Z", "2024-03-01T00:00:00+99:00", "1700000000 +08", "1700000000 x",
        "1 Foo 2024 09:00 +0800"}) {
    EXPECT_FALSE(read_git_date(text)) << text;
  }
}

}  // namespace
}  // namespace budgetdiff::git
