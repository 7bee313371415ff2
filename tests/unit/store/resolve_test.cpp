#include <budgetdiff/store/resolve.hpp>

#include <gmock/gmock.h>

namespace budgetdiff {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<SnapshotKey> keys{{"教育局", 2023, "budget"},
                                    {"教育局", 2024, "budget"},
                                    {"教育局", 2024, "final"},
                                    {"教育局（本级）", 2024, "budget"},
                                    {"卫生健康局", 2024, "budget"}};

std::string error_of(std::string_view part, const std::vector<SnapshotKey>& among = keys) {
  const auto found = resolve_department(among, part);
  return found ? "(" + *found + ")" : in_english(found.error());
}

TEST(ResolveDepartment, TakesAWholeNameOverNamesItIsAPartOf) {
  EXPECT_EQ(resolve_department(keys, "教育局"), "教育局");
}

TEST(ResolveDepartment, TakesAnyPartThatFitsOne) {
  EXPECT_EQ(resolve_department(keys, "卫生"), "卫生健康局");
  EXPECT_EQ(resolve_department(keys, "本级"), "教育局（本级）");
  EXPECT_EQ(resolve_department(keys, "教育局(本级)"), "教育局（本级）");
}

TEST(ResolveDepartment, NamesTheChoicesWhereAPartFitsSeveral) {
  EXPECT_THAT(error_of("教"), AllOf(HasSubstr("教育局, 教育局（本级）"), Not(HasSubstr("卫生"))));
}

TEST(ResolveDepartment, NamesAllWhereAPartFitsNone) {
  EXPECT_THAT(error_of("交通"), AllOf(HasSubstr("交通"), HasSubstr("卫生健康局")));
  EXPECT_THAT(error_of("\xFF"), HasSubstr("\\x"));
}

TEST(ResolveDepartment, TakesTheOnlyOneWhenNothingIsSaid) {
  EXPECT_EQ(resolve_department({{"甲局", 2024, "budget"}, {"甲局", 2023, "budget"}}, ""), "甲局");
  EXPECT_THAT(error_of(""), HasSubstr("3 departments"));
  EXPECT_THAT(error_of("", {}), HasSubstr("no snapshot yet"));
}

TEST(EditionsOf, ListsYearsAndStagesInOrder) {
  EXPECT_EQ(editions_of(keys, "教育局"), "2023, 2024, 2024.final");
  EXPECT_EQ(editions_of(keys, "无"), "");
}

}  // namespace
}  // namespace budgetdiff
