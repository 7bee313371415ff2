#include "documents.hpp"
#include "small_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

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

ImportedTable read_csv(const std::string& text, const std::string& more = "") {
  ImportOptions options;
  options.mapping =
      *read_mapping(R"({"name":"name","amounts":{"total":"amount"})" + more + "}", "m");
  auto document = import_document({"x.csv", text}, options);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? std::move(document->tables.front()) : ImportedTable{};
}

TEST(Mapping, LeavesOutSumsInAnyLanguage) {
  for (const char* word : {"合计", "合計", "小計", "總計", "計", "本年合计", "総計", "Total",
                           "TOTAL:", "Sub-total", "Grand total", "Sum", "合 計（全部）"}) {
    const ImportedTable table =
        read_csv("name,amount\nRoads,100\nBridges,50\n" + std::string(word) + ",150\n");
    EXPECT_EQ(table.snapshot.projects.size(), 2U) << word;
    EXPECT_THAT(codes_of(table), Contains("sum-rows-left-out")) << word;
  }
  EXPECT_EQ(read_csv("name,amount\nTotal recall,100\n计算机,50\n").snapshot.projects.size(), 2U);
  const std::string rows = "name,amount\nRoads,100\nAlles zusammen,100\n";
  EXPECT_EQ(read_csv(rows).snapshot.projects.size(), 2U);
  EXPECT_EQ(read_csv(rows, R"(,"sum_names":["alles zusammen"])").snapshot.projects.size(), 1U);
}

TEST(Mapping, LeavesOutNamedSumsThatSumUpWhatStandsAbove) {
  const ImportedTable right = read_csv(
      "name,amount\nRoads,100\nBridges,50\nSubtotal - traffic,150\nFire,20\nSubtotal Fire,20\n"
      "Total expenditures,170\n");
  EXPECT_THAT(names_of(right.snapshot), testing::ElementsAre("Roads", "Bridges", "Fire"));
  EXPECT_THAT(codes_of(right), testing::ElementsAre("sum-rows-left-out"));
  const ImportedTable other = read_csv("name,amount\nRoads,100\nTotal quality,70\n");
  EXPECT_THAT(names_of(other.snapshot), testing::ElementsAre("Roads", "Total quality"));
  EXPECT_THAT(codes_of(other), testing::ElementsAre("sum-rows-left-out"));
}

TEST(Mapping, ReadsAmountsBehindASignOfCurrency) {
  for (const char* sign : {"$", "￥", "€", "NT$", "£"}) {
    const std::string bytes = "name,amount\nRoads,\"" + std::string(sign) +
                              "1,300.00\"\nBridges,(" + sign + "5)\nFire,20\n";
    const ImportedTable table = read_csv(bytes);
    ASSERT_EQ(table.snapshot.projects.size(), 3U) << sign;
    EXPECT_EQ(table.snapshot.projects[0].funding.total()->to_string(), "1300.00") << sign;
    EXPECT_EQ(table.snapshot.projects[1].funding.total()->to_string(), "-5") << sign;
    EXPECT_THAT(codes_of(table), testing::ElementsAre()) << sign;
  }
  EXPECT_THAT(codes_of(read_csv("name,amount\nRoads,EUR 1300\nFire,20 EUR\n", R"(,"unit":"EUR")")),
              testing::ElementsAre());
  // Two currencies are not one column of amounts.
  EXPECT_THAT(codes_of(read_csv("name,amount\nRoads,$1\nBridges,€1\n")),
              Contains("amount-unreadable"));
}

TEST(Mapping, SaysThatNoAmountIsATotal) {
  ImportOptions options;
  options.mapping = *read_mapping(R"({"name":"name","amounts":{"totl":"amount"}})", "m");
  const auto document = import_document({"x.csv", "name,amount\nRoads,1\n"}, options);
  ASSERT_TRUE(document);
  EXPECT_THAT(codes_of(document->tables[0]), Contains("amount-missing"));
}

TEST(Mapping, SaysWhichYearsThereAre) {
  ImportOptions options;
  options.year = 2025;
  const auto document =
      mapped(R"({"name":"item","amounts":{"total":"amount"},"year":"year"})", options);
  ASSERT_FALSE(document);
  EXPECT_THAT(in_english(document.error()), HasSubstr("2023, 2024"));
}

TEST(Mapping, DropsNothingInSilence) {
  EXPECT_THAT(codes_of(read_csv("name,amount\nRoads,100\n,200\n")), Contains("name-missing"));
  EXPECT_THAT(codes_of(read_csv("name,amount\nRoads,100\nBridges,\n")), Contains("amount-missing"));
  EXPECT_THAT(codes_of(read_csv("name,amount\nRoads,1.234,56\nBridges,2\n")),
              Contains("text-left-over"));
  EXPECT_THAT(codes_of(read_csv("name,amount,amount\nRoads,1,2\n")), Contains("column-guess"));
  EXPECT_THAT(codes_of(read_csv("name,amount\nRoads,1\nBridges,2\n")),
              Not(Contains("text-left-over")));
}

TEST(Mapping, ReadsAllSheetsThatHaveTheColumns) {
  ImportOptions options;
  options.mapping = *read_mapping(R"({"name":"name","amounts":{"total":"amount"}})", "m");
  const Row head = {"name", "amount"};
  const auto read = [&](const char* first, const char* second) {
    return budgetdiff::read(workbook({{first, {head, {"Roads", "1"}}},
                                      {"Notes", {{"made in May"}}},
                                      {second, {head, {"Bridges", "2"}}}}),
                            options);
  };
  const auto both = read("North", "South");
  ASSERT_TRUE(both) << in_english(both.error());
  ASSERT_EQ(both->tables.size(), 1U);
  EXPECT_EQ(both->tables[0].snapshot.projects.size(), 2U);
  EXPECT_THAT(codes_of(both->tables[0]), Contains("table-passed-over"));
  const auto years = read("2023", "FY 2024");
  ASSERT_TRUE(years);
  ASSERT_EQ(years->tables.size(), 2U);
  EXPECT_EQ(years->tables[1].snapshot.year, 2024);
}

TEST(Mapping, KeepsTheBlanksOfLatinProse) {
  const ImportedTable table =
      read_csv("name,amount\n\"Active travel, cycling (net) & more\",1\n\"Two\nlines\",2\n");
  EXPECT_EQ(table.snapshot.projects[0].name, "Active travel, cycling (net) & more");
  EXPECT_EQ(table.snapshot.projects[1].name, "Two lines");
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
      {R"({"name":"item","amounts":{"total":"nothing"}})",
       "nothing; there are: year, unit name, item"},
      {R"({"name":"item","amounts":{"total":"unit name"}})", "no cell of the column unit name"},
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
