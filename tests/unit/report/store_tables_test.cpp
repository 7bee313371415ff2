#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <budgetdiff/report/store_tables.hpp>

#include <algorithm>

namespace budgetdiff {
namespace {

using testing::ElementsAre;
using Value = std::optional<std::string>;

const StoreTable& table(const std::vector<StoreTable>& tables, std::string_view name) {
  return *std::find_if(tables.begin(), tables.end(),
                       [&](const StoreTable& one) { return one.name == name; });
}

/// The values of one column.
std::vector<Value> column(const StoreTable& table, std::string_view name) {
  const auto at = std::find_if(table.columns.begin(), table.columns.end(),
                               [&](const StoreColumn& one) { return one.name == name; });
  std::vector<Value> out;
  for (const auto& row : table.rows) {
    out.push_back(row.at(static_cast<std::size_t>(at - table.columns.begin())));
  }
  return out;
}

StoreContents one_project(const std::string& unit, const std::string& total) {
  StoreContents contents;
  StoredYear& year = contents.years.emplace_back();
  year.snapshot.department = "某局";
  year.snapshot.year = 2024;
  year.snapshot.unit = unit;
  Project& project = year.snapshot.projects.emplace_back();
  project.name = "公路";
  project.funding.set(column::total, *Amount::parse(total));
  return contents;
}

TEST(StoreTables, GiveEveryRowAValueForEveryColumn) {
  StoreContents contents = one_project("万元", "1.50");
  contents.years[0].snapshot.projects[0].indicators.push_back({});
  contents.years[0].snapshot.stated_total.set(column::total, *Amount::parse("1.50"));
  contents.years[0].provenance.findings.push_back({"code", Severity::note, {}, "", {"x", {}}});
  contents.decisions.push_back({"某局", "", 2023, 2024, "", "", {{Verdict::same, {}, {}, ""}}});
  contents.comments.emplace_back();
  const auto tables = store_tables(contents);
  EXPECT_EQ(tables.size(), 8U);
  for (const StoreTable& one : tables) {
    EXPECT_EQ(one.rows.size(), 1U) << one.name;
    for (const auto& row : one.rows) {
      EXPECT_EQ(row.size(), one.columns.size()) << one.name;
    }
  }
}

TEST(StoreTables, NameTheFileOfEachRowWhereASnapshotIsOfSeveral) {
  StoreContents contents = one_project("万元", "1.50");
  StoredYear& year = contents.years[0];
  year.snapshot.projects.push_back(year.snapshot.projects[0]);
  year.snapshot.projects[1].indicators.push_back({});
  Place place;
  place.line = 3;
  year.provenance.file = "附件1.csv";
  year.provenance.projects = {{place, {}}, {place, {place}}};
  year.provenance.findings.push_back({"code", Severity::note, {}, "", {"x", {}}});
  EXPECT_THAT(column(table(store_tables(contents), "projects"), "file"),
              ElementsAre(std::nullopt, std::nullopt));
  year.provenance.parts = {{"附件2.csv", "", 0}};
  year.provenance.projects[1].place.file = "附件2.csv";
  year.provenance.projects[1].indicators[0].file = "附件2.csv";
  const auto tables = store_tables(contents);
  EXPECT_THAT(column(table(tables, "projects"), "file"), ElementsAre("附件1.csv", "附件2.csv"));
  EXPECT_THAT(column(table(tables, "indicators"), "file"), ElementsAre("附件2.csv"));
  EXPECT_THAT(column(table(tables, "findings"), "file"), ElementsAre(std::nullopt));
}

TEST(StoreTables, CountHundredthsWhereTheyAreWhole) {
  struct Case {
    const char* unit;
    const char* total;
    Value hundredths;
  };
  const Case cases[] = {
      {"万元", "21.21", "21210000"},
      {"元", "1.05", "105"},
      {"元", "1.0500", "105"},
      {"元", "1.005", std::nullopt},
      {"亿元", "-0.3", "-3000000000"},
      {"百万円", "12", "1200000000"},
      {"箱", "12", std::nullopt},
      {"", "12", std::nullopt},
      {"亿元", "999999999999", std::nullopt},  // more than a database's integer holds
  };
  for (const Case& one : cases) {
    const auto tables = store_tables(one_project(one.unit, one.total));
    EXPECT_EQ(column(table(tables, "funding"), "hundredths").at(0), one.hundredths)
        << one.unit << " " << one.total;
    EXPECT_EQ(column(table(tables, "funding"), "amount").at(0), one.total);
  }
}

TEST(StoreTables, WriteMoneyAsTextAndCountsAsNumbers) {
  const std::string lines = store_tables_ndjson(store_tables(one_project("万元", "1.50")));
  EXPECT_THAT(lines, testing::HasSubstr(R"("amount":"1.50","hundredths":1500000)"));
  EXPECT_THAT(lines, testing::HasSubstr(R"("year":2024)"));
  EXPECT_THAT(lines, testing::Not(testing::HasSubstr("null")));
}

}  // namespace
}  // namespace budgetdiff
