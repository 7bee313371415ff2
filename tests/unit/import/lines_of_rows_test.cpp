// Rows that hold several indicators in lines of their cells, and cells over several rows. All
// figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

const std::string caption = "<h2>项目支出绩效目标表</h2><p>部门名称：某县林业局 单位：万元</p>";

ImportedTable with_rows(const std::vector<Row>& rows) {
  const std::string span = "<td rowspan=" + std::to_string(rows.size()) + ">";
  std::vector<Row> all = {{"项目名称", "预算数", "绩效目标", "二级指标", "三级指标", "指标值"}};
  for (const Row& row : rows) {
    Row next = all.size() == 1 ? Row{span + "造林", span + "3.00", span + "造林三片。"} : Row{};
    next.insert(next.end(), row.begin(), row.end());
    all.push_back(std::move(next));
  }
  return one(page(caption, all));
}

std::vector<std::string> indicators_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Indicator& one : table.snapshot.projects.at(0).indicators) {
    out.push_back(one.name + " " + one.annual_target);
  }
  return out;
}

TEST(LinesOfRows, AreAnIndicatorEach) {
  const ImportedTable table = with_rows({{"数量指标", "造林面积<br>苗木株数", "≥30亩<br>≥900株"}});
  EXPECT_THAT(indicators_of(table), ElementsAre("造林面积 ≥30亩", "苗木株数 ≥900株"));
  EXPECT_EQ(table.snapshot.projects.at(0).indicators.at(1).level2, "数量指标");
  EXPECT_THAT(codes_of(table), Not(Contains("list-guess")));
}

TEST(LinesOfRows, AreOneWhereTheyGoOn) {
  const ImportedTable bracket = with_rows({{"数量指标", "造林面积<br>（含补植）", "≥30<br>亩"}});
  EXPECT_THAT(indicators_of(bracket), ElementsAre("造林面积（含补植） ≥30亩"));
  const ImportedTable bounds = with_rows({{"数量指标", "造林面积", "≥30亩<br>≤50亩"}});
  EXPECT_THAT(indicators_of(bounds), ElementsAre("造林面积 ≥30亩≤50亩"));
}

TEST(LinesOfRows, AreAGuessWhereTheyDoNotGoTogether) {
  const ImportedTable table =
      with_rows({{"数量指标", "造林面积<br>苗木株数<br>成活率", "≥30亩<br>≥900株"}});
  EXPECT_THAT(codes_of(table), Contains("list-guess"));
}

TEST(LinesOfRows, ShareACellOverThem) {
  const ImportedTable target =
      with_rows({{"<td rowspan=2>质量指标", "甲片成活率", "<td rowspan=2>≥90%"},
                 {"乙片成活率"},
                 {"时效指标", "完成时间", "3月"}});
  EXPECT_THAT(indicators_of(target),
              ElementsAre("甲片成活率 ≥90%", "乙片成活率 ≥90%", "完成时间 3月"));
  EXPECT_THAT(codes_of(target), Not(Contains("indicator-incomplete")));
  const ImportedTable name =
      with_rows({{"<td rowspan=2>数量指标", "<td rowspan=2>造林面积", "甲片≥30亩"}, {"乙片≥20亩"}});
  EXPECT_THAT(indicators_of(name), ElementsAre("造林面积 甲片≥30亩", "造林面积 乙片≥20亩"));
}

TEST(Levels, MayBeFourOrBothInOneCell) {
  const ImportedTable four = one(page(
      caption,
      {{"项目名称", "预算数", "绩效目标", "一级指标", "二级指标", "三级指标", "四级指标", "指标值"},
       {"造林", "3.00", "造林三片。", "产出指标", "数量指标", "面积类", "造林面积", "≥3亩"}}));
  EXPECT_THAT(indicators_of(four), ElementsAre("造林面积 ≥3亩"));
  EXPECT_THAT(codes_of(four), Contains("fields-left-out"));
  const ImportedTable both =
      one(page(caption, {{"项目名称", "预算数", "绩效目标", "指标类型", "指标名称", "指标值"},
                         {"造林", "3.00", "造林三片。", "产出/数量", "造林面积", "≥3亩"},
                         {"", "", "", "效益/生态效益", "固碳量", "≥9吨"}}));
  ASSERT_EQ(both.snapshot.projects.at(0).indicators.size(), 2U);
  EXPECT_EQ(both.snapshot.projects[0].indicators[1].level1, "效益");
  EXPECT_EQ(both.snapshot.projects[0].indicators[1].level2, "生态效益");
  EXPECT_THAT(codes_of(both), Not(Contains("categories-missing")));
}

TEST(FormsBeside, AreAProjectEach) {
  const ImportedTable table = one(page(caption, {{"项目名称", "造林", "项目名称", "护林"},
                                                 {"预算数", "3.00", "预算数", "5.00"},
                                                 {"绩效目标", "造林三片。", "绩效目标", "护好林。"},
                                                 {"三级指标", "指标值", "三级指标", "指标值"},
                                                 {"造林面积", "≥3亩", "巡护次数", "≥9次"}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("造林", "护林"));
  EXPECT_EQ(table.snapshot.projects[1].goal, "护好林。");
  EXPECT_THAT(funding_of(table.snapshot.projects[1]), ElementsAre("total=5.00"));
  EXPECT_THAT(indicators_of(table), ElementsAre("造林面积 ≥3亩"));
}

TEST(Halves, OfATableBelowEachOtherAreOne) {
  const std::vector<Row> goals = {{"项目名称", "绩效目标", "三级指标", "指标值"},
                                  {"造林", "造林三片。", "片数", "≥3片"},
                                  {"护林", "护好林。", "次数", "≥9次"}};
  const std::vector<Row> amounts = {{"项目名称", "预算数", "财政拨款"},
                                    {"造林", "3.00", "3.00"},
                                    {"护林", "5.00", "4.00"},
                                    {"合计", "8.00", "7.00"}};
  for (const bool first : {true, false}) {
    const std::string below = first ? table(goals) : table(amounts);
    const ImportedTable both = one(page(caption, first ? amounts : goals) + below);
    EXPECT_THAT(names_of(both.snapshot), ElementsAre("造林", "护林"));
    EXPECT_THAT(funding_of(both.snapshot.projects[1]),
                ElementsAre("total=5.00", "fiscal_appropriation=4.00"));
    EXPECT_EQ(both.snapshot.projects[1].goal, "护好林。");
    EXPECT_EQ(both.snapshot.stated_total.total()->to_string(), "8.00");
  }
  // A list of other projects, or beside amounts of their own, is another table.
  std::vector<Row> others = amounts;
  others[1][0] = "修路";
  others[2][0] = "修桥";
  EXPECT_THAT(codes_of(one(page(caption, goals) + table(others))), Contains("table-passed-over"));
}

TEST(WebTables, ShowTheirFootLastAndSignsAsPictures) {
  const ImportedTable table = one(
      "<html><body>" + caption +
      "<table><tfoot><tr><td>合计</td><td>8.00</td><td></td><td></td><td></td></tr></tfoot>"
      "<tbody><tr><td>造林</td><td>3.00</td><td>造林三片。</td><td>片数</td>"
      "<td><img alt='≥' src=a.gif>3片</td></tr><tr><td>护林</td><td>5.00</td><td>护好林。</td>"
      "<td>次数</td><td>≥9次<img alt='图' src=b.gif></td></tr></tbody><thead><tr><td>项目名称</td>"
      "<td>预算数</td><td>绩效目标</td><td>三级指标</td><td>指标值</td></tr></thead></table>"
      "</body></html>");
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("造林", "护林"));
  ASSERT_NE(table.snapshot.stated_total.total(), nullptr);
  EXPECT_THAT(indicators_of(table), ElementsAre("片数 ≥3片"));
}

TEST(WholeDepartments, AreKnownByTheirTasks) {
  const auto document = read(page(
      "<h2>某县林业局2024年度绩效目标表</h2>",
      {{"<td rowspan=2>年度主要任务", "任务名称", "主要内容", "<td colspan=2>预算金额（万元）"},
       {"造林", "三片", "<td colspan=2>3.00"},
       {"<td rowspan=2>年度绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
       {"产出指标", "数量指标", "片数", "≥3片"}}));
  ASSERT_FALSE(document);
  EXPECT_THAT(in_english(document.error()), testing::HasSubstr("whole department"));
}

TEST(WholeRows, SayASumOrAreNamed) {
  const auto with_last = [](const std::string& text) {
    return one(page(caption, {{"项目名称", "预算数", "绩效目标", "三级指标", "指标值"},
                              {"造林", "3.00", "造林三片。", "片数", "≥3片"},
                              {"<td colspan=5>" + text}}));
  };
  const ImportedTable sum = with_last("合计：30000元");
  ASSERT_NE(sum.snapshot.stated_total.total(), nullptr);
  EXPECT_EQ(sum.snapshot.stated_total.total()->to_string(), "3");
  EXPECT_THAT(codes_of(with_last("总计：4.00万元")), Contains("sum-mismatch"));
  EXPECT_THAT(codes_of(with_last("表内资金以上级通知为准")), Contains("text-left-over"));
  for (const char* text : {"单位：万元", "说明：造林在春季。", "项目支出绩效目标表（续）"}) {
    EXPECT_THAT(codes_of(with_last(text)), Not(Contains("text-left-over"))) << text;
  }
}

TEST(LongRows, AreSaidWhereTheirCellsSlide) {
  const std::string head =
      "某县林业局2024年项目支出绩效目标表\n单位：万元\n项目名称,预算数,绩效目标,三级指标,指标值\n";
  const ImportedTable slid =
      one(head + "造林,2.00,春季造林,三片。,片数,≥3片\n护林,3.00,护林。,次数,≥9次\n");
  EXPECT_THAT(codes_of(slid), Contains("text-left-over"));
  const ImportedTable even = one(head + "造林,\"2,300.00\",造林三片。,片数,≥3片,,\n");
  EXPECT_THAT(codes_of(even), Not(Contains("text-left-over")));
}

TEST(LongRows, AreNotWhatAQuoteOpens) {
  const auto document = read(
      "某县林业局2024年项目支出绩效目标表\n项目名称,预算数,绩效目标,三级指标,指标值\n"
      "造林,3.00,\"造林三片。,片数,≥3片\n");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().place.line, 3);
  EXPECT_THAT(in_english(document.error()), testing::HasSubstr("never closed"));
}

}  // namespace
}  // namespace budgetdiff
