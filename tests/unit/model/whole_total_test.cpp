#include <budgetdiff/model/whole_total.hpp>

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

TEST(WholeTotal, IsWhatIsStatedElseTheSumElseNothing) {
  Snapshot snapshot;
  snapshot.projects.resize(2);
  EXPECT_FALSE(whole_total(snapshot)) << "a document without amounts is no budget of 0";
  snapshot.projects[1].funding.set("total", Amount(0, 0));
  EXPECT_EQ(whole_total(snapshot)->to_string(), "0");
  snapshot.projects[0].funding.set("total", Amount(3, 0));
  EXPECT_EQ(whole_total(snapshot)->to_string(), "3");
  snapshot.stated_total.set("total", Amount(4, 0));
  EXPECT_EQ(whole_total(snapshot)->to_string(), "4");
}

}  // namespace
}  // namespace budgetdiff
