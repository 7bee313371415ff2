/// Tables of pages that cut them: projects with rows of their own, forms in one grid, cells that
/// print leaves open at a page's foot.

#include "import/table/clipped_cells.hpp"
#include "import/table/form_sums.hpp"
#include "import/table/typed_lines.hpp"
#include "import/text/free_list.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page_tables.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using testing::ElementsAre;

const std::vector<double> eight{0, 100, 200, 260, 320, 420, 460, 500, 540};
const std::vector<std::string> tree_head{"单位名称、项目名称", "绩效目标", "一级指标", "二级指标",
                                         "三级指标",           "指标性质", "指标值",   "度量单位"};

std::vector<std::string> projects_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Project& project : table.snapshot.projects) {
    out.push_back(project.name);
  }
  return out;
}

Rows tree_of(const std::string& level1, const std::string& level2, const std::string& name) {
  return {{"", "", level1, "", "", "", "", ""},
          {"", "", "", level2, "", "", "", ""},
          {"", "", "", "", name, "≥", "3", "次"}};
}

Rows joined(std::vector<Rows> parts) {
  Rows out;
  for (const Rows& part : parts) {
    out.insert(out.end(), part.begin(), part.end());
  }
  return out;
}

TEST(CutTables, BeginAProjectAtTheHeadOfAPageBelowRowsOfAnother) {
  const ImportedTable out =
      read({table(1, eight,
                  joined({{tree_head, {"水务局", "", "", "", "", "", "", ""}},
                          {{"桥梁检测", "检测全部桥梁。", "", "", "", "", "", ""}},
                          tree_of("产出指标", "数量指标", "检测次数"),
                          {{"路灯", "更换路灯。", "", "", "", "", "", ""}},
                          tree_of("产出指标", "数量指标", "更换次数")})),
            table(2, eight,
                  joined({{{"绿地", "养护绿地。", "", "", "", "", "", ""}},
                          tree_of("产出指标", "数量指标", "修剪次数")}))});
  EXPECT_THAT(projects_of(out), ElementsAre("桥梁检测", "路灯", "绿地"));
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("更换次数"));
}

TEST(CutTables, PartTheRowOfAProjectThatHasNoRowsYet) {
  const ImportedTable out =
      read({table(1, eight,
                  joined({{tree_head, {"桥梁检测", "检测全部桥梁。", "", "", "", "", "", ""}},
                          tree_of("产出指标", "数量指标", "检测次数"),
                          {{"城市主干道路灯节能", "更换路灯，", "", "", "", "", "", ""}}})),
            table(2, eight,
                  joined({{{"改造", "保证照明。", "", "", "", "", "", ""}},
                          tree_of("产出指标", "数量指标", "更换次数")}))});
  EXPECT_THAT(projects_of(out), ElementsAre("桥梁检测", "城市主干道路灯节能改造"));
  EXPECT_EQ(out.snapshot.projects[1].goal, "更换路灯，保证照明。");
}

const std::vector<double> eight_of_list{0, 80, 160, 220, 300, 360, 420, 500, 560};
const std::vector<std::string> list_head{"单位名称", "项目名称", "金额",     "绩效目标",
                                         "一级指标", "二级指标", "三级指标", "指标值"};

TEST(CutTables, LeaveTheFirstRowOfAProjectToTheNextPageBelowRowsOfUnits) {
  // The unit's row has a blank name; no row of an indicator has.
  const ImportedTable out = read(
      {table(1, eight_of_list,
             {list_head,
              {"水务局", "", "30.00", "", "", "", "", ""},
              {"水务局", "桥梁检测", "10.00", "检测。", "产出指标", "数量指标", "检测", "≥3次"},
              {"^", "^", "^", "^", "^", "质量指标", "合格率", "≥9%"},
              {"", "", "", "", "", "", "更换", "≥5盏"}}),
       table(2, eight_of_list,
             {{"水务局", "路灯", "20.00", "更换。", "产出指标", "数量指标", "检修", "≥2次"},
              {"^", "^", "^", "^", "效益指标", "社会效益指标", "亮灯率", "≥9%"}})});
  EXPECT_THAT(projects_of(out), ElementsAre("桥梁检测", "路灯"));
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("更换", "检修", "亮灯率"));
}

TEST(CutTables, PartANameWhoseAmountsStandBehindThePagesEnd) {
  const std::vector<std::string>& head = list_head;
  const auto pages = [&](bool open) {
    Grid first =
        table(1, eight_of_list,
              {head,
               {"水务局", "桥梁检测", "10.00", "检测。", "产出指标", "数量指标", "检测", "≥3次"},
               {"^", "^", "^", "^", "满意度指标", "满意度指标", "评价", "≥9%"},
               {"", "城市主干道", "", "更换", "产出指标", "数量指标", "更换", "≥5盏"}});
    Grid cut(first.rows(), first.columns());
    cut.edges = first.edges;
    cut.place = first.place;
    for (Cell cell : first.cells()) {
      cell.open_below = open && cell.row == 3 && cell.column < 4;
      cut.add(std::move(cell));
    }
    return std::vector<Grid>{
        std::move(cut), table(2, eight_of_list,
                              {{"水务局", "路灯", "20.00", "路灯。", "满意度指标", "满意度指标",
                                "满意率", "≥9%"}})};
  };
  const ImportedTable out = read(pages(true));
  EXPECT_THAT(projects_of(out), ElementsAre("桥梁检测", "城市主干道路灯"));
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("更换", "满意率"));
  EXPECT_EQ(read(pages(false)).snapshot.projects.size(), 3U) << "nothing shows that a page cuts it";
}

TEST(CutTables, LeaveARowWholeThatHasALineBelowItsTextsAlone) {
  const auto pages = [&](bool lines) {
    Grid first =
        table(1, eight_of_list,
              {list_head,
               {"水务局", "桥梁检测", "10.00", "检测。", "产出指标", "数量指标", "检测", "≥3次"},
               {"水务局", "路灯", "20.00", "更换旧灯，", "产出指标", "数量指标", "更换", "≥5盏"}});
    Grid cut(first.rows(), first.columns());
    cut.edges = first.edges;
    cut.place = first.place;
    for (Cell cell : first.cells()) {
      cell.open_below = lines && cell.row == 2 && cell.column < 6;
      cut.add(std::move(cell));
    }
    return std::vector<Grid>{
        std::move(cut),
        table(2, eight_of_list, {{"", "", "", "保证照明。", "", "", "检修", "2次"}})};
  };
  EXPECT_THAT(names_of(read(pages(true)).snapshot.projects.at(1)), ElementsAre("更换", "检修"));
  EXPECT_THAT(names_of(read(pages(false)).snapshot.projects.at(1)), ElementsAre("更换检修"))
      << "nothing shows that the row ends";
}

TEST(CutTables, SayThatNothingOfAPageInsideThemWasRead) {
  const auto read_with = [](double right, const std::u32string& text) {
    GridDocument document;
    document.importer = "pdf";
    document.blocks.emplace_back(
        table(1, eight_of_list,
              {list_head,
               {"水务局", "桥梁检测", "10.00", "检测。", "产出指标", "数量指标", "检测", "≥3次"}}));
    Place place;
    place.page = 2;
    place.box = Box{220, 20, right, 30};
    document.blocks.emplace_back(TextLine{text, place});
    document.blocks.emplace_back(
        table(3, eight_of_list,
              {list_head,
               {"水务局", "路灯", "20.00", "更换。", "产出指标", "数量指标", "更换", "≥5盏"}}));
    const auto out = interpret(std::move(document), {"x.pdf", ""}, {});
    EXPECT_TRUE(out);
    const std::vector<Finding>& findings = out->tables.front().provenance.findings;
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.code == "text-left-over" && finding.place.page == 2;
    });
  };
  EXPECT_TRUE(read_with(300, U"保障桥梁安全，"));
  EXPECT_FALSE(read_with(540, U"保障桥梁安全，")) << "a chapter between two tables";
  EXPECT_FALSE(read_with(300, U"第三部分 绩效目标表")) << "a title";
}

const std::vector<double> weighed{0, 100, 150, 200, 300, 400, 440, 500, 560};
const std::vector<std::string> weighed_head{"项目名称", "金额",     "一级指标", "二级指标",
                                            "三级指标", "指标性质", "指标值",   "权重"};

TEST(CutTables, LeaveRowsThatHaveAWeightEach) {
  const auto behind = [](const std::string& weight, const std::string& comparator) {
    const ImportedTable out =
        read({table(1, weighed,
                    {weighed_head,
                     {"宣传", "10.00", "产出指标", "数量指标", "印发宣传资料", "≥", "3", "10"}}),
              table(2, weighed, {{"", "", "", "", "宣传次数", comparator, "500", weight}})});
    return names_of(out.snapshot.projects.at(0));
  };
  EXPECT_THAT(behind("10", ""), ElementsAre("印发宣传资料", "宣传次数"));
  EXPECT_THAT(behind("", "="), ElementsAre("印发宣传资料", "宣传次数"));
  EXPECT_THAT(behind("", ""), ElementsAre("印发宣传资料宣传次数"));
}

TEST(CutTables, PartAUnitAloneFromItsTarget) {
  const std::vector<std::string> head{"项目名称", "金额",     "一级指标", "二级指标",
                                      "三级指标", "指标性质", "指标值",   "度量单位"};
  const ImportedTable out =
      read({table(1, weighed,
                  {head, {"宣传", "10.00", "成本", "经济成本", "单位成本", "≤", "1.2", "万元/公"}}),
            table(2, weighed,
                  {{"", "", "指标", "指标", "", "", "", "里"},
                   {"^", "^", "满意度指标", "满意度指标", "评价", "≥", "9", "%"}})});
  EXPECT_EQ(out.snapshot.projects.at(0).indicators.at(0).annual_target, "≤1.2万元/公里");
}

TEST(CutTables, KeepWhatTheColumnsHoldOnAPageOfOneRow) {
  // 标 alone in a column is no category; the columns are those of the page before.
  const ImportedTable out =
      read({table(1, weighed,
                  {weighed_head,
                   {"宣传", "10.00", "产出指标", "数量指标", "印发宣传资料", "≥", "3", "10"},
                   {"^", "^", "效益指标", "社会效益指", "群众知晓情况", "≥", "90", "10"}}),
            table(2, weighed, {weighed_head, {"", "", "", "标", "", "", "", ""}})});
  ASSERT_EQ(out.snapshot.projects.at(0).indicators.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[0].indicators[1].level2, "社会效益指标");
  EXPECT_EQ(out.snapshot.projects[0].indicators[1].name, "群众知晓情况");
}

const std::vector<double> form_edges{0, 40, 120, 220, 320, 420, 480};

Rows form_of(const std::string& name, const std::string& money) {
  return {{"项目支出绩效目标申报表", "<", "<", "<", "<", "<"},
          {"项目名称", "<", name, "<", "<", "<"},
          {"项目资金（万元）", "<", "年度资金总额", "<", money, "<"},
          {"总体目标", "<", "按时完成全年任务，保证质量。", "<", "<", "<"}};
}

TEST(CutTables, GoOnWithTheIndicatorsOfAFormBesideTheirLabel) {
  const std::vector<std::string> head{"绩效指标", "一级指标", "二级指标",
                                      "三级指标", "指标值",   "权重"};
  const Rows rest{{"绩效指标", "产出指标", "数量指标", "更换路灯", "≥5盏", "10"},
                  {"^", "满意度指标", "满意度指标", "评价", "≥9%", "10"}};
  const ImportedTable out =
      read({table(1, form_edges,
                  joined({form_of("桥梁检测", "10.00"),
                          {head, {"^", "产出指标", "数量指标", "检测桥梁", "≥3座", "10"}},
                          form_of("路灯", "20.00"),
                          {head}})),
            table(2, form_edges, joined({rest, form_of("绿地", "5.00"), {head, rest[0]}}))});
  EXPECT_THAT(projects_of(out), ElementsAre("桥梁检测", "路灯", "绿地"));
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("更换路灯", "评价"));
  EXPECT_THAT(names_of(out.snapshot.projects[2]), ElementsAre("更换路灯"));
}

TEST(CutTables, PartAHeaderOfTwoRowsBetweenThem) {
  const std::vector<double> edges{0, 60, 120, 190, 290, 350, 420};
  Grid first = table(1, edges,
                     {{"项目名称", "桥梁检测", "<", "<", "资金总额", "10.00"},
                      {"绩效目标", "按时完成。", "<", "<", "<", "<"},
                      {"", "一级指标", "二级指标", "三级指标", "指标值", "<"}});
  Grid cut(first.rows(), first.columns());
  cut.edges = first.edges;
  cut.place = first.place;
  for (Cell cell : first.cells()) {
    cell.open_below = cell.row == 2 && cell.column < 4;
    cut.add(std::move(cell));
  }
  const ImportedTable out =
      read({std::move(cut), table(2, edges,
                                  {{"年度绩效指标", "", "", "", "上年", "预计当年实现"},
                                   {"^", "产出指标", "数量指标", "检测桥梁", "≥2座", "≥3座"},
                                   {"^", "^", "质量指标", "合格率", "≥8%", "≥9%"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("检测桥梁", "合格率"));
  EXPECT_EQ(out.snapshot.projects[0].indicators[0].annual_target, "≥3座");
}

/// Indicators of a form whose columns are as wide as their texts: letters are 10 wide.
Grid with_lines(Grid grid) {
  Grid out(grid.rows(), grid.columns());
  out.edges = grid.edges;
  out.place = grid.place;
  for (Cell cell : grid.cells()) {
    const Box box = cell.place.box.value_or(Box{});
    for (TextLine& line : cell.lines) {
      const auto width = 10.0 * static_cast<double>(line.text.size());
      line.place.box = Box{box.left + 3, box.top + 3, box.left + 3 + width, box.top + 13};
    }
    out.add(std::move(cell));
  }
  return out;
}

TEST(CutTables, PartANameAndItsTargetThatFillTheirCells) {
  const std::vector<double> edges{0, 80, 180, 248, 306};
  const auto pages = [&](const std::string& name, const std::string& target) {
    const std::vector<std::string> head{"一级指标", "二级指标", "三级指标", "指标值"};
    Rows above{{"项目名称", "绿地", "资金总额", "10.00"},
               {"绩效目标", "按时完成全年任务。", "<", "<"},
               head,
               {"产出指标", "数量指标", "养护面积", "≥3亩"},
               {"效益指标", "生态效益指标", name, target}};
    return std::vector<Grid>{
        with_lines(table(1, edges, above)),
        with_lines(table(2, edges,
                         {{"", "", "能", "用"}, {"满意度指标", "满意度指标", "满意度", "≥9%"}}))};
  };
  const ImportedTable out = read(pages("树木生态功", "长期发挥作"));
  EXPECT_THAT(names_of(out.snapshot.projects.at(0)),
              ElementsAre("养护面积", "树木生态功能", "满意度"));
  EXPECT_EQ(out.snapshot.projects[0].indicators.at(1).annual_target, "长期发挥作用");
  EXPECT_THAT(names_of(read(pages("树木", "长期")).snapshot.projects.at(0)),
              ElementsAre("养护面积", "树木", "能", "满意度"))
      << "there was room for more";
}

TEST(CutTables, LeaveTheYearsSourcesBehindAPagesEndToTheYear) {
  // Both pages draw the line between the first two columns, a hair apart.
  const std::vector<double> wide{40, 129, 340, 408, 550};
  const std::vector<double> hair{40, 128.9, 340, 408, 550};
  const ImportedTable out = read({table(1, wide,
                                        {{"项目名称", "桥梁检测", "项目编码", "42250008"},
                                         {"项目总预算", "30.00万元", "项目当年预算", "10.00万元"}}),
                                  table(2, hair,
                                        {{"项目资金来源", "资金来源项目", "金额", "<"},
                                         {"^", "一般公共预算财政拨款", "10.00", "<"},
                                         {"绩效目标", "按时完成。", "<", "<"},
                                         {"一级指标", "二级指标", "三级指标", "指标值"},
                                         {"产出指标", "数量指标", "检测桥梁", "≥3座"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  const Funding& funding = out.snapshot.projects[0].funding;
  ASSERT_NE(funding.find("general_public_budget"), nullptr);
  EXPECT_NE(funding.find("multi_year_total"), nullptr);
}

TEST(CutTables, PartTheNameOfAFormsProject) {
  const std::vector<double> edges{0, 100, 300, 400, 500};
  const ImportedTable out =
      read({table(1, edges, {{"项目名称", "城市路灯改", "项目属性", "延续项目"}}),
            table(2, edges,
                  {{"", "造", "", ""},
                   {"资金总额", "20.00", "<", "<"},
                   {"绩效目标", "更换路灯。", "<", "<"},
                   {"一级指标", "二级指标", "三级指标", "指标值"},
                   {"产出指标", "数量指标", "更换", "≥5盏"}})});
  EXPECT_THAT(projects_of(out), ElementsAre("城市路灯改造"));
}

TEST(CutTables, PartTheNameOfAFormWithoutLines) {
  // Its pairs come in any order; what stands lowest on the page goes on where it began.
  const auto pair = [](Grid& grid, std::size_t row, const std::u32string& label,
                       const std::u32string& text, double left, double foot) {
    const std::pair<std::size_t, std::u32string> cells[] = {{0, label}, {1, text}};
    for (const auto& [column, words] : cells) {
      Cell cell;
      cell.row = row;
      cell.column = column;
      cell.place.page = grid.place.page;
      if (!words.empty()) {
        TextLine line{words, cell.place};
        line.place.box = Box{column == 0 ? 50 : left, foot - 10, left + 40, foot};
        cell.lines.push_back(line);
      }
      grid.add(std::move(cell));
    }
  };
  Grid first(2, 2);
  first.place.page = 1;
  pair(first, 0, U"项目名称", U"城市路灯改", 150, 780);
  pair(first, 1, U"项目编码", U"4404", 400, 780);
  Grid rest(3, 2);
  rest.place.page = 2;
  pair(rest, 0, U"", U"造", 150, 50);
  pair(rest, 1, U"资金总额", U"20.00", 150, 70);
  pair(rest, 2, U"绩效目标", U"更换全部路灯并保障照明。", 150, 90);
  const ImportedTable out = read({std::move(first), std::move(rest),
                                  table(2, {0, 100, 200, 300, 400},
                                        {{"一级指标", "二级指标", "三级指标", "指标值"},
                                         {"产出指标", "数量指标", "更换", "≥5盏"}})});
  EXPECT_THAT(projects_of(out), ElementsAre("城市路灯改造"));
}

/// 4,026.9 | 7: what is left of an amount begins no project, though the rest of the name is beside.
TEST(CutTables, EndAmountsBehindAPagesEnd) {
  const std::vector<double> edges{0, 80, 130, 180, 230, 330, 500};
  const Rows head = {{"项目名称", "总计", "一般公共预算", "其他资金", "绩效目标", "绩效指标"}};
  const ImportedTable out = read(
      {table(1, edges,
             joined({head,
                     {{"路灯改造", "20.00", "15.00", "5.00", "更换路灯。",
                       "1、产出指标；数量指标；更换；≥5盏。"},
                      {"“十四五”法律", "8,053.95", "4,026.98", "4,026.9", "提供法律援",
                       "1、产出指标；数量指标；援助；≥3件。"}}})),
       table(2, edges,
             joined(
                 {head,
                  {{"援助项目", "", "", "7", "助。", "2、产出指标；质量指标；办结率；≥95%。"}}}))});
  EXPECT_THAT(projects_of(out), ElementsAre("路灯改造", "“十四五”法律援助项目"));
  EXPECT_EQ(out.snapshot.projects[1].funding.find("other_funds")->to_string(), "4026.97");
  EXPECT_EQ(out.snapshot.projects[1].goal, "提供法律援助。");
}

/// The names in the year's columns, which are narrower, may be cut where those of the period are
/// not.
TEST(CutTables, PairIndicatorsOfPeriodAndYearWhoseNamesPagesCut) {
  const std::vector<double> edges{0, 60, 120, 200, 260, 320, 400, 460};
  const std::vector<std::vector<std::string>> halves[] = {
      {{"达标率", "预算控"}, {"", "制率"}},       // cut in the year's column alone
      {{"预算控", "达标率"}, {"制率", ""}},       // in the period's
      {{"预算控", "预算控"}, {"制率", "制率"}}};  // in both
  for (const auto& half : halves) {
    const std::string whole = "预算控制率";
    const std::string of_period = half[1][0].empty() ? whole : half[0][0];
    const std::string of_year = half[1][1].empty() ? whole : half[0][1];
    const ImportedTable out = read(
        {table(1, edges,
               {{"项目名称", "城市路灯改造", "<", "<", "<", "<", "<"},
                {"绩效指标", "", "中期目标", "<", "", "年度目标", "<"},
                {"一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"},
                {"产出指标", "数量指标", "更换数量", "≥15盏", "数量指标", "更换数量", "≥5盏"},
                {"成本指标", "经济成本指标", of_period, "≤100%", "经济成本指标", of_year, "≤90%"}}),
         table(2, edges, {{"", "", half[1][0], "", "", half[1][1], ""}})});
    ASSERT_EQ(out.snapshot.projects.size(), 1U);
    EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("更换数量", whole));
    const Indicator& last = out.snapshot.projects[0].indicators.back();
    EXPECT_EQ(last.period_target, "≤100%");
    EXPECT_EQ(last.annual_target, "≤90%");
  }
}

/// Of the categories at a page's foot those of one side may be cut where the other's are not.
TEST(CutTables, PairIndicatorsOfPeriodAndYearWhoseCategoryPagesCut) {
  const std::vector<double> edges{0, 60, 120, 200, 260, 320, 400, 460};
  const ImportedTable out =
      read({table(1, edges,
                  {{"项目名称", "城市路灯改造", "<", "<", "<", "<", "<"},
                   {"绩效指标", "", "中期目标", "<", "", "年度目标", "<"},
                   {"一级指标", "二级指标", "三级指标", "指标值", "二级指标", "三级指标", "指标值"},
                   {"产出指标", "数量指标", "更换数量", "≥15盏", "数量指标", "更换数量", "≥5盏"},
                   {"成本指标", "经济成本指标", "总成本", "≤90万元", "", "总成本", "≤30万元"}}),
            table(2, edges, {{"", "", "改造成本", "≤3万元/盏", "", "改造成本", "≤2万元/盏"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("更换数量", "总成本", "改造成本"));
  EXPECT_EQ(out.snapshot.projects[0].indicators[1].annual_target, "≤30万元");
  EXPECT_EQ(out.snapshot.projects[0].indicators[2].annual_target, "≤2万元/盏");
}

TEST(CutTables, LeaveTheAmountsOfSeveralYearsBesideThoseOfTheYear) {
  const std::vector<double> edges{0, 100, 200, 300, 400, 500};
  const ImportedTable out =
      read({table(1, edges,
                  {{"项目名称", "城市路灯改造", "<", "<", "<"},
                   {"资金情况（万元）", "中期资金总额", "60.00", "年度资金总额", "20.00"}}),
            table(2, edges,
                  {{"", "其中：财政拨款", "30.00", "其中：财政拨款", "10.00"},
                   {"绩效目标", "更换路灯。", "<", "<", "<"},
                   {"一级指标", "二级指标", "三级指标", "中期指标值", "年度指标值"},
                   {"产出指标", "数量指标", "更换", "≥15盏", "≥5盏"}})});
  const Funding& funding = out.snapshot.projects.at(0).funding;
  ASSERT_NE(funding.find("fiscal_appropriation"), nullptr);
  EXPECT_EQ(funding.find("fiscal_appropriation")->to_string(), "10.00");
}

TEST(CutTables, TellAmountsBesideEachOtherByTheirPlaces) {
  // On pages without lines pairs of labels and amounts stand below each other in two columns.
  const auto label = [](std::size_t row, double left) {
    Cell cell;
    cell.row = row;
    cell.place.page = 1;
    cell.place.box = Box{left, 0, left + 60, 10};
    cell.lines = text_lines(U"资金", cell.place);
    return cell;
  };
  FormSums sums;
  EXPECT_EQ(sums.key_of(label(0, 100), "multi_year_total").key, "multi_year_total");
  EXPECT_EQ(sums.key_of(label(1, 300), "total").key, "total");
  EXPECT_NE(sums.key_of(label(2, 105), "fiscal_appropriation").key, "fiscal_appropriation");
  EXPECT_EQ(sums.key_of(label(3, 305), "fiscal_appropriation").key, "fiscal_appropriation");
}

TEST(CutTables, LeaveASignatureThatColumnsCutToNoIndicator) {
  const std::vector<double> edges{0, 100, 200, 300, 400};
  const ImportedTable out =
      read({table(1, edges,
                  {{"项目名称", "城市路灯改造", "<", "<"},
                   {"资金总额", "20.00", "<", "<"},
                   {"绩效目标", "更换路灯。", "<", "<"},
                   {"一级指标", "二级指标", "三级指标", "指标值"},
                   {"产出指标", "数量指标", "更换", "≥5盏"},
                   {"填表人：王五联", "系电话：010", "-123填报日期", "：2023年"}})});
  EXPECT_THAT(names_of(out.snapshot.projects.at(0)), ElementsAre("更换"));
}

TEST(CutTables, TakeNoListOfPurchasesForAForm) {
  const std::vector<double> edges{0, 100, 200, 300, 400};
  const ImportedTable out = read(
      {table(1, edges,
             {{"项目名称", "采购品目", "数量", "金额"}, {"办公设备购置", "计算机", "10", "6.00"}}),
       table(2, edges,
             {{"项目名称", "城市路灯改造", "<", "<"},
              {"资金总额", "20.00", "<", "<"},
              {"绩效目标", "更换路灯。", "<", "<"},
              {"一级指标", "二级指标", "三级指标", "指标值"},
              {"产出指标", "数量指标", "更换", "≥5盏"}})});
  EXPECT_THAT(projects_of(out), ElementsAre("城市路灯改造"));
}

/// The table with `flag` set for the cell that begins at a position.
Grid with(const Grid& grid, std::size_t row, std::size_t column, bool Cell::*flag) {
  Grid out(grid.rows(), grid.columns());
  out.edges = grid.edges;
  out.place = grid.place;
  for (Cell cell : grid.cells()) {
    cell.*flag = cell.*flag || (cell.row == row && cell.column == column);
    out.add(std::move(cell));
  }
  return out;
}

TEST(CutTables, SayThatASecondHeaderOnAPageMayBeAnotherForms) {
  const std::vector<double> edges{0, 100, 200, 350, 450};
  const std::vector<std::string> titles{"一级指标", "二级指标", "三级指标", "指标值"};
  const Rows form{{"项目名称", "桥梁检测", "预算金额", "1.00"},
                  {"年度目标", "检测全部桥梁。", "<", "<"},
                  titles,
                  {"产出指标", "数量指标", "检测次数", "≥3次"}};
  const Rows other{titles, {"产出指标", "数量指标", "更换数量", "≥5盏"}};
  const auto guesses = [&](int page) {
    const std::vector<std::string> codes =
        codes_of(read({table(1, edges, form), table(page, edges, other)}));
    return std::count(codes.begin(), codes.end(), "layout-guess");
  };
  EXPECT_EQ(guesses(1), 1);
  EXPECT_EQ(guesses(2), 0) << "the next page repeats it";
}

TEST(CutTables, SayWhichCellsShowAPartOfTheirText) {
  const Rows first{{"项目名称", "金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值"},
                   {"桥梁检测", "1.00", "检测。", "产出指标", "数量指标", "检测", "≥3次"},
                   {"路灯", "2.00", "更换。", "产出指标", "数量指标", "更换", "≥5盏"}};
  const Rows rest{{"", "", "", "", "质量指标", "合格率", "≥9%"}};
  const std::vector<double> edges{0, 100, 150, 300, 350, 400, 500, 600};
  const Grid above = table(1, edges, first);
  const auto count = [&](Grid one, Grid two) {
    const std::vector<std::string> codes = codes_of(read({std::move(one), std::move(two)}));
    return std::count(codes.begin(), codes.end(), "text-left-over");
  };
  const Grid below = table(2, edges, rest);
  EXPECT_EQ(count(with(above, 1, 2, &Cell::hides_above), below), 1);
  EXPECT_EQ(count(with(above, 2, 2, &Cell::hides_below), below), 1);
  EXPECT_EQ(count(with(with(above, 2, 2, &Cell::hides_below), 2, 2, &Cell::open_below),
                  with(below, 0, 2, &Cell::hides_above)),
            0)
      << "each page shows its part";
}

TEST(CutTables, HoldALineOnceThatBothPagesShowHalfOf) {
  const std::vector<double> edges{0, 100, 300};
  Grid above = table(1, edges, {{"项目名称", "绩效目标"}, {"桥梁检测", "检测桥梁，"}});
  above.append_lines(1, 1, {{U"养护路面。", {}}});
  Grid below = table(2, edges, {{"", "养护路面。"}});
  below.append_lines(0, 1, {{U"养护路面。", {}}});
  above = with(with(above, 1, 1, &Cell::hides_below), 1, 1, &Cell::open_below);
  const auto lines_below = [&](Grid one, Grid two) {
    std::vector<Block> blocks{std::move(one), std::move(two)};
    drop_lines_seen_twice(blocks);
    return std::get<Grid>(blocks[1]).at(0, 1)->lines.size();
  };
  EXPECT_EQ(lines_below(above, with(below, 0, 1, &Cell::hides_above)), 1U);
  EXPECT_EQ(lines_below(above, below), 2U) << "a clip that hides nothing: it says so twice";
}

/// A cell of lines, each as wide as its letters (ten points a wide one).
Cell lined(std::size_t row, const std::vector<std::string>& lines) {
  Cell cell;
  cell.row = row;
  double top = 20.0 * static_cast<double>(row);
  for (const std::string& line : lines) {
    const std::u32string text = to_code_points(line);
    Place place;
    place.page = 1;
    double width = 0;
    for (const char32_t c : text) {
      width += c < 0x80 ? 5 : 10;
    }
    place.box = Box{3, top, 3 + width, top + 10};
    cell.lines.push_back({text, place});
    top += 10;
  }
  return cell;
}

TEST(CutTables, KnowTheLineEndsThatHaveRoomBehindThem) {
  Grid grid(2, 1);
  grid.edges = {0, 100};
  grid.add(lined(0, {"城市主干道路灯更换", "数量", "5盏"}));
  // 12盏 finds no room behind seven letters and a half, 维 would have.
  grid.add(lined(1, {"更换路灯数量不少", "12盏", "维修：3次", "维修后城市主干道", "照明率"}));
  EXPECT_THAT(typed_lines(grid, grid.cells()[0]), ElementsAre(2U));
  EXPECT_THAT(typed_lines(grid, grid.cells()[1]), ElementsAre(2U, 3U));
}

TEST(CutTables, KnowTheRoomOfACellWhoseLinesBeginAtOnePlace) {
  Grid grid(1, 1);
  grid.edges = {0, 90};
  // No line of the column is as wide as 84, which the cell holds between equal margins.
  grid.add(lined(0, {"更换路灯", "照明设施"}));
  EXPECT_THAT(typed_lines(grid, grid.cells()[0]), ElementsAre(1U));
  grid.edges = {0, 66};
  EXPECT_THAT(typed_lines(grid, grid.cells()[0]), ElementsAre()) << "print may end lines earlier";
}

TEST(CutTables, ReadItemsOverTheLinesThatPrintGaveThem) {
  Flow list;
  list.append(U"产出指标：", 0);
  std::uint32_t line = 0;
  for (const std::u32string_view text :
       {U"更换路灯数：5盏", U"城市主干道照明设施完好", U"率≥95%", U"检修次数≥3次"}) {
    list.append(text, line++);
  }
  const auto names = [&](const std::vector<std::uint32_t>& typed) {
    std::vector<std::string> out;
    for (const FreeItem& item :
         read_free_list(list, LineEnds::printed, ListCell::of_category, typed)) {
      out.push_back(item.indicator.name);
    }
    return out;
  };
  EXPECT_THAT(names({1, 3}), ElementsAre("更换路灯数", "城市主干道照明设施完好率", "检修次数"));
}

TEST(CutTables, HaveTheRestOfCategoriesRightBelowARepeatedHeader) {
  const std::vector<double> edges{0, 80, 130, 170, 210, 300, 400};
  const std::vector<std::string> head{"项目名称", "预算金额", "一级指标",
                                      "二级指标", "三级指标", "指标值"};
  const ImportedTable table =
      read({import::table(1, edges,
                          {head,
                           {"护林", "7.00", "产出指标", "数量指标", "人数", "≥7人"},
                           {"^", "^", "效益", "社会效益", "过火面积", "≤5亩"}}),
            import::table(2, edges,
                          {head,
                           {"", "", "指标", "指标", "", ""},
                           {"", "", "满意度指标", "服务对象满意度指标", "职工满意度", "≥92%"}})});
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  const std::vector<Indicator>& indicators = table.snapshot.projects[0].indicators;
  ASSERT_EQ(indicators.size(), 3U);
  EXPECT_EQ(indicators[1].level1, "效益指标");
  EXPECT_EQ(indicators[1].level2, "社会效益指标");
  EXPECT_EQ(indicators[2].name, "职工满意度");
}

}  // namespace
}  // namespace budgetdiff::import
