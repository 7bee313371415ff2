// OpenDocument text documents. All figures are made up.

#include "import/odf/odf_grids.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "office_archives.hpp"
#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

std::string text(const std::string& body, const std::string& styles = "") {
  return test::open_document("<office:automatic-styles>" + styles +
                             "</office:automatic-styles><office:body><office:text>" + body +
                             "</office:text></office:body>");
}

std::string paragraph(const std::string& words) {
  return "<text:p>" + words + "</text:p>";
}

std::string cell(const std::string& words, const std::string& fields = "") {
  return "<table:table-cell" + fields + ">" + words + "</table:table-cell>";
}

std::string table_of(const std::vector<Row>& rows) {
  std::string out = "<table:table table:name=\"T\"><table:table-column/>";
  for (const Row& row : rows) {
    out += "<table:table-row>";
    for (const std::string& one : row) {
      out += one.starts_with("<table:") ? one : cell(paragraph(one));
    }
    out += "</table:table-row>";
  }
  return out + "</table:table>";
}

const std::string above =
    "<text:h>2025年项目支出绩效目标表</text:h>" + paragraph("部门名称：某县水利局 单位：万元");
const Row head = {"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"};
const std::string name = cell(
    "<text:list><text:list-item><text:p>巡查</text:p></text:list-item>"
    "</text:list>",
    " table:number-rows-spanned=\"2\"");
const Row first = {name, "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"};
const Row second = {"<table:covered-table-cell/>", "", "", "", "质量指标", "合格率", "≥95%"};

TEST(Odt, GivesTablesWithWhatStandsAboveThem) {
  const ImportedTable table = one(text(above + table_of({head, first, second})));
  EXPECT_EQ(table.provenance.importer, "odt");
  EXPECT_EQ(table.snapshot.year, 2025);
  EXPECT_EQ(table.snapshot.department, "某县水利局");
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
  EXPECT_EQ(table.snapshot.projects[0].indicators.size(), 2U);
  EXPECT_EQ(table.provenance.projects[0].place.sheet, "table 1");
  EXPECT_EQ(table.provenance.projects[0].place.cell, "A2");
}

TEST(Odt, LeavesOutWhatIsDeletedOrHidden) {
  const std::string deleted = "<text:tracked-changes><text:changed-region><text:deletion>" +
                              paragraph("2020年项目支出绩效目标表") +
                              "</text:deletion></text:changed-region></text:tracked-changes>";
  const std::string hidden = paragraph(
      "<text:span text:style-name=\"T1\">2019年</text:span><text:note>2018年</text:note>");
  const ImportedTable table =
      one(text(deleted + hidden + above + table_of({head, first, second}),
               "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/>"
               "</style:style>"));
  EXPECT_EQ(table.snapshot.year, 2025);
  EXPECT_THAT(codes_of(table), Contains("cells-hidden"));
}

TEST(Odt, LooksIntoTablesThatAreFrames) {
  const std::string frame = "<table:table><table:table-row>" +
                            cell(above + table_of({head, first, second})) +
                            "</table:table-row></table:table>";
  EXPECT_THAT(names_of(one(text(frame)).snapshot), ElementsAre("巡查"));
}

TEST(Odt, BoundsWhatHostileFilesSay) {
  const auto error_of = [](const std::string& bytes) {
    const auto document = import::odf_grids(bytes, "x.odt");
    return document ? "read" : in_english(document.error());
  };
  const std::string many = "4000000000";
  EXPECT_THAT(error_of(text("<table:table><table:table-row table:number-rows-repeated=\"" + many +
                            "\">" + cell(paragraph("a")) + "</table:table-row></table:table>")),
              HasSubstr("content.xml is too large to read"));
  EXPECT_EQ(error_of(text(table_of(
                {{cell(paragraph("a"), " table:number-columns-spanned=\"" + many +
                                           "\" table:number-rows-spanned=\"" + many + "\"")}}))),
            "read");
}

}  // namespace
}  // namespace budgetdiff
