// What no office program writes and what no person fills in. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_archives.hpp"
#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::HasSubstr;

const std::string document_type =
    "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
const std::string refused = "declares a document type (DTD)";

std::string error_of(const std::string& bytes) {
  const auto document = read(bytes);
  return document ? "read" : in_english(document.error());
}

const std::string sheet =
    "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
const std::string strings = "<sst><si><t>a</t></si></sst>";
const std::string styles = "<styleSheet><cellXfs><xf/></cellXfs></styleSheet>";

TEST(HostileFiles, WithFewCellsOfManyColumnsAreReadAtOnce) {
  std::string row;
  for (int i = 0; i < 400; ++i) {
    row += "<td colspan=1000 rowspan=50000>" + std::to_string(i) + "</td>";
  }
  const SourceDocument page{"x.html", "<table><tr>" + row + "</tr><tr><td>1</td></tr></table>"};
  EXPECT_FALSE(import_web_page(page, {}));  // within the time of a test
}

TEST(DocumentTypes, AreRefusedInEveryPartOfAWorkbook) {
  const std::string declaration = "<?xml version=\"1.0\"?>\n<!-- a -->";
  const std::string head = declaration + document_type;
  EXPECT_THAT(error_of(test::xlsx(head + sheet)), HasSubstr("xl/sheet.xml " + refused));
  EXPECT_THAT(error_of(test::xlsx(sheet, {{"xl/sharedStrings.xml", head + strings}})),
              HasSubstr("xl/sharedStrings.xml " + refused));
  EXPECT_THAT(error_of(test::xlsx(
                  sheet, {{"xl/sharedStrings.xml", strings}, {"xl/styles.xml", head + styles}})),
              HasSubstr("xl/styles.xml " + refused));
  EXPECT_THAT(error_of(test::archive({{"xl/workbook.xml", head + "<workbook/>"}})),
              HasSubstr("xl/workbook.xml " + refused));
  // In UTF-16, and before text that breaks: all the same.
  std::string wide = "\xFE\xFF";
  for (const char c : head + sheet) {
    wide += '\0';
    wide += c;
  }
  EXPECT_THAT(error_of(test::xlsx(wide)), HasSubstr(refused));
  EXPECT_THAT(error_of(test::xlsx(head + "<worksheet>")), HasSubstr(refused));
}

TEST(DocumentTypes, AreRefusedInWordDocumentsAndXmlWorkbooks) {
  EXPECT_THAT(error_of(test::archive({{"word/document.xml", document_type + "<w:document/>"}})),
              HasSubstr("word/document.xml " + refused));
  std::string bytes = workbook({{"S", {{"a"}}}});
  bytes.insert(bytes.find("<Workbook"), document_type);
  EXPECT_THAT(error_of(bytes), HasSubstr("x.html: the document " + refused));
}

TEST(DocumentTypes, AreThoseOfTheXmlAndNoTextThatSpeaksOfThem) {
  const std::string speaks =
      "<worksheet><sheetData><row><c t=\"str\"><v>&lt;!DOCTYPE a&gt;</v></c><c "
      "t=\"str\"><v><![CDATA[<!DOCTYPE a>]]></v></c></row></sheetData><!-- <!DOCTYPE a> -->"
      "</worksheet>";
  EXPECT_THAT(error_of(test::xlsx(speaks)), testing::Not(HasSubstr(refused)));
  EXPECT_EQ(error_of("<!DOCTYPE html>" +
                     page("<h2>项目支出绩效目标表</h2>部门名称：某局",
                          {{"项目名称", "预算金额", "绩效目标"}, {"巡查", "3.00", "开展巡查。"}})),
            "read");
}

TEST(BrokenParts, AreNotPassedOver) {
  // Without its strings every text of the sheet would be blank.
  EXPECT_THAT(error_of(test::xlsx(sheet, {{"xl/sharedStrings.xml", "<sst><si><t>a</si>"}})),
              HasSubstr("broken or cut short"));
}

TEST(GiganticCells, AreRefusedInEveryKindOfDocument) {
  const std::string most(std::size_t{1} << 20U, 'a');
  const auto table = [](const std::string& goal) {
    return page("<h2>项目支出绩效目标表</h2><p>部门名称：某局 单位：万元</p>\n",
                {{"项目名称", "预算金额", "绩效目标"}, {"巡查", "3.00", goal}});
  };
  EXPECT_EQ(error_of(table(most)), "read");
  const std::string too_large = "x.html:2: the cell holds more than 1024 KB of text";
  EXPECT_THAT(error_of(table(most + "a")), HasSubstr(too_large));
  // Letters of several bytes, in several lines.
  std::string chinese;
  while (chinese.size() <= most.size()) {
    chinese += "开展巡查。<br>";
  }
  EXPECT_EQ(error_of(table(chinese)), "read");
  EXPECT_THAT(error_of(table(chinese + chinese)), HasSubstr(too_large));

  for (const std::string separator : {",", "\t"}) {
    EXPECT_THAT(error_of("部门名称：某局\n项目名称" + separator + "预算金额" + separator +
                         "绩效目标\n巡查" + separator + "3.00" + separator + "\"" + most + "a\"\n"),
                HasSubstr("larger than 1024 KB"));
  }
  EXPECT_THAT(
      error_of(test::archive(
          {{"word/document.xml", "<w:document><w:tbl><w:tr><w:tc><w:p><w:r><w:t>" + most +
                                     "a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>"}})),
      HasSubstr("x.html:table 1!A1: the cell holds more than 1024 KB"));
}

}  // namespace
}  // namespace budgetdiff
