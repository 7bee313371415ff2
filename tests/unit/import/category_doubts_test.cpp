/// Categories that pages show beside rows of others.

#include "import/table/category_doubts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using Levels = std::vector<std::pair<std::u32string, std::u32string>>;

std::size_t doubts(const std::vector<Levels>& projects, int page = 1) {
  TableRecords records;
  for (const Levels& levels : projects) {
    records.projects.emplace_back();
    for (const auto& [first, second] : levels) {
      IndicatorText row;
      row.level1.append(first, 0);
      row.level2.append(second, 0);
      row.place.page = page;
      records.projects.back().rows.push_back(std::move(row));
    }
  }
  doubt_categories(records);
  return records.findings.size();
}

const Levels usual{{U"产出指标", U"时效指标"}, {U"效益指标", U"社会效益指标"}};
const Levels misplaced{{U"产出指标", U"数量指标"}, {U"效益指标", U"时效指标"}};

TEST(CategoryDoubts, AreOfSecondLevelsUnderAnothersFirst) {
  EXPECT_EQ(doubts({usual, misplaced}), 1U);
  EXPECT_EQ(doubts({usual, usual}), 0U);
  // The only ones of their kind, among many rows.
  EXPECT_EQ(doubts({usual, usual, usual, usual, usual, usual, {{U"满意度指标", U"生态效益指标"}}}),
            1U);
}

TEST(CategoryDoubts, AreOfCategoriesThatACellCuts) {
  EXPECT_EQ(doubts({{{U"产出指标", U"数量指标"}, {U"满意度指标", U"服务对象满意度指"}}}), 1U);
  EXPECT_EQ(doubts({{{U"产出指标", U"数量"}, {U"满意度指标", U"服务对象满意度"}}}), 0U)
      << "without 指标 they are whole";
  EXPECT_EQ(doubts({{{U"满意度指标", U"服务对象满意度指"}}}, 0), 0U) << "no page cuts them";
}

TEST(CategoryDoubts, AreNoneWhereTheTableAlwaysHasThemSoOrNoPageShowsThem) {
  EXPECT_EQ(doubts({misplaced, misplaced}), 0U);
  EXPECT_EQ(doubts({usual, misplaced}, 0), 0U);
}

TEST(CategoryDoubts, AreOfFirstRowsThatMayBeTheProjectsBefore) {
  const Levels late{{U"效益指标", U"社会效益指标"}, {U"产出指标", U"数量指标"}};
  const Levels costs_first{{U"成本指标", U"经济成本指标"}, {U"产出指标", U"数量指标"}};
  EXPECT_EQ(doubts({usual, usual, usual, late}), 1U);
  EXPECT_EQ(doubts({usual, usual, usual, costs_first}), 0U) << "none has its costs behind";
  EXPECT_EQ(doubts({usual, late, late}), 0U);
}

TEST(CategoryDoubts, AreOfProjectsThatBeginWithoutTheirs) {
  const Levels blank{{U"", U"数量指标"}, {U"效益指标", U"社会效益指标"}};
  EXPECT_EQ(doubts({usual, blank}), 1U);
  EXPECT_EQ(doubts({usual, blank}, 0), 0U);
  EXPECT_EQ(doubts({blank, blank, blank}), 0U) << "the table has them so";
  const Levels none{{U"", U"数量指标"}, {U"", U"质量指标"}};
  EXPECT_EQ(doubts({usual, usual, usual, none}), 0U) << "this project has no categories";
}

}  // namespace
}  // namespace budgetdiff::import
