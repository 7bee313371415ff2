/// Which few rows have their amounts in other columns.

#include "import/few_moves.hpp"
#include "import/funding_columns.hpp"
#include "import/placed_rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using Positions = std::vector<std::size_t>;

Amount amount(const std::string& text) {
  return *Amount::parse(text);
}

/// Moving an amount from the first column to the second.
RowMove move_of(std::size_t row, const std::string& text) {
  Amount less;
  less -= amount(text);
  return {row, {0, 2}, {Amount(), less, amount(text)}};
}

std::vector<Amount> missing(const std::string& text) {
  Amount less;
  less -= amount(text);
  return {Amount(), less, amount(text)};
}

TEST(FewMoves, AreTheOnlyOnesThatMakeTheSums) {
  const std::vector<RowMove> moves{move_of(0, "12.31"), move_of(1, "7.45"), move_of(2, "30.02"),
                                   move_of(3, "81.77")};
  EXPECT_EQ(only_few_moves(moves, missing("81.77")), Positions{3});
  EXPECT_EQ(only_few_moves(moves, missing("49.78")), (Positions{0, 1, 2}));
  EXPECT_TRUE(only_few_moves(moves, missing("49.79")).empty());
  EXPECT_TRUE(only_few_moves(moves, missing("131.55")).empty());  // four would
}

TEST(FewMoves, AreUnknownWhereOthersMakeTheSums) {
  const std::vector<RowMove> moves{move_of(0, "20.00"), move_of(1, "30.00"), move_of(2, "50.00")};
  EXPECT_TRUE(only_few_moves(moves, missing("50.00")).empty());
  EXPECT_EQ(only_few_moves(moves, missing("30.00")), Positions{1});
  // One row has one amount there.
  const std::vector<RowMove> one{move_of(0, "20.00"), move_of(0, "30.00")};
  EXPECT_TRUE(only_few_moves(one, missing("50.00")).empty());
}

TEST(FundingColumns, OfManyRowsAreThoseThatTheSumsShow) {
  std::vector<HeaderColumn> columns(3);
  columns[0].key = "total";
  columns[1].key = "fiscal_appropriation";
  columns[2].key = "other_funds";
  const auto run_of = [](const std::vector<std::string>& texts) {
    AmountRun run;
    for (const std::string& text : texts) {
      AmountCell cell;
      cell.amount = amount(text);
      cell.text = text;
      run.cells.push_back(cell);
    }
    return run;
  };
  // Twenty rows of one part each, those of three rows in the second column.
  std::vector<AmountRun> runs;
  Amount total;
  Amount other;
  for (int i = 0; i < 20; ++i) {
    const std::string text = std::to_string(100 + i * i) + "." + std::to_string(10 + i);
    runs.push_back(run_of({text, text}));
    total += amount(text);
    other += i == 3 || i == 8 || i == 17 ? amount(text) : Amount();
  }
  Amount fiscal = total;
  fiscal -= other;
  const AmountRun sum = run_of({total.to_string(), fiscal.to_string(), other.to_string()});
  std::vector<const AmountRun*> rows;
  for (const AmountRun& run : runs) {
    rows.push_back(&run);
  }
  const auto funding = assign_columns(columns, rows, &sum);
  for (std::size_t i = 0; i < funding.size(); ++i) {
    const bool is_other = i == 3 || i == 8 || i == 17;
    EXPECT_EQ(funding[i].funding.find("other_funds") != nullptr, is_other) << i;
    EXPECT_FALSE(funding[i].guessed) << i;
  }
}

TEST(MoneyRows, WithSeveralPartsTakeThePlacesThatTheSumsShow) {
  const auto run_of = [](const std::vector<std::string>& texts) {
    AmountRun run;
    for (const std::string& text : texts) {
      run.cells.emplace_back();
      run.cells.back().amount = amount(text);
    }
    return run;
  };
  // Twenty rows of one part, and five whose second part is in the last column but for one.
  std::vector<AmountRun> runs;
  std::vector<Amount> stated(4);
  for (int i = 0; i < 20; ++i) {
    runs.push_back(run_of({std::to_string(200 + i) + ".17", std::to_string(200 + i) + ".17"}));
  }
  for (int i = 0; i < 5; ++i) {
    runs.push_back(
        run_of({std::to_string(31 + 7 * i) + ".50", "20.00", std::to_string(11 + 7 * i) + ".50"}));
  }
  std::vector<MoneyRow> rows;
  for (const AmountRun& run : runs) {
    const std::size_t cells = run.cells.size();
    rows.push_back({&run, leftmost(cells, 4), true});
    for (std::size_t k = 0; k < cells; ++k) {
      const std::size_t column = k < 2 ? k : rows.size() == 22 ? 2 : 3;
      stated[column] += run.cells[k].amount;
    }
  }
  ASSERT_TRUE(place_several(rows, stated, 4));
  EXPECT_EQ(rows[0].places, (MoneyPlaces{0, 1}));
  EXPECT_EQ(rows[20].places, (MoneyPlaces{0, 1, 3}));
  EXPECT_EQ(rows[21].places, (MoneyPlaces{0, 1, 2}));
  EXPECT_EQ(rows[24].places, (MoneyPlaces{0, 1, 3}));
}

}  // namespace
}  // namespace budgetdiff::import
