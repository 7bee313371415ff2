#include "documents.hpp"
#include "import/csv/csv_grid.hpp"
#include "import/html/html_grids.hpp"
#include "import/sheet/number_text.hpp"
#include "import/table/coded_name.hpp"
#include "import/table/target_text.hpp"
#include "import/xlsx/escaped_text.hpp"
#include "import/xlsx/xlsx_grids.hpp"
#include "office_archives.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <budgetdiff/import/tables.hpp>

namespace budgetdiff {
namespace {

using test::read_golden;
using test::snapshot_of;
using testing::HasSubstr;

Result<ImportedDocument> read_document(const SourceDocument& source, const ImportOptions& options) {
  DocumentReaders readers;
  readers.workbook = import_workbook;
  readers.web_page = import_web_page;
  return import_document(source, options, readers);
}

struct Golden {
  const char* document;
  const char* expected;
};

class TableDocuments : public testing::TestWithParam<Golden> {};

TEST_P(TableDocuments, GiveTheirSnapshot) {
  // The name says nothing: kinds are told by content.
  const SourceDocument source{"document.bin", read_golden(GetParam().document)};
  EXPECT_EQ(snapshot_of(read_document(source, test::year_2024())),
            read_golden(GetParam().expected));
}

INSTANTIATE_TEST_SUITE_P(
    Golden, TableDocuments,
    testing::Values(
        Golden{"table.html", "table.expected.json"}, Golden{"layout.txt", "table.expected.json"},
        Golden{"layout-close.txt", "table.expected.json"},
        Golden{"layout-whole-budget.txt", "table.expected.json"},
        Golden{"plain-portrait.txt", "table.expected.json"},
        Golden{"plain-office.txt", "table.expected.json"},
        Golden{"raw-form.txt", "central-form.expected.json"},
        Golden{"raw-sichuan.txt", "sichuan-list.expected.json"},
        Golden{"layout-form.txt", "central-form.expected.json"},
        Golden{"layout-rows.txt", "yunnan-list.expected.json"},
        Golden{"layout-rows-cut.txt", "rows-cut.expected.json"},
        Golden{"layout-sichuan.txt", "sichuan-list.expected.json"},
        Golden{"sichuan-list.html", "sichuan-list.expected.json"},
        Golden{"table.docx", "table.expected.json"}, Golden{"pasted.txt", "table.expected.json"},
        Golden{"whole-budget.html", "table.expected.json"},
        Golden{"table-gb18030.csv", "table.expected.json"},
        Golden{"table-bom.csv", "table.expected.json"}, Golden{"table.tsv", "table.expected.json"},
        Golden{"table.xlsx", "table-xlsx.expected.json"},
        Golden{"table.xls", "table-xlsx.expected.json"}, Golden{"sums.xls", "sums.expected.json"},
        Golden{"table.ods", "table-xlsx.expected.json"}, Golden{"sums.ods", "sums.expected.json"},
        Golden{"table.odt", "table.expected.json"},
        Golden{"central-form.xml", "central-form.expected.json"},
        Golden{"shanghai-form.html", "shanghai-form.expected.json"},
        Golden{"sichuan.csv", "sichuan.expected.json"},
        Golden{"yunnan.html", "yunnan.expected.json"}));

TEST(Html, IsAPageWithoutItsFirstTagsWhoseTableComesLate) {
  const std::string prose(6000, 'x');
  const std::string table =
      "<table><tr><td>项目名称</td><td>预算金额（万元）</td><td>绩效目标</td></tr>"
      "<tr><td>清淤</td><td>3.00</td><td>疏通河道。</td></tr></table>";
  for (const std::string begin : {"<meta charset=utf-8>", "<h1>", " <STYLE>p{}</STYLE>", "<p>"}) {
    const auto read = read_document({"x.txt", begin + "<p>" + prose + "</p>" + table}, {});
    ASSERT_TRUE(read) << begin;
    EXPECT_EQ(read->tables.front().snapshot.projects.size(), 1U) << begin;
  }
}

TEST(Tables, OfMoreTextThanAnyRealOneAreRefusedAtOnce) {
  const auto lines = read_document({"x.txt", std::string(300'001, '\n')}, {});
  ASSERT_FALSE(lines);
  EXPECT_EQ(in_english(lines.error()),
            "x.txt: the text has more than 300000 lines; cut out the part with the table");
  const auto large = read_document({"x.txt", std::string((64U << 20U) + 1, ' ')}, {});
  ASSERT_FALSE(large);
  EXPECT_THAT(in_english(large.error()), HasSubstr("larger than 64 MB"));
  std::ifstream corpus(
      std::string(BUDGETDIFF_SOURCE_DIR) + "/tests/fuzz/corpus/xlsx/gigantic-cell.xlsx",
      std::ios::binary);
  const std::string workbook{std::istreambuf_iterator<char>(corpus), {}};
  const auto cell = read_document({"x.xlsx", workbook}, {});
  ASSERT_FALSE(cell);
  EXPECT_THAT(in_english(cell.error()), HasSubstr("x.xlsx:S!C2: the cell holds more than 1024 KB"));
}

TEST(Forms, TakeTheOnlyTotalThatASentenceSays) {
  const auto document = read_document({"x.html",
                                       "<table><tr><td>项目名称</td><td>低保</td></"
                                       "tr><tr><td>资金总额</td><td>项目总投资12.50万元，"
                                       "其中：本级财政拨款8.25万元，上级补助4.25万元</td></"
                                       "tr><tr><td>绩效目标</td><td>发放。</td></tr>"
                                       "<tr><td>其他资金 3.00</td></tr></table>"},
                                      test::year_2024());
  ASSERT_TRUE(document) << in_english(document.error());
  const Funding& funding = document->tables.front().snapshot.projects.front().funding;
  ASSERT_TRUE(funding.total());
  EXPECT_EQ(funding.total()->to_string(), "12.50");
  EXPECT_EQ(funding.find("multi_year_total"), nullptr);
  ASSERT_TRUE(funding.find("transfer_payment"));
  EXPECT_EQ(funding.find("transfer_payment")->to_string(), "4.25");
  ASSERT_TRUE(funding.find("other_funds"));
  EXPECT_EQ(funding.find("other_funds")->to_string(), "3.00");
}

TEST(Tables, OfOneDepartmentApartFromEachOtherAreOneSnapshot) {
  const std::string head = "项目名称,总计,绩效目标,绩效指标\n";
  const auto table = [&](const std::string& department, const std::string& name,
                         const std::string& total, const std::string& stated) {
    return "部门名称：" + department + ",,单位：万元,\n" + head + name + "," + total +
           ",做好。,1、1-产出指标；11-数量指标；条数；实施周期指标值:≥1条；年度指标值:"
           "≥1条。\n合计," +
           stated + ",,\n";
  };
  const auto document =
      read_document({"x.csv", table("甲县水利局", "河道清淤", "1.00", "1.00") +
                                  table("乙县水利局", "水库巡查", "2.00", "2.00") +
                                  table("甲县水利局", "堤防加固", "3.00", "3.00")},
                    test::year_2024());
  ASSERT_TRUE(document) << in_english(document.error());
  ASSERT_EQ(document->tables.size(), 2U);
  const Snapshot& joined = document->tables.front().snapshot;
  ASSERT_EQ(joined.projects.size(), 2U);
  EXPECT_EQ(joined.projects.back().name, "堤防加固");
  EXPECT_EQ(joined.stated_total.total()->to_string(), "4.00");
  const Provenance& provenance = document->tables.front().provenance;
  ASSERT_EQ(provenance.projects.size(), 2U);
  EXPECT_EQ(provenance.findings.back().code, "tables-joined");
  EXPECT_EQ(provenance.findings.back().place.line, 11);
}

TEST(Tables, NameTheirDepartmentWithABracketBeforeAnotherLabel) {
  // `局（本级） 单位` is no label.
  for (const std::string department : {"某县人力资源局（本级）", "某市水务局（机关）", "某局"}) {
    const std::string page =
        "<!DOCTYPE html><p>部门名称：" + department +
        " <span>单位：万元</span></p><table><tr><th>项目名称<th>总计<th>绩效目标<th>绩效指标"
        "<tr><td>河道清淤<td>1.00<td>清淤。<td>1、1-产出指标；11-数量指标；条数；实施周期指标值:"
        "≥1条；年度指标值:≥1条。</table>";
    const auto document = read_document({"x.html", page}, test::year_2024());
    ASSERT_TRUE(document) << in_english(document.error());
    EXPECT_EQ(document->tables.front().snapshot.department, department);
    EXPECT_EQ(document->tables.front().snapshot.unit, "万元");
  }
}

TEST(Tables, CopiedOutOfAPageKeepTheSpansOfTheirHeadings) {
  // 经费安排 spans the three columns below it, the others two rows; a copy has only tabs.
  const auto document = read_document(
      {"x.txt",
       "2025年项目支出预算表\n单位：万元\n项目名称\t经费安排\t实施单位\n合计\t一般公共预算\t其他资"
       "金\n"
       "河道清淤\t12.00\t10.00\t2.00\t某县水利局\n水库巡查\t3.00\t3.00\t0.00\t某县水利局\n"},
      {});
  ASSERT_TRUE(document) << in_english(document.error());
  const Snapshot& snapshot = document->tables.front().snapshot;
  ASSERT_EQ(snapshot.projects.size(), 2U);
  EXPECT_EQ(snapshot.projects[0].name, "河道清淤");
  EXPECT_EQ(snapshot.projects[0].funding.find("general_public_budget")->to_string(), "10.00");
  EXPECT_EQ(snapshot.projects[1].funding.total()->to_string(), "3.00");
}

TEST(Tables, InTextThatKeepsItsColumnsGoBySumsWhereTheirHeaderSlid) {
  // The amounts stand below 财政拨款 and 财政专户拨款, but are 总计 and 财政拨款.
  const auto document = read_document({"x.txt", read_golden("layout-slid.txt")}, {});
  ASSERT_TRUE(document) << in_english(document.error());
  const Snapshot& snapshot = document->tables.front().snapshot;
  ASSERT_EQ(snapshot.projects.size(), 2U);
  EXPECT_EQ(snapshot.projects[0].goal,
            "养护全县农村公路，保障路面完好、通行安全，改善群众出行条件。");
  ASSERT_NE(snapshot.projects[0].funding.find("fiscal_appropriation"), nullptr);
  EXPECT_EQ(snapshot.projects[0].funding.find("special_account"), nullptr);
}

TEST(Tables, ThatAreThereTwiceAreTakenOnce) {
  const std::string table =
      "部门名称：甲县水利局,,单位：万元,\n项目名称,总计,绩效目标,绩效指标\n"
      "河道清淤,1.00,清淤。,1、1-产出指标；11-数量指标；条数；实施周期指标值:≥1条；年度指标值:"
      "≥1条。\n";
  const auto document = read_document(
      {"x.csv",
       table +
           "部门名称：乙县水利局,,单位：万元,\n项目名称,总计,绩效目标,绩效指标\n"
           "巡查,1.00,巡查。,1、1-产出指标；11-数量指标；条数；实施周期指标值:≥1条；年度指标"
           "值:≥1条。\n" +
           table},
      test::year_2024());
  ASSERT_TRUE(document) << in_english(document.error());
  ASSERT_EQ(document->tables.size(), 2U);
  EXPECT_EQ(document->tables.front().snapshot.projects.size(), 1U);
}

/// Documents that say their year themselves.
class ProvinceForms : public testing::TestWithParam<const char*> {};

TEST_P(ProvinceForms, GiveTheirSnapshot) {
  const std::string name = GetParam();
  EXPECT_EQ(snapshot_of(read_document({name, read_golden(name + ".html")}, {})),
            read_golden(name + ".expected.json"));
}

INSTANTIATE_TEST_SUITE_P(Golden, ProvinceForms,
                         testing::Values("hebei", "hubei", "henan", "hunan-list", "chongqing",
                                         "period-beside-year", "central-form", "yunnan-list",
                                         "years", "rows-cut", "self-assessment", "anhui", "hunan",
                                         "guangxi", "xinjiang", "rows", "forms", "list-and-forms",
                                         "sichuan-evaluation", "anhui-evaluation",
                                         "costs-and-standards", "long-and-year-tables",
                                         "last-year-beside", "special-fund-evaluation",
                                         "review-form-2017", "monitoring", "category-columns",
                                         "shaanxi-halves", "targets-in-names"));

TEST(LayoutText, SaysWhereTwoCellsMayHaveBecomeOne) {
  const auto document = read_document({"x.txt",
                                       "                 2025年项目支出绩效目标表\n"
                                       "项目名称            老年助餐服务\n"
                                       "主管部门            某县民政局\n"
                                       "年度资金总额        36.50\n"
                                       "年度目标            开办助餐点12个 方便老人就餐 服务好\n"
                                       "一级指标   二级指标   三级指标      指标值\n"
                                       "产出指标   数量指标   助餐点数      ≥12个\n"
                                       "           质量指标   餐食合格率    100%\n"
                                       "效益指标   社会效益   老人便利      提高\n"},
                                      {});
  ASSERT_TRUE(document) << in_english(document.error());
  std::vector<int> lines;
  for (const Finding& finding : document->tables.front().provenance.findings) {
    if (finding.code == "layout-guess") {
      lines.push_back(finding.place.line);
    }
  }
  EXPECT_EQ(lines, std::vector<int>{5});
}

TEST(LayoutText, OfAListBeforeFormsGivesWhatThePageGives) {
  EXPECT_EQ(snapshot_of(read_document({"x.txt", read_golden("layout-list-and-forms.txt")}, {})),
            read_golden("list-and-forms.expected.json"));
}

TEST(Docx, GivesWhatTheSamePageGivesAsHtml) {
  for (const std::string name : {"rows", "hunan"}) {
    EXPECT_EQ(snapshot_of(read_document({name, read_golden(name + ".docx")}, {})),
              read_golden(name + ".expected.json"));
  }
}

TEST(Odt, GivesWhatTheSamePageGivesAsHtml) {
  EXPECT_EQ(snapshot_of(read_document({"x.odt", read_golden("hunan.odt")}, {})),
            read_golden("hunan.expected.json"));
}

TEST(Docx, SaysTableAndCell) {
  const auto document = read_document({"x.docx", read_golden("rows.docx")}, {});
  ASSERT_TRUE(document);
  const Place& place = document->tables.front().provenance.projects.front().place;
  EXPECT_EQ(place.sheet, "table 1");
  EXPECT_EQ(place.cell, "B2");
}

TEST(TableDocument, TakesOneOfAListAndFormsAndSaysWhich) {
  const auto document = read_document({"x.html", read_golden("list-and-forms.html")}, {});
  ASSERT_TRUE(document);
  const auto& findings = document->tables.front().provenance.findings;
  EXPECT_THAT(findings, testing::Contains(testing::Field(&Finding::code, "project-listed-twice")));
  EXPECT_EQ(document->tables.front().snapshot.projects.size(), 2U);
}

TEST(TableDocument, TakesTheStageThatIsAskedFor) {
  ImportOptions options = test::year_2024();
  options.stage = "adjusted";
  const auto document = read_document({"x.csv", read_golden("sichuan.csv")}, options);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->tables.front().snapshot.projects[1].funding.total()->to_string(), "3.36");
  EXPECT_EQ(document->tables.front().snapshot.stated_total.total()->to_string(), "25.36");
}

TEST(TableDocument, SaysCellAndLineOfProjectsAndIndicators) {
  const auto csv = read_document({"x.csv", read_golden("sichuan.csv")}, {});
  ASSERT_TRUE(csv);
  EXPECT_EQ(csv->tables.front().provenance.projects[1].place.line, 7);
  EXPECT_EQ(csv->tables.front().provenance.projects[1].indicators[1].line, 8);
  const auto xlsx = read_document({"x.xlsx", read_golden("table.xlsx")}, {});
  ASSERT_TRUE(xlsx);
  const Place& place = xlsx->tables.front().provenance.projects.front().place;
  EXPECT_EQ(place.cell.front(), 'A');
  EXPECT_FALSE(place.sheet.empty());
}

TEST(Csv, KeepsQuotedSeparatorsAndLines) {
  const auto rows = import::csv_rows("a,\"b,\"\"c\"\"\nd\"\r\ne,f", ',', "x");
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ((*rows)[0].fields[1], "b,\"c\"\nd");
  EXPECT_EQ((*rows)[1].line, 3);
}

TEST(Csv, TakesTextsThatAreWrittenAsFormulas) {
  const auto rows =
      import::csv_rows("=\"0012\",\"=\"\"b\"\"\",=\"c \"\"d\"\"\",=\"a\"&\"b\",=\"", ',', "x");
  ASSERT_TRUE(rows);
  EXPECT_THAT((*rows)[0].fields,
              testing::ElementsAre("0012", "b", "c \"d\"", "=\"a\"&\"b\"", "=\""));
}

TEST(Csv, TakesTheMarkOffThatKeepsATextFromBeingANumber) {
  const auto rows = import::csv_rows("'0012,'≥3个,'quoted','tis,'", ',', "x");
  ASSERT_TRUE(rows);
  EXPECT_THAT((*rows)[0].fields, testing::ElementsAre("0012", "≥3个", "'quoted'", "'tis", "'"));
}

TEST(Csv, IsNoTextWhoseOnlyCommasStandInAmounts) {
  const std::string form =
      "项目名称： 河道清淤        项目类别：  一次性项目\n"
      "项目总预算（元）：   1,200,345.00    项目当年预算（元）：   8,345.00\n"
      "年度绩效目标： 清淤十公里。\n   一级指标   二级指标   三级指标   指标值\n"
      "   产出指标   数量指标   清淤长度   ≥1,000米\n";
  EXPECT_FALSE(import::looks_like_csv(form));
  const std::string table =
      "某县水利局2025年项目支出绩效目标表\n单位：元\n项目名称,预算数,绩效目标\n";
  EXPECT_TRUE(import::looks_like_csv(table + "河道清淤,1,200,345.00,清淤。\n"));
  EXPECT_TRUE(import::looks_like_csv(table + "河道清淤,345,100\n水库巡查,800,200\n"));
}

TEST(Csv, NamesTheLineOfAnOpenQuote) {
  const auto rows = import::csv_rows("a,b\nc,\"d\n\n", ',', "x.csv");
  ASSERT_FALSE(rows);
  EXPECT_EQ(rows.error().place.line, 2);
}

TEST(Html, LeavesOutScriptsAndRefusesDeepNesting) {
  const auto page = import::html_grids("<p>a<script>b</script></p><table><tr><td>c</table>", "x");
  ASSERT_TRUE(page);
  ASSERT_EQ(page->blocks.size(), 2U);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<div>";
  }
  EXPECT_FALSE(import::html_grids(deep, "x"));
}

TEST(Html, BoundsSpans) {
  const auto page = import::html_grids(
      "<table><tr><td colspan=99999999 rowspan=99999999>a<td>b<tr><td>c</table>", "x");
  ASSERT_TRUE(page);
}

TEST(Xlsx, RefusesWhatIsNoWorkbook) {
  for (const char* bytes : {"PK\x03\x04 broken", "\xD0\xCF\x11\xE0 old"}) {
    const auto grids = import::xlsx_grids(bytes, "x.xlsx");
    ASSERT_FALSE(grids);
    EXPECT_FALSE(grids.error().what.text.empty());
  }
  const std::string whole = read_golden("table.xlsx");
  for (std::size_t cut = 10; cut < whole.size(); cut += whole.size() / 9) {
    EXPECT_FALSE(import::xlsx_grids(whole.substr(0, cut), "x.xlsx"));
  }
}

TEST(Xlsx, ReadsLettersWrittenByTheirCodes) {
  EXPECT_EQ(import::unescaped("宗教_x000D_\n维修_x0009_所"), "宗教\r\n维修\t所");
  EXPECT_EQ(import::unescaped("_x005F_x000D_ _x4e2D_ _xD83D__xDE00_"), "_x000D_ 中 😀");
  EXPECT_EQ(import::unescaped("a_x0000_b_x0007_c_xD83D_d_xDE00_"), "abcd");
  for (const char* text : {"_x000D", "_x00G0_", "_X000D_", "__x_", "_x", "x_x-001_", ""}) {
    EXPECT_EQ(import::unescaped(text), text);
  }
  const auto grids = import::xlsx_grids(
      test::archive(
          {{"xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>"},
           {"xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"a\" Target=\"sheet.xml\"/></Relationships>"},
           {"xl/sharedStrings.xml", "<sst><si><t>a_x000D_b</t></si></sst>"},
           {"xl/sheet.xml",
            "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>"
            "a_x000D_b</t></r></is></c><c t=\"str\"><v>a_x000D_b</v></c></row></sheetData>"
            "</worksheet>"}}),
      "x");
  ASSERT_TRUE(grids);
  for (const import::Cell& cell : std::get<import::Grid>(grids->blocks.at(0)).cells()) {
    EXPECT_EQ(cell.packed(), U"ab");
  }
}

TEST(NumberText, GivesWhatWasTyped) {
  const struct {
    const char* stored;
    const char* format;
    const char* shown;
  } cases[] = {
      {"21.210000000000001", "General", "21.21"},
      {"0.30000000000000004", "0.00", "0.30"},
      {"5000", "#,##0.00", "5000.00"},
      {"5000", "General", "5000"},
      {"1.5E3", "General", "1500"},
      {"1E-2", "0.00", "0.01"},
      {"0.95", "0%", "95%"},
      {"-3.10", "General", "-3.1"},
      {"999999999999999.9", "0.00", "1000000000000000.00"},
      {"12.345", "0.00", "12.345"},
      {"0", "0.00", "0.00"},
      {"abc", "0.00", "abc"},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(import::number_text(one.stored, import::number_format(one.format)), one.shown)
        << one.stored;
  }
}

TEST(CodedName, TakesTheCodeFromTheFront) {
  EXPECT_EQ(import::coded_name("51000021R000000019951-送戏下乡").code, "51000021R000000019951");
  EXPECT_EQ(import::coded_name("51000021R000000019951-送戏下乡").name, "送戏下乡");
  EXPECT_EQ(import::coded_name("2024年-项目").code, "");
  EXPECT_EQ(import::coded_name("2024-2025年度补助").name, "2024-2025年度补助");
}

}  // namespace
}  // namespace budgetdiff
