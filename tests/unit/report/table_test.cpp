#include <budgetdiff/report/table.hpp>

#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/match/matcher.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>

namespace budgetdiff {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Snapshot snapshot(int year, const char* name, const char* total, const char* target) {
  Snapshot out;
  out.department = "某市某局";
  out.year = year;
  out.stage = "budget";
  out.unit = "万元";
  Project project;
  project.name = name;
  project.funding.set(column::total, *Amount::parse(total));
  Indicator indicator;
  indicator.level1 = "产出指标";
  indicator.name = "数量";
  indicator.annual_target = target;
  project.indicators.push_back(indicator);
  out.projects.push_back(project);
  return out;
}

ChangeSet changes(const char* name = "河道保洁") {
  const Snapshot from = snapshot(2023, name, "30.00", "≥95%");
  const Snapshot to = snapshot(2024, name, "2.00", "≥90%");
  return diff({from, to, {}, {}}, match(from, to));
}

TEST(ChangeTable, HasARowForEveryChangeAndACellForEveryColumn) {
  const Table table = change_table(changes());
  for (const auto& row : table.rows) {
    EXPECT_EQ(row.size(), table.columns.size());
  }
  const auto parts = [&](const char* part) {
    return std::count_if(table.rows.begin(), table.rows.end(),
                         [&](const auto& row) { return row[1].text == part; });
  };
  EXPECT_EQ(parts("project"), 1);
  EXPECT_EQ(parts("funding"), 1);
  EXPECT_EQ(parts("target"), 1);
}

TEST(Csv, KeepsNegativeNumbersAndTakesTheLifeFromFormulas) {
  const std::string csv = write_csv(change_table(changes("=HYPERLINK(\"http://x\",\"河\")")));
  EXPECT_THAT(csv, HasSubstr(",-28.00,"));
  EXPECT_THAT(csv, HasSubstr("\"'=HYPERLINK(\"\"http://x\"\",\"\"河\"\")\""));
  EXPECT_THAT(csv, Not(HasSubstr(",=")));
  EXPECT_EQ(csv.substr(0, 3), "\xEF\xBB\xBF");
}

TEST(Csv, TakesTheLifeFromWhateverBeginsAFormulaAndFromNothingElse) {
  const auto field = [](const char* text) {
    const std::string csv = write_csv({"t", {"a"}, {{{Cell::Kind::text, text, {}}}}});
    return csv.substr(6, csv.size() - 8);  // mark, header, line ends
  };
  for (const char* live : {"=1", "+甲", "-甲", "@a", "＝1", "＋甲", "－甲", "＠a", " =1",
                           "\u00A0=1", "\u3000＝1", "\t1", "-1+2", "-", "+5%*2"}) {
    EXPECT_EQ(field(live), std::string("'") + live);
  }
  for (const char* value : {"-5%", "+1.5", "-12", "≥90%", "甲=乙", " 甲", ""}) {
    EXPECT_EQ(field(value), value);
  }
}

TEST(Csv, QuotesWhatWouldBreakARow) {
  const Table table{"t", {"a", "b"}, {{{Cell::Kind::text, "x,\"y\"\nz", {}}, {}}}};
  EXPECT_EQ(write_csv(table),
            "\xEF\xBB\xBF"
            "a,b\r\n\"x,\"\"y\"\"\nz\",\r\n");
}

TEST(ReportTables, NameTheSheetsInTheLanguage) {
  ReportOptions options;
  options.language = Language::chinese;
  const auto tables = report_tables(changes(), options, {});
  ASSERT_EQ(tables.size(), 5U);
  EXPECT_EQ(tables[0].name, "概要");
  const auto& target = tables[2].rows.at(0);
  EXPECT_TRUE(std::any_of(target.begin(), target.end(),
                          [](const Cell& cell) { return cell.tone == "loosened"; }));
  for (const Table& table : tables) {
    for (const auto& row : table.rows) {
      EXPECT_EQ(row.size(), table.columns.size()) << table.name;
    }
  }
}

}  // namespace
}  // namespace budgetdiff
