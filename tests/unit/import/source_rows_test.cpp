// Projects whose money has a row a source.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string caption =
    "<h2>2025年项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";
const Row head = {"项目名称", "资金来源", "金额",     "绩效目标",
                  "一级指标", "二级指标", "三级指标", "指标值"};
const Row next = {"宣传", "县", "1.00", "开展宣传。", "产出指标", "数量指标", "场次", "≥2场"};

std::vector<std::string> indicators_of(const Project& project) {
  std::vector<std::string> out;
  for (const Indicator& one : project.indicators) {
    out.push_back(one.level2 + " " + one.name + one.annual_target);
  }
  return out;
}

TEST(SourceRows, AreOneProjectWithAllItsIndicators) {
  const auto table =
      one(page(caption, {head,
                         {"<td rowspan=3>巡查", "中央", "3.00", "<td rowspan=3>开展巡查。",
                          "<td rowspan=2>产出指标", "<td rowspan=2>数量指标", "次数", "≥3次"},
                         {"省", "2.00", "场次", "≥2场"},
                         {"县", "1.00", "效益指标", "社会效益", "知晓率", "≥90%"},
                         next,
                         {"合计", "", "7.00", "", "", "", "", ""}}));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传"));
  EXPECT_THAT(funding_of(table.snapshot.projects[0]),
              ElementsAre("total=6.00", "中央=3.00", "县=1.00", "省=2.00"));
  EXPECT_THAT(indicators_of(table.snapshot.projects[0]),
              ElementsAre("数量指标 次数≥3次", "数量指标 场次≥2场", "社会效益 知晓率≥90%"));
  EXPECT_THAT(funding_of(table.snapshot.projects[1]), ElementsAre("total=1.00", "县=1.00"));
  EXPECT_THAT(table.provenance.findings, IsEmpty());
}

TEST(SourceRows, MayLeaveTheNameBlankAndGiveTheirSum) {
  for (const std::size_t sum : {0U, 2U}) {
    std::vector<Row> rows = {{"", "中央", "3.00", "", "", "", "场次", "≥2场"},
                             {"", "省", "2.00", "", "效益指标", "社会效益", "知晓率", "≥90%"}};
    rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(sum),
                {"", "小计", "5.00", "", "产出指标", "数量指标", "次数", "≥3次"});
    rows[0][0] = "巡查";
    rows[0][3] = "开展巡查。";
    rows.insert(rows.begin(), head);
    rows.push_back(next);
    const auto table = one(page(caption, rows));
    ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传"));
    EXPECT_THAT(funding_of(table.snapshot.projects[0]),
                ElementsAre("total=5.00", "中央=3.00", "省=2.00"));
    EXPECT_EQ(table.snapshot.projects[0].indicators.size(), 3U);
    EXPECT_THAT(table.provenance.findings, IsEmpty());
  }
}

TEST(SourceRows, MayRepeatTheName) {
  const Row row = {"巡查",     "一般公共预算", "3.00", "开展巡查。",
                   "产出指标", "数量指标",     "次数", "≥3次"};
  Row second = row;
  second[1] = "政府性基金";
  second[2] = "2.00";
  Row third = second;
  third[6] = "场次";
  const auto table = one(page(caption, {head, row, second, third, next}));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传"));
  EXPECT_THAT(funding_of(table.snapshot.projects[0]),
              ElementsAre("total=5.00", "general_public_budget=3.00", "government_funds=2.00"));
  EXPECT_THAT(indicators_of(table.snapshot.projects[0]),
              ElementsAre("数量指标 次数≥3次", "数量指标 场次≥3次"));
}

TEST(SourceRows, MayStandWhereNamesDo) {
  const Row columns = {"项目名称", "金额",     "绩效目标", "一级指标",
                       "二级指标", "三级指标", "指标值"};
  for (const std::string own : {"5.00", ""}) {
    const auto table =
        one(page(caption, {columns,
                           {"巡查", own, "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"},
                           {"其中：中央资金", "3.00", "", "", "", "", ""},
                           {"省级资金", "2.00", "", "产出指标", "数量指标", "场次", "≥2场"},
                           {"宣传", "1.00", "开展宣传。", "产出指标", "数量指标", "场次", "≥2场"},
                           {"合计", "6.00", "", "", "", "", ""}}));
    ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传")) << own;
    EXPECT_THAT(funding_of(table.snapshot.projects[0]),
                ElementsAre("total=5.00", "中央资金=3.00", "省级资金=2.00"));
    EXPECT_THAT(indicators_of(table.snapshot.projects[0]),
                ElementsAre("数量指标 次数≥3次", "数量指标 场次≥2场"));
    EXPECT_THAT(table.provenance.findings, IsEmpty());
  }
  // With a goal of its own it is a project, whatever its name.
  const auto project = one(
      page(caption, {columns,
                     {"巡查", "5.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"},
                     {"中央资金", "3.00", "用好资金。", "产出指标", "数量指标", "次数", "≥3次"}}));
  EXPECT_THAT(names_of(project.snapshot), ElementsAre("巡查", "中央资金"));
  // And so with more money than it could be a part of.
  const auto more =
      one(page(caption, {columns,
                         {"巡查", "5.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"},
                         {"中央资金", "8.00", "", "产出指标", "数量指标", "次数", "≥3次"}}));
  EXPECT_THAT(names_of(more.snapshot), ElementsAre("巡查", "中央资金"));
}

TEST(SourceRows, AddUpColumnByColumn) {
  const auto table =
      one(page(caption, {{"项目名称", "金额", "一般公共预算", "政府性基金", "绩效目标", "绩效指标"},
                         {"<td rowspan=2>巡查", "3.00", "3.00", "", "<td rowspan=2>开展巡查。",
                          "<td rowspan=2>数量指标：次数≥3次；质量指标：合格率≥90%"},
                         {"2.00", "", "2.00"},
                         {"宣传", "1.00", "1.00", "", "开展宣传。", "数量指标：场次≥2场；"}}));
  ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传"));
  EXPECT_THAT(funding_of(table.snapshot.projects[0]),
              ElementsAre("total=5.00", "general_public_budget=3.00", "government_funds=2.00"));
  EXPECT_EQ(table.snapshot.projects[0].indicators.size(), 2U);
  EXPECT_THAT(table.provenance.findings, IsEmpty());
}

TEST(SourceRows, AreNoneWithoutAWordThatSaysSo) {
  // A blank cell is no span, and money alone may be a sum that lost its word.
  const auto lost = one(page(caption, {head, next, {"", "", "1.00", "", "", "", "", ""}}));
  EXPECT_THAT(codes_of(lost), ElementsAre("name-missing", "fields-left-out"));
  // Two projects of one name that nothing tells apart.
  Row other = next;
  other[2] = "2.00";
  const auto twins = one(page(caption, {head, next, other}));
  EXPECT_THAT(names_of(twins.snapshot), ElementsAre("宣传", "宣传"));
}

TEST(SourceRows, MayBeTheOnlyOneOfAProject) {
  const auto read_sources = [](const std::string& first, const std::string& second) {
    return one(page("<h2>2025年项目支出绩效目标表</h2><p>部门：某县水利局 单位：万元</p>",
                    {{"项目名称", "资金性质", "资金总额", "绩效目标", "三级指标", "指标值"},
                     {"巡查", first, "3.00", "巡查全县河道。", "次数", "≥3次"},
                     {"宣传", second, "2.00", "开展宣传。", "场次", "≥2场"}}));
  };
  const ImportedTable known = read_sources("一般公共预算", "政府性基金");
  EXPECT_THAT(funding_of(known.snapshot.projects.at(0)),
              testing::UnorderedElementsAre("total=3.00", "general_public_budget=3.00"));
  EXPECT_THAT(funding_of(known.snapshot.projects.at(1)),
              testing::UnorderedElementsAre("total=2.00", "government_funds=2.00"));
  EXPECT_THAT(codes_of(known), testing::Not(testing::Contains("fields-left-out")));
  // What nobody knows is named.
  EXPECT_THAT(codes_of(read_sources("一类", "二类")), testing::Contains("fields-left-out"));
}

const Row plain = {"项目名称", "金额", "绩效目标", "一级指标", "三级指标", "指标值"};

TEST(SourceRows, DoNotAddUpWhatIsSaidAgain) {
  for (const std::string& name : {std::string("<td>"), std::string("<td rowspan=2>巡查")}) {
    const bool merged = name != "<td>";
    Row second = {"4.00", "开展巡查。", "效益指标", "知晓率", "≥90%"};
    if (!merged) {
      second.insert(second.begin(), "");
    }
    const auto table = one(
        page(caption, {plain,
                       {merged ? name : "巡查", "4.00", "开展巡查。", "产出指标", "次数", "≥3次"},
                       second,
                       {"合计", "4.00", "", "", "", ""}}));
    ASSERT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
    EXPECT_THAT(funding_of(table.snapshot.projects[0]), ElementsAre("total=4.00"));
    EXPECT_EQ(table.snapshot.projects[0].indicators.size(), 2U);
    EXPECT_THAT(codes_of(table), testing::Not(testing::Contains("sum-mismatch")));
  }
}

TEST(SourceRows, AreNotAddedUpWithoutAWordOfTheirSource) {
  const Row first = {"巡查", "4.00", "开展巡查。", "产出指标", "次数", "≥3次"};
  const auto lost =
      one(page(caption, {plain, first, {"", "2.00", "", "产出指标", "场次", "≥2场"}}));
  EXPECT_THAT(funding_of(lost.snapshot.projects.at(0)), ElementsAre("total=4.00"));
  EXPECT_EQ(lost.snapshot.projects.at(0).indicators.size(), 1U);
  EXPECT_THAT(codes_of(lost), testing::Contains("name-missing"));
  // With a number of its own it is another project, though its amount is the same.
  const auto numbered =
      one(page(caption, {{"序号", "项目名称", "金额", "绩效目标", "一级指标", "三级指标", "指标值"},
                         {"1", "巡查", "4.00", "开展巡查。", "产出指标", "次数", "≥3次"},
                         {"2", "", "4.00", "", "产出指标", "场次", "≥2场"}}));
  EXPECT_THAT(codes_of(numbered), testing::Contains("name-missing"));
  // Beside a merged name they are one project's, and that nothing says of what is said.
  const auto merged = one(page(caption, {plain,
                                         {"<td rowspan=2>巡查", "4.00", "<td rowspan=2>开展巡查。",
                                          "产出指标", "次数", "≥3次"},
                                         {"2.00", "产出指标", "场次", "≥2场"}}));
  EXPECT_THAT(funding_of(merged.snapshot.projects.at(0)), ElementsAre("total=6.00"));
  EXPECT_THAT(codes_of(merged), testing::Contains("column-guess"));
}

}  // namespace
}  // namespace budgetdiff
