#include "documents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using testing::HasSubstr;

constexpr const char* csv =
    "year,unit name,item,detail,amount,memo\n"
    "2023,A,Roads,none,\"1,000\",repair\n"
    "2023,B,Bridges,steel,250,\n"
    "2024,A,Roads,none,900,repair\n"
    "2023,A,合计,,1000,\n";

Result<ImportedDocument> mapped(const char* mapping, ImportOptions options = {}) {
  auto read = read_mapping(mapping, "m.json");
  if (!read) {
    return fail(read.error());
  }
  options.mapping = *read;
  return import_document({"x.csv", csv}, options);
}

TEST(Mapping, MakesASnapshotOfEachDepartmentAndYear) {
  const auto document = mapped(
      R"({"name":["item","detail"],"name_skip":["none"],"amounts":{"total":"amount"},
          "department":"unit name","year":"year","unit":"元","goal":"memo"})");
  ASSERT_TRUE(document);
  ASSERT_EQ(document->tables.size(), 3U);
  const Snapshot& first = document->tables[0].snapshot;
  EXPECT_EQ(first.department, "A");
  EXPECT_EQ(first.year, 2023);
  ASSERT_EQ(first.projects.size(), 1U) << "the row of the sum is no project";
  EXPECT_EQ(first.projects[0].funding.total()->to_string(), "1000");
  EXPECT_EQ(first.projects[0].goal, "repair");
  EXPECT_EQ(document->tables[1].snapshot.projects[0].name, "Bridges / steel");
}

TEST(Mapping, OptionsAndWhereChooseRows) {
  ImportOptions options;
  options.year = 2024;
  const auto year =
      mapped(R"({"name":"C","amounts":{"total":"E"},"header_row":1,"year":"year"})", options);
  ASSERT_TRUE(year);
  ASSERT_EQ(year->tables.size(), 1U);
  EXPECT_EQ(year->tables[0].snapshot.projects[0].funding.total()->to_string(), "900");
  const auto where =
      mapped(R"({"name":"item","amounts":{"total":"amount"},"where":{"unit name":"B"}})");
  ASSERT_TRUE(where);
  EXPECT_EQ(where->tables[0].snapshot.projects.size(), 1U);
}

TEST(Mapping, TakesTheTablesUnitBehindAnAmount) {
  ImportOptions options;
  options.mapping =
      *read_mapping(R"({"name":"item","amounts":{"total":"cost"},"unit":"万元"})", "m");
  const auto document = import_document({"x.csv", "item,cost\nRoads,12.30万元\n"}, options);
  ASSERT_TRUE(document) << in_english(document.error());
  EXPECT_EQ(document->tables[0].snapshot.projects[0].funding.total()->to_string(), "12.30");
}

TEST(Mapping, SaysWhatIsWrong) {
  const struct {
    const char* mapping;
    const char* says;
  } cases[] = {
      {"[]", "no JSON object"},
      {"{", "no JSON object"},
      {R"({"name":"item"})", "amounts"},
      {R"({"name":"item","amounts":{"total":"amount"},"nmae":1})", "nmae"},
      {R"({"name":1,"amounts":{"total":"amount"}})", "name"},
      {R"({"name":"item","amounts":{"total":"nothing"}})", "nothing"},
      {R"({"name":"item","amounts":{"total":"amount"},"where":{"item":"x"}})", "no row"},
  };
  for (const auto& one : cases) {
    const auto document = mapped(one.mapping);
    ASSERT_FALSE(document) << one.mapping;
    EXPECT_THAT(in_english(document.error()), HasSubstr(one.says));
  }
}

}  // namespace
}  // namespace budgetdiff
