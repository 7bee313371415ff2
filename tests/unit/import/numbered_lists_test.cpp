// Numbers that programs set before the items of lists. All figures are made up.

#include "documents.hpp"
#include "import/docx/docx_grids.hpp"
#include "import/odf/odf_grids.hpp"
#include "import/text/list_number.hpp"
#include "office_archives.hpp"

#include <budgetdiff/import/tables.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

namespace budgetdiff {
namespace {

using import::list_number;
using import::number_style;
using testing::ElementsAre;

TEST(ListNumbers, AreWrittenAsTheListSays) {
  const struct {
    const char* style;
    unsigned int number;
    const char* written;
  } cases[] = {{"decimal", 12, "12"},
               {"chineseCounting", 1, "一"},
               {"chineseCounting", 10, "十"},
               {"chineseCounting", 12, "十二"},
               {"chineseCounting", 30, "三十"},
               {"cjk-ideographic", 105, "一百零五"},
               {"lowerLetter", 27, "aa"},
               {"upper-alpha", 2, "B"},
               {"lowerRoman", 9, "ix"},
               {"I", 14, "XIV"},
               {"decimalEnclosedCircle", 3, "③"},
               {"decimalEnclosedCircle", 31, "31"},
               {"decimalFullWidth", 10, "１０"},
               {"ideographTraditional", 2, "乙"},
               {"bullet", 2, ""},
               {"of another kind", 2, "2"}};
  for (const auto& one : cases) {
    EXPECT_EQ(list_number(one.number, number_style(one.style)), one.written) << one.style;
  }
}

std::vector<std::string> lines_of(const Result<import::GridDocument>& document) {
  std::vector<std::string> out;
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  for (const import::Block& block : document ? document->blocks : std::vector<import::Block>{}) {
    if (const auto* const line = std::get_if<import::TextLine>(&block)) {
      out.push_back(to_utf8(line->text));
      continue;
    }
    const import::Grid& grid = std::get<import::Grid>(block);
    for (std::size_t r = 0; r < grid.rows(); ++r) {
      for (const import::Cell* const cell : grid.filled_cells(r)) {
        for (const import::TextLine& line : cell->lines) {
          out.push_back(to_utf8(line.text));
        }
      }
    }
  }
  return out;
}

std::string in_list(const std::string& list, const std::string& level, const std::string& text) {
  return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list +
         "\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string cell(const std::string& paragraphs) {
  return "<w:tc><w:tcPr/>" + paragraphs + "</w:tc>";
}

/// Lists 1 and 2 are of one numbering (1、 and （1）), of which 2 begins anew; 3 has bullets.
std::vector<std::string> lines_of_docx(const std::string& body) {
  const auto level = [](const char* at, const char* format, const char* text,
                        const char* more = "") {
    return std::string("<w:lvl w:ilvl=\"") + at + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           format + "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
  };
  const std::string numbering =
      "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"7\">" +
      level("0", "chineseCounting", "%1、",
            "<w:pStyle w:val=\"Item\"/><w:suff w:val=\"nothing\"/>") +
      level("1", "decimal", "（%2）") + "</w:abstractNum><w:abstractNum w:abstractNumId=\"8\">" +
      level("0", "bullet", "") +
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
      "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
      "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
      "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"8\"/></w:num></w:numbering>";
  const std::string styles =
      "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"Item\"><w:pPr><w:numPr>"
      "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Mine\">"
      "<w:basedOn w:val=\"Item\"/></w:style></w:styles>";
  return lines_of(import::docx_grids(
      test::archive({{"word/document.xml",
                      "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"},
                     {"word/numbering.xml", numbering},
                     {"word/styles.xml", styles}}),
      "x.docx"));
}

TEST(ListNumbers, OfWordCountOnOverCells) {
  EXPECT_THAT(lines_of_docx("<w:tbl><w:tr>" +
                            cell(in_list("1", "0", "修渠；") + in_list("1", "1", "长渠")) +
                            cell(in_list("1", "0", "清淤。")) + "</w:tr><w:tr>" +
                            cell(in_list("2", "0", "植树；") + in_list("2", "0", "护林。")) +
                            cell(in_list("3", "0", "无号") + in_list("0", "0", "不在其列")) +
                            "</w:tr></w:tbl>"),
              ElementsAre("一、修渠；", "（1） 长渠", "二、清淤。", "一、植树；", "二、护林。",
                          "无号", "不在其列"));
}

TEST(ListNumbers, OfWordAreAlsoThoseOfAParagraphsStyle) {
  const auto styled = [](const std::string& style) {
    return "<w:p><w:pPr><w:pStyle w:val=\"" + style +
           "\"/></w:pPr><w:r><w:t>修渠</w:t></w:r></w:p>";
  };
  EXPECT_THAT(lines_of_docx(styled("Item") + styled("Mine") + styled("Other")),
              ElementsAre("一、修渠", "二、修渠", "修渠"));
}

TEST(ListNumbers, OfOpenDocumentAreThoseOfItsItems) {
  const auto item = [](const std::string& text, const std::string& more = "") {
    return "<text:list-item><text:p>" + text + "</text:p>" + more + "</text:list-item>";
  };
  const std::string styles =
      "<office:automatic-styles><text:list-style style:name=\"L\">"
      "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" "
      "style:num-suffix=\".\"/>"
      "<text:list-level-style-number text:level=\"2\" style:num-format=\"1\" "
      "text:display-levels=\"2\"/>"
      "</text:list-style><text:list-style style:name=\"B\"><text:list-level-style-bullet "
      "text:level=\"1\"/></text:list-style></office:automatic-styles>";
  const auto list = [](const std::string& style, const std::string& items,
                       const std::string& more = "") {
    return "<text:list text:style-name=\"" + style + "\"" + more + ">" + items + "</text:list>";
  };
  EXPECT_THAT(
      lines_of(import::odf_grids(
          test::open_document(
              styles + "<office:body><office:text>" +
              list("L",
                   item("修渠", "<text:list>" + item("长渠") + "</text:list>") + item("清淤")) +
              list("L", item("护林"), " text:continue-numbering=\"true\"") +
              list("L", item("植树")) + list("B", item("无号")) + "</office:text></office:body>"),
          "x.odt")),
      ElementsAre("1. 修渠", "1.1 长渠", "2. 清淤", "3. 护林", "1. 植树", "无号"));
}

TEST(ListNumbers, OfPagesStandBeforeTheTextOfTheItem) {
  const auto goal = [](const std::string& list) {
    const auto document = import_web_page(
        {"x.html",
         "<p>某局2024年项目支出绩效目标表</p><p>单位：万元</p><table><tr><td>项目名称</td>"
         "<td>预算金额</td><td>绩效目标</td></tr><tr><td>渠道</td><td>5</td><td>" +
             list + "</td></tr></table>"},
        {});
    EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
    return document ? document->tables[0].snapshot.projects.at(0).goal : "";
  };
  EXPECT_EQ(goal("<ol><li><p>修渠。</p></li><li>清淤。</li></ol>"), "1.修渠。\n2.清淤。");
  EXPECT_EQ(goal("<ol start=\"3\"><li>修渠。<li value=7>清淤。</ol>"), "3.修渠。\n7.清淤。");
  EXPECT_EQ(goal("<ol style=\"list-style:none\"><li>修渠。<li>清淤。</ol>"), "修渠。清淤。");
  EXPECT_EQ(goal("<ul><li>修渠。<li>清淤。</ul>"), "修渠。清淤。");
}

}  // namespace
}  // namespace budgetdiff
