// What cells of tables hold together: codes and names, numbered lists, two levels. All
// figures are made up.

#include "import/table/coded_name.hpp"
#include "import/table/target_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string caption = "<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";

std::vector<std::string> indicators_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Project& project : table.snapshot.projects) {
    for (const Indicator& item : project.indicators) {
      out.push_back(item.level1 + "/" + item.level2 + ": " + item.name + " " + item.annual_target);
    }
  }
  return out;
}

TEST(CellAmounts, AreReadAsSpreadsheetsShowThem) {
  const ImportedTable table =
      one(page(caption, {{"项目名称", "总计", "财政拨款", "其他资金", "绩效目标"},
                         {"巡查", ".50", "-.25", "0.75", "巡查全县河道。"},
                         {"维修", "9223372036854775807", "1.00", "", "维修水闸。"}}));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)),
              ElementsAre("total=0.50", "fiscal_appropriation=-0.25", "other_funds=0.75"));
  EXPECT_THAT(funding_of(table.snapshot.projects.at(1)), ElementsAre("fiscal_appropriation=1.00"));
  std::vector<std::string> unreadable;
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == "amount-unreadable") {
      unreadable.push_back(in_english(finding.message));
    }
  }
  EXPECT_THAT(unreadable, ElementsAre(testing::HasSubstr("larger than any amount")));
}

TEST(HeaderWords, AreNoIndicatorBelowTheirHeader) {
  // 指标值 over 前年, 上年 and this year, whose spans are lost.
  const ImportedTable table =
      one(page(caption, {{"项目名称", "总计", "绩效目标", "一级指标", "三级指标", "", "", "指标值"},
                         {"", "", "", "", "", "前年", "上年", "预计当年实现"},
                         {"巡查", "2.00", "巡查全县河道。", "产出指标", "次数", "", "", "≥3次"}}));
  EXPECT_THAT(indicators_of(table), ElementsAre("产出指标/: 次数 ≥3次"));
}

/// A line's end between them is gone.
TEST(CodedName, EndsBeforeANameThatBeginsWithDigits) {
  const import::CodedName dated = import::coded_name("510100240000000000022024年校舍维修");
  EXPECT_EQ(dated.code, "51010024000000000002");
  EXPECT_EQ(dated.name, "2024年校舍维修");
  EXPECT_EQ(import::coded_name("51010024000000000002 2024年校舍维修").name, "2024年校舍维修");
  EXPECT_EQ(import::coded_name("51010024000000000002 12345热线").code, "51010024000000000002");
  EXPECT_EQ(import::coded_name("51010024000000000002 20240101").code, "");
  const std::size_t length =
      import::code_length({"51010024000000000001法律援助", "5101002400000000000212345热线",
                           "51010024000000000003路灯", "51010024000000000004桥梁", "没有编码"});
  EXPECT_EQ(length, 20U);
  EXPECT_EQ(import::coded_name("5101002400000000000212345热线", length).name, "12345热线");
  // Codes of two kinds say no length.
  EXPECT_EQ(import::code_length({"51010024000000000001法律援助", "51010024000000000003路灯",
                                 "510000002400000000000004桥梁", "510000002400000000000005水库"}),
            0U);
}

TEST(CodedName, StandsInBracketsBeforeOrBehindTheNameToo) {
  for (const char* text : {"[33020324T000000184211]农村供水", "33020324T000000184211农村供水",
                           "33020324T000000184211 农村供水", "农村供水（33020324T000000184211）",
                           "33020324T000000184211_农村供水", "【330203240000184211】农村供水"}) {
    EXPECT_EQ(import::coded_name(text).name, "农村供水") << text;
    EXPECT_GE(import::coded_name(text).code.size(), 18U) << text;
  }
  for (const char* text : {"农村供水（2024）", "农村供水（20240101）", "[2024]农村供水",
                           "12345农村供水", "1000000000元以上项目", "农村供水（二期）"}) {
    EXPECT_EQ(import::coded_name(text).name, text);
  }
}

const Row head = {"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"};

TEST(NumberedCells, AreAnIndicatorForEachNumber) {
  const auto table = [](const std::string& names, const std::string& values) {
    return one(page(caption,
                    {head, {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", names, values}}));
  };
  const auto both =
      ElementsAre("产出指标/数量指标: 管网长度 ≥42.6公里", "产出指标/数量指标: 行政村数 =8个");
  EXPECT_THAT(indicators_of(table("①管网长度<br>②行政村数", "①≥42.6公里<br>②=8个")), both);
  EXPECT_THAT(indicators_of(table("（1）管网长度；（2）行政村数", "（1）≥42.6公里；（2）=8个")),
              both);
  EXPECT_THAT(indicators_of(table("1.管网长度<br>2.行政村数", "1、≥42.6公里<br>2、=8个")), both);
  // One target for both, or numbers that do not go together: not known, and said.
  const ImportedTable one_target = table("①管网长度②行政村数", "≥42.6公里");
  EXPECT_EQ(indicators_of(one_target).size(), 1U);
  EXPECT_THAT(codes_of(one_target), Contains("list-guess"));
  EXPECT_THAT(codes_of(table("5G基站数（1期）", "≥2.5万个")), Not(Contains("list-guess")));
}

TEST(NumberedCells, ANumberThatNameAndTargetShareIsTheLists) {
  const auto read = [](const std::string& name, const std::string& value) {
    return indicators_of(one(page(
        caption, {head, {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", name, value}})));
  };
  const auto plain = ElementsAre("产出指标/数量指标: 管网长度 ≥42.6公里");
  EXPECT_THAT(read("2.管网长度", "2.≥42.6公里"), plain);
  EXPECT_THAT(read("③管网长度", "③≥42.6公里"), plain);
  EXPECT_THAT(read("（1）管网长度", "（1）≥42.6公里"), plain);
  EXPECT_THAT(read("1、管网长度", "1、42.6公里"),
              ElementsAre("产出指标/数量指标: 管网长度 42.6公里"));
  // A figure is no number of a list, nor is a number that only one of them has.
  EXPECT_THAT(read("2.管网长度", "2.6公里"), ElementsAre("产出指标/数量指标: 2.管网长度 2.6公里"));
  EXPECT_THAT(read("2.管网长度", "1.≥6公里"),
              ElementsAre("产出指标/数量指标: 2.管网长度 1.≥6公里"));
}

TEST(NamesBehindLabels, EndBeforeAYearOneBlankAway) {
  const auto department = [](const std::string& line) {
    return one(page("<p>" + line + "</p>",
                    {head, {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"}}))
        .snapshot.department;
  };
  EXPECT_EQ(department("部门名称：丁县林业局 2026年"), "丁县林业局");
  EXPECT_EQ(department("部门名称：丁县林业局 （2026年度）"), "丁县林业局");
  EXPECT_EQ(department("部门名称：丁县林业局 （公章）"), "丁县林业局");
}

TEST(NamelessRows, AreLostWithTheirIndicatorsWhichAreCounted) {
  const auto lost = [](const std::vector<Row>& rows) {
    std::string out;
    for (const Finding& finding : one(page(caption, rows)).provenance.findings) {
      out += finding.code == "name-missing" ? in_english(finding.message) + "\n" : "";
    }
    return out;
  };
  EXPECT_EQ(lost({head,
                  {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"},
                  {"", "5.00", "维修水闸。", "产出指标", "数量指标", "①水闸②泵站", "①≥2座②≥1座"},
                  {"<td>", "<td>", "<td>", "效益指标", "社会效益指标", "受益人口", "≥1万人"}}),
            "a row without a project's name was left out with its indicators (3): 维修水闸。\n");
  EXPECT_EQ(lost({{"项目名称", "预算金额", "绩效目标", "绩效指标"},
                  {"巡查", "3.00", "开展巡查。", "数量指标：次数≥3次"},
                  {"", "5.00", "维修水闸。", "数量指标：水闸≥2座；质量指标：合格率≥95%"},
                  {"", "6.00", "维修泵站。", ""}}),
            "a row without a project's name was left out with its indicators (2): 维修水闸。\n"
            "a row without a project's name was left out: 维修泵站。\n");
}

/// One path a row, under a word for the indicators.
TEST(Levels, MayStandBeforeTheNameInItsCell) {
  const ImportedTable table = one(
      page(caption, {{"项目名称", "金额", "总体目标", "绩效指标", "目标值"},
                     {"巡查", "2.00", "巡查全县河道。", "产出指标-数量指标-巡查-检查次数", "≥3次"},
                     {"维修", "3.00", "维修水闸。", "质量指标/合格率", "≥98%"},
                     {"宣传", "1.00", "宣传节水。", "质量-安全达标率", "≥90%"}}));
  EXPECT_THAT(indicators_of(table),
              ElementsAre("产出指标/数量指标: 巡查-检查次数 ≥3次", "/质量指标: 合格率 ≥98%",
                          "/: 质量-安全达标率 ≥90%"));
  EXPECT_THAT(codes_of(table), Not(Contains("categories-missing")));
}

TEST(Levels, MayStandInOneCell) {
  EXPECT_THAT(
      indicators_of(
          one(page(caption, {{"项目名称", "预算金额", "绩效目标", "指标类别", "三级指标", "指标值"},
                             {"巡查", "3.00", "开展巡查。", "产出指标-数量指标", "次数", "≥3次"},
                             {"", "", "", "满意度指标-服务对象满意度指标", "满意度", "≥90%"}}))),
      ElementsAre("产出指标/数量指标: 次数 ≥3次", "满意度指标/服务对象满意度指标: 满意度 ≥90%"));
}

}  // namespace
}  // namespace budgetdiff
