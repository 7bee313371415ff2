#include "import/spreadsheetml/spreadsheetml_grids.hpp"

#include "import/content_kind.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff::import {
namespace {

using testing::HasSubstr;

std::string workbook(const std::string& rows, const std::string& more = "",
                     const std::string& options = "") {
  return "<?xml version=\"1.0\" encoding=\"gb2312\"?>\n<?mso-application "
         "progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:"
         "spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">" +
         more + "<Worksheet ss:Name=\"表\"><Table>" + rows + "</Table>" + options +
         "</Worksheet></Workbook>";
}

std::string cells_of(const std::string& text) {
  const auto document = spreadsheetml_grids(text, "x.xml");
  if (!document) {
    return in_english(document.error());
  }
  std::string out;
  for (const Block& block : document->blocks) {
    for (const Cell& one : std::get<Grid>(block).cells()) {
      out += (out.empty() ? "" : " ") + one.place.cell;
      if (one.rows > 1 || one.columns > 1) {
        out += "(" + std::to_string(one.rows) + "x" + std::to_string(one.columns) + ")";
      }
      out += "=" + to_utf8(one.packed());
    }
  }
  return out;
}

std::string text(const std::string& value, const std::string& fields = "") {
  return "<Cell" + fields + "><Data ss:Type=\"String\">" + value + "</Data></Cell>";
}

TEST(SpreadsheetMl, CountsRowsAndColumnsUnlessTheySayTheirPlace) {
  EXPECT_EQ(cells_of(workbook("<Row>" + text("a") + text("b", " ss:Index=\"4\"") + text("c") +
                              "</Row><Row ss:Index=\"3\">" + text("d") +
                              "</Row><Row ss:Span=\"1\"/>"
                              "<Row>" +
                              text("e") + "</Row>")),
            "A1=a D1=b E1=c A3=d A6=e");
}

TEST(SpreadsheetMl, LeavesOutWhatIsStruckThrough) {
  const std::string styles =
      "<Styles><Style ss:ID=\"old\"><Font ss:StrikeThrough=\"1\"/></Style>"
      "<Style ss:ID=\"older\" ss:Parent=\"old\"/></Styles>";
  EXPECT_EQ(cells_of(workbook("<Row>" + text("80", " ss:StyleID=\"older\"") +
                                  text("<S>80</S><Font>1<B>00</B></Font>") + "</Row>",
                              styles)),
            "B1=100");
}

TEST(SpreadsheetMl, KnowsMergedCells) {
  // Where cells reach down, the next row has none, or says where its cells are.
  EXPECT_EQ(cells_of(workbook("<Row>" + text("a", " ss:MergeAcross=\"1\" ss:MergeDown=\"1\"") +
                              text("b") + "</Row><Row>" + text("c") + "</Row><Row>" + text("d") +
                              "</Row>")),
            "A1(2x2)=a C1=b C2=c A3=d");
  EXPECT_EQ(cells_of(workbook("<Row>" + text("a", " ss:MergeDown=\"1\"") + text("b") +
                              "</Row><Row><Cell ss:Index=\"1\"/>" + text("c") + "</Row>")),
            "A1(2x1)=a B1=b B2=c");
  EXPECT_EQ(cells_of(workbook("<Row>" + text("a", " ss:MergeDown=\"1\"") + "</Row><Row>" +
                              text("c", " ss:Index=\"1\"") + "</Row>")),
            "x.xml:表!A2: the cell lies under a merged one; open it and save it as XLSX");
}

TEST(SpreadsheetMl, GivesNumbersAsTheyAreShown) {
  const std::string styles =
      "<Styles><Style ss:ID=\"Default\"/><Style ss:ID=\"money\"><NumberFormat "
      "ss:Format=\"Standard\"/></Style><Style ss:ID=\"bold\" ss:Parent=\"money\"/><Style "
      "ss:ID=\"rate\"><NumberFormat ss:Format=\"0%\"/></Style><Style ss:ID=\"exact\"><NumberFormat "
      "ss:Format=\"Percent\"/></Style></Styles>";
  const auto number = [](const std::string& value, const std::string& style) {
    return "<Cell" + (style.empty() ? "" : " ss:StyleID=\"" + style + "\"") +
           "><Data ss:Type=\"Number\">" + value + "</Data></Cell>";
  };
  EXPECT_EQ(cells_of(workbook(
                "<Column/><Column ss:StyleID=\"rate\"/><Row>" + number("21.210000000000001", "") +
                    number("0.95", "") + number("1250", "bold") + number("0.955", "exact") +
                    "</Row><Row ss:StyleID=\"money\">" + number("1.5E3", "") + "</Row>",
                styles)),
            "A1=21.21 B1=95% C1=1250.00 D1=95.50% A2=1500.00");
}

TEST(SpreadsheetMl, GivesTextOutOfItsFormatting) {
  EXPECT_EQ(
      cells_of(workbook("<Row><Cell><ss:Data ss:Type=\"String\" "
                        "xmlns=\"http://www.w3.org/TR/REC-html40\"><B>甲<Font "
                        "html:Color=\"#FF0000\">乙</Font></B>&#10;丙</ss:Data><Comment><ss:Data>"
                        "note</ss:Data></Comment></Cell><Cell><Data ss:Type=\"DateTime\">"
                        "2024-12-31T00:00:00.000</Data></Cell><Cell><Data "
                        "ss:Type=\"Error\">#REF!</Data></Cell></Row>")),
      "A1=甲乙丙 B1=2024-12-31");
}

TEST(SpreadsheetMl, PassesOverHiddenSheets) {
  const auto document = spreadsheetml_grids(
      workbook("<Row>" + text("a") + "</Row>", "",
               "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>"
               "SheetHidden</Visible></WorksheetOptions>"),
      "x.xml");
  ASSERT_TRUE(document);
  EXPECT_TRUE(document->blocks.empty());
  ASSERT_EQ(document->findings.size(), 1U);
  EXPECT_EQ(document->findings.front().place.sheet, "表");
}

TEST(SpreadsheetMl, BoundsWhatHostileFilesSay) {
  const std::string huge = "99999999999";
  EXPECT_EQ(cells_of(workbook("<Row ss:Index=\"" + huge + "\" ss:Span=\"" + huge +
                              "\"><Cell ss:Index=\"" + huge + "\"/></Row><Row>" +
                              text("a", " ss:MergeAcross=\"" + huge + "\"") + "</Row>")),
            "");
  EXPECT_THAT(cells_of("<Workbook><Worksheet"), HasSubstr("broken or cut short"));
  // Elements without end.
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<B>";
  }
  EXPECT_FALSE(spreadsheetml_grids(workbook("<Row><Cell><Data>" + deep), "x.xml"));
}

TEST(SpreadsheetMl, IsToldFromWebPages) {
  EXPECT_TRUE(looks_like_spreadsheetml(workbook("")));
  EXPECT_FALSE(looks_like_spreadsheetml(
      "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><x:ExcelWorkbook><table>"));
}

}  // namespace
}  // namespace budgetdiff::import
