// What a document holds and does not show, and rows that say that there is nothing. All
// figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_archives.hpp"
#include "small_tables.hpp"

#include <algorithm>

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

TEST(FieldsOfForms, ShowWhatIsTypedInThem) {
  const ImportedTable table =
      one(page("<h2>某县水利局2024年项目支出绩效目标申报表</h2>",
               {{"项目名称", "<input type=text value='渠道&amp;闸门'>", "项目类型",
                 "<input type=radio>新增 <input type=radio checked>延续"},
                {"预算金额（万元）", "<input type=hidden value=99><input value=6.50>", "实施单位",
                 "某县水利局<input type=button value=选择>"},
                {"年度目标", "<td colspan=3><textarea>修渠。</textarea>"},
                {"一级指标", "二级指标", "三级指标", "指标值"},
                {"产出指标", "数量指标", "<input TYPE=Text value=长度>",
                 "≥<input type=number value=3>公里"}}));
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  const Project& project = table.snapshot.projects[0];
  EXPECT_EQ(project.name, "渠道&闸门");
  EXPECT_EQ(project.type, "延续");
  EXPECT_EQ(project.funding.total()->to_string(), "6.50");
  EXPECT_EQ(project.indicators.at(0).name, "长度");
  EXPECT_EQ(project.indicators.at(0).annual_target, "≥3公里");
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

std::size_t hidden_tables_of(const std::string& parts) {
  const ImportedTable read_table = one(page(caption, {head, first}) + parts);
  EXPECT_THAT(names_of(read_table.snapshot), ElementsAre("巡查"));
  const std::vector<Finding>& findings = read_table.provenance.findings;
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.code == "cells-hidden" && finding.severity == Severity::warning;
      }));
}

TEST(HiddenParts, OfWebPagesThatHoldAPerformanceTableAreSaid) {
  const Row second = {"修桥", "9.00", "修好桥。", "产出指标", "数量指标", "座数", "≥1座"};
  const std::string another = table({head, second});
  EXPECT_EQ(hidden_tables_of("<div style='display:none'>" + another + "</div>"), 1U);
  EXPECT_EQ(hidden_tables_of("<style>.tab{display:none}</style><div class=tab><div>" + another +
                             "</div></div><div class=tab>" + another + "</div>"),
            2U);
  EXPECT_EQ(hidden_tables_of("<div hidden>" +
                             table({{"项目名称", "修桥"},
                                    {"年度目标", "修好桥。"},
                                    {"一级指标", "二级指标", "三级指标", "指标值"},
                                    {"产出指标", "数量指标", "座数", "≥1座"}}) +
                             "</div>"),
            1U);
  // The same again for narrow screens, a menu, another kind of table.
  EXPECT_EQ(hidden_tables_of("<div hidden>" + table({head, first}) + "</div>"), 0U);
  EXPECT_EQ(
      hidden_tables_of("<div hidden>" + table({{"首页", "公开"}, {"预算", "决算"}}) + "</div>"),
      0U);
  EXPECT_EQ(
      hidden_tables_of("<div hidden>" +
                       table({{"项目", "2024年", "2025年"}, {"差旅费", "1", "2"}}) + "</div>"),
      0U);
}

/// The heading, and a project whose amount is said by `amount`, a piece of a Word document.
std::string word_amount(const std::string& amount) {
  const std::string cell = "<w:tc><w:p>" + run(first[1]) + "</w:p></w:tc>";
  std::string out = "<w:p>" + run("2025年项目支出绩效目标表 部门名称：某县水利局 单位：万元") +
                    "</w:p>" + word_table({head, first});
  return word(out.replace(out.find(cell), cell.size(), "<w:tc>" + amount + "</w:tc>"));
}

TEST(HiddenParts, AreTextsThatRecordedChangesMovedAway) {
  const ImportedTable table =
      one(word_amount("<w:p><w:moveFrom>" + run("80") + "</w:moveFrom>" + run("100") + "</w:p>"));
  EXPECT_THAT(funding_of(table.snapshot.projects.front()), ElementsAre("total=100"));
}

TEST(HiddenParts, AreRowsThatRecordedChangesDeleted) {
  std::string rows = word_table({head, first, {"桥", "9.00", "修桥。", "", "", "", ""}});
  const std::size_t at = rows.find("<w:tr>", rows.find("≥3次"));
  rows.insert(at + 6, "<w:trPr><w:del w:id=\"1\"/></w:trPr>");
  const ImportedTable table = one(word(
      "<w:p>" + run("2025年项目支出绩效目标表 部门名称：某县水利局 单位：万元") + "</w:p>" + rows));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
}

/// Word writes a text box twice: for programs of today, and for those before 2010.
std::string text_box(const std::string& inside) {
  const std::string content = "<w:txbxContent>" + inside + "</w:txbxContent>";
  return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" + content +
         "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + content +
         "</w:pict></mc:Fallback></mc:AlternateContent></w:r>";
}

TEST(HiddenParts, AreTextBoxesForOldPrograms) {
  const ImportedTable table =
      one(word_amount("<w:p>" + text_box("<w:p>" + run("100") + "</w:p>") + "</w:p>"));
  EXPECT_THAT(funding_of(table.snapshot.projects.front()), ElementsAre("total=100"));
}

TEST(HiddenParts, OfATextBoxAreNoTables) {
  const ImportedTable table =
      one(word("<w:p>" + run("2025年项目支出绩效目标表 部门名称：某县水利局 单位：万元") +
               "</w:p><w:p>" + text_box(word_table({head, first}) + "<w:p/>") + "</w:p>"));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
}

TEST(HiddenParts, AreReadingsBesideLetters) {
  const std::string name = "<w:p>" + run("巡查") + "</w:p>";
  std::string body = "<w:p>" + run("2025年项目支出绩效目标表 部门名称：某县水利局 单位：万元") +
                     "</w:p>" + word_table({head, first});
  body.replace(body.find(name), name.size(),
               "<w:p><w:r><w:ruby><w:rt>" + run("xun") + "</w:rt><w:rubyBase>" + run("巡") +
                   "</w:rubyBase></w:ruby></w:r>" + run("查") + "</w:p>");
  EXPECT_THAT(names_of(one(word(body)).snapshot), ElementsAre("巡查"));
  const ImportedTable web =
      one(page(caption, {head,
                         {"<ruby>巡<rp>(</rp><rt>xun</rt><rp>)</rp></ruby>查", "3.00", "开展巡查。",
                          "产出指标", "数量指标", "次数", "≥3次"}}));
  EXPECT_THAT(names_of(web.snapshot), ElementsAre("巡查"));
}

/// What is read of an amount's cell in a web page with a style sheet.
std::vector<std::string> web_amount(const std::string& cell, const std::string& style = "") {
  const ImportedTable table =
      one(page("<style>" + style + "</style>" + caption,
               {head, {"巡查", cell, "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"}}));
  return table.snapshot.projects.empty() ? std::vector<std::string>{}
                                         : funding_of(table.snapshot.projects.front());
}

TEST(HiddenParts, AreWhatTheStyleSheetOfAPageHides) {
  const std::vector<std::string> right{"total=100"};
  EXPECT_EQ(web_amount("<span class='b old'>80</span>100", ".old{ display : none }"), right);
  EXPECT_EQ(web_amount("<b id='x'>80</b>100", "/* a */ #x, p {visibility:hidden}"), right);
  EXPECT_EQ(web_amount("<i>80</i>100", "<!-- i{display:none!important} -->"), right);
  EXPECT_EQ(web_amount("<i class='a b'>100</i>", ".a{display:none} i.a.b{display:inline}"), right);
  EXPECT_EQ(web_amount("<i style='display:inline'>100</i>", "i{display:none}"), right);
  // What holds for print, or beside something, does not hide it here.
  EXPECT_EQ(web_amount("<i>100</i>", "@media print{i{display:none}} p i{display:none}"), right);
}

TEST(HiddenParts, AreOptionsThatAreNotChosen) {
  EXPECT_EQ(web_amount("<select><option>80</option><option selected>100</option></select>"),
            std::vector<std::string>{"total=100"});
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
