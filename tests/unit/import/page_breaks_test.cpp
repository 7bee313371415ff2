/// Tables of pages that cut them: what a page's end parts belongs together.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "import/table/cut_rows.hpp"

#include "page_tables.hpp"

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using testing::ElementsAre;

const std::vector<double> seven{0, 100, 150, 300, 350, 400, 500, 600};
const std::vector<std::string> head{"项目名称", "金额",     "绩效目标", "一级指标",
                                    "二级指标", "三级指标", "指标值"};
const std::vector<std::string> numbers{"1", "2", "3", "4", "5", "6", "7"};

TEST(PageBreaks, PartRowsBehindTheNumbersOfTheColumns) {
  const ImportedTable out =
      read({table(1, seven,
                  {head,
                   numbers,
                   {"甲项目", "10.00", "完成全年任务，", "产出指标", "数量指标", "培训", "≥3次"},
                   {"^", "^", "^", "^", "^", "检查", "≥5次"}}),
            table(2, seven,
                  {head,
                   numbers,
                   {"", "", "保障运转。", "", "", "调研", "≥2次"},
                   {"乙项目", "20.00", "提高效率。", "产出指标", "数量指标", "宣传", "≥1次"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[0].goal, "完成全年任务，保障运转。");
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("培训", "检查", "调研"));
}

TEST(PageBreaks, LeaveColumnsTheMeaningThatOtherPagesGiveThem) {
  // Of the last page's two rows one has no comparator: alone they say nothing of that column.
  const std::vector<std::string> words{"项目名称", "金额",     "绩效目标", "一级指标", "二级指标",
                                       "三级指标", "指标方向", "指标值",   "单位"};
  const std::vector<double> nine{0, 100, 150, 300, 350, 400, 500, 530, 580, 620};
  const ImportedTable out = read(
      {table(1, nine,
             {words,
              {"甲项目", "10.00", "完成任务。", "产出指标", "数量指标", "培训", "≥", "3", "次"},
              {"^", "^", "^", "^", "^", "检查", "=", "5", "次"},
              {"^", "^", "^", "^", "质量指标", "合格率", "≥", "95", "%"},
              {"^", "^", "^", "^", "时效指标", "时限", "≤", "6", "天"}}),
       table(2, nine,
             {words,
              {"乙项目", "20.00", "提高效率。", "产出指标", "数量指标", "宣传", "≥", "1", "次"},
              {"^", "^", "^", "效益指标", "社会效益指标", "影响", "定性指标", "提升", ""},
              {"^", "^", "^", "满意度指标", "满意度指标", "满意度", "≥", "90", "%"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  const std::vector<Indicator>& last = out.snapshot.projects[1].indicators;
  ASSERT_EQ(last.size(), 3U);
  EXPECT_EQ(last[0].annual_target, "≥1次");
  EXPECT_EQ(last[2].annual_target, "≥90%");
}

TEST(PageBreaks, TakeTheNumbersOfColumnsForNoContent) {
  const std::vector<std::string> words{"项目名称", "金额",     "绩效目标", "一级指标", "二级指标",
                                       "三级指标", "指标方向", "指标值",   "单位"};
  const std::vector<double> nine{0, 100, 150, 300, 350, 400, 500, 530, 580, 620};
  const ImportedTable out = read(
      {table(1, nine,
             {words,
              {"1", "2", "3", "4", "5", "6", "7", "8", "9"},
              {"甲项目", "10.00", "完成任务。", "产出指标", "数量指标", "培训", "≥", "3", "次"},
              {"^", "^", "^", "^", "^", "检查", "=", "5", "次"},
              {"^", "^", "^", "^", "质量指标", "合格率", "≥", "95", "%"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  ASSERT_EQ(out.snapshot.projects[0].indicators.size(), 3U);
  EXPECT_EQ(out.snapshot.projects[0].indicators[1].annual_target, "=5次");
}

TEST(PageBreaks, LeaveALaterCategoryAtThePagesFootToTheProjectAbove) {
  // Nothing shows yet that the table leaves blank what repeats; the next project begins anew.
  const ImportedTable out =
      read({table(1, seven,
                  {head,
                   {"甲项目", "10.00", "完成全年任务。", "产出指标", "数量指标", "培训", "≥3次"},
                   {"", "", "", "效益指标", "社会效益指标", "影响", "提升"}}),
            table(2, seven,
                  {head,
                   {"乙项目", "20.00", "提高效率。", "产出指标", "数量指标", "宣传", "≥1次"},
                   {"", "", "", "效益指标", "社会效益指标", "知晓率", "≥9%"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("培训", "影响"));
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("宣传", "知晓率"));
}

TEST(PageBreaks, GiveBackRowsWhoseNameThatWasExpectedOnTheNextPageIsNotThere) {
  const ImportedTable out = read(
      {table(1, seven,
             {head,
              {"甲项目", "10.00", "完成全年任务。", "成本指标", "经济成本指标", "节约率", "≥3%"},
              {"", "", "", "产出指标", "数量指标", "培训人数较多", "≥300"}}),
       table(2, seven,
             {head,
              {"", "", "", "", "", "", "人次"},
              {"", "", "", "", "", "检查次数", "≥5次"},
              {"乙项目", "20.00", "提高效率。", "成本指标", "经济成本指标", "节约率", "≥1%"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]),
              ElementsAre("节约率", "培训人数较多", "检查次数"));
  EXPECT_THAT(codes_of(out), testing::Not(testing::Contains("name-missing")));
}

TEST(PageBreaks, PartTheRestOfARowFromAProjectWhoseCellsBeginBesideIt) {
  const ImportedTable out =
      read({table(1, seven,
                  {head,
                   {"甲项目", "10.00", "完成全年任务。", "产出指标", "数量指标", "培训", "≥3次"},
                   {"^", "^", "^", "满意度", "服务对象", "群众满意", "≥90%"}}),
            table(2, seven,
                  {head,
                   {"乙项目", "20.00", "提高效率。", "指标", "满意度指标", "度", ""},
                   {"^", "^", "^", "产出指标", "数量指标", "宣传", "≥1次"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("培训", "群众满意度"));
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("宣传"));
  EXPECT_EQ(out.snapshot.projects[1].name, "乙项目");
}

TEST(PageBreaks, LeaveLinesOfACellOverSeveralTargetsToTheFirst) {
  const auto rows = [](const std::string& name) {
    return read({table(1, seven,
                       {head,
                        {"甲项目", "10.00", "完成全年任务。", "产出指标", "数量指标", name, "≥3次"},
                        {"^", "^", "^", "^", "^", "^", "≥5次"}})});
  };
  EXPECT_THAT(names_of(rows("培训").snapshot.projects.at(0)), ElementsAre("培训", "培训"));
  // Its border to the cell below was not found, perhaps.
  const ImportedTable lines = rows("培训\n检查");
  EXPECT_THAT(names_of(lines.snapshot.projects.at(0)), ElementsAre("培训检查", ""));
  EXPECT_THAT(codes_of(lines), testing::Contains("indicator-incomplete"));
}

const std::vector<double> six{0, 80, 180, 260, 340, 440, 600};
const Rows form{{"项目名称", "甲项目", "<", "项目资金", "10.00", "<"},
                {"项目目标", "完成全年任务。", "<", "<", "<", "<"},
                {"一级指标", "二级指标", "三级指标", "<", "<", "指标值"},
                {"产出指标", "数量指标", "培训", "<", "<", "≥3次"}};

TEST(PageBreaks, LeaveTheColumnsOfAFormThatItsIndicatorsSpan) {
  const ImportedTable out = read(
      {table(1, six, form),
       table(2, {0, 80, 180, 440, 600},
             {{"", "质量指标", "合格率", "≥90%"}, {"效益指标", "社会效益指标", "影响", "提升"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("培训", "合格率", "影响"));
}

TEST(PageBreaks, LeaveTheEndOfAFormToThePageOfTheNext) {
  const std::vector<double> edges{0, 80, 160, 300, 400};
  const Rows whole{{"项目名称", "河道清淤", "<", "<"},
                   {"资金总额", "12.50", "<", "<"},
                   {"绩效目标", "今年清淤十公里，年底前通过验收。", "<", "<"},
                   {"一级指标", "二级指标", "三级指标", "指标值"},
                   {"产出指标", "数量指标", "清淤长度", "≥10公里"}};
  Rows next{{"产出指标", "质量指标", "验收合格率", "≥95%"},
            {"效益指标", "社会效益指标", "受益人口", "≥2000人"}};
  next.insert(next.end(), whole.begin(), whole.end());
  next[2][1] = "水库维护";
  const ImportedTable out = read({table(1, edges, whole), table(2, edges, next)});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]),
              ElementsAre("清淤长度", "验收合格率", "受益人口"));
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("清淤长度"));
  EXPECT_THAT(codes_of(out), testing::Not(testing::Contains("text-left-over")));
}

TEST(PageBreaks, BehindWhichIndicatorsHaveOtherColumnsAreSaid) {
  const ImportedTable out =
      read({table(1, six, form), table(2, {0, 200, 290, 310, 420, 600},
                                       {{"效益指标", "社会效益指标", "影响", "提升", "是"},
                                        {"满意度指标", "群众", "满意", "≥95%", "是"}})});
  EXPECT_THAT(codes_of(out), testing::Contains("text-left-over"));
}

const std::vector<double> four{0, 80, 180, 340, 600};

TEST(PageBreaks, PartGoalsThatStandBesideEachOther) {
  const Rows rest{{"", "与季度工作。", "<", "做到及时。"},
                  {"一级指标", "二级指标", "三级指标", "指标值"},
                  {"产出指标", "数量指标", "培训", "≥3次"}};
  const ImportedTable out = read({table(1, four,
                                        {{"项目名称", "甲项目", "项目资金", "10.00"},
                                         {"总体目标", "实施期目标", "<", "年度目标"},
                                         {"^", "三年内完成全部年度", "<", "今年完成百分之八十，"}}),
                                  table(2, four, rest)});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].goal, "三年内完成全部年度与季度工作。");
  EXPECT_EQ(out.snapshot.projects[0].annual_goal, "今年完成百分之八十，做到及时。");
}

TEST(PageBreaks, PartTheLabelOfAGoalFromItsHeads) {
  const ImportedTable out = read(
      {table(1, four,
             {{"项目名称", "甲项目", "项目资金", "10.00"}, {"", "实施期目标", "<", "年度目标"}}),
       table(2, four, {{"总体目标", "三年完成。", "<", "今年完成。"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].goal, "三年完成。");
  EXPECT_EQ(out.snapshot.projects[0].annual_goal, "今年完成。");
}

TEST(PageBreaks, PartTheLabelOfAGoalInTwo) {
  const ImportedTable out = read({table(1, four,
                                        {{"项目名称", "甲项目", "项目资金", "10.00"},
                                         {"年度总体", "1.充分调动各方面的积极性。", "<", "<"}}),
                                  table(2, four, {{"目标", "2.提高效率。", "<", "<"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].goal + out.snapshot.projects[0].annual_goal,
            "1.充分调动各方面的积极性。\n2.提高效率。");
  const ImportedTable year = read({table(1, four,
                                         {{"项目名称", "甲项目", "项目资金", "10.00"},
                                          {"年度", "1.充分调动各方面的积极性。", "<", "<"}}),
                                   table(2, four, {{"总体目标", "2.提高效率。", "<", "<"}})});
  ASSERT_EQ(year.snapshot.projects.size(), 1U);
  EXPECT_EQ(year.snapshot.projects[0].goal + year.snapshot.projects[0].annual_goal,
            "1.充分调动各方面的积极性。\n2.提高效率。");
}

TEST(PageBreaks, PartTheLabelAtTheSideOfAGoalThatHasItsOwn) {
  const std::vector<double> five{0, 50, 100, 200, 300, 400};
  const ImportedTable out = read(
      {table(1, five,
             {{"项目名称", "<", "甲项目", "项目资金", "10.00"},
              {"项目绩效目", "长期目标", "完成三年的各项工作任务，", "<", "<"}}),
       table(2, five,
             {{"标", "", "保障运转。", "<", "<"}, {"^", "年度目标", "完成全年任务。", "<", "<"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].goal, "完成三年的各项工作任务，保障运转。");
  EXPECT_EQ(out.snapshot.projects[0].annual_goal, "完成全年任务。");
}

TEST(PageBreaks, PartTheLabelOfAGoalWhoseTextIsWhole) {
  const ImportedTable out =
      read({table(1, four,
                  {{"项目名称", "甲项目", "项目资金", "10.00"},
                   {"年度总体", "充分调动各方面的积极性，提高效率。", "<", "<"}}),
            table(2, four,
                  {{"目标", "", "<", "<"},
                   {"一级指标", "二级指标", "三级指标", "指标值"},
                   {"产出指标", "数量指标", "培训", "≥3次"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].goal + out.snapshot.projects[0].annual_goal,
            "充分调动各方面的积极性，提高效率。");
}

TEST(PageBreaks, LeaveARowsCategoryWhereTheNextPageBeginsAnother) {
  const ImportedTable out =
      read({table(1, four,
                  {{"项目名称", "甲项目", "项目资金", "10.00"},
                   {"一级指标", "二级指标", "三级指标", "指标值"},
                   {"产出指标", "数量指标", "培训", "≥3次"},
                   {"", "质量指标", "合格率", "≥90%"}}),
            table(2, four, {{"成本指标", "经济成本指标", "预算", "≤5万元"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  ASSERT_EQ(out.snapshot.projects[0].indicators.size(), 3U);
  EXPECT_EQ(out.snapshot.projects[0].indicators[1].level1, "产出指标");
}

TEST(PageBreaks, PartProjectsWhoseNamesLeaveRoomInTheirLines) {
  const std::vector<double> edges{0, 200, 300, 400, 500, 600};
  const std::vector<std::string> top{"项目名称", "绩效目标", "一级指标", "三级指标", "指标值"};
  Grid first = table(1, edges,
                     {top,
                      {"甲项目", "完成任务。", "成本指标", "预算", "≤5万元"},
                      {"乙项目", "做好培训。", "产出指标", "培训", "≥3次"}});
  Grid second = table(2, edges, {top, {"丙项目", "提高效率。", "产出指标", "检查", "≥5次"}});
  // Names of three letters in columns of twenty.
  for (Grid* const grid : {&first, &second}) {
    Grid placed(grid->rows(), grid->columns());
    placed.edges = grid->edges;
    placed.place = grid->place;
    for (Cell cell : grid->cells()) {
      for (TextLine& line : cell.lines) {
        line.place.box->right = line.place.box->left + 10 * static_cast<double>(line.text.size());
      }
      placed.add(std::move(cell));
    }
    *grid = std::move(placed);
  }
  const ImportedTable out = read({std::move(first), std::move(second)});
  ASSERT_EQ(out.snapshot.projects.size(), 3U);
  EXPECT_EQ(out.snapshot.projects[2].name, "丙项目");
}

TEST(PageBreaks, PartProjectsOfTextWhoseNamesEndInShortLines) {
  Grid grid(2, 1);
  const auto cell = [](std::size_t row, const std::vector<std::u32string>& lines) {
    Cell out;
    out.row = row;
    for (const std::u32string& line : lines) {
      out.lines.push_back({line, {}});
      out.lines.back().place.line = 1;
    }
    return out;
  };
  grid.add(cell(0, {U"农村公路安全", U"隐患整治经费"}));
  grid.add(cell(1, {U"农村公路日常", U"养护"}));
  EXPECT_TRUE(fills_its_cell(grid, *grid.at(0, 0)));
  EXPECT_FALSE(fills_its_cell(grid, *grid.at(1, 0)));
}

TEST(PageBreaks, PartProjectsWhoseNamesLeaveRoomBelowThem) {
  const std::vector<double> edges{0, 30, 130, 400, 500, 600};
  const std::vector<std::string> top{"项目名称", "绩效目标", "一级指标", "三级指标", "指标值"};
  Grid first = table(1, edges,
                     {top,
                      {"甲项目", "完成任务。", "成本指标", "预算", "≤5万元"},
                      {"乙项目", "做好培训。", "成本指标", "预算", "≤3万元"},
                      {"^", "^", "产出指标", "培训", "≥3次"},
                      {"^", "^", "^", "场次", "≥2次"},
                      {"^", "^", "^", "人数", "≥9人"}});
  Grid second = table(2, edges, {top, {"丙项目", "提高效率。", "产出指标", "检查", "≥5次"}});
  // Names of three letters fill their column, and stand in the middle of four rows.
  Grid placed(first.rows(), first.columns());
  placed.edges = first.edges;
  placed.place = first.place;
  for (Cell cell : first.cells()) {
    for (TextLine& line : cell.lines) {
      const double middle = (cell.place.box->top + cell.place.box->bottom) / 2;
      const double left = cell.place.box->left;
      line.place.box =
          Box{left, middle - 5, left + 10 * static_cast<double>(line.text.size()), middle + 5};
    }
    placed.add(std::move(cell));
  }
  const ImportedTable out = read({std::move(placed), std::move(second)});
  ASSERT_EQ(out.snapshot.projects.size(), 3U);
  EXPECT_EQ(out.snapshot.projects[1].name, "乙项目");
  EXPECT_EQ(out.snapshot.projects[2].name, "丙项目");
}

TEST(PageBreaks, PartRowsThatRepeatTheirProject) {
  const std::vector<std::string> row{
      "甲项目续建", "10.00", "完成全年任务，保障运转。", "产出指标", "数量指标", "培训", "≥3次"};
  const ImportedTable out =
      read({table(1, seven,
                  {head,
                   row,
                   {"甲项目", "10.00", "完成全年任务，", "产出指标", "质量指标", "检查", "≥5次"}}),
            table(2, seven,
                  {head,
                   {"续建", "", "保障运转。", "", "", "", ""},
                   {"甲项目续建", "10.00", "完成全年任务，保障运转。", "效益指标", "社会效益指标",
                    "影响", "提升"},
                   {"乙项目", "20.00", "提高效率。", "产出指标", "数量指标", "宣传", "≥1次"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[0].name, "甲项目续建");
  EXPECT_EQ(out.snapshot.projects[0].goal, "完成全年任务，保障运转。");
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("培训", "检查", "影响"));
}

TEST(PageBreaks, PartARowThatRepeatsItsProjectOverSeveral) {
  const std::vector<std::string> row{
      "甲项目续建", "10.00", "完成全年任务，保障运转。", "产出指标", "数量指标", "培训", "≥3次"};
  const ImportedTable out = read(
      {table(1, seven,
             {head, row, {"甲项目", "10.00", "完成全年", "产出指标", "质量指标", "检查", "≥5次"}}),
       table(2, seven, {head, {"续建", "", "任务，", "", "", "", ""}}),
       table(3, seven,
             {head,
              {"", "", "保障运转。", "", "", "", ""},
              {"甲项目续建", "10.00", "完成全年任务，保障运转。", "效益指标", "社会效益指标",
               "影响", "提升"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].name, "甲项目续建");
  EXPECT_EQ(out.snapshot.projects[0].goal, "完成全年任务，保障运转。");
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("培训", "检查", "影响"));
}

TEST(PageBreaks, PartRowsThatRepeatTheirProjectInOtherBlanks) {
  // Print sets blanks as wide as a line needs, or leaves them away at its end.
  const std::vector<double> eight{0, 50, 100, 150, 200, 250, 300, 350, 400};
  const std::vector<std::string> titles{"项目编码", "项目名称", "预算数",   "绩效目标",
                                        "一级指标", "二级指标", "三级指标", "指标值"};
  const std::vector<std::string> row{"4600002413", "甲项目",   "10.00", "按GB/T 190标准检查。",
                                     "产出指标",   "数量指标", "培训",  "≥3次"};
  const ImportedTable out =
      read({table(1, eight,
                  {titles,
                   row,
                   {"46000024", "甲项目", "10.00", "按", "产出指标", "质量指标", "检查", "≥5次"}}),
            table(2, eight,
                  {titles,
                   {"13", "", "", "GB/T190标准检查。", "", "", "", ""},
                   {"4600002413", "甲项目", "10.00", "按GB/T 190标准检查。", "效益指标",
                    "社会效益指标", "影响", "提升"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].code, "4600002413");
  EXPECT_EQ(out.snapshot.projects[0].goal, "按GB/T 190标准检查。");
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("培训", "检查", "影响"));
}

TEST(PageBreaks, PartAGoalBelowItsLabel) {
  const ImportedTable out = read({table(1, four,
                                        {{"项目名称", "甲项目", "项目资金", "10.00"},
                                         {"年度绩效目标", "<", "<", "<"},
                                         {"完成全年各项工作任务，", "<", "<", "<"}}),
                                  table(2, four,
                                        {{"保障运转。", "<", "<", "<"},
                                         {"一级指标", "二级指标", "三级指标", "指标值"},
                                         {"产出指标", "数量指标", "培训", "≥3次"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].goal + out.snapshot.projects[0].annual_goal,
            "完成全年各项工作任务，保障运转。");
}

TEST(PageBreaks, PartTheWordsOfAHeader) {
  const ImportedTable out =
      read({table(1, four,
                  {{"项目名称", "甲项目", "项目资金", "10.00"},
                   {"一级指", "二级指标", "三级指标", "指标"}}),
            table(2, four, {{"标", "", "", "值"}, {"产出指标", "数量指标", "培训", "≥3次"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  ASSERT_EQ(out.snapshot.projects[0].indicators.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].indicators[0].level1, "产出指标");
  EXPECT_EQ(out.snapshot.projects[0].indicators[0].annual_target, "≥3次");
}

TEST(PageBreaks, LeaveColumnsToBeKnownByTheirCells) {
  const std::vector<std::string> top{"一级指标", "三级指标", "指标值", "指标方向"};
  const ImportedTable out =
      read({table(1, four, {{"项目名称", "甲项目", "项目资金", "10.00"}, top}),
            table(2, four, {{"产出指标", "培训", "3次", "≥"}, {"产出指标", "检查", "5次", "="}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  ASSERT_EQ(out.snapshot.projects[0].indicators.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[0].indicators[0].annual_target, "≥3次");
}

TEST(PageBreaks, LeaveColumnsToBeKnownByTheirCellsBelowBlankRows) {
  // Pages without lines have a row more at each end.
  const std::vector<std::string> top{"一级指标", "三级指标", "指标值", "指标方向"};
  const ImportedTable out = read(
      {table(
           1, four,
           {{"项目名称", "甲项目", "项目资金", "10.00"}, top, {"", "", "", ""}, {"", "", "", ""}}),
       table(2, four,
             {{"", "", "", ""},
              {"产出指标", "培训", "3次", "≥"},
              {"产出指标", "检查", "5次", "="}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  ASSERT_EQ(out.snapshot.projects[0].indicators.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[0].indicators[0].annual_target, "≥3次");
}

TEST(PageBreaks, PartRowsThatRepeatAProjectWithoutAmounts) {
  const std::vector<double> edges{0, 200, 300, 400, 500, 600};
  const std::vector<std::string> top{"项目名称", "绩效目标", "一级指标", "三级指标", "指标值"};
  const std::string goal = "完成全年各项工作任务，保障运转。";
  const ImportedTable out =
      read({table(1, edges,
                  {top,
                   {"甲项目续建", goal, "成本指标", "预算", "≤5万元"},
                   {"甲项目", "完成全年各项工作", "产出指标", "培训", "≥3次"}}),
            table(2, edges,
                  {top,
                   {"续建", "任务，保障运转。", "", "", ""},
                   {"甲项目续建", goal, "产出指标", "检查", "≥5次"},
                   {"乙项目", "提高效率。", "成本指标", "预算", "≤2万元"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[0].goal, goal);
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("预算", "培训", "检查"));
}

TEST(PageBreaks, PartShortRowsThatRepeatAProjectWithoutAmounts) {
  const std::vector<double> edges{0, 50, 100, 150, 200, 250, 300};
  const std::vector<std::string> titles{"项目名称", "绩效目标", "一级指标",
                                        "二级指标", "三级指标", "指标值"};
  const std::vector<std::string> row{
      "路灯节能改造", "更换路灯并保障运转。", "产出指标", "数量指标", "培训", "≥3次"};
  const std::vector<std::string> cut{"路灯节能", "更换路灯", "产出指标",
                                     "质量指标", "检查",     "≥5次"};
  const ImportedTable out =
      read({table(1, edges, {titles, row, cut}),
            table(2, edges, {titles, {"改造", "并保障运转。", "", "", "", ""}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("培训", "检查"));
  // A project of that name, as what follows is not its rest.
  const ImportedTable other = read(
      {table(1, edges, {titles, row, cut}),
       table(2, edges,
             {titles, {"桥梁检测", "检测桥梁。", "产出指标", "数量指标", "检测次数", "≥1次"}})});
  const std::vector<std::string> codes = codes_of(other);
  EXPECT_NE(std::find(codes.begin(), codes.end(), "layout-guess"), codes.end());
}

TEST(PageBreaks, LeaveOneRowOfAProjectToTheLastPage) {
  const ImportedTable out = read(
      {table(1, seven,
             {head, {"甲项目", "10.00", "完成任务，", "产出指标", "数量指标", "培训", "≥3次"}}),
       table(2, seven,
             {head, {"", "", "保障运转。", "效益指标", "社会效益指标", "影响", "提升"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_EQ(out.snapshot.projects[0].goal, "完成任务，保障运转。");
  EXPECT_THAT(names_of(out.snapshot.projects[0]), ElementsAre("培训", "影响"));
}

TEST(PageBreaks, LeaveBlankCategoriesToTheRowAboveWhereOthersAre) {
  const Rows top{{"项目名称", "甲项目", "项目资金", "10.00"},
                 {"一级指标", "二级指标", "三级指标", "指标值"}};
  Rows first = top;
  first.insert(first.end(), {{"产出指标", "数量指标", "培训", "≥3次"},
                             {"", "", "检查", "≥5次"},
                             {"效益指标", "社会效益指标", "影响", "提升"}});
  Rows second = top;
  second[0][1] = "乙项目";
  second.insert(second.end(), {{"产出指标", "数量指标", "宣传", "≥1次"}, {"", "", "调研", "≥2次"}});
  const ImportedTable out = read({table(1, four, first), table(2, four, second),
                                  table(3, four, {{"", "时效指标", "完成时间", "12月底"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  ASSERT_EQ(out.snapshot.projects[1].indicators.size(), 3U);
  EXPECT_EQ(out.snapshot.projects[1].indicators[1].level2, "数量指标");
}

TEST(PageBreaks, GiveTheLastRowOfATableTheCategoryAboveIt) {
  const ImportedTable out =
      read({table(1, seven,
                  {head,
                   {"甲项目", "10.00", "完成任务。", "产出指标", "数量指标", "培训", "≥3次"},
                   {"", "", "", "", "质量指标", "合格率", "≥9%"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  ASSERT_EQ(out.snapshot.projects[0].indicators.size(), 2U);
  EXPECT_EQ(out.snapshot.projects[0].indicators[1].level1, "产出指标");
}

TEST(PageBreaks, LeaveBlankNamesToTheRowAboveWhereOthersAreInTablesWithoutCategories) {
  const std::vector<double> five{0, 100, 150, 300, 350, 400};
  const std::vector<std::string> top{"项目名称", "金额", "绩效目标", "三级指标", "指标值"};
  const ImportedTable out = read(
      {table(1, five,
             {top,
              {"甲项目", "10.00", "完成任务。", "培训", "≥3次"},
              {"", "", "", "检查", "≥5次"},
              {"", "", "", "影响", "提升"}}),
       table(
           2, five,
           {top, {"乙项目", "20.00", "做好宣传。", "宣传", "≥1次"}, {"", "", "", "知晓率", "≥9%"}}),
       table(3, five, {top, {"丙项目", "30.00", "提高效率。", "调研", "≥2次"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 3U);
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("宣传", "知晓率"));
}

TEST(PageBreaks, LeaveBlankNamesToTheRowAboveWhereOthersAre) {
  // Of a table that merges nothing, the last row of the second page is none of the third's.
  const ImportedTable out = read(
      {table(1, seven,
             {head,
              {"甲项目", "10.00", "完成任务。", "产出指标", "数量指标", "培训", "≥3次"},
              {"", "", "", "", "", "检查", "≥5次"},
              {"", "", "", "效益指标", "社会效益指标", "影响", "提升"}}),
       table(2, seven,
             {head,
              {"乙项目", "20.00", "做好宣传。", "产出指标", "数量指标", "宣传", "≥1次"},
              {"", "", "", "效益指标", "社会效益指标", "知晓率", "≥9%"}}),
       table(3, seven,
             {head, {"丙项目", "30.00", "提高效率。", "产出指标", "数量指标", "调研", "≥2次"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 3U);
  EXPECT_THAT(names_of(out.snapshot.projects[1]), ElementsAre("宣传", "知晓率"));
  EXPECT_THAT(names_of(out.snapshot.projects[2]), ElementsAre("调研"));
}

TEST(PageBreaks, PartARowWhoseColumnsOfShortTextsAreNotFilledAgain) {
  const std::vector<double> edges{0, 80, 160, 240, 320, 400, 440, 480, 520};
  const std::vector<std::string> top{"项目名称", "金额",     "一级指标", "二级指标",
                                     "三级指标", "指标性质", "指标值",   "度量单位"};
  const ImportedTable out =
      read({table(1, edges,
                  {top,
                   {"宣传", "45.6", "产出指标", "数量指标", "到村次数", "≥", "12", "次"},
                   {"^", "^", "^", "^", "印发", "≥", "2000", "份"}}),
            table(2, edges,
                  {{"", "", "", "", "宣传资料份数", "", "0", ""},
                   {"^", "^", "^", "质量指标", "资料完好率", "≥", "95", "%"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 1U);
  EXPECT_THAT(names_of(out.snapshot.projects[0]),
              ElementsAre("到村次数", "印发宣传资料份数", "资料完好率"));
  EXPECT_EQ(out.snapshot.projects[0].indicators[1].annual_target, "≥20000份");
}

TEST(PageBreaks, PartTheFirstRowOfAProject) {
  // All projects begin with a category, but for the rest behind the page's end.
  const std::vector<double> edges{0, 80, 160, 240, 320, 400, 440, 480, 520};
  const std::vector<std::string> top{"项目名称", "金额",     "一级指标", "二级指标",
                                     "三级指标", "指标性质", "指标值",   "度量单位"};
  const ImportedTable out =
      read({table(1, edges,
                  {top,
                   {"宣传", "10.00", "产出指标", "数量指标", "到村次数", "≥", "12", "次"},
                   {"河道", "45.6", "产出", "数量", "清淤", "≥", "30", "米"}}),
            table(2, edges,
                  {top,
                   {"清淤", "0", "指标", "指标", "长度", "", "0", ""},
                   {"^", "^", "^", "质量指标", "验收合格率", "≥", "95", "%"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  const Project& project = out.snapshot.projects[1];
  EXPECT_EQ(project.name, "河道清淤");
  EXPECT_EQ(project.funding.find("total")->to_string(), "45.60");
  EXPECT_THAT(names_of(project), ElementsAre("清淤长度", "验收合格率"));
  EXPECT_EQ(project.indicators[0].annual_target, "≥300米");
}

TEST(PageBreaks, PartAProjectBehindItsFirstRow) {
  // The name goes on behind the page's end. The row's own texts end in lines that have room.
  const std::vector<double> edges{0, 40, 100, 200, 300, 400, 500};
  const std::vector<std::string> top{"项目名称", "金额",     "一级指标",
                                     "二级指标", "三级指标", "指标值"};
  const auto in_letters = [](const Grid& grid) {
    Grid placed(grid.rows(), grid.columns());
    placed.edges = grid.edges;
    placed.place = grid.place;
    for (Cell cell : grid.cells()) {
      for (TextLine& line : cell.lines) {
        line.place.box->right = line.place.box->left + 10 * static_cast<double>(line.text.size());
      }
      placed.add(std::move(cell));
    }
    return placed;
  };
  const ImportedTable out =
      read({in_letters(table(1, edges,
                             {top,
                              {"宣传", "10.00", "产出指标", "数量指标", "到村次数", "≥12次"},
                              {"山洪灾", "45.60", "产出指标", "数量指标", "维修长度", "≥45公里"}})),
            in_letters(table(2, edges,
                             {top,
                              {"害防治", "", "", "", "发放人数", "186人"},
                              {"^", "^", "^", "质量指标", "验收合格率", "≥95%"}}))});
  ASSERT_EQ(out.snapshot.projects.size(), 2U);
  const Project& project = out.snapshot.projects[1];
  EXPECT_EQ(project.name, "山洪灾害防治");
  EXPECT_THAT(names_of(project), ElementsAre("维修长度", "发放人数", "验收合格率"));
  EXPECT_EQ(project.indicators[1].level2, "数量指标");
}

TEST(PageBreaks, PartATargetFromItsUnit) {
  const std::vector<std::string> top{"项目名称", "金额",     "绩效目标", "一级指标",
                                     "二级指标", "三级指标", "指标值"};
  const auto behind = [&](const std::string& name, const std::string& value) {
    const ImportedTable out =
        read({table(1, seven,
                    {top,
                     {"宣传", "10.00", "到村。", "产出指标", "数量指标", "到村次数", "≥12次"},
                     {"^", "^", "^", "^", "^", "村（居）", "≥95"}}),
              table(2, seven, {{"", "", "", "", "", name, value}})});
    return names_of(out.snapshot.projects.at(0));
  };
  EXPECT_THAT(behind("民满意度", "%"), ElementsAre("到村次数", "村（居）民满意度"));
  EXPECT_THAT(behind("村民评价", "优"), ElementsAre("到村次数", "村（居）", "村民评价"));
}

TEST(PageBreaks, PartARowThatHasNoNumberAgain) {
  const std::vector<double> edges{0, 30, 150, 230, 330, 600};
  const std::vector<std::string> top{"序号", "项目名称", "预算金额", "绩效目标", "绩效指标"};
  const ImportedTable out =
      read({table(1, edges,
                  {top,
                   {"1", "宣传", "10.00", "到村。", "数量指标：到村次数≥12次；"},
                   {"2", "非物质文", "623,00", "开展普", "数量指标：补助传承人"}}),
            table(2, edges,
                  {{"", "化遗产保护", "0.00", "查。", "人数≥35人；"},
                   {"3", "河道", "3.00", "清淤。", "数量指标：清淤长度≥3公里；"}})});
  ASSERT_EQ(out.snapshot.projects.size(), 3U);
  const Project& project = out.snapshot.projects[1];
  EXPECT_EQ(project.name, "非物质文化遗产保护");
  EXPECT_EQ(project.funding.find("total")->to_string(), "623000.00");
  EXPECT_THAT(names_of(project), ElementsAre("补助传承人人数"));
}

TEST(PageBreaks, LeaveProjectsThatBeginWithACategory) {
  const std::vector<double> edges{0, 80, 160, 240, 320, 400, 440, 480, 520};
  const std::vector<std::string> top{"项目名称", "金额",     "一级指标", "二级指标",
                                     "三级指标", "指标性质", "指标值",   "度量单位"};
  const ImportedTable out =
      read({table(1, edges,
                  {top, {"宣传", "10.00", "产出指标", "数量指标", "到村次数", "≥", "12", "次"}}),
            table(2, edges,
                  {{"河道清淤", "45.60", "产出指标", "数量指标", "清淤长度", "", "300", ""}})});
  EXPECT_EQ(out.snapshot.projects.size(), 2U);
}

TEST(PrintedRows, AreGuessesWhereANameHoldsAnothersTarget) {
  const std::vector<double> five{0, 80, 160, 240, 320, 400};
  const auto codes = [&](const std::string& name) {
    return codes_of(read({table(1, five,
                                {{"项目名称", "预算数", "绩效目标", "三级指标", "指标值"},
                                 {"甲项目", "10.00", "巡查河道。", name, "≥6次"}})}));
  };
  EXPECT_THAT(codes("次数≥3次"), testing::Contains("layout-guess"));
  EXPECT_THAT(codes("次数（≥3次）达标率"), testing::Not(testing::Contains("layout-guess")));
}

TEST(PageBreaks, LeaveTheUnitOfATargetToTheRowsOtherHalf) {
  // The lines of 完成 and ≤10 do not fill their columns: print keeps 个月 together.
  const auto read_units = [](const std::string& target, const std::string& rest) {
    return read(
        {table(1, seven,
               {head,
                {"甲项目", "10.00", "完成任务。", "产出指标", "时效指标", "开工的时间", "≤6个月"},
                {"^", "^", "^", "^", "^", "按期竣工并通过验收的时间\n以合同为准", "≤20个\n工作日"},
                {"^", "^", "^", "^", "^", "项目完", target}}),
         table(2, seven,
               {head,
                {"", "", "", "", "", "成时间", rest},
                {"乙项目", "20.00", "提高效率。", "产出指标", "数量指标", "宣传", "≥1次"}})});
  };
  for (const auto& [target, rest] :
       {std::pair{"≤10", "个月"}, std::pair{"≤9个", "月"}, std::pair{"≤10", "个工作日"}}) {
    const ImportedTable out = read_units(target, rest);
    ASSERT_EQ(out.snapshot.projects.size(), 2U);
    EXPECT_THAT(names_of(out.snapshot.projects[0]),
                ElementsAre("开工的时间", "按期竣工并通过验收的时间以合同为准", "项目完成时间"));
    EXPECT_EQ(out.snapshot.projects[0].indicators.at(2).annual_target, target + std::string(rest));
  }
  EXPECT_THAT(names_of(read_units("≤10", "按期").snapshot.projects[0]),
              ElementsAre("开工的时间", "按期竣工并通过验收的时间以合同为准", "项目完", "成时间"));
}

const std::vector<double> seven_and_unit{0, 80, 180, 250, 400, 460, 520, 600, 700};
const std::vector<std::string> unit_head{"单位名称", "项目名称", "金额",     "绩效目标",
                                         "一级指标", "二级指标", "三级指标", "指标值"};

/// "project: unit" of each.
std::vector<std::string> units_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Project& project : table.snapshot.projects) {
    out.push_back(project.name + ": " + project.spending_unit);
  }
  return out;
}

TEST(PageBreaks, LeaveAUnitsCellToItsProjectsOnBothPages) {
  const Rows of_two{
      {"某县林场", "造林", "1.00", "绿化荒山。", "产出指标", "数量指标", "面积", "≥3亩"},
      {"^", "抚育", "2.00", "抚育幼林。", "产出指标", "数量指标", "株数", "≥4株"}};
  const Rows behind{
      {"", "管护", "1.00", "管护林地。", "产出指标", "数量指标", "面积", "≥5亩"},
      {"^", "防火", "2.00", "防火宣传。", "产出指标", "数量指标", "场次", "≥2场"},
      {"某县苗圃", "育苗", "3.00", "做好育苗。", "产出指标", "数量指标", "株数", "≥9株"}};
  const std::vector<std::string> units{"造林: 某县林场", "抚育: 某县林场", "管护: 某县林场",
                                       "防火: 某县林场", "育苗: 某县苗圃"};
  // Print draws the text in the middle of the cell: on the page before the cut, or behind it.
  for (const bool before : {true, false}) {
    Rows first{unit_head, of_two[0], of_two[1]};
    Rows second{unit_head, behind[0], behind[1], behind[2]};
    first[1][0] = before ? "某县林场" : "";
    second[1][0] = before ? "" : "某县林场";
    EXPECT_EQ(units_of(read({table(1, seven_and_unit, first), table(2, seven_and_unit, second)})),
              units);
  }
}

TEST(PageBreaks, LeaveABlankUnitWhereNoCellIsMerged) {
  const ImportedTable out = read(
      {table(1, seven_and_unit,
             {unit_head,
              {"某县林场", "造林", "1.00", "绿化荒山。", "产出指标", "数量指标", "面积", "≥3亩"},
              {"某县苗圃", "抚育", "2.00", "抚育幼林。", "产出指标", "数量指标", "株数", "≥4株"}}),
       table(
           2, seven_and_unit,
           {unit_head,
            {"", "管护", "1.00", "管护林地。", "产出指标", "数量指标", "面积", "≥5亩"},
            {"某县林场", "育苗", "3.00", "做好育苗。", "产出指标", "数量指标", "株数", "≥9株"}})});
  EXPECT_THAT(units_of(out),
              ElementsAre("造林: 某县林场", "抚育: 某县苗圃", "管护: ", "育苗: 某县林场"));
}

}  // namespace
}  // namespace budgetdiff::import
