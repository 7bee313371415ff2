/// Lists of many projects, a row an indicator, in text that gives their columns, or pieces of
/// them, in any order.

#include "import/spread/list_doubts.hpp"
#include "import/spread/list_header.hpp"
#include "import/spread/list_money.hpp"
#include "import/spread/list_pairs.hpp"
#include "import/spread/list_pieces.hpp"
#include "import/spread/list_spans.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/tables.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff {
namespace {

using Texts = std::vector<std::string>;
using import::list_text;

Result<ImportedDocument> read(const std::string& text) {
  return import_document({"x.txt", text}, {}, {});
}

Texts indicators(const Project& project) {
  Texts out;
  for (const Indicator& one : project.indicators) {
    out.push_back(one.level1 + "|" + one.level2 + "|" + one.name + "|" + one.annual_target + "|" +
                  one.weight);
  }
  return out;
}

/// Names and amounts with goals, then first levels, then names with second levels, then targets.
const std::string rivers =
    "2025年项目支出绩效目标表\n\n部门名称：青川县水务局\n项目名称\n\n预算数\n\n年度目标\n\n"
    "河道清淤工程\n\n1,200.50 完成县域主要河道清淤，保持行洪通畅，提升防\n洪能力。\n\n"
    "村级水站运行补助\n\n86.00 保障村级水站正常运行，改善群众用水条件。\n\n"
    "一级指标\n产出指标\n\n效益指标\n产出指标\n满意度指标\n\n"
    "二级指标\n三级指标\n数量指标 清淤河道长度\n质量指标 工程验收合格率\n"
    "生态效益指标 河道水质改善情况\n数量指标 补助水站个数\n"
    "服务对象满意度指标 用水群众满意度\n\n"
    "单位：万元\n指标值 分值\n≥35公里 40\n≥98% 30\n明显改善 30\n=12个 50\n≥90% 50\n";

TEST(SpreadList, GivesEachProjectItsRows) {
  const auto document = read(rivers);
  ASSERT_TRUE(document) << in_english(document.error());
  const Snapshot& read = document->tables.front().snapshot;
  ASSERT_EQ(read.projects.size(), 2U);
  EXPECT_EQ(read.department, "青川县水务局");
  EXPECT_EQ(read.projects[0].name, "河道清淤工程");
  EXPECT_EQ(read.projects[0].goal, "完成县域主要河道清淤，保持行洪通畅，提升防洪能力。");
  EXPECT_EQ(read.projects[0].funding.find("total")->to_string(), "1200.50");
  EXPECT_EQ(indicators(read.projects[0]),
            (Texts{"产出指标|数量指标|清淤河道长度|≥35公里|40",
                   "产出指标|质量指标|工程验收合格率|≥98%|30",
                   "效益指标|生态效益指标|河道水质改善情况|明显改善|30"}));
  EXPECT_EQ(read.projects[1].name, "村级水站运行补助");
  EXPECT_EQ(indicators(read.projects[1]),
            (Texts{"产出指标|数量指标|补助水站个数|=12个|50",
                   "满意度指标|服务对象满意度指标|用水群众满意度|≥90%|50"}));
}

std::vector<import::Line> lines_of(const std::string& text) {
  auto lines = import::source_lines(text, "x.txt");
  EXPECT_TRUE(lines);
  return lines ? *std::move(lines) : std::vector<import::Line>{};
}

TEST(SpreadList, PutsBrokenWordsOfTheHeaderTogether) {
  const auto list = list_text(lines_of(
      "项目名称 项目金额\n绩效目标 一级 二级指 三级指标 指标性 目标值 度量\n指标 标\n质\n单位\n"
      "堤防维护 3.50\n"));
  ASSERT_TRUE(list);
  Texts words;
  for (const import::HeaderPieces& one : list->header.columns) {
    words.push_back(to_utf8(one.text));
  }
  EXPECT_EQ(words, (Texts{"项目名称", "项目金额", "绩效目标", "一级指标", "二级指标", "三级指标",
                          "指标性质", "目标值", "度量单位"}));
  ASSERT_EQ(list->pieces.size(), 2U);
  EXPECT_EQ(to_utf8(list->pieces[0].token.text), "堤防维护");
}

TEST(SpreadList, LettersThatComeAgainAreNoWord) {
  const auto text = list_text(lines_of(rivers + "\n计量单位\n个\n处\n个\n人\n"));
  ASSERT_TRUE(text);
  EXPECT_EQ(std::count_if(text->pieces.begin(), text->pieces.end(),
                          [](const import::ListPiece& one) { return one.token.text == U"个"; }),
            2);
}

TEST(SpreadList, TakesTheSumApart) {
  const auto list = list_text(lines_of(
      "项目名称 预算数\n年度目标\n一级指标 二级指标\n三级指标 指标值\n合计 8.00\n堤防维护 8.00\n"));
  ASSERT_TRUE(list);
  ASSERT_EQ(list->sum.size(), 2U);
  EXPECT_EQ(to_utf8(list->sum[1].token.text), "8.00");
  EXPECT_EQ(to_utf8(list->pieces[0].token.text), "堤防维护");
}

TEST(SpreadList, PairsWhatStandsInOneLine) {
  // The second of three has no pair, as the line of the third says.
  const auto cost = [](std::size_t i, std::size_t k) { return i == 2 * k ? -2.0 : 0.0; };
  EXPECT_EQ(import::pair_in_order(3, 2, 3, cost),
            (std::vector<std::size_t>{0, import::no_pair, 1}));
  EXPECT_EQ(import::pair_in_order(2, 2, 3, cost), (std::vector<std::size_t>{0, 1}));
}

Amount amount(const char* text) {
  return *Amount::parse(text);
}

TEST(SpreadList, PartsAmountsWhereTheyAddUp) {
  import::ListMoneyTask task;
  for (const char* const one : {"9.00", "4.00", "5.00", "7.00", "7.00"}) {
    task.amounts.push_back({amount(one), task.amounts.size(), 0});
  }
  task.pages = {0, 0};
  task.columns = 3;
  task.sums = {amount("16.00"), amount("4.00"), amount("12.00")};
  const import::ListMoney money = import::list_money(task);
  EXPECT_EQ(money.projects[0], (std::vector<std::size_t>{0, 1, 2}));
  // The sums of the columns say where the only part stands.
  EXPECT_EQ(money.projects[1], (std::vector<std::size_t>{3, static_cast<std::size_t>(-1), 4}));
  EXPECT_EQ(money.doubtful, (std::vector<bool>{false, false}));
  task.sums.clear();
  EXPECT_EQ(import::list_money(task).doubtful, (std::vector<bool>{false, true}));
}

/// Rows of these names, each in a line of its own, beside second levels in lines `beside`.
import::SpanTask spans(const Texts& names, const Texts& level1,
                       const std::vector<std::pair<std::string, std::size_t>>& level2,
                       std::size_t projects){import::SpanTask task;
for (std::size_t r = 0; r < names.size(); ++r) {
  task.rows.push_back({to_code_points(names[r]), {}, {r, r, 0}, {r}});
  task.flows.push_back(0);
}
std::size_t piece = names.size();
const auto cell = [&](const std::string& text, std::vector<std::size_t> lines) {
  task.flows.push_back(piece);
  import::SpanCell out{to_code_points(text), {piece, piece, 0}, std::move(lines), {}};
  ++piece;
  return out;
};
for (const auto& [text, line] : level2) {
  task.level2.push_back(cell(text, {line}));
}
for (const std::string& text : level1) {
  task.level1.push_back(cell(text, {}));
}
for (std::size_t p = 0; p < projects; ++p) {
  task.projects.push_back(cell("项目" + std::to_string(p), {}));
}
return task;
}  // namespace

TEST(SpreadList, BeginsAProjectWhereCategoriesComeAgain) {
  const auto task = spans(
      {"清淤长度", "验收合格率", "水质改善情况", "水站个数", "群众满意度"},
      {"产出指标", "效益指标", "产出指标", "满意度指标"},
      {{"数量指标", 0}, {"质量指标", 1}, {"生态效益指标", 2}, {"数量指标", 3}, {"满意度指标", 4}},
      2);
  const import::SpanAnswer answer = import::list_spans(task);
  ASSERT_TRUE(answer.whole);
  EXPECT_EQ(answer.projects, (std::vector<std::size_t>{0, 0, 0, 1, 1}));
  EXPECT_EQ(answer.level1, (std::vector<std::size_t>{0, 0, 1, 2, 3}));
}

TEST(SpreadList, HasNoAnswerForMoreCellsThanRows) {
  const auto task = spans({"清淤长度"}, {"产出指标"}, {{"数量指标", 0}, {"质量指标", 0}}, 1);
  EXPECT_FALSE(import::list_spans(task).whole);
}

TEST(SpreadList, DoubtsWhatCanHardlyBe) {
  import::DoubtRow row;
  row.level1 = U"产出指标";
  row.level2 = U"数量指标";
  row.name = U"清淤河道长度";
  row.comparator = U"≥";
  row.target = U"35";
  row.unit = U"公里";
  import::DoubtRow other = row;
  other.unit.clear();  // a number without one
  import::DoubtRow words = row;
  words.comparator = U"≥";
  words.target = U"明显改善";
  words.unit.clear();
  const import::ListDoubts doubts =
      import::list_doubts({{U"河道清淤工程", U"保持行洪通畅。", {row, other, words}},
                           {U"水站补助（二期", U"改善用水。", {row}}},
                          true, true);
  EXPECT_EQ(doubts.rows[0], (std::vector<bool>{false, true, true}));
  EXPECT_EQ(doubts.projects, (std::vector<bool>{false, true}));
}

}  // namespace budgetdiff
}  // namespace budgetdiff
