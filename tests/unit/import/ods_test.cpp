// OpenDocument spreadsheets. All figures are made up.

#include "import/odf/odf_grids.hpp"
#include "import/ods/shown_value.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_archives.hpp"
#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string sheets(const std::string& tables, const std::string& styles = "") {
  return test::open_document("<office:automatic-styles>" + styles +
                             "</office:automatic-styles><office:body><office:spreadsheet>" +
                             tables + "</office:spreadsheet></office:body>");
}

std::string sheet(const std::string& rows) {
  return sheets("<table:table table:name=\"表\">" + rows + "</table:table>");
}

std::string row(const std::string& cells, const std::string& fields = "") {
  return "<table:table-row" + fields + ">" + cells + "</table:table-row>";
}

std::string cell(const std::string& text, const std::string& fields = "") {
  return "<table:table-cell office:value-type=\"string\"" + fields + "><text:p>" + text +
         "</text:p></table:table-cell>";
}

std::string number(const std::string& value, const std::string& shown,
                   const std::string& type = "float", const std::string& fields = "") {
  return "<table:table-cell office:value-type=\"" + type + "\" office:value=\"" + value + "\"" +
         fields + "><text:p>" + shown + "</text:p></table:table-cell>";
}

std::string repeated(const std::string& what, const std::string& count) {
  return " table:number-" + what + "-repeated=\"" + count + "\"";
}

std::string spanned(const std::string& columns, const std::string& rows) {
  return " table:number-columns-spanned=\"" + columns + "\" table:number-rows-spanned=\"" + rows +
         "\"";
}

const std::string blank = "<table:table-cell/>";

/// "A1=text B2(2x3)=…" of all cells of all sheets, or the error.
std::string cells_of(const std::string& bytes) {
  const auto document = import::odf_grids(bytes, "x.ods");
  if (!document) {
    return in_english(document.error());
  }
  std::string out;
  for (const import::Block& block : document->blocks) {
    for (const import::Cell& one : std::get<import::Grid>(block).cells()) {
      out += (out.empty() ? "" : " ") + one.place.cell;
      if (one.rows > 1 || one.columns > 1) {
        out += "(" + std::to_string(one.rows) + "x" + std::to_string(one.columns) + ")";
      }
      out += "=" + to_utf8(one.packed());
    }
  }
  return out;
}

/// The findings of the reader as `code cell`.
std::vector<std::string> findings_of(const std::string& bytes) {
  const auto document = import::odf_grids(bytes, "x.ods");
  std::vector<std::string> out;
  for (const Finding& finding : document ? document->findings : std::vector<Finding>{}) {
    out.push_back(finding.code + " " + finding.place.sheet + "!" + finding.place.cell);
  }
  return out;
}

TEST(Ods, PutsRepeatedCellsAndRowsWhereTheyStand) {
  EXPECT_EQ(
      cells_of(sheet(row(cell("a") + "<table:table-cell" + repeated("columns", "2") + "/>" +
                         cell("b", repeated("columns", "2"))) +
                     row(blank, repeated("rows", "3")) + row(cell("c"), repeated("rows", "2")))),
      "A1=a D1=b E1=b A5=c A6=c");
  // Header rows and groups are rows, too.
  EXPECT_EQ(cells_of(sheet("<table:table-header-rows>" + row(cell("a")) +
                           "</table:table-header-rows><table:table-row-group><table:table-rows>" +
                           row(cell("b")) + "</table:table-rows></table:table-row-group>")),
            "A1=a A2=b");
}

TEST(Ods, KnowsMergedCellsAndLeavesOutWhatTheyCover) {
  const std::string covered =
      "<table:covered-table-cell><text:p>x</text:p>"
      "</table:covered-table-cell>";
  EXPECT_EQ(cells_of(sheet(
                row(cell("a", spanned("2", "2")) + covered + cell("b")) +
                row("<table:covered-table-cell" + repeated("columns", "2") + "/>" + cell("c")))),
            "A1(2x2)=a C1=b C2=c");
}

TEST(Ods, GivesNumbersWithAllTheirDigitsAndTheWordsAroundThem) {
  EXPECT_EQ(cells_of(sheet(row(number("3200", "3,200.00") + number("21.2167", "21.22") +
                               number("0.955", "96%", "percentage") +
                               number("1234.5", "￥1,234.50", "currency") + number("5", "5次") +
                               number("-3", "(3.00)") + number("46022", "2025年12月31日", "date") +
                               number("0", "-") + number("32000000", "3,200")))),
            "A1=3200.00 B1=21.2167 C1=95.5% D1=1234.50 E1=5次 F1=-3.00 G1=2025年12月31日 H1=0 "
            "I1=3,200");
  // A script may write no text.
  EXPECT_EQ(
      cells_of(sheet(
          row("<table:table-cell office:value-type=\"float\" office:value=\"21.210000000000001\"/>"
              "<table:table-cell office:value-type=\"percentage\" office:value=\"0.95\"/>"
              "<table:table-cell office:value-type=\"date\" "
              "office:date-value=\"2025-12-31T00:00:00\"/>"
              "<table:table-cell office:value-type=\"string\" office:string-value=\"a\"/>"))),
      "A1=21.21 B1=95% C1=2025-12-31 D1=a");
}

TEST(Ods, KeepsEveryDigitOfAnAmount) {
  // Sixteen digits are more than a double holds.
  EXPECT_EQ(import::shown_value("12345678901234.56", "12345678901234.56", false).text,
            "12345678901234.56");
  EXPECT_EQ(import::shown_value("0.30000000000000004", "0.30", false).text, "0.30");
  EXPECT_EQ(import::shown_value("1500", "1.5E+03", false).text, "1.5E+03");
  EXPECT_EQ(import::shown_value("1.5", "1 1/2", false).text, "1 1/2");
  EXPECT_EQ(import::shown_value("3", "三", false).text, "三");
  EXPECT_EQ(import::shown_value("-3", "-3.00", false).text, "-3.00");
  EXPECT_EQ(import::shown_value("-3", "▲3", false).text, "-3");
  EXPECT_EQ(import::shown_value("-3", "亏3", false).text, "亏3");
  EXPECT_EQ(import::shown_value("3", "≥3次", false).text, "≥3次");
  EXPECT_FALSE(import::shown_value("3", " ", false).as_shown);
  EXPECT_EQ(import::shown_value("NaN", "x", false).text, "x");
  EXPECT_EQ(import::shown_value("", "", false).text, "");
}

TEST(Ods, GivesTextOutOfItsFormatting) {
  EXPECT_EQ(cells_of(sheet(row(
                "<table:table-cell><office:annotation><text:p>批注</text:p></office:annotation>"
                "<text:p>一<text:span>二<text:span>三</text:span></text:span><text:s text:c=\"9\"/>"
                "<text:a>四</text:a><text:ruby><text:ruby-base>五</text:ruby-base><text:ruby-text>"
                "wǔ</text:ruby-text></text:ruby></text:p><text:p>六</text:p></table:table-cell>"))),
            "A1=一二三四五六");
  EXPECT_EQ(
      cells_of(test::open_document(
          "<office:font-face-decls><style:font-face style:name=\"S1\" "
          "svg:font-family=\"'Symbol'\"/></office:font-face-decls><office:automatic-styles>"
          "<style:style style:name=\"T1\"><style:text-properties style:font-name=\"S1\"/>"
          "</style:style></office:automatic-styles><office:body><office:spreadsheet><table:table>" +
          row(cell("<text:span text:style-name=\"T1\">\xC2\xB3</text:span>95%")) +
          "</table:table></office:spreadsheet></office:body>")),
      "A1=≥95%");
}

TEST(Ods, PassesOverWhatIsHidden) {
  const std::string hidden = " table:visibility=\"collapse\"";
  const std::string bytes = sheets(
      "<table:table table:name=\"旧\" table:style-name=\"ta2\">" + row(cell("x")) +
          "</table:table><table:table table:name=\"表\"><table:table-column/><table:table-column" +
          hidden + "/>" + row(cell("a") + cell("b") + cell("c")) +
          row(cell("d"), hidden + repeated("rows", "2")) +
          "<table:table-row-group table:display=\"false\">" + row(cell("e")) +
          "</table:table-row-group>" + row(cell("f"), " table:visibility=\"filter\"") +
          row(cell("g")) + "</table:table>",
      "<style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/>"
      "</style:style>");
  EXPECT_EQ(cells_of(bytes), "A1=a C1=c A6=g");
  EXPECT_THAT(findings_of(bytes), ElementsAre("sheet-passed-over 旧!", "cells-hidden 表!"));
}

TEST(Ods, NamesCellsWithoutAValue) {
  const std::string bytes =
      sheet(row("<table:table-cell table:formula=\"of:=[.A2]\"/>"
                "<table:table-cell table:formula=\"of:=&quot;&quot;\" office:value-type=\"string\" "
                "office:string-value=\"\"><text:p/></table:table-cell>"
                "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" "
                "office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p>"
                "</table:table-cell>" +
                number("3", "3", "float", " table:formula=\"of:=1+2\"")));
  EXPECT_EQ(cells_of(bytes), "D1=3");
  EXPECT_THAT(findings_of(bytes),
              ElementsAre("cell-without-value 表!A1", "cell-without-value 表!C1"));
}

TEST(Ods, BoundsWhatHostileFilesSay) {
  const std::string huge = "4000000000";
  const std::string million = "1000000";
  // Blank, and hidden, to the sheet's end and beyond: as programs write it, too.
  EXPECT_EQ(cells_of(sheet("<table:table-column" + repeated("columns", huge) + "/>" +
                           row(cell("a") + "<table:table-cell" + repeated("columns", huge) + "/>" +
                               cell("b")) +
                           row("<table:table-cell" + repeated("columns", huge) + "/>",
                               repeated("rows", huge) + " table:visibility=\"collapse\"") +
                           row(cell("c")))),
            "A1=a");
  EXPECT_EQ(cells_of(sheet(row(cell("a", spanned(huge, huge))))), "A1=a");
  const std::string too_large = "x.ods:表: the sheet is too large to read";
  EXPECT_THAT(cells_of(sheet(row(cell("a"), repeated("rows", huge)))), HasSubstr(too_large));
  EXPECT_THAT(cells_of(sheet(row(cell("a", repeated("columns", million)), repeated("rows", "99")))),
              HasSubstr(too_large));
  // Row after row of hidden ones.
  std::string rows;
  for (int i = 0; i < 50; ++i) {
    rows += "<table:table>" +
            row(blank, repeated("rows", million) + " table:visibility=\"collapse\"") +
            row(cell("a")) + "</table:table>";
  }
  EXPECT_THAT(cells_of(sheets(rows)), HasSubstr("too large to read"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<table:table-row-group>";
  }
  EXPECT_THAT(cells_of(sheet(deep)), HasSubstr("broken or cut short"));
  for (int i = 0; i < 100'000; ++i) {
    deep += "</table:table-row-group>";
  }
  EXPECT_EQ(cells_of(sheet(deep)), "");
}

TEST(Ods, RefusesWhatIsEncryptedBrokenOrNoTable) {
  const auto archive = [](const std::string& content, const std::string& manifest) {
    return test::archive({{"content.xml", content}, {"META-INF/manifest.xml", manifest}});
  };
  EXPECT_THAT(cells_of(archive("\x01\x02",
                               "<m:manifest xmlns:m=\"m\"><m:file-entry>"
                               "<m:encryption-data/></m:file-entry></m:manifest>")),
              HasSubstr("x.ods: the document is encrypted"));
  EXPECT_THAT(cells_of(archive("<a>", "<m/>")), HasSubstr("broken or cut short"));
  EXPECT_THAT(cells_of(archive("<!DOCTYPE a><a/>", "<m/>")), HasSubstr("content.xml declares"));
  EXPECT_THAT(cells_of(test::open_document("<office:body><office:presentation/></office:body>")),
              HasSubstr("documents of this kind are not read: OpenDocument"));
}

TEST(Ods, IsToldByItsContentInOneFileToo) {
  const std::string rows = row(cell("项目支出绩效目标表 部门名称：某局 单位：万元")) +
                           row(cell("项目名称") + cell("预算金额") + cell("绩效目标")) +
                           row(cell("巡查") + number("3", "3.00") + cell("开展巡查。"));
  const std::string flat =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"t\" "
      "xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"表\">" +
      rows + "</table:table></office:spreadsheet></office:body></office:document>";
  for (const std::string& bytes : {sheet(rows), flat}) {
    const ImportedTable table = one(bytes);
    EXPECT_EQ(table.provenance.importer, "ods");
    EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), ElementsAre("total=3.00"));
    EXPECT_EQ(table.provenance.projects.at(0).place.sheet, "表");
    EXPECT_EQ(table.provenance.projects.at(0).place.cell, "A3");
  }
}

}  // namespace
}  // namespace budgetdiff
