/// Forms of text that gives the columns of their indicators, or pieces of them, in any order.

#include "import/page/category_sense.hpp"
#include "import/stream/form_categories.hpp"
#include "import/stream/form_deal.hpp"
#include "import/stream/form_money.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/tables.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {
namespace {

using Texts = std::vector<std::string>;

Result<ImportedDocument> read(const std::string& text) {
  return import_document({"x.txt", text}, {}, {});
}

Snapshot snapshot(const std::string& text) {
  auto document = read(text);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? document->tables.front().snapshot : Snapshot{};
}

Texts indicators(const Project& project) {
  Texts out;
  for (const Indicator& one : project.indicators) {
    out.push_back(one.level1 + "|" + one.level2 + "|" + one.name + "|" + one.annual_target);
  }
  return out;
}

/// The names with their categories, then labels' amounts, then the other columns.
const std::string ferry =
    "2025年项目支出绩效目标表\n项目名称\n年度资金总额\n其中：财政拨款\n总体目标\n"
    "一级指标\n产出指标\n效益指标\n\n"
    "渡船检修\n"
    "每季检修渡船一次，保证村民过河安全，全年不误一班。\n"
    "二级指标\n三级指标\n数量指标\n检修次数\n质量指标\n一次合格率\n社会效益指标\n村民过河\n\n"
    "单位：万元\n\n3.50\n3.50\n\n"
    "指标性质\n≥\n≥\n定性\n\n指标值\n4\n95\n方便\n\n度量单位\n次\n%\n";

TEST(SpreadForms, GivesTheThirdNameTheThirdTarget) {
  const Snapshot read = snapshot(ferry);
  ASSERT_EQ(read.projects.size(), 1U);
  const Project& project = read.projects[0];
  EXPECT_EQ(project.name, "渡船检修");
  EXPECT_EQ(project.goal, "每季检修渡船一次，保证村民过河安全，全年不误一班。");
  EXPECT_EQ(project.funding.find("total")->to_string(), "3.50");
  EXPECT_EQ(project.funding.find("fiscal_appropriation")->to_string(), "3.50");
  EXPECT_EQ(indicators(project),
            (Texts{"产出指标|数量指标|检修次数|≥4次", "产出指标|质量指标|一次合格率|≥95%",
                   "效益指标|社会效益指标|村民过河|方便"}));
}

TEST(SpreadForms, RefusesAsManyTargetsAsNoNames) {
  std::string text = ferry;
  text.erase(text.find("一次合格率\n"), std::string("一次合格率\n").size());
  EXPECT_FALSE(read(text));
}

std::vector<import::DealToken> pieces(const std::vector<std::u32string>& texts) {
  std::vector<import::DealToken> out;
  for (const std::u32string& text : texts) {
    import::DealToken piece;
    piece.token = {text, out.size(), true, false};
    out.push_back(piece);
  }
  return out;
}

TEST(SpreadForms, DealsRowsThatPutATargetBeforeItsName) {
  const std::vector<import::DealToken> tokens =
      pieces({U"检修次数", U"≥4次", U"≥95%", U"一次合格率", U"村民过河", U"方便"});
  std::size_t budget = import::most_deal_ways;
  const auto dealt =
      import::deal_form(tokens, {import::Role::level3, import::Role::value}, {0, 0}, budget);
  ASSERT_TRUE(dealt);
  ASSERT_EQ(dealt->rows, 3U);
  EXPECT_EQ(dealt->places[2].row, 1U);
  EXPECT_EQ(dealt->places[3].row, 1U);
  EXPECT_EQ(dealt->places[3].column, 0U);
}

TEST(SpreadForms, ThePieceBehindACategoryInItsLineIsTheName) {
  std::vector<import::DealToken> tokens =
      pieces({U"检修次数", U"≥4次", U"按时", U"按时开船", U"一次合格率", U"≥95%"});
  tokens[3].behind_category = true;
  std::size_t budget = import::most_deal_ways;
  const auto dealt =
      import::deal_form(tokens, {import::Role::level3, import::Role::value}, {0, 0}, budget);
  ASSERT_TRUE(dealt);
  EXPECT_EQ(dealt->places[3].column, 0U);
  EXPECT_EQ(dealt->places[2].column, 1U);
}

TEST(SpreadForms, ASmallBudgetOfWaysEndsTheSearch) {
  std::size_t budget = 10;
  EXPECT_FALSE(import::deal_form(pieces({U"检修次数", U"≥4次"}),
                                 {import::Role::level3, import::Role::value}, {0, 0}, budget));
}

std::vector<std::string> dealt_money(const std::vector<std::u32string>& texts, bool& doubtful) {
  std::vector<import::Line> lines;
  std::vector<import::StreamToken> tokens;
  for (const std::u32string& text : texts) {
    import::Line line;
    line.text = text;
    tokens.push_back({text, lines.size(), true, false});
    lines.push_back(line);
  }
  const auto money = import::form_money(lines, tokens);
  std::vector<std::string> out;
  for (std::size_t i = 0; money && i < money->rows.size(); ++i) {
    const auto& cells = money->rows[i].cells;
    out.push_back(to_utf8(import::packed(cells.front())) + " " +
                  (cells.size() > 1 ? to_utf8(import::packed(cells.back())) : ""));
  }
  doubtful = money && !money->doubts.empty();
  return out;
}

TEST(SpreadForms, PartsThatAddUpSayWhichLabelIsBlank) {
  bool doubtful = true;
  EXPECT_EQ(dealt_money({U"年度资金总额", U"其中：财政拨款", U"上年结转", U"村民", U"9.00", U"7.00",
                         U"2.00"},
                        doubtful),
            (Texts{"年度资金总额 9.00", "其中：财政拨款 7.00", "上年结转 2.00"}));
  EXPECT_FALSE(doubtful);
  EXPECT_EQ(
      dealt_money({U"年度资金总额", U"其中：财政拨款", U"上年结转", U"村民", U"9.00", U"9.00"},
                  doubtful),
      (Texts{"年度资金总额 9.00", "其中：财政拨款 9.00"}));
  EXPECT_TRUE(doubtful);  // either may be blank
}

TEST(SpreadForms, AnAmountBehindAWordThatNobodyKnowsIsAGuess) {
  std::vector<import::Line> lines(2);
  lines[0].text = U"年度资金总额 9.00";
  lines[1].text = U"镇里出的 9.00 其他资金";
  const std::vector<import::StreamToken> tokens{{U"年度资金总额", 0, true, false},
                                                {U"9.00", 0, false, false},
                                                {U"镇里出的", 1, true, false},
                                                {U"9.00", 1, false, false},
                                                {U"其他资金", 1, false, false}};
  const auto money = import::form_money(lines, tokens);
  EXPECT_TRUE(!money || !money->doubts.empty());
}

TEST(SpreadForms, MoreAmountsThanLabelsAreNoForms) {
  bool doubtful = false;
  EXPECT_TRUE(dealt_money({U"年度资金总额", U"村民", U"9.00", U"8.00"}, doubtful).empty());
}

TEST(SpreadForms, ANameCountsWhereItEndsSo) {
  EXPECT_TRUE(import::speaks_for_another("借出册数", "质量指标"));
  EXPECT_TRUE(import::speaks_for_another("座位数（个）", "质量指标"));
  EXPECT_FALSE(import::speaks_for_another("数字门锁完好", "质量指标"));
}

/// A category of the second level between two rows of five letters.
import::FormCategory category(const std::u32string& text,
                              std::size_t before){import::FormCategory out;
out.text = text;
out.level2 = true;
out.before = before;
return out;
}  // namespace

TEST(SpreadForms, WhatCentredAndTopCategoriesSayOtherwiseIsAGuess) {
  import::CategoryTask task;
  task.has_level2 = true;
  task.rows = {{0, "甲", false}, {2, "乙", false}, {4, "丙", false}, {6, "丁", false}};
  // At the top of one and three rows, or beside the middle of one, two and one.
  task.among = {category(U"数量指标", 0), category(U"质量指标", 2), category(U"社会效益指标", 6)};
  const auto answers = import::deal_forms_categories({task});
  ASSERT_TRUE(answers.front());
  const auto& doubtful = answers.front()->dealt.doubtful;
  EXPECT_TRUE(doubtful[2]);
  EXPECT_FALSE(doubtful[0]);
}

/// Two forms, the labels of the first out of the order of their values.
TEST(SpreadForms, AFormThatWasPassedOverRefusesTheDocument) {
  const std::string second =
      "项目支出绩效目标表\n预算单位 某县法院\n项目名称 法庭修缮\n"
      "项目资金 年度资金总额 0.50\n项目总体目标 修好三个法庭，群众办事方便。\n"
      "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 修缮法庭 ≥3个\n";
  const std::string first =
      "项目支出绩效目标表\n预算单位 某县法院\n项目资金 年度资金总额\n\n项目名称 办案\n0.60\n"
      "项目总体目标 办好全年案件，按时结案。\n一级指标\n二级指标\n三级指标\n指标值\n"
      "产出指标\n数量指标 结案数\n≥90件\n";
  const auto document = read(first + "\f" + second);
  if (document) {
    EXPECT_EQ(document->tables.front().snapshot.projects.size(), 2U);
  }
}

TEST(SpreadForms, GoalsBelowABlankLineWaitForTheirProse) {
  const std::string text =
      "项目名称\n年度资金总额\n总体目标\n\n年度目标\n一级指标\n产出指标\n效益指标\n\n"
      "2025年项目支出绩效目标表\n\n单位：万元\n\n图书流动车\n26.50\n"
      "五年内让全县每个村都有书看，老人和孩子读得到新书。\n"
      "1、每月到村一次；\n2、全年借出图书一万册以上，方便村民看书。\n"
      "二级指标\n三级指标\n指标值\n"
      "数量指标 到村次数\n≥12次\n社会效益指标 村民看书习惯\n逐步形成\n";
  const Snapshot read = snapshot(text);
  ASSERT_EQ(read.projects.size(), 1U);
  EXPECT_EQ(read.projects[0].goal, "五年内让全县每个村都有书看，老人和孩子读得到新书。");
  EXPECT_EQ(read.projects[0].annual_goal,
            "1、每月到村一次；\n2、全年借出图书一万册以上，方便村民看书。");
}

}  // namespace budgetdiff
}  // namespace budgetdiff
