// What the pages of a Word document say at their top. All figures are made up.

#include <budgetdiff/import/tables.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/docx/docx_grids.hpp"
#include "import/spreadsheetml/spreadsheetml_grids.hpp"
#include "import/xls/xls_grids.hpp"
#include "import/xlsx/xlsx_grids.hpp"
#include "office_archives.hpp"
#include "xls_file.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <variant>

namespace budgetdiff {
namespace {

using testing::ElementsAre;

std::string paragraph(const std::string& text, const std::string& properties = "") {
  return "<w:p>" + properties + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string header(const std::string& text) {
  return "<w:hdr xmlns:w=\"w\">" + paragraph(text) + "</w:hdr>";
}

std::string reference(const std::string& id, const std::string& type = "default") {
  return "<w:headerReference w:type=\"" + type + "\" r:id=\"" + id + "\"/>";
}

/// The lines of a document; two headers, `a` and `b`, are among its parts.
std::vector<std::string> lines_of(const std::string& body) {
  const auto document = import::docx_grids(
      test::archive({{"word/document.xml", "<w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>" +
                                               body + "</w:body></w:document>"},
                     {"word/_rels/document.xml.rels",
                      "<Relationships><Relationship Id=\"a\" Target=\"header1.xml\"/>"
                      "<Relationship Id=\"b\" Target=\"/word/header2.xml\"/></Relationships>"},
                     {"word/header1.xml", header("丁县林业局2024年项目支出绩效目标表")},
                     {"word/header2.xml", header("单位：万元")}}),
      "x.docx");
  std::vector<std::string> out;
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (document) {
    for (const import::Block& block : document->blocks) {
      if (const auto* const line = std::get_if<import::TextLine>(&block)) {
        out.push_back(to_utf8(line->text));
      }
    }
  }
  return out;
}

TEST(PageHeads, StandAboveTheText) {
  EXPECT_THAT(lines_of(paragraph("一") + "<w:sectPr>" + reference("a") + "</w:sectPr>"),
              ElementsAre("丁县林业局2024年项目支出绩效目标表", "一"));
}

TEST(PageHeads, OfEachSectionAreItsOwnOrThoseOfTheOneBefore) {
  const std::string first = "<w:pPr><w:sectPr>" + reference("a") + "</w:sectPr></w:pPr>";
  const std::string none = "<w:pPr><w:sectPr/></w:pPr>";
  EXPECT_THAT(lines_of(paragraph("一", first) + paragraph("二", none) + paragraph("三") +
                       "<w:sectPr>" + reference("b") + "</w:sectPr>"),
              ElementsAre("丁县林业局2024年项目支出绩效目标表", "一", "二", "单位：万元", "三"));
}

TEST(PageHeads, OfFirstPagesAreShownWhereASectionSaysSo) {
  const std::string both = reference("b", "first") + reference("a");
  EXPECT_THAT(lines_of(paragraph("一") + "<w:sectPr>" + both + "</w:sectPr>"),
              ElementsAre("丁县林业局2024年项目支出绩效目标表", "一"));
  EXPECT_THAT(lines_of(paragraph("一") + "<w:sectPr>" + both + "<w:titlePg/></w:sectPr>"),
              ElementsAre("单位：万元", "丁县林业局2024年项目支出绩效目标表", "一"));
}

TEST(PageHeads, OfASheetsPrintStandAboveItsCells) {
  const auto lines = [](const std::string& header) {
    const auto document = import::xlsx_grids(
        test::xlsx("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>"
                   "<headerFooter>" +
                   header + "</headerFooter></worksheet>"),
        "x.xlsx");
    std::vector<std::string> out;
    for (const import::Block& block : document->blocks) {
      if (const auto* const line = std::get_if<import::TextLine>(&block)) {
        out.push_back(to_utf8(line->text));
      }
    }
    return out;
  };
  EXPECT_THAT(
      lines(
          "<oddHeader>&amp;L附件1&amp;C&amp;\"宋体,加粗\"&amp;14丁县林业局2024年项目支出绩效目标表"
          "&amp;R单位：万元\n第&amp;P页</oddHeader>"),
      ElementsAre("附件1", "丁县林业局2024年项目支出绩效目标表", "单位：万元"));
  EXPECT_THAT(lines("<oddHeader>A&amp;&amp;B</oddHeader><oddFooter>&amp;C尾</oddFooter>"
                    "<firstHeader>首</firstHeader>"),
              ElementsAre("A&B"));
}

TEST(PageHeads, OfOldAndXmlWorkbooksStandAboveTheirCells) {
  const auto first_line = [](const Result<import::GridDocument>& document) -> std::string {
    EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
    const auto* const line = document && !document->blocks.empty()
                                 ? std::get_if<import::TextLine>(&document->blocks.front())
                                 : nullptr;
    return line == nullptr ? "" : to_utf8(line->text);
  };
  const std::u16string head = u"&C单位：万元&R&P/&N";
  EXPECT_EQ(first_line(import::xls_grids(
                test::xls_file(
                    {{u"S", test::record(0x14, test::two(head.size()) + "\x01" + test::wide(head)) +
                                test::label(0, 0, u"一")}}),
                "x.xls")),
            "单位：万元");
  EXPECT_EQ(
      first_line(import::xls_grids(
          test::xls_file({{u"S", test::record(0x14, "") + test::label(0, 0, u"一")}}), "x.xls")),
      "");
  EXPECT_EQ(
      first_line(import::spreadsheetml_grids(
          "<Workbook><Worksheet Name=\"S\"><Table><Row><Cell><Data Type=\"String\">一</Data>"
          "</Cell></Row></Table><WorksheetOptions><PageSetup><Header Data=\"&amp;C单位：万元\"/>"
          "</PageSetup></WorksheetOptions></Worksheet></Workbook>",
          "x.xml")),
      "单位：万元");
}

}  // namespace
}  // namespace budgetdiff
