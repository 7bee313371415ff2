// Text that a document shows struck through: it is left out, and said. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_archives.hpp"
#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string heading = "2025年项目支出绩效目标表 部门名称：某县水利局 单位：万元";
const Row head = {"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"};
const Row project = {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"};

/// What is said of struck text; nothing where nothing is.
std::vector<std::string> struck_in(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == "struck-left-out") {
      out.push_back(to_string(finding.place) + " " + finding.message.args.back());
    }
  }
  return out;
}

std::string word_run(const std::string& text, const std::string& set = "") {
  return "<w:r><w:rPr>" + set + "</w:rPr><w:t>" + text + "</w:t></w:r>";
}

ImportedTable word(const std::string& amount) {
  std::string out = "<w:p>" + word_run(heading) + "</w:p><w:tbl>";
  for (const Row& row : {head, project}) {
    out += "<w:tr>";
    for (const std::string& cell : row) {
      out += "<w:tc><w:p>" + (cell == project[1] ? amount : word_run(cell)) + "</w:p></w:tc>";
    }
    out += "</w:tr>";
  }
  return one(test::archive({{"word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + out +
                                                      "</w:tbl></w:body></w:document>"}}));
}

TEST(StruckText, OfWordDocumentsIsLeftOut) {
  for (const char* const set : {"<w:strike/>", "<w:dstrike w:val=\"1\"/>"}) {
    const ImportedTable table = word(word_run("80", set) + word_run("100"));
    EXPECT_THAT(funding_of(table.snapshot.projects.front()), ElementsAre("total=100")) << set;
    EXPECT_THAT(struck_in(table), ElementsAre(" 80")) << set;
  }
  const ImportedTable off = word(word_run("80", "<w:strike w:val=\"false\"/>"));
  EXPECT_THAT(funding_of(off.snapshot.projects.front()), ElementsAre("total=80"));
  EXPECT_THAT(codes_of(off), Not(Contains("struck-left-out")));
}

TEST(StruckText, ThatIsAWholeCellLeavesItBlank) {
  const ImportedTable table = word(word_run("80", "<w:strike/>"));
  EXPECT_EQ(table.snapshot.projects.front().funding.total(), nullptr);
  EXPECT_THAT(codes_of(table), Contains("struck-left-out"));
  EXPECT_THAT(codes_of(table), Contains("amount-missing"));
}

ImportedTable web(const std::string& amount, const std::string& style = "") {
  Row row = project;
  row[1] = amount;
  return one(page("<style>" + style + "</style><p>" + heading + "</p>", {head, row}));
}

TEST(StruckText, OfWebPagesIsLeftOut) {
  for (const char* const amount :
       {"<del>80</del>100", "<s>80</s>100", "<strike>80</strike>100",
        "<span style='text-decoration: line-through'>80</span>100", "<i class=o>80</i>100"}) {
    const ImportedTable table = web(amount, ".o{text-decoration-line:line-through}");
    EXPECT_THAT(funding_of(table.snapshot.projects.front()), ElementsAre("total=100")) << amount;
    EXPECT_THAT(struck_in(table), ElementsAre(" 80")) << amount;
  }
  EXPECT_THAT(struck_in(web("<s style='text-decoration:none'>80</s>")), ElementsAre());
}

/// A sheet whose first project's amount is the cell `amount`.
ImportedTable excel(const std::string& amount) {
  std::string rows = "<row><c t=\"inlineStr\"><is><t>" + heading + "</t></is></c></row>";
  for (const Row& row : {head, project}) {
    rows += "<row>";
    for (const std::string& cell : row) {
      rows += cell == project[1] ? amount : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    }
    rows += "</row>";
  }
  return one(test::xlsx(
      "<worksheet><sheetData>" + rows + "</sheetData></worksheet>",
      {{"xl/styles.xml",
        "<styleSheet><fonts><font/><font><strike/></font><font><strike val=\"0\"/></font></fonts>"
        "<cellXfs><xf fontId=\"0\"/><xf fontId=\"1\"/><xf "
        "fontId=\"2\"/></cellXfs></styleSheet>"}}));
}

TEST(StruckText, OfWorkbooksIsLeftOut) {
  const ImportedTable run = excel(
      "<c t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>80</t></r><r><t>100</t></r></is></c>");
  EXPECT_THAT(funding_of(run.snapshot.projects.front()), ElementsAre("total=100"));
  EXPECT_THAT(struck_in(run), ElementsAre("S!B3 80"));
  const ImportedTable whole = excel("<c s=\"1\"><v>80</v></c>");
  EXPECT_EQ(whole.snapshot.projects.front().funding.total(), nullptr);
  EXPECT_THAT(struck_in(whole), ElementsAre("S!B3 80"));
  EXPECT_THAT(funding_of(excel("<c s=\"2\"><v>80</v></c>").snapshot.projects.front()),
              ElementsAre("total=80"));
}

TEST(StruckText, OfACellIsNotWhatARunSetsAnew) {
  const ImportedTable table = excel(
      "<c s=\"1\" t=\"inlineStr\"><is><r><t>80</t></r><r><rPr><b/></rPr><t>100</t></r></is>"
      "</c>");
  EXPECT_THAT(funding_of(table.snapshot.projects.front()), ElementsAre("total=100"));
}

TEST(StruckText, OfOpenDocumentsIsLeftOut) {
  const std::string styles =
      "<office:automatic-styles><style:style style:name=\"x\"><style:text-properties "
      "style:text-line-through-style=\"solid\"/></style:style></office:automatic-styles>";
  std::string rows;
  for (const Row& row : {head, project}) {
    rows += "<table:table-row>";
    for (const std::string& cell : row) {
      rows += "<table:table-cell><text:p>" +
              (cell == project[1] ? "<text:span text:style-name=\"x\">80</text:span>100" : cell) +
              "</text:p></table:table-cell>";
    }
    rows += "</table:table-row>";
  }
  for (const char* const kind : {"text", "spreadsheet"}) {
    const std::string body = std::string(kind) == "text"
                                 ? "<text:p>" + heading + "</text:p><table:table>"
                                 : "<table:table table:name=\"S\"><table:table-row>"
                                   "<table:table-cell><text:p>" +
                                       heading + "</text:p></table:table-cell></table:table-row>";
    const ImportedTable table =
        one(test::open_document(styles + "<office:body><office:" + kind + ">" + body + rows +
                                "</table:table></office:" + kind + "></office:body>"));
    EXPECT_THAT(funding_of(table.snapshot.projects.front()), ElementsAre("total=100")) << kind;
    EXPECT_THAT(codes_of(table), Contains("struck-left-out")) << kind;
  }
}

TEST(LogicalValues, AreNoAmounts) {
  const ImportedTable table = excel("<c t=\"b\"><v>1</v></c>");
  EXPECT_EQ(table.snapshot.projects.front().funding.total(), nullptr);
  EXPECT_THAT(codes_of(table), Contains("amount-unreadable"));
}

TEST(WordRuns, KeepHyphensAndRaisedDigitsApart) {
  // 100 with the mark of a footnote is no 1001.
  const ImportedTable raised =
      word(word_run("100") + word_run("1", "<w:position w:val=\"6\"/><w:sz w:val=\"14\"/>"));
  EXPECT_THAT(codes_of(raised), testing::Contains("amount-unreadable"));
  const ImportedTable level = word(word_run("100") + word_run("1", "<w:position w:val=\"1\"/>"));
  EXPECT_EQ(level.snapshot.projects.at(0).funding.total()->to_string(), "1001");
  const ImportedTable range =
      word("<w:r><w:t>12</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>15</w:t></w:r>");
  EXPECT_THAT(codes_of(range), testing::Contains("amount-unreadable"));
}

}  // namespace
}  // namespace budgetdiff
