// What published forms do, each in the smallest table that shows it. The tables are made
// up; no department, project or figure in them is real.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Row head = {"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"};
const Row first = {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥3次"};
const Row second = {"宣传", "2.00", "开展宣传。", "产出指标", "数量指标", "场次", "≥2场"};
const std::string caption = "<h2>项目支出绩效目标表</h2><p>部门名称：某县水利局 单位：万元</p>";

TEST(PublishedForms, SayTheYearInTheirOwnTitleAndNotInADateOrProse) {
  const auto year = [](const std::string& above) {
    return one(page(above + "<p>部门：某局 单位：万元</p>", {head, first})).snapshot.year;
  };
  EXPECT_EQ(year("<p>今天是2026年11月28日</p><h1>2025年项目支出绩效目标表</h1>"), 2025);
  EXPECT_EQ(year("<p>发布时间：2024-12-30</p><h2>项目支出绩效目标表</h2><p>2025年度</p>"), 2025);
  EXPECT_EQ(year("<p>2024年我局完成各项任务，成效明显。</p><h1>某局2025年部门预算</h1>"), 2025);
  EXPECT_EQ(year("<p>某财预〔2024〕12号</p><p>关于批复2025年部门预算的通知</p>"), 2025);
  EXPECT_EQ(year("<h2>项目支出绩效目标表</h2><p>填报日期：2024年11月20日</p>"), std::nullopt);
  Row dated = head;
  dated[1] = "2025年预算数";
  EXPECT_EQ(one(page(caption, {dated, first})).snapshot.year, 2025);
}

TEST(PublishedForms, NameTheirDepartmentInARowAboveWithAColonOrWithout) {
  EXPECT_EQ(one(page("<h2>2025年项目支出绩效目标表</h2><p>填报单位：某县水利局（万元）</p>",
                     {{"项目名称", "预算数", "绩效目标"}, {"河道巡查", "3.00", "开展巡查。"}}))
                .snapshot.department,
            "某县水利局");
  for (const char* label : {"编制单位：", "编制单位:", "编制单位", "主管预算部门"}) {
    const ImportedTable table = one(
        page("<h2>2025年项目支出绩效目标表</h2>", {{label, "<td colspan=3>某县水利局"},
                                                   {"项目名称", "<td colspan=3>河道巡查"},
                                                   {"预算金额（万元）", "<td colspan=3>3.00"},
                                                   {"一级指标", "二级指标", "三级指标", "指标值"},
                                                   {"产出指标", "数量指标", "巡查次数", "≥3次"}}));
    EXPECT_EQ(table.snapshot.department, "某县水利局") << label;
  }
}

TEST(PublishedForms, AreOfTheStageThatTheirTitleSays) {
  const auto stage = [](const std::string& above) {
    return one(page(above + "<p>部门：某局 单位：万元</p>", {head, first})).snapshot.stage;
  };
  EXPECT_EQ(stage("<p>首页 &gt; 财政预决算 &gt; 正文</p><h1>2025年项目支出绩效目标表</h1>"),
            "budget");
  EXPECT_EQ(stage("<p>某局2024年部门决算</p><h1>某局2025年项目支出绩效目标表</h1>"), "budget");
  EXPECT_EQ(stage("<p>本年未发生调整预算。</p><h1>2025年项目支出绩效目标表</h1>"), "budget");
  EXPECT_EQ(stage("<h1>2023年度部门决算项目支出绩效自评表</h1>"), "final");
}

TEST(PublishedForms, AreInTheUnitNearestToTheirAmounts) {
  const std::vector<Row> form = {{"项目名称", "巡查"},
                                 {"项目资金（元）", "年度资金总额", "18600.00"},
                                 {"年度目标", "开展巡查。"},
                                 {"一级指标", "二级指标", "三级指标", "指标值"},
                                 {"产出指标", "数量指标", "次数", "≥3次"}};
  // 收支总表 in another unit is passed over, and its unit with it.
  const std::string other =
      "<h2>2025年收支总表</h2><p>单位：万元</p>" + table({{"收入", "支出"}, {"1.00", "1.00"}});
  const auto read_form = one("<html><body>" + other + "<h2>2025年项目支出绩效目标表</h2>" +
                             table(form) + "</body></html>");
  EXPECT_EQ(read_form.snapshot.unit, "元");
  EXPECT_EQ(read_form.snapshot.projects.at(0).funding.total()->to_string(), "18600.00");
  EXPECT_EQ(one(page("<h2>绩效目标表（单位：元）</h2>", {head, first})).snapshot.unit, "元");
  EXPECT_EQ(one(page("<h2>绩效目标表</h2><p>（万元）</p>", {head, first})).snapshot.unit, "万元");
  for (const char* const sentence :
       {"现将我局项目绩效目标公示如下（单位：万元）：", "单位：万元，平方米"}) {
    EXPECT_EQ(one(page("<h2>绩效目标表</h2><p>" + std::string(sentence) + "</p>", {head, first}))
                  .snapshot.unit,
              "万元");
  }
  Row own = first;
  own[1] = "3.00万元";
  EXPECT_EQ(one(page("<h2>绩效目标表</h2>", {head, own})).snapshot.unit, "万元");
}

TEST(PublishedForms, HaveProjectsWithANumberForAName) {
  Row row = first;
  row[0] = "项目10";
  const auto list = one(page(caption, {head, row, second}));
  EXPECT_THAT(names_of(list.snapshot), ElementsAre("项目10", "宣传"));
  const auto form = one(page(caption, {{"项目名称", "专项2"},
                                       {"年度资金总额", "3.00"},
                                       {"年度目标", "开展巡查。"},
                                       {"一级指标", "二级指标", "三级指标", "指标值"},
                                       {"产出指标", "数量指标", "次数", "≥3次"}}));
  EXPECT_THAT(names_of(form.snapshot), ElementsAre("专项2"));
}

TEST(PublishedForms, HaveAmountsAsPeopleTypeThem) {
  const struct {
    std::string typed;
    std::string total;
  } cases[] = {
      {"15.", "15"},        {"¥15", "15"},          {"￥1,500.5", "1500.5"},  {"15万元", "15"},
      {"１５．５", "15.5"}, {"人民币15万元", "15"}, {"15.5（万元）", "15.5"}, {"¥15.万元", "15"}};
  for (const auto& [typed, total] : cases) {
    Row row = first;
    row[1] = typed;
    const auto list = one(page(caption, {head, row, second}));
    EXPECT_THAT(codes_of(list), IsEmpty()) << typed;
    EXPECT_THAT(funding_of(list.snapshot.projects.at(0)), ElementsAre("total=" + total)) << typed;
    const auto form = one(page(caption, {{"项目名称", "<td colspan=3>巡查"},
                                         {"年度资金总额", typed, "其中：财政拨款", typed},
                                         {"年度目标", "<td colspan=3>开展巡查。"},
                                         {"一级指标", "二级指标", "三级指标", "指标值"},
                                         {"产出指标", "数量指标", "次数", "≥3次"}}));
    EXPECT_THAT(funding_of(form.snapshot.projects.at(0)),
                ElementsAre("total=" + total, "fiscal_appropriation=" + total))
        << typed;
  }
  Row row = first;
  row[1] = "1.5.";
  EXPECT_THAT(codes_of(one(page(caption, {head, row, second}))), ElementsAre("amount-unreadable"));
}

TEST(PublishedForms, HaveHeadersInTraditionalLettersAndKeepTheirOwn) {
  const auto table =
      one(page("<h2>2025年項目支出績效目標表</h2><p>部門名稱：某縣財政廳 單位：萬元</p>",
               {{"項目名稱", "預算數", "績效目標", "一級指標", "二級指標", "三級指標",
                 "實施期指標值", "年度指標值"},
                {"巡查", "3.00", "開展巡查。", "產出指標", "數量指標", "次數", "≥9次", "≥3次"},
                {"合計", "3.00", "", "", "", "", "", ""}}));
  const Snapshot& snapshot = table.snapshot;
  EXPECT_THAT(codes_of(table), IsEmpty());
  EXPECT_EQ(snapshot.department, "某縣財政廳");
  EXPECT_EQ(snapshot.year, 2025);
  EXPECT_EQ(snapshot.unit, "萬元");
  EXPECT_EQ(snapshot.stated_total.total()->to_string(), "3.00");
  ASSERT_EQ(snapshot.projects.size(), 1U);
  EXPECT_EQ(snapshot.projects[0].goal, "開展巡查。");
  ASSERT_EQ(snapshot.projects[0].indicators.size(), 1U);
  EXPECT_EQ(snapshot.projects[0].indicators[0].level2, "數量指標");
  EXPECT_EQ(snapshot.projects[0].indicators[0].period_target, "≥9次");
  EXPECT_EQ(snapshot.projects[0].indicators[0].annual_target, "≥3次");
}

TEST(PublishedForms, OfSeveralDepartmentsAreChosenByName) {
  const std::string both = "<html><body><p>部门名称：某县民政局 单位：万元</p>" +
                           table({head, first}) + "<p>部门名称：某县文旅局 单位：万元</p>" +
                           table({head, second}) + "</body></html>";
  ImportOptions options;
  options.department = "文旅局";
  const auto chosen = read(both, options);
  ASSERT_TRUE(chosen) << in_english(chosen.error());
  ASSERT_EQ(chosen->tables.size(), 1U);
  EXPECT_EQ(chosen->tables[0].snapshot.department, "某县文旅局");
  EXPECT_THAT(names_of(chosen->tables[0].snapshot), ElementsAre("宣传"));
  options.department = "某县教育局";
  const auto none = read(both, options);
  ASSERT_FALSE(none);
  EXPECT_THAT(in_english(none.error()), HasSubstr("某县民政局, 某县文旅局"));
  // Of a document that names one, the option says whose it is.
  const auto renamed = read(page(caption, {head, first}), options);
  ASSERT_TRUE(renamed);
  EXPECT_EQ(renamed->tables[0].snapshot.department, "某县教育局");
}

TEST(PublishedForms, HaveRowsOfDepartmentsAndUnitsAboveTheirProjects) {
  const auto table = one(page("<h2>2025年绩效目标表（单位：万元）</h2>",
                              {head,
                               {"012-某县水利局", "5.00", "", "", "", "", ""},
                               {"012001-某县水利局机关", "5.00", "", "", "", "", ""},
                               first,
                               second}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查", "宣传"));
  EXPECT_EQ(table.snapshot.department, "某县水利局");
  EXPECT_THAT(table.provenance.findings, IsEmpty());
}

TEST(PublishedForms, NameIndicatorsAsTheirLabelsAreNamed) {
  const auto table =
      one("<html><body><h2>2025年项目支出绩效目标表</h2><table>"
          "<tr><td>项目名称</td><td colspan=3>巡查</td></tr>"
          "<tr><td>年度资金总额</td><td colspan=3>3.00万元</td></tr>"
          "<tr><td>年度目标</td><td colspan=3>开展巡查。</td></tr>"
          "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>"
          "<tr><td rowspan=4>产出指标</td><td "
          "rowspan=4>时效指标</td><td>完成时限</td><td>≤8个月</td></tr>"
          "<tr><td>其他资金</td><td>≤8万元</td></tr>"
          "<tr><td>合计</td><td>≥9次</td></tr>"
          "<tr><td>预算执行率</td><td>≥95%</td></tr></table></body></html>");
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  const Project& project = table.snapshot.projects[0];
  ASSERT_EQ(project.indicators.size(), 4U);
  EXPECT_EQ(project.indicators[1].name, "其他资金");
  EXPECT_EQ(project.indicators[3].annual_target, "≥95%");
  EXPECT_EQ(project.funding.find(column::other_funds), nullptr);
}

TEST(PublishedForms, HeadColumnsWithWordsThatOnlyTheirCellsExplain) {
  const auto table = one(page(caption, {{"单位", "项目名称", "预算金额", "绩效目标", "指标类别",
                                         "二级指标", "三级指标", "条件", "指标值", "计量"},
                                        {"河道管理所", "巡查", "3.00", "开展巡查。", "产出指标",
                                         "数量指标", "次数", "≥", "3", "次"},
                                        {"水库管理所", "宣传", "2.00", "开展宣传。", "效益指标",
                                         "社会效益指标", "知晓率", "≥", "90", "%"}}));
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  const Project& project = table.snapshot.projects[0];
  EXPECT_EQ(project.spending_unit, "河道管理所");
  EXPECT_EQ(project.indicators.at(0).level1, "产出指标");
  EXPECT_EQ(project.indicators.at(0).level2, "数量指标");
  EXPECT_EQ(project.indicators.at(0).annual_target, "≥3次");
}

TEST(PublishedForms, TakeTheLaterOfTwoYearsTargets) {
  const auto table = one(page(
      caption, {{"项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标",
                 "2024年指标值", "2025年指标值"},
                {"巡查", "3.00", "开展巡查。", "产出指标", "数量指标", "次数", "≥2次", "≥3次"}}));
  EXPECT_EQ(table.snapshot.projects.at(0).indicators.at(0).annual_target, "≥3次");
}

TEST(PublishedForms, KeepTheRowsOfTheEmptyForm) {
  const auto table = one(page(caption, {head, first, {"", "", "", "", "", "……", "……"}, second}));
  ASSERT_EQ(table.snapshot.projects.size(), 2U);
  EXPECT_EQ(table.snapshot.projects[0].indicators.size(), 1U);
}

TEST(PublishedForms, CallTheirOnlyTotalThatOfTheProject) {
  Row long_head = head;
  long_head[1] = "项目资金总额";
  const auto only = one(page(caption, {long_head, first}));
  EXPECT_NE(only.snapshot.projects.at(0).funding.total(), nullptr);
  const auto both = one(page(caption, {{"项目名称", "项目资金总额", "年度资金总额", "绩效目标"},
                                       {"巡查", "9.00", "3.00", "目标。"}}));
  EXPECT_EQ(both.snapshot.projects.at(0).funding.total()->to_string(), "3.00");
}

TEST(PublishedForms, PutLabelsOfMoneyAboveARowOfAmounts) {
  const auto table = one(page("<h2>2025年项目支出绩效目标表</h2><p>单位：万元</p>",
                              {{"项目名称", "巡查", "", ""},
                               {"资金总额", "财政拨款", "上年结转", "其他资金"},
                               {"3.00", "2.00", "1.00", ""},
                               {"年度目标", "开展巡查。", "", ""},
                               {"一级指标", "二级指标", "三级指标", "指标值"},
                               {"产出指标", "数量指标", "次数", "≥3次"}}));
  const Funding& funding = table.snapshot.projects.at(0).funding;
  ASSERT_NE(funding.total(), nullptr);
  EXPECT_EQ(funding.total()->to_string(), "3.00");
  EXPECT_EQ(funding.find("carried_over")->to_string(), "1.00");
}

TEST(PublishedForms, GiveTheGoalAParagraphForEachOfItsNumbers) {
  Row row = first;
  row[2] = "目标1：开展巡查。<br>目标2：开展宣传。";
  EXPECT_EQ(one(page(caption, {head, row})).snapshot.projects.at(0).goal,
            "目标1：开展巡查。\n目标2：开展宣传。");
}

TEST(PublishedForms, AsSeparatedValuesHaveLinesBetweenTheirRows) {
  const auto document = read(
      "项目名称,预算金额（万元）,绩效目标,一级指标,二级指标,三级指标,指标值\n"
      "巡查,3.00,开展巡查。,产出指标,数量指标,次数,≥3次\n"
      "的其余部分。\n"
      "宣传,2.00,开展宣传。,产出指标,数量指标,场次,≥2场\n"
      "填表人：某某\n");
  ASSERT_TRUE(document) << in_english(document.error());
  EXPECT_THAT(names_of(document->tables[0].snapshot), ElementsAre("巡查", "宣传"));
  std::vector<std::string> left;
  for (const Finding& finding : document->tables[0].provenance.findings) {
    if (finding.code == "text-left-over") {
      left.push_back(finding.message.args.front());
    }
  }
  EXPECT_THAT(left, ElementsAre("的其余部分。"));
}

TEST(PublishedForms, HideWhatTheyDoNotShow) {
  const auto table = one("<html><body>" + caption + "<div style='display: none'>" +
                         ::budgetdiff::table({head, second}) + "</div>" +
                         ::budgetdiff::table({head, first}) + "</body></html>");
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("巡查"));
}

class TypedLists : public testing::TestWithParam<const char*> {};

TEST_P(TypedLists, GiveTheirIndicators) {
  const auto read_table = one(page(caption, {{"项目名称", "预算金额", "绩效目标", "绩效指标"},
                                             {"补贴", "3.00", "发放补贴。", GetParam()}}));
  ASSERT_EQ(read_table.snapshot.projects.size(), 1U);
  const std::vector<Indicator>& indicators = read_table.snapshot.projects[0].indicators;
  ASSERT_EQ(indicators.size(), 3U) << GetParam();
  EXPECT_EQ(indicators[0].level2, "数量指标");
  EXPECT_EQ(indicators[0].name, "发放人数");
  EXPECT_EQ(indicators[0].annual_target, "≥500人");
  EXPECT_EQ(indicators[1].level2, "质量指标");
  EXPECT_EQ(indicators[1].name, "准确率");
  EXPECT_EQ(indicators[1].annual_target, "100%");
  EXPECT_EQ(indicators[2].name, "就业率");
  EXPECT_EQ(indicators[2].annual_target, "≥85%");
}

INSTANTIATE_TEST_SUITE_P(
    InOneCell, TypedLists,
    testing::Values(
        "产出指标：<br>数量指标：发放人数≥500人；<br>质量指标：准确率100%；<br>效益指标：<br>"
        "社会效益指标：就业率≥85%",
        "产出指标：数量指标：发放人数≥500人；质量指标：准确率100%"
        "。效益指标：社会效益指标：就业率≥85%。",
        "一、产出指标<br>（一）数量指标<br>1.发放人数≥500人<br>（二）质量指标<br>1.准确率100%<br>"
        "二、效益指标<br>（一）社会效益指标<br>1.就业率≥85%",
        "一、产出指标（一）数量指标1.发放人数≥500人（二）质量指标1.准确率100%"
        "二、效益指标（一）社会效益指标1.就业率≥85%",
        "【产出指标】数量指标：发放人数≥500人；<br>【产出指标】质量指标：准确率100%；<br>"
        "【效益指标】社会效益指标：就业率≥85%",
        "产出指标-数量指标-发放人数：≥500人；<br>产出指标-质量指标-准确率：100%；<br>效益指标-"
        "社会效益指标-就业率：≥85%",
        "1.数量指标：发放人数（≥500人）<br>2.质量指标：准确率100%<br>3.社会效益指标：就业率≥85%"));

TEST(TypedLists, OfProseAreLeftOutAloud) {
  const auto read_table = one(
      page(caption, {{"项目名称", "预算金额", "绩效目标", "绩效指标"},
                     {"补贴", "3.00", "发放补贴。", "按照有关规定做好各项工作，确保群众满意。"}}));
  EXPECT_THAT(read_table.snapshot.projects.at(0).indicators, IsEmpty());
  EXPECT_EQ(read_table.provenance.findings.at(0).code, "text-left-over");
}

TEST(PublishedForms, HoldTablesOfIndicatorsInACell) {
  const std::string inner = table({{"一级指标", "二级指标", "三级指标", "指标值"},
                                   {"产出指标", "数量指标", "清淤长度", "≥3公里"}});
  const auto read_form = one("<html><body><table><tr><td>" +  // the page's own layout
                             table({{"2025年项目支出绩效目标表", "单位：万元"},
                                    {"项目名称", "河道清淤"},
                                    {"主管部门", "某县水利局"},
                                    {"年度资金总额", "12.00"},
                                    {"年度目标", "清理河道。"},
                                    {"绩效指标", inner}}) +
                             "</td></tr></table></body></html>");
  ASSERT_EQ(read_form.snapshot.projects.size(), 1U);
  EXPECT_EQ(read_form.snapshot.projects[0].name, "河道清淤");
  ASSERT_EQ(read_form.snapshot.projects[0].indicators.size(), 1U);
  EXPECT_EQ(read_form.snapshot.projects[0].indicators[0].name, "清淤长度");
}

/// "level1/level2/name" of the indicators of a form whose first two rows of them are these.
std::vector<std::string> of_form(const Row& first_row, const Row& second_row) {
  const ImportedTable table =
      one(page(caption, {{"项目名称", "<td colspan=4>资金绩效评价"},
                         {"资金总额", "<td colspan=4>3.00"},
                         {"年度目标", "<td colspan=4>开展评价。"},
                         {"<td rowspan=4>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
                         first_row,
                         second_row,
                         {"产出指标", "数量指标", "评价项目", "≥20个"}}));
  EXPECT_EQ(table.snapshot.projects.at(0).goal, "开展评价。");
  EXPECT_THAT(table.provenance.findings, IsEmpty());
  std::vector<std::string> out;
  for (const Indicator& one : table.snapshot.projects.at(0).indicators) {
    out.push_back(one.level1 + "/" + one.level2 + "/" + one.name);
  }
  return out;
}

TEST(PublishedForms, MayCallASecondLevelAsALabelIsCalled) {
  EXPECT_THAT(of_form({"<td rowspan=2>决策", "项目立项", "程序规范性", "规范"},
                      {"绩效目标", "目标合理性", "合理"}),
              ElementsAre("决策/项目立项/程序规范性", "决策/绩效目标/目标合理性",
                          "产出指标/数量指标/评价项目"));
  // As the first of all it stands below the header.
  EXPECT_THAT(of_form({"决策", "绩效目标", "目标合理性", "合理"},
                      {"过程", "资金管理", "预算执行率", "=100%"}),
              ElementsAre("决策/绩效目标/目标合理性", "过程/资金管理/预算执行率",
                          "产出指标/数量指标/评价项目"));
}

}  // namespace
}  // namespace budgetdiff
