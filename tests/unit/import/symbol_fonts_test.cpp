#include "import/text/symbol_fonts.hpp"
#include "import/docx/docx_grids.hpp"
#include "import/html/html_grids.hpp"
#include "import/table/ticked_boxes.hpp"
#include "import/xlsx/xlsx_grids.hpp"
#include "office_archives.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using import::as_shown;
using import::published_text;
using import::SymbolFont;

TEST(SymbolFonts, ShowComparatorsAndBoxes) {
  EXPECT_EQ(as_shown(U"\uF0B395\uF025", SymbolFont::symbol), U"≥95%");
  EXPECT_EQ(as_shown(U"³ £ ± \uF03E\uF03C\uF03D", SymbolFont::symbol), U"≥ ≤ ± ><=");
  EXPECT_EQ(as_shown(U"R新增 £延续", SymbolFont::wingdings_2), U"☑新增 □延续");
  EXPECT_EQ(as_shown(U"\uF0FE\uF0A8", SymbolFont::wingdings), U"☑□");
  EXPECT_EQ(as_shown(U"R£³", SymbolFont::none), U"R£³");
  EXPECT_EQ(import::symbol_font("'Wingdings 2'"), SymbolFont::wingdings_2);
  EXPECT_EQ(import::symbol_font("SimSun"), SymbolFont::none);
}

TEST(Radicals, AreTheLettersThatTheyShow) {
  EXPECT_EQ(published_text("\u2F08\u2F12资源部\u2ED4\u2F00\u2F3E\u2FD5"), U"人力资源部门一户龠");
  EXPECT_EQ(published_text("\u2E80\u2E9A\u2FD6，补\u2EEC"), U"\u2E80\u2E9A\u2FD6，补齐")
      << "what is none";
}

TEST(SymbolFonts, AreGuessedWhereOnlyTheirCodesAreLeft) {
  EXPECT_EQ(published_text("\uF0B395\uF025"), U"≥95%");
  EXPECT_EQ(published_text("\uF0A3 3\uF0B12"), U"≤ 3±2");
  EXPECT_EQ(import::ticked(published_text("\uF052新增 \uF0A3延续")), U"新增");
  EXPECT_EQ(import::ticked(published_text("\uF0A8新增 \uF0FE延续")), U"延续");
  EXPECT_EQ(published_text("\uF0EE\uE123"), U"\uF0EE\uE123") << "kept where it is not known";
}

TEST(TickedBoxes, AreToldInWhateverTheyAreTyped) {
  for (const char32_t* const text :
       {U"□新增 ☑延续", U"新增□ 延续☑", U"[ ]新增 [√]延续", U"（√）延续 （ ）新增",
        U"新增（ ） 延续（√）", U"○新增 ●延续", U"□新增 ✓延续", U"1.新增□ 2.延续☑",
        U"A.新增 B.延续√", U"√延续 新增", U"▢新增 ▣延续", U"☐新增 🗹延续", U"新增 延续√",
        U"□新增\n☑延续"}) {
    EXPECT_EQ(import::ticked(text), U"延续") << to_utf8(text);
  }
  EXPECT_EQ(import::ticked(U"☑新增、☑延续"), U"新增、延续");
  EXPECT_EQ(import::ticked(U"□新增 □延续"), U"");
  EXPECT_EQ(import::ticked(U"延续（2022-2025年）"), U"延续（2022-2025年）");
}

/// All text of a document's first table.
std::string text_of(const Result<import::GridDocument>& document) {
  std::u32string out;
  if (document) {
    for (const import::Block& block : document->blocks) {
      if (const auto* grid = std::get_if<import::Grid>(&block)) {
        for (const import::Cell& cell : grid->cells()) {
          out += cell.packed() + U"|";
        }
      }
    }
  }
  return to_utf8(out);
}

std::string docx_of(const std::string& run) {
  return test::archive(
      {{"word/document.xml", "<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr><w:tc><w:p>" + run +
                                 "</w:p></w:tc></w:tr></w:tbl></w:body></w:document>"}});
}

TEST(SymbolFonts, OfWordAreNotLost) {
  const struct {
    const char* run;
    const char* text;
  } cases[] = {
      {"<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r><w:r><w:t>95%</w:t></w:r>", "≥95%|"},
      {"<w:r><w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/><w:t>新增</w:t></w:r>", "☑新增|"},
      {"<w:r><w:sym w:font=\"Wingdings\" w:char=\"00FE\"/><w:t>新增</w:t></w:r>", "☑新增|"},
      {"<w:r><w:sym w:font=\"Arial\" w:char=\"2264\"/><w:t>3</w:t></w:r>", "≤3|"},
      {"<w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>³</w:t></w:r>", "≥|"},
      {"<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\uF0A8</w:t></w:r>", "□|"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(text_of(import::docx_grids(docx_of(one.run), "x")), one.text) << one.run;
  }
  for (const char* code : {"", "zz", "110000", "D800", "FFFFFFFFFFFF"}) {
    const std::string run = "<w:r><w:sym w:char=\"" + std::string(code) + "\"/><w:t>3</w:t></w:r>";
    EXPECT_THAT(text_of(import::docx_grids(docx_of(run), "x")), testing::HasSubstr("3")) << code;
  }
}

TEST(SymbolFonts, OfWebPagesWorkbooksAndPlainTextAreNotLost) {
  const auto html = [](const std::string& cell) {
    return text_of(import::html_grids("<table><tr><td>" + cell + "</td></tr></table>", "x"));
  };
  EXPECT_EQ(html("<span style='font-family:Symbol'><span style='mso-char-type:symbol;"
                 "mso-symbol-font-family:Symbol'>³</span></span>95%"),
            "≥95%|");
  EXPECT_EQ(html("<font face=\"Wingdings 2\">R</font>新增"), "☑新增|");
  EXPECT_EQ(html("<span style='font-family:Symbol'>³<b style='font-family:宋体'>R³</b></span>"),
            "≥R³|");
  EXPECT_EQ(html("\uF0B395%"), "≥95%|");
  const auto workbook = test::archive(
      {{"xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Target=\"sheet.xml\"/></Relationships>"},
       {"xl/sheet.xml",
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><r><rPr><rFont val=\"Wingdings 2\"/>"
        "</rPr><t>R</t></r><r><t>新增 \uF0A3延续</t></r></is></c></row></sheetData></worksheet>"}});
  EXPECT_EQ(text_of(import::xlsx_grids(workbook, "x")), "☑新增□延续|");
}

}  // namespace
}  // namespace budgetdiff
