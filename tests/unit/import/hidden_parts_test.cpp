// What a document holds and does not show, and rows that say that there is nothing. All
// figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_archives.hpp"
#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;

const std::string caption = "<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";
const Row head = {"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"};
const Row first = {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"};

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
}

std::string word_table(const std::vector<Row>& rows) {
  std::string out = "<w:tbl>";
  for (const Row& row : rows) {
    out += "<w:tr>";
    for (const std::string& cell : row) {
      out += "<w:tc><w:p>" + run(cell) + "</w:p></w:tc>";
    }
    out += "</w:tr>";
  }
  return out + "</w:tbl>";
}

std::string word(const std::string& body) {
  return test::archive({{"word/document.xml",
                         "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
                         "2006/main\"><w:body>" +
                             body + "</w:body></w:document>"}});
}

TEST(HiddenParts, OfWordDocumentsAreNotRead) {
  const std::string above = "<w:p>" + run("2020年旧表", "<w:vanish/>") +
                            run("2025年项目支出绩效目标表") + "</w:p><w:p>" +
                            run("部门名称：某县水利局 单位：万元") + "</w:p>";
  const ImportedTable table = one(word(above + word_table({head, first})));
  EXPECT_EQ(table.snapshot.year, 2025);
  EXPECT_THAT(codes_of(table), Contains("cells-hidden"));
}

TEST(HiddenParts, OfWebPagesAreNotRead) {
  std::string bytes = page(caption, {head, first, {"隐藏", "9.00", "x", "", "", "", ""}});
  bytes.replace(bytes.find("<tr><td>隐藏"), 4, "<tr style='display:none'>");
  const ImportedTable table = one(bytes);
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
  EXPECT_THAT(codes_of(table), Contains("cells-hidden"));
}

TEST(HiddenParts, AreNotTablesInsideAFrame) {
  const std::string above = "<w:p>" + run("部门名称：某县水利局 单位：万元") + "</w:p>";
  const ImportedTable table = one(word(above + "<w:tbl><w:tr><w:tc>" + word_table({head, first}) +
                                       "<w:p/></w:tc></w:tr></w:tbl>"));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
}

TEST(EmptyRows, AreNoProjects) {
  EXPECT_FALSE(read(page(caption, {head, {"无", "0.00", "无", "无", "无", "无", "无"}})));
  const ImportedTable table =
      one(page(caption, {head, first, {"（空表）", "", "", "", "", "", ""}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
  EXPECT_THAT(codes_of(table), Contains("text-left-over"));
}

TEST(EmptyRows, AreNamedByWhatTheyHold) {
  const ImportedTable table =
      one(page(caption, {{"项目名称", "预算金额", "绩效目标", "绩效指标"},
                         {"", "", "", "数量指标：次数≥3次"},
                         {"巡查", "3.00", "开展巡查。", "数量指标：次数≥3次"}}));
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == "name-missing") {
      EXPECT_NE(finding.message.args.front(), "");
    }
  }
}

}  // namespace
}  // namespace budgetdiff
