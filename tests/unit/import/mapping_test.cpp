#include "documents.hpp"
#include "office_archives.hpp"
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

TEST(Mapping, LineEndsOfAGoalPartWordsAsBlanksDo) {
  ImportOptions options;
  options.mapping =
      *read_mapping(R"({"name":"item","amounts":{"total":"cost"},"goal":"memo"})", "m");
  const auto document = import_document(
      {"x.csv",
       "item,cost,memo\nRoads,1,\"Line one\nline two.\nThird\"\nParks,2,\"1. Trees.\n2. Lawns.\"\n"
       "路,3,\"修路，\n养护。\"\n"},
      options);
  ASSERT_TRUE(document) << in_english(document.error());
  const Snapshot& read = document->tables[0].snapshot;
  EXPECT_EQ(read.projects[0].goal, "Line one line two. Third");
  EXPECT_EQ(read.projects[1].goal, "1.Trees.\n2.Lawns.");
  EXPECT_EQ(read.projects[2].goal, "修路，养护。");
}

ImportedTable read_by(const std::string& mapping, const std::string& text) {
  ImportOptions options;
  options.mapping = *read_mapping(mapping, "m");
  auto document = import_document({"x.csv", text}, options);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? std::move(document->tables.front()) : ImportedTable{};
}

ImportedTable read_csv(const std::string& text, const std::string& more = "") {
  return read_by(R"({"name":"name","amounts":{"total":"amount"})" + more + "}", text);
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

TEST(Mapping, LeavesOutSumsThatEndInAWordForThem) {
  for (const char* const word : {"Traffic Total",
                                 "Traffic: total",
                                 "Traffic - Subtotal",
                                 "Net total",
                                 "-- Total --",
                                 "*Total*",
                                 "소계",
                                 "합계",
                                 "총계",
                                 "계",
                                 "교통 소계",
                                 "Sous-total",
                                 "Zwischensumme",
                                 "Summe",
                                 "Gesamt",
                                 "Verkehr insgesamt",
                                 "Totaal",
                                 "Итого",
                                 "ВСЕГО",
                                 "Tổng cộng",
                                 "交通小計",
                                 "交通費計"}) {
    const ImportedTable table =
        read_csv("name,amount\nRoads,110\nBridges,55\n" + std::string(word) + ",165\n");
    EXPECT_THAT(names_of(table.snapshot), testing::ElementsAre("Roads", "Bridges")) << word;
    EXPECT_THAT(codes_of(table), testing::ElementsAre("sum-rows-left-out")) << word;
  }
  const ImportedTable other = read_csv("name,amount\nRoads,110\nTraffic Total,70\n");
  EXPECT_THAT(names_of(other.snapshot), testing::ElementsAre("Roads", "Traffic Total"));
  EXPECT_THAT(codes_of(other), testing::ElementsAre("sum-rows-left-out"));
}

TEST(Mapping, KeepsNamesThatOnlyEndAsSumsDo) {
  // Each has what stands above, by chance: it is no word for a sum, or one that others end in, too.
  for (const char* const name :
       {"Lump sum", "設計", "桥梁设计", "회계", "交通会計", "数据汇总", "水位計",
        "Tổng cục đường bộ", "Subtotals Ltd x", "Kinesthetotal"}) {
    const ImportedTable table =
        read_csv("name,amount\nRoads,110\nBridges,55\n" + std::string(name) + ",160\n");
    EXPECT_EQ(table.snapshot.projects.size(), 3U) << name;
  }
  for (const char* const name : {"Lump sum", "設計", "桥梁设计", "회계", "数据汇总", "水位計"}) {
    const ImportedTable table =
        read_csv("name,amount\nRoads,110\nBridges,55\n" + std::string(name) + ",165\n");
    EXPECT_EQ(table.snapshot.projects.size(), 3U) << name;
    EXPECT_THAT(codes_of(table), testing::IsEmpty()) << name;
  }
}

TEST(Mapping, LeavesOutSumsOfTheGroupThatTheyName) {
  const ImportedTable table =
      read_by(R"({"name":["name","part"],"amounts":{"total":"amount"}})",
              "name,part,amount\n教育费,校舍,70\n教育费,校车,20\n教育费 汇总,,90\n会计,,90\n"
              "统计,,94\n");
  EXPECT_THAT(names_of(table.snapshot),
              testing::ElementsAre("教育费 / 校舍", "教育费 / 校车", "会计", "统计"));
}

TEST(Mapping, LeavesOutSumsWhoseWordStandsInAnotherColumnThanTheName) {
  const ImportedTable table = read_csv(
      "group,name,amount\nTraffic,Roads,110\nTraffic,Bridges,55\nTraffic "
      "Total,,165\nHealth,Beds,7\n"
      "Health Total,,7\nGrand Total,,172\n");
  EXPECT_THAT(names_of(table.snapshot), testing::ElementsAre("Roads", "Bridges", "Beds"));
  EXPECT_THAT(codes_of(table), testing::ElementsAre("sum-rows-left-out"));
  const ImportedTable lost = read_csv("group,name,amount\nTraffic,Roads,110\nTraffic,,55\n");
  EXPECT_THAT(codes_of(lost), testing::ElementsAre("name-missing"));
}

TEST(Mapping, LeavesOutSumsThatBeginWithAWordOfItsOwn) {
  const std::string words = R"(,"sum_names":["Summe","Sous-total","Ara"])";
  const ImportedTable right = read_csv(
      "name,amount\nStraßen,100\nBrücken,50\nSumme Kapitel 01,150\nÉcoles,20\nSous-total "
      "écoles,20\n",
      words);
  EXPECT_THAT(names_of(right.snapshot), testing::ElementsAre("Straßen", "Brücken", "Écoles"));
  EXPECT_THAT(codes_of(right), testing::ElementsAre("sum-rows-left-out"));
  // What sums nothing up is said, and a longer word is another.
  const ImportedTable other =
      read_csv("name,amount\nStraßen,100\nSumme Kapitel 02,70\nArabic,70\n", words);
  EXPECT_THAT(names_of(other.snapshot),
              testing::ElementsAre("Straßen", "Summe Kapitel 02", "Arabic"));
  EXPECT_THAT(codes_of(other), testing::ElementsAre("sum-rows-left-out"));
}

TEST(Mapping, LeavesOutSumsOverDepartmentsAndOfRowsWithoutAName) {
  ImportOptions options;
  options.mapping =
      *read_mapping(R"({"name":"name","department":"who","amounts":{"total":"amount"}})", "m");
  const auto document = import_document(
      {"x.csv",
       "who,name,amount\nParks,Trees,30\nRoads,Bridges,50\nRoads,,5\n,Total works,85\n"
       "Parks,Benches,2\nParks,Total parks,32\n"},
      options);
  ASSERT_TRUE(document) << in_english(document.error());
  ASSERT_EQ(document->tables.size(), 2U);
  EXPECT_THAT(names_of(document->tables[0].snapshot), testing::ElementsAre("Trees", "Benches"));
  EXPECT_THAT(names_of(document->tables[1].snapshot), testing::ElementsAre("Bridges"));
  EXPECT_THAT(codes_of(document->tables[0]),
              testing::UnorderedElementsAre("name-missing", "sum-rows-left-out"));
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

TEST(Mapping, ReadsAmountsAsAnyCountryWritesThem) {
  const struct {
    const char* typed;
    const char* amount;
  } cases[] = {{"△1,300", "-1300"}, {"▲40", "-40"},     {"–5", "-5"},
               {"－5", "-5"},       {"+1,300", "1300"}, {"1,300.50 €", "1300.50"},
               {"R$ 7.25", "7.25"}, {"₩1,300", "1300"}, {"￦1,300", "1300"},
               {"₹7", "7"},         {"C$7", "7"},       {"CHF 1'300", "1300"},
               {"1300 kr", "1300"}, {"(7 €)", "-7"},    {"(7) €", "-7"},
               {"-€7", "-7"},       {"$-7", "-7"},      {"7 zł", "7"}};
  for (const auto& one : cases) {
    const ImportedTable table =
        read_csv("name,amount\nRoads,\"" + std::string(one.typed) + "\"\nFire,20\n");
    ASSERT_NE(table.snapshot.projects.at(0).funding.total(), nullptr) << one.typed;
    EXPECT_EQ(table.snapshot.projects[0].funding.total()->to_string(), one.amount) << one.typed;
    EXPECT_THAT(codes_of(table), testing::IsEmpty()) << one.typed;
  }
  // 円 is a unit, and none of a table of 千円; two signs are two currencies.
  for (const char* const typed : {"7円", "$7 €", "7a", "△", "▲▲7"}) {
    EXPECT_THAT(codes_of(read_csv("name,amount\nRoads," + std::string(typed) + "\nFire,20\n",
                                  R"(,"unit":"千円")")),
                Contains("amount-unreadable"))
        << typed;
  }
}

TEST(Mapping, TakesWhatSaysThatThereIsNoAmountForBlank) {
  for (const char* const typed : {"n/a", "N/A", "n.a.", "..", "...", "nil", "NC"}) {
    const ImportedTable table =
        read_by(R"({"name":"name","amounts":{"total":"amount","granted":"other"}})",
                "name,amount,other\nRoads," + std::string(typed) + ",1\nFire,20,2\n");
    EXPECT_EQ(table.snapshot.projects.at(0).funding.total(), nullptr) << typed;
    EXPECT_THAT(codes_of(table), testing::IsEmpty()) << typed;
  }
}

TEST(Mapping, TakesBlankCellsOfAnOutlineForWhatStandsAbove) {
  const std::string mapping = R"({"name":["group","name"],"amounts":{"total":"amount"}})";
  const ImportedTable outline = read_by(
      mapping,
      "group,name,amount\nParks,Trees,1\n,Other,2\nParks Total,,3\nRoads,Bridges,4\n,Other,5\n");
  EXPECT_THAT(names_of(outline.snapshot), testing::ElementsAre("Parks / Trees", "Parks / Other",
                                                               "Roads / Bridges", "Roads / Other"));
  EXPECT_THAT(codes_of(outline), Contains("column-guess"));
  // Where each row says its group, a blank is none.
  const ImportedTable flat =
      read_by(mapping, "group,name,amount\nParks,Trees,1\nParks,Other,2\n,Reserve,3\n");
  EXPECT_EQ(flat.snapshot.projects.at(2).name, "Reserve");
  EXPECT_THAT(codes_of(flat), Not(Contains("column-guess")));
}

TEST(Mapping, LeavesOutRoundedCodes) {
  const ImportedTable table =
      read_csv("name,amount,id\nRoads,1,9876543210987650000\nFire,2,9876\n", R"(,"code":"id")");
  EXPECT_EQ(table.snapshot.projects.at(0).code, "");
  EXPECT_EQ(table.snapshot.projects.at(1).code, "9876");
  EXPECT_THAT(codes_of(table), Contains("code-rounded"));
}

TEST(Mapping, TellsNotesBelowAndASecondRowOfTheHeader) {
  const ImportedTable table = read_csv(
      "name,amount,other\n,Current,Capital\nRoads,1,5\nFire,2,6\nSource: the ministry,,\n"
      "(1) Prices of the year,,\nHarbours,,\n");
  EXPECT_THAT(names_of(table.snapshot), testing::ElementsAre("Roads", "Fire", "Harbours"));
  EXPECT_THAT(codes_of(table),
              testing::UnorderedElementsAre("text-left-over", "text-left-over", "amount-missing"));
}

TEST(Mapping, ReadsNumbersOfWorkbooksWithoutASign) {
  ImportOptions options;
  options.mapping =
      *read_mapping(R"({"name":"A","amounts":{"total":"B"},"header_row":1,"decimal":","})", "m");
  const auto row = [](int at, const std::string& name, const std::string& cell) {
    const std::string number = std::to_string(at);
    return "<row r=\"" + number + "\"><c r=\"A" + number + "\" t=\"inlineStr\"><is><t>" + name +
           "</t></is></c>" + cell + "</row>";
  };
  const auto document = import_workbook(
      {"x.xlsx",
       test::xlsx("<worksheet><sheetData>" +
                  row(1, "name", "<c r=\"B1\" t=\"inlineStr\"><is><t>amount</t></is></c>") +
                  row(2, "Roads", "<c r=\"B2\"><v>2345.5</v></c>") +
                  row(3, "Fire", "<c r=\"B3\" t=\"inlineStr\"><is><t>1.300,25</t></is></c>") +
                  row(4, "Parks", "<c r=\"B4\"><v>45.125</v></c>") +
                  row(5, "Water", "<c r=\"B5\" t=\"inlineStr\"><is><t>3.000</t></is></c>") +
                  "</sheetData></worksheet>")},
      options);
  ASSERT_TRUE(document) << in_english(document.error());
  const ImportedTable& table = document->tables.front();
  EXPECT_EQ(table.snapshot.projects.at(0).funding.total()->to_string(), "2345.5");
  EXPECT_EQ(table.snapshot.projects.at(1).funding.total()->to_string(), "1300.25");
  EXPECT_EQ(table.snapshot.projects.at(2).funding.total()->to_string(), "45.125");
  EXPECT_EQ(table.snapshot.projects.at(3).funding.total()->to_string(), "3000");
  EXPECT_THAT(codes_of(table), testing::ElementsAre("column-guess"));
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

TEST(Mapping, KeepsTheBlanksOfEveryScriptThatPartsWords) {
  for (const char* const name :
       {"지방 도로 정비", "하천 유지, 관리", "Đường bộ nông thôn", "Έργα οδών", "ремонт дорог"}) {
    const ImportedTable table = read_csv("name,amount\n\"" + std::string(name) + "\",1\n");
    EXPECT_EQ(table.snapshot.projects[0].name, name);
  }
  // Those of Chinese and Japanese print go.
  EXPECT_EQ(read_csv("name,amount\n道 路维修,1\n").snapshot.projects[0].name, "道路维修");
  EXPECT_EQ(read_csv("name,amount\n道路 の 補修,1\n").snapshot.projects[0].name, "道路の補修");
}

Result<ImportedDocument> years_of(const std::string& rows, const std::string& more = "",
                                  std::optional<int> year = std::nullopt) {
  ImportOptions options;
  options.year = year;
  auto read = read_mapping(R"({"name":"N","amounts":{"total":"A"},"year":"Y")" + more + "}", "m");
  if (!read) {
    return fail(read.error());
  }
  options.mapping = *read;
  return import_document({"x.csv", "Y,N,A\n" + rows}, options);
}

TEST(Mapping, PartsYearsHoweverTheyAreWritten) {
  const struct {
    const char* first;
    const char* second;
    int year;
    const char* more;
  } cases[] = {
      {"2023", "2024", 2023, ""},
      {"2023年度", "2024年", 2023, ""},
      {"FY2023", "FY24", 2023, ""},
      {"令和5年度", "令和6年度", 2023, ""},
      {"令和元年", "令和2年", 2019, ""},
      {"民國112年", "民国113年", 2023, ""},
      {"中華民國112年度", "中華民國113年度", 2023, ""},
      {"2023/24", "2024/25", 2023, ""},
      {"FY2023-24", "FY2024-25", 2023, ""},
      {"2023-2024", "2024-2025", 2023, ""},
      {"2023年—2024年", "2024年—2025年", 2023, ""},
      {"FY23/24", "FY24/25", 2023, ""},
      {"2023-04-01", "2024/4/1", 2023, ""},
      {"2023-12", "2024-12", 2023, ""},
      {"1/4/2023", "31.12.2024", 2023, ""},
      {"Q1 2023", "Q4 2024", 2023, ""},
      {"Fiscal Year 2023 - 2024", "Fiscal year 2024 / 25", 2023, ""},
      {"FY 23", "FY'24", 2023, ""},
      {"２０２３", "二〇二四年", 2023, ""},
      {"พ.ศ. 2566", "พ.ศ. 2567", 2023, ""},
      {"112", "113年度", 2023, R"(,"year_offset":1911)"},
      {"2566", "2567", 2023, R"(,"year_offset":-543)"},
      {"23/24", "24/25", 2023, R"(,"year_offset":2000)"},
  };
  for (const auto& one : cases) {
    const auto document = years_of(std::string(one.first) + ",road,100\n" + one.first +
                                       ",school,50\n" + one.second + ",road,120\n",
                                   one.more);
    ASSERT_TRUE(document) << one.first << ": " << in_english(document.error());
    ASSERT_EQ(document->tables.size(), 2U) << one.first;
    EXPECT_EQ(document->tables[0].snapshot.year, one.year) << one.first;
    EXPECT_EQ(document->tables[1].snapshot.year, one.year + 1) << one.first;
    EXPECT_EQ(document->tables[0].snapshot.projects.size(), 2U) << one.first;
  }
}

TEST(Mapping, SaysUnderWhichYearASpanIs) {
  const auto document = years_of("2023/24,road,100\n2024/25,road,120\n");
  ASSERT_TRUE(document);
  EXPECT_THAT(codes_of(document->tables[0]), testing::ElementsAre("column-guess"));
  const auto chosen = years_of("2023/24,road,100\n2024/25,road,120\n", "", 2024);
  ASSERT_TRUE(chosen);
  EXPECT_EQ(chosen->tables[0].snapshot.projects[0].funding.total()->to_string(), "120");
}

TEST(Mapping, RefusesYearsThatNobodyCouldNameAgain) {
  for (const char* text : {"112", "2566", "R5", "2022-2024", "2023/24/25", "2022-26", "20230401",
                           "next year", "5年度"}) {
    const auto document = years_of(std::string(text) + ",road,100\n");
    ASSERT_FALSE(document) << text;
    EXPECT_THAT(in_english(document.error()), HasSubstr(text));
    EXPECT_THAT(in_english(document.error()), HasSubstr("year_offset"));
  }
}

TEST(Mapping, LeavesOutRowsWithoutAYear) {
  const auto document =
      years_of("2023,road,100\nlater,school,50\n,Total,150\n2023,park,7\n,Source: Ministry,\n");
  ASSERT_TRUE(document) << in_english(document.error());
  ASSERT_EQ(document->tables.size(), 1U);
  EXPECT_THAT(names_of(document->tables[0].snapshot), testing::ElementsAre("road", "park"));
  EXPECT_THAT(
      codes_of(document->tables[0]),
      testing::UnorderedElementsAre("year-unreadable", "sum-rows-left-out", "text-left-over"));
}

TEST(Mapping, LeavesOutRowsOfNobody) {
  const auto read = [](const char* more, ImportOptions options = {}) {
    options.mapping = *read_mapping(
        std::string(R"({"name":"N","amounts":{"total":"A"},"department":"D")") + more + "}", "m");
    return import_document({"x.csv", "D,N,A\nX,road,1\n,school,2\nY,park,3\n,Total,6\n"}, options);
  };
  const auto both = read("");
  ASSERT_TRUE(both) << in_english(both.error());
  ASSERT_EQ(both->tables.size(), 2U) << "no third without a name";
  EXPECT_THAT(codes_of(both->tables[0]), Contains("department-missing"));
  ImportOptions options;
  options.department = "Y";
  const auto one = read("", options);
  ASSERT_TRUE(one);
  ASSERT_EQ(one->tables.size(), 1U);
  EXPECT_THAT(names_of(one->tables[0].snapshot), testing::ElementsAre("park"));
  EXPECT_THAT(codes_of(one->tables[0]), Contains("department-missing"));
  const auto rest = read(R"(,"department_text":"Z")");
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->tables.size(), 3U);
  EXPECT_THAT(codes_of(rest->tables[0]), Not(Contains("department-missing")));
  const auto none = read(R"(,"where":{"N":"school"})");
  ASSERT_FALSE(none);
  EXPECT_THAT(in_english(none.error()), HasSubstr("D"));
}

TEST(Mapping, NeverTakesTwoNamesOfOneYearForOne) {
  for (const char* other : {"2024 Actual", "2024-2025", "2024年调整"}) {
    const std::string rows = std::string("2024,road,100\n") + other + ",road,120\n";
    const auto document = years_of(rows);
    ASSERT_FALSE(document) << other;
    EXPECT_THAT(in_english(document.error()), HasSubstr(other));
    EXPECT_TRUE(years_of(rows + "2023,road,1\n", "", 2023)) << other;
    const std::string where = R"(,"where":{"Y":")" + std::string(other) + "\"}";
    EXPECT_TRUE(years_of(rows, where)) << other;
  }
}

std::string total_of(const ImportedTable& table, std::size_t project) {
  return table.snapshot.projects.at(project).funding.total()->to_string();
}

TEST(Mapping, ReadsAmountsByTheSignThatTheMappingSays) {
  const ImportedTable comma =
      read_csv("name;amount\nRoads;1.234,56\nBridges;2.000\nFire;(1.000,5)\nPark;,5\nLand;12500\n",
               R"(,"decimal":",")");
  EXPECT_EQ(total_of(comma, 0), "1234.56");
  EXPECT_EQ(total_of(comma, 1), "2000");
  EXPECT_EQ(total_of(comma, 2), "-1000.5");
  EXPECT_EQ(total_of(comma, 3), "0.5");
  EXPECT_EQ(total_of(comma, 4), "12500");
  EXPECT_THAT(codes_of(comma), testing::ElementsAre());
  const ImportedTable point =
      read_csv("name,amount\nRoads,1.234\nBridges,\"2,000\"\n", R"(,"decimal":".")");
  EXPECT_EQ(total_of(point, 0), "1.234");
  EXPECT_EQ(total_of(point, 1), "2000");
  EXPECT_THAT(codes_of(point), testing::ElementsAre());
  const ImportedTable swiss = read_csv("name,amount\nRoads,1'234'500.50\nBridges,2’000.00\n");
  EXPECT_EQ(total_of(swiss, 0), "1234500.50");
  EXPECT_EQ(total_of(swiss, 1), "2000.00");
  EXPECT_THAT(codes_of(swiss), testing::ElementsAre());
  // What is of the other notation, or of none, is no amount.
  for (const char* wrong : {"12.50", "1.2345", "1.23.456", "0.500", "1.234'567", "1,2,3"}) {
    EXPECT_THAT(codes_of(read_csv("name;amount\nRoads;" + std::string(wrong) + "\nB;1\n",
                                  R"(,"decimal":",")")),
                testing::ElementsAre("amount-unreadable"))
        << wrong;
  }
}

TEST(Mapping, TakesADecimalCommaWhereNothingElseIsPossible) {
  for (const char* shows : {"10.500.000", "1.234,56", "12,5"}) {
    const ImportedTable table =
        read_csv("name;amount\nRoads;1.234\nBridges;250\nFire;" + std::string(shows) + "\n");
    EXPECT_EQ(total_of(table, 0), "1234") << shows;
    EXPECT_THAT(codes_of(table), testing::ElementsAre("column-guess")) << shows;
    EXPECT_EQ(table.provenance.findings[0].severity, Severity::warning) << "one figure decides";
  }
  const ImportedTable several = read_csv("name;amount\nRoads;1.234,5\nBridges;12,50\nFire;1.234\n");
  EXPECT_EQ(total_of(several, 2), "1234");
  EXPECT_EQ(several.provenance.findings[0].severity, Severity::note);
}

TEST(Mapping, SaysWhereDecimalsAndThousandsCannotBeToldApart) {
  const ImportedTable groups = read_csv("name,amount\nRoads,1.234\nBridges,910.500\nFire,250\n");
  ASSERT_THAT(codes_of(groups), testing::ElementsAre("column-guess"));
  EXPECT_EQ(groups.provenance.findings[0].severity, Severity::warning);
  // One slip does not make decimals of thousands.
  const ImportedTable slip = read_csv("name;amount\nRoads;1,234\nBridges;2,000\nFire;12,5\n");
  EXPECT_EQ(total_of(slip, 0), "1234");
  EXPECT_THAT(codes_of(slip), testing::UnorderedElementsAre("column-guess", "amount-unreadable"));
  // 万元 with decimals: one figure that no thousands part shows it.
  for (const char* shows : {"3.50", "12.3456", "0.125", "1234.567", "\"1,234.5\"", "7.0"}) {
    const ImportedTable table =
        read_csv("name,amount\n道路,1.234\n桥梁," + std::string(shows) + "\n");
    EXPECT_EQ(total_of(table, 0), "1.234") << shows;
    EXPECT_THAT(codes_of(table), testing::ElementsAre()) << shows;
  }
}

TEST(Mapping, PartsSheetsCalledAfterYearsOfAnyCalendar) {
  ImportOptions options;
  options.mapping = *read_mapping(R"({"name":"name","amounts":{"total":"amount"}})", "m");
  const Row head = {"name", "amount"};
  const auto read = [&](const std::vector<const char*>& names) {
    std::vector<std::pair<std::string, std::vector<Row>>> sheets;
    for (const char* name : names) {
      sheets.push_back({name, std::vector<Row>{head, {"Roads", "1"}}});
    }
    return budgetdiff::read(workbook(sheets), options);
  };
  const auto eras = read({"令和5年度", "令和6年度"});
  ASSERT_TRUE(eras) << in_english(eras.error());
  ASSERT_EQ(eras->tables.size(), 2U);
  EXPECT_EQ(eras->tables[1].snapshot.year, 2024);
  // Two sheets of one year among them are that year's.
  const auto parts = read({"2023 North", "2023 South", "2024"});
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts->tables.size(), 2U);
  EXPECT_EQ(parts->tables[0].snapshot.projects.size(), 2U);
  const auto doubled = read({"2023", "2023-24"});
  ASSERT_FALSE(doubled);
  EXPECT_THAT(in_english(doubled.error()), HasSubstr("2023-24"));
  const auto mixed = read({"2023", "2024", "All"});
  ASSERT_FALSE(mixed);
  EXPECT_THAT(in_english(mixed.error()), HasSubstr("All"));
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
      {R"({"name":"item","amounts":{"total":"amount"},"decimal":";"})", "decimal"},
      {R"({"name":"item","amounts":{"total":"amount"},"year_value":112})", "year_value"},
      {R"({"name":"item","amounts":{"total":"amount"},"year_offset":"民國"})", "year_offset"},
  };
  for (const auto& one : cases) {
    const auto document = mapped(one.mapping);
    ASSERT_FALSE(document) << one.mapping;
    EXPECT_THAT(in_english(document.error()), HasSubstr(one.says));
  }
}

}  // namespace
}  // namespace budgetdiff
