/// Word documents whose tables hold others.

#include "import/docx/docx_grids.hpp"
#include "office_archives.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <variant>
#include <vector>

namespace budgetdiff {
namespace {

std::string cell(const std::string& text) {
  return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
}

std::string row(const std::vector<std::string>& cells) {
  std::string out = "<w:tr>";
  for (const std::string& one : cells) {
    out += one.starts_with("<w:tc>") ? one : cell(one);
  }
  return out + "</w:tr>";
}

/// The texts of all tables, cell by cell.
std::vector<std::string> tables(const std::string& body) {
  const auto document = import::docx_grids(
      test::archive({{"word/document.xml",
                      "<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}}),
      "x");
  std::vector<std::string> out;
  for (const import::Block& block : document->blocks) {
    if (const auto* const grid = std::get_if<import::Grid>(&block)) {
      std::u32string text;
      for (const import::Cell& one : grid->cells()) {
        text += one.packed() + U"|";
      }
      out.push_back(to_utf8(text));
    }
  }
  return out;
}

const std::string inner = "<w:tc><w:tbl>" + row({"一级指标", "三级指标"}) +
                          row({"产出指标", "清淤长度"}) + row({"效益指标", "受淹户数"}) +
                          "</w:tbl><w:p/></w:tc>";

TEST(InnerTables, OfAFormStandBehindIt) {
  EXPECT_EQ(
      tables("<w:tbl>" + row({"项目名称", "河道清淤"}) + row({"绩效指标", inner}) + "</w:tbl>"),
      (std::vector<std::string>{"项目名称|河道清淤|绩效指标||",
                                "一级指标|三级指标|产出指标|清淤长度|效益指标|受淹户数|"}));
}

TEST(InnerTables, AreAllOfAFrameThatIsNone) {
  EXPECT_EQ(tables("<w:tbl>" + row({"公开", inner}) + "</w:tbl>"),
            (std::vector<std::string>{"一级指标|三级指标|产出指标|清淤长度|效益指标|受淹户数|"}));
}

}  // namespace
}  // namespace budgetdiff
