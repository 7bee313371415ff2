#include "import/sheet/number_text.hpp"
#include "office_archives.hpp"

#include <budgetdiff/import/tables.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using import::built_in_format;
using import::DateSystem;
using import::number_format;
using import::number_text;
using import::shown_number;
using import::shown_text;
using testing::HasSubstr;

struct Shown {
  const char* stored;
  const char* format;
  const char* shown;
};

TEST(NumberFormats, ShowDatesAsTheyAreWritten) {
  const Shown cases[] = {
      {"46022", "yyyy\"年\"m\"月\"d\"日\"", "2025年12月31日"},
      {"45717", "yyyy-mm-dd", "2025-03-01"},
      {"45717", "yyyy\\-mm\\-dd", "2025-03-01"},
      {"46022", "yyyy/m", "2025/12"},
      {"46022", "yyyy/m/d;@", "2025/12/31"},
      {"46022", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2025年12月31日"},
      {"46022", "yyyy年m月d日", "2025年12月31日"},
      {"46022", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2025年12月31日"},
      {"46022", "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二五年十二月三十一日"},
      {"45950", "[DBNum1]m\"月\"d\"日\"", "十月二十日"},
      {"46022", "e\"年\"mm\"月\"", "2025年12月"},
      {"46022", "d-mmm-yy", "31-Dec-25"},
      {"46022", "mmmm yyyy", "December 2025"},
      {"46022", "[$-804]mmmm", "十二月"},
      {"46022", "yyyy.m.d", "2025.12.31"},
      {"46022", "aaaa", "星期三"},
      {"46022.5", "yyyy/m/d h:mm", "2025/12/31 12:00"},
      {"46022.75", "h:mm AM/PM", "6:00 PM"},
      {"46022.75", "上午/下午h\"时\"mm\"分\"", "下午6时00分"},
      {"46022.999999", "yyyy-mm-dd hh:mm:ss", "2026-01-01 00:00:00"},
      {"1.25", "[h]:mm:ss", "30:00:00"},
      {"0.0625", "mm:ss", "30:00"},
  };
  for (const Shown& one : cases) {
    const auto shown = shown_number(one.stored, number_format(one.format));
    EXPECT_EQ(shown.text, one.shown) << one.format;
    EXPECT_TRUE(shown.as_shown) << one.format;
  }
}

TEST(NumberFormats, KnowBothSystemsOfDatesAndTheDayThatNeverWas) {
  const auto format = number_format("yyyy-m-d");
  EXPECT_EQ(number_text("1", format), "1900-1-1");
  EXPECT_EQ(number_text("59", format), "1900-2-28");
  EXPECT_EQ(number_text("60", format), "1900-2-29");
  EXPECT_EQ(number_text("61", format), "1900-3-1");
  EXPECT_EQ(number_text("2958465", format), "9999-12-31");
  EXPECT_EQ(shown_number("0", format, DateSystem::from_1904).text, "1904-1-1");
  EXPECT_EQ(shown_number("44560", format, DateSystem::from_1904).text, "2025-12-31");
  EXPECT_EQ(import::date_number("2025-12-31", DateSystem::from_1900), "46022");
  EXPECT_EQ(import::date_number("1900-02-28T12:00:00", DateSystem::from_1900), "59.500000000");
  EXPECT_EQ(import::date_number("2025-02-30", DateSystem::from_1900), std::nullopt);
}

TEST(NumberFormats, ThatWorkbooksDoNotSayAreKnownByNumber) {
  EXPECT_EQ(number_text("46022", built_in_format(14)), "2025/12/31");
  EXPECT_EQ(number_text("46022.5", built_in_format(22)), "2025/12/31 12:00");
  for (const int id : {27, 36, 50, 52, 57}) {
    EXPECT_EQ(number_text("46022", built_in_format(id)), "2025年12月") << id;
  }
  for (const int id : {28, 29, 51, 53, 54, 58}) {
    EXPECT_EQ(number_text("46022", built_in_format(id)), "12月31日") << id;
  }
  EXPECT_EQ(number_text("46022", built_in_format(31)), "2025年12月31日");
  EXPECT_EQ(number_text("0.5", built_in_format(32)), "12时00分");
  EXPECT_EQ(number_text("5000", built_in_format(4)), "5000.00");
  EXPECT_EQ(number_text("0.95", built_in_format(9)), "95%");
  EXPECT_EQ(number_text("5000", built_in_format(0)), "5000");
}

TEST(NumberFormats, ShowTheWordsAroundANumber) {
  const Shown cases[] = {
      {"3", "0\"次\"", "3次"},
      {"3", "0次", "3次"},
      {"12.3", "0.0\"万元\"", "12.3万元"},
      {"95", "0\"%\"", "95%"},
      {"95", "0\\%", "95%"},
      {"0.95", "\"≥\"0%", "≥95%"},
      {"0.95", "\\≥0.0%", "≥95.0%"},
      {"3", "General\"次\"", "3次"},
      {"3", "G/通用格式\"次\"", "3次"},
      {"3", "@\"次\"", "3次"},
      {"-3", "0\"次\"", "-3次"},
      {"-3", "0\"次\";\"减少\"0\"次\"", "减少3次"},
      {"-3", "0\"次\";-0\"次\"", "-3次"},
      {"0", "0\"次\";-0\"次\";\"无\"", "无"},
      {"1", "[=1]\"是\";[=0]\"否\";0", "是"},
      {"150", "[>=100]0\"人以上\";0\"人\"", "150人以上"},
      {"15", "[>=100]0\"人以上\";0\"人\"", "15人"},
      {"123456", "0!.0,\"万\"", "12.3456万"},
      {"1234500", "#,##0.0,\"千元\"", "1234.5千元"},
  };
  for (const Shown& one : cases) {
    const auto shown = shown_number(one.stored, number_format(one.format));
    EXPECT_EQ(shown.text, one.shown) << one.format;
    EXPECT_TRUE(shown.as_shown) << one.format;
  }
  EXPECT_EQ(shown_text("若干", number_format("0;0;0;@\"次\"")), "若干次");
  EXPECT_EQ(shown_text("若干", number_format("@")), "若干");
}

TEST(NumberFormats, LeaveAmountsExact) {
  const char* const formats[] = {
      "#,##0.00_ ",
      "#,##0.00_ ;[Red]\\-#,##0.00\\ ",
      "#,##0.00_);(#,##0.00)",
      "#,##0.00_);[Red]\\(#,##0.00\\)",
      "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
      "_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ",
      "\"￥\"#,##0.00;\"￥\"\\-#,##0.00",
      "[$¥-804]#,##0.00;[$¥-804]\\-#,##0.00",
      "0.00;[Red]0.00",
      "#,##0.00;▲#,##0.00;—",
      "0.00;-0.00;;@",
      "+0.00;-0.00",
  };
  for (const char* const code : formats) {
    const auto format = number_format(code);
    EXPECT_EQ(number_text("1234.5", format), "1234.50") << code;
    EXPECT_EQ(number_text("-1234.567", format), "-1234.567") << code;
    EXPECT_EQ(number_text("0", format), "0.00") << code;
    EXPECT_EQ(number_text("21.210000000000001", format), "21.21") << code;
  }
}

TEST(NumberFormats, ThatAreNotUnderstoodSaySo) {
  const Shown cases[] = {
      {"0.5", "# ?/?", "0.5"},       {"-5", "yyyy-mm-dd", "-5"}, {"3000000", "yyyy", "3000000"},
      {"5", "[DBNum2]General", "5"}, {"5", ";;;", "5"},          {"5", "[<1]0\"a\";[<2]0", "5"},
      {"12345", "000-00", "12345"},  {"5", "bbbb", "5"},         {"0.5", "mm:ss.0", "0.5"},
  };
  for (const Shown& one : cases) {
    const auto shown = shown_number(one.stored, number_format(one.format));
    EXPECT_EQ(shown.text, one.shown) << one.format;
    EXPECT_FALSE(shown.as_shown) << one.format;
  }
}

TEST(NumberFormats, SurviveBrokenCodes) {
  for (const char* code : {"\"",
                           "\\",
                           "[",
                           "[]",
                           "[$",
                           "[$-",
                           "_",
                           "*",
                           ";",
                           ";;;;;;",
                           "0;;;;@",
                           "[>]0",
                           "[=x]0",
                           "%",
                           ".",
                           ",",
                           "0.0.0",
                           "\xE5",
                           "0\"\xE5",
                           "yyyyyyyyyyyyyyyyyyyyy",
                           "mmmmmmmmm",
                           "E+",
                           "[hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh]"}) {
    for (const char* stored : {"0", "-1", "46022.5", "1E300", "x"}) {
      EXPECT_LT(number_text(stored, number_format(code)).size(), 100U) << code;
    }
  }
}

/// A table with one target, whose cell is `cell` in a workbook of `styles`.
std::string workbook_with(const std::string& workbook, const std::string& formats,
                          const std::string& cell) {
  const auto text = [](const char* place, const char* said) {
    return std::string("<c r=\"") + place + "\" t=\"inlineStr\"><is><t>" + said + "</t></is></c>";
  };
  return test::archive(
      {{"xl/workbook.xml", "<workbook xmlns:r=\"r\">" + workbook +
                               "<sheets><sheet name=\"表\" r:id=\"a\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Target=\"sheet.xml\"/></Relationships>"},
       {"xl/styles.xml", "<styleSheet><numFmts>" + formats +
                             "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/>"
                             "<xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
       {"xl/sheet.xml", "<worksheet><sheetData><row r=\"1\">" + text("A1", "项目名称") +
                            text("B1", "总计") + text("C1", "绩效目标") + text("D1", "一级指标") +
                            text("E1", "二级指标") + text("F1", "三级指标") + text("G1", "指标值") +
                            "</row><row r=\"2\">" + text("A2", "清淤") +
                            "<c r=\"B2\"><v>12.3</v></c>" + text("C2", "清淤。") +
                            text("D2", "产出指标") + text("E2", "时效指标") +
                            text("F2", "完成时间") + cell + "</row></sheetData></worksheet>"}});
}

ImportedTable table_of(const std::string& bytes) {
  const auto document = import_workbook({"x.xlsx", bytes}, {});
  EXPECT_TRUE(document) << in_english(document.error());
  return document ? document->tables.front() : ImportedTable{};
}

TEST(Workbooks, GiveTargetsAsTheyShowThem) {
  const struct {
    const char* workbook;
    const char* format;
    const char* cell;
    const char* target;
  } cases[] = {
      {"", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
       "<c r=\"G2\" s=\"1\"><v>46022</v></c>", "2025年12月31日"},
      {"", "", "<c r=\"G2\" s=\"2\"><v>46022</v></c>", "2025/12/31"},
      {"<workbookPr date1904=\"1\"/>", "", "<c r=\"G2\" s=\"2\"><v>44560</v></c>", "2025/12/31"},
      {"", "", "<c r=\"G2\" s=\"2\" t=\"d\"><v>2025-12-31T00:00:00</v></c>", "2025/12/31"},
      {"", "", "<c r=\"G2\" t=\"d\"><v>2025-12-31T00:00:00</v></c>", "2025-12-31"},
      {"", "0&quot;次&quot;", "<c r=\"G2\" s=\"1\"><v>3</v></c>", "3次"},
  };
  for (const auto& one : cases) {
    const std::string code = one.format;
    const ImportedTable table = table_of(workbook_with(
        one.workbook, "<numFmt numFmtId=\"200\" formatCode=\"" + code + "\"/>", one.cell));
    ASSERT_EQ(table.snapshot.projects.size(), 1U);
    ASSERT_EQ(table.snapshot.projects[0].indicators.size(), 1U);
    EXPECT_EQ(table.snapshot.projects[0].indicators[0].annual_target, one.target);
    EXPECT_EQ(table.snapshot.projects[0].funding.total()->to_string(), "12.3");
  }
}

TEST(Workbooks, SayWhichNumberFormatIsNotUnderstood) {
  const ImportedTable table = table_of(workbook_with(
      "", "<numFmt numFmtId=\"200\" formatCode=\"# ?/?\"/>", "<c r=\"G2\" s=\"1\"><v>0.5</v></c>"));
  EXPECT_EQ(table.snapshot.projects[0].indicators[0].annual_target, "0.5");
  const auto& findings = table.provenance.findings;
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [](const Finding& one) { return one.code == "number-format"; });
  ASSERT_NE(found, findings.end());
  EXPECT_EQ(found->place.cell, "G2");
  EXPECT_THAT(in_english(found->message), HasSubstr("# ?/?"));
}

}  // namespace
}  // namespace budgetdiff
