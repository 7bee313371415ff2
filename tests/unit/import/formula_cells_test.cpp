// Cells whose value a formula gives, or should have given. All figures are made up.

#include "import/sheet/cell_ranges.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_archives.hpp"
#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;

/// A cell of a worksheet as programs write it: text, or XML that begins with `<`.
std::string sheet_of(const std::vector<Row>& rows) {
  std::string out = "<worksheet><cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols><sheetData>";
  for (const Row& row : rows) {
    out += "<row>";
    for (const std::string& cell : row) {
      out += cell.starts_with("<") ? cell : "<c t=\"str\"><v>" + cell + "</v></c>";
    }
    out += "</row>";
  }
  return out + "</sheetData></worksheet>";
}

std::string table_with(const std::string& amount, const std::string& sum,
                       const std::string& note = "") {
  return sheet_of({{"项目支出绩效目标表"},
                   {"部门名称：某县水利局 单位：万元"},
                   {"项目名称", "预算金额", "绩效目标", "备注"},
                   {"合计", sum},
                   {"巡查", amount, "开展巡查。", note}});
}

/// What is said of cells without a value, as `cell: sentence`.
std::vector<std::string> said(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == "cell-without-value") {
      out.push_back(finding.place.cell + ": " + in_english(finding.message));
    }
  }
  return out;
}

std::string never_computed(const std::string& cells, const std::string& count) {
  return "formulas stand in cells (" + count +
         ") and were never computed, they were taken as blank: " + cells +
         "; open the workbook in a spreadsheet program and save it";
}

const std::string at_opening = "<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>";

TEST(FormulaCells, AreNamedWhereTheyWereNeverComputed) {
  for (const std::string none : {"", "<v/>", "<v></v>"}) {
    const std::string cell = "<c><f>E8+F8</f>" + none + "</c>";
    const ImportedTable table = one(test::xlsx(table_with(cell, cell)));
    EXPECT_THAT(said(table), ElementsAre("B4: " + never_computed("B4:B5", "2")));
    EXPECT_TRUE(table.snapshot.projects.at(0).funding.empty());
  }
}

TEST(FormulaCells, GiveTheValueThatIsStored) {
  const ImportedTable table =
      one(test::xlsx(table_with("<c><f>1+2</f><v>3</v></c>", "<c><f>B5</f><v>3</v></c>",
                                // =IF(B5>0,"","…"), an empty text that was worked out; and hidden
                                "<c t=\"str\"><f>IF(1,\"\")</f><v></v></c>"),
                     {}, at_opening));
  EXPECT_THAT(said(table), ElementsAre());
  EXPECT_EQ(table.snapshot.projects.at(0).funding.total()->to_string(), "3");
}

TEST(FormulaCells, OfHiddenColumnsAreNobodysBusiness) {
  EXPECT_THAT(said(one(test::xlsx(table_with("<c><v>3</v></c>", "<c><v>3</v></c>",
                                             "<c><f>A1</f></c><c t=\"str\"><v>a</v></c>")))),
              ElementsAre());
}

TEST(FormulaCells, AllOfZeroInAWorkbookThatIsYetToBeComputedHoldNoValue) {
  const std::string zero = "<c><f>E8+F8</f><v>0</v></c>";
  EXPECT_THAT(said(one(test::xlsx(table_with(zero, zero), {}, at_opening))),
              ElementsAre("B4: " + never_computed("B4:B5", "2")));
  // One that was worked out shows that all were; and without the wish 0 is a value.
  EXPECT_THAT(said(one(test::xlsx(table_with(zero, "<c><f>B5+1</f><v>1</v></c>"), {}, at_opening))),
              ElementsAre());
  EXPECT_THAT(said(one(test::xlsx(table_with(zero, zero)))), ElementsAre());
}

TEST(ErrorCells, AreNamed) {
  const std::string error = "<c t=\"e\"><f>#REF!+1</f><v>#REF!</v></c>";
  EXPECT_THAT(
      said(one(test::xlsx(table_with("<c><v>3</v></c>", error)))),
      ElementsAre("B4: an error stands in cells (1) and no value, they were taken as blank: B4"));
}

TEST(FormulaCells, OfXmlWorkbooksAreNamedToo) {
  std::string bytes = workbook({{"S",
                                 {{"项目支出绩效目标表 部门名称：某局 单位：万元"},
                                  {"项目名称", "预算金额", "绩效目标"},
                                  {"巡查", "3.00", "开展巡查。"},
                                  {"合计", "x"}}}});
  const std::string data = "<Cell><Data ss:Type=\"String\">x</Data>";
  std::string never = bytes;
  never.replace(never.find(data), data.size(), "<Cell ss:Formula=\"=R3C2\">");
  EXPECT_THAT(said(one(never)), ElementsAre("B4: " + never_computed("B4", "1")));
  bytes.replace(bytes.find(data), data.size(),
                "<Cell ss:Formula=\"=1/0\"><Data ss:Type=\"Error\">#DIV/0!</Data>");
  EXPECT_THAT(
      said(one(bytes)),
      ElementsAre("B4: an error stands in cells (1) and no value, they were taken as blank: B4"));
}

TEST(CellRanges, AreBlocksInReadingOrder) {
  using import::cell_ranges;
  EXPECT_EQ(cell_ranges({{7, 3}}), "D8");
  EXPECT_EQ(cell_ranges({{1, 1}, {1, 2}, {2, 1}, {2, 2}, {4, 1}, {4, 2}, {5, 2}}),
            "B2:C3, B5:C5, C6");
  import::CellSet many;
  for (std::size_t row = 0; row < 40; row += 2) {
    many.emplace(row, row);
  }
  EXPECT_THAT(cell_ranges(many), testing::EndsWith("W23, …"));
}

}  // namespace
}  // namespace budgetdiff
