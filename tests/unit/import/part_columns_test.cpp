/// Which columns the parts of 合计 are of in text that gives a table column by column.

#include "import/columns/part_columns.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

const std::string rest =
    "\n桥梁检测\n\n绩效目标\n\n绩效指标\n\n检测全县桥梁，提供依据。 "
    "1、1-产出指标；11-数量指标；座\n数；年度指标值:≥9座。\n";

/// The columns of the parts of 合计, which are the amounts of a text in their order.
PartColumns columns_in(const std::string& money) {
  const auto lines = source_lines(money + rest, "x.txt");
  auto text = lines ? column_text(*lines) : std::nullopt;
  if (!text) {
    ADD_FAILURE() << money;
    return {};
  }
  const PieceLabels labels = label_pieces(*text);
  std::vector<std::size_t> sum;
  for (std::size_t i = 0; i < labels.pieces.size(); ++i) {
    if (labels.pieces[i].column == ColumnPiece::Column::amount) {
      sum.push_back(i);
    }
  }
  return columns_of_parts(*text, labels, sum);
}

using Columns = std::vector<std::size_t>;

TEST(PartColumns, AreThoseOfTheWordsAboveThem) {
  const PartColumns found = columns_in(
      "项目名称\n总计\n合计\n9.00\n\n财政拨款\n7.00\n\n财政专户拨款\n\n其他资金\n2.00\n");
  EXPECT_EQ(found.columns, (Columns{1, 3}));
  EXPECT_TRUE(found.sure);
  // Two words stand above an amount: it may be of either.
  const PartColumns unsure =
      columns_in("项目名称\n总计\n合计\n9.00\n\n财政拨款\n财政专户拨款\n7.00\n\n其他资金\n2.00\n");
  EXPECT_EQ(unsure.columns, (Columns{1, 3}));
  EXPECT_FALSE(unsure.sure);
}

TEST(PartColumns, AreGuessedWhereAGapPartsALine) {
  const PartColumns found =
      columns_in("项目名称 总计\n财政拨款 财政专户拨款 其他资金\n合计\n9.00 7.00\n2.00\n");
  EXPECT_EQ(found.columns, (Columns{1, 3}));
  EXPECT_FALSE(found.sure);
}

TEST(PartColumns, AreNotKnownWhereNothingShowsThem) {
  for (const std::string amounts : {"9.00 7.00 2.00\n", "9.00\n7.00\n2.00\n", "9.00 9.00\n"}) {
    EXPECT_TRUE(columns_in("项目名称 总计\n财政拨款 财政专户拨款 其他资金\n合计\n" + amounts)
                    .columns.empty())
        << amounts;
  }
}

}  // namespace
}  // namespace budgetdiff::import
