/// Words of a header that stand right above their column, in text that gives columns in any order.

#include "import/stream/form_deal.hpp"

#include <budgetdiff/import/importer.hpp>
#include <budgetdiff/import/tables.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff {
namespace {

using Texts = std::vector<std::string>;

Texts targets(const std::string& text) {
  Texts out;
  const auto document = import_document({"x.txt", text}, {}, {});
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (document) {
    for (const Indicator& one : document->tables.front().snapshot.projects.front().indicators) {
      out.push_back(one.name + "|" + one.annual_target);
    }
  }
  return out;
}

TEST(SpreadHeads, NoTargetStandsAboveItsColumnsWord) {
  // 3年 is how long the project goes on.
  EXPECT_EQ(targets("项目支出绩效目标申报表\n（2025年度）\n\n项目名称\n项目期限\n年度资金总额\n"
                    "总体目标\n绩效指标\n\n渡船检修\n单位：万元\n"
                    "保证村民过河安全，全年不误一班。\n一级指标\n二级指标\n数量指标\n产出指标\n"
                    "质量指标\n效益指标\n社会效益指标\n\n3.50\n\n3年\n\n"
                    "三级指标\n检修次数\n一次合格率\n村民过河\n\n指标值\n≥4次\n100%\n更加方便\n"),
            (Texts{"检修次数|≥4次", "一次合格率|100%", "村民过河|更加方便"}));
}

TEST(SpreadHeads, WhatStandsBelowAWordIsItsColumns) {
  const auto piece = [](const std::u32string& text, std::size_t i) {
    import::DealToken out;
    out.token = {text, i, true, false};
    return out;
  };
  // 按时开船 could be either's.
  std::vector<import::DealToken> tokens{piece(U"检修次数", 0), piece(U"按时开船", 1),
                                        piece(U"≥4次", 2), piece(U"按时", 3)};
  tokens[1].headed = 1;
  tokens[2].headed = 0;
  std::size_t budget = import::most_deal_ways;
  const auto plain =
      import::deal_form(tokens, {import::Role::value, import::Role::level3}, {0, 0}, budget);
  ASSERT_TRUE(plain);
  EXPECT_EQ(plain->places[1].column, 1U);
}

}  // namespace
}  // namespace budgetdiff
