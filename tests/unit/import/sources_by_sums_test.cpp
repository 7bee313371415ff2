// Amounts of text that stand a column too far. All figures are made up.

#include "import/table/sources_by_sums.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

using Amounts = std::vector<std::pair<std::string, std::u32string>>;

std::vector<MoneyText> money(const Amounts& amounts) {
  std::vector<MoneyText> out;
  for (const auto& [key, text] : amounts) {
    MoneyText one;
    one.key = key;
    one.text = text;
    out.push_back(std::move(one));
  }
  return out;
}

TableRecords table(const Amounts& sum, const std::vector<Amounts>& rows) {
  TableRecords out;
  out.sums = {money(sum)};
  for (const Amounts& row : rows) {
    ProjectText project;
    project.goal.append(U"开展巡查。", 0);
    project.money = money(row);
    out.projects.push_back(std::move(project));
  }
  return out;
}

/// The keys of each project's amounts.
std::vector<std::vector<std::string>> settled(TableRecords records) {
  settle_sources_by_sums(records);
  std::vector<std::vector<std::string>> out;
  for (const ProjectText& project : records.projects) {
    out.emplace_back();
    for (const MoneyText& one : project.money) {
      out.back().push_back(one.key);
    }
  }
  return out;
}

const std::string fiscal = "fiscal_appropriation";
const std::string special = "special_account";
const std::string other = "other_funds";
using Keys = std::vector<std::vector<std::string>>;

TEST(SourcesBySums, GoWhereTheSumsSay) {
  // No project has money of the special account, as 合计 says.
  EXPECT_EQ(
      settled(table(
          {{fiscal, U"6.00"}, {other, U"0.50"}},
          {{{fiscal, U"1.00"}}, {{special, U"2.00"}}, {{special, U"3.00"}, {other, U"0.50"}}})),
      (Keys{{fiscal}, {fiscal}, {fiscal, other}}));
  // One of two rows is too much, and it is the only one that fits.
  EXPECT_EQ(settled(table({{fiscal, U"3.00"}, {special, U"2.50"}},
                          {{{fiscal, U"1.00"}}, {{special, U"2.00"}}, {{special, U"2.50"}}})),
            (Keys{{fiscal}, {fiscal}, {special}}));
  // Of a header's repeated word the end was taken for a source.
  EXPECT_EQ(settled(table({{fiscal, U"3.00"}}, {{{fiscal, U"1.00"}}, {{"款", U"2.00"}}})),
            (Keys{{fiscal}, {fiscal}}));
}

TEST(SourcesBySums, StayWhereThatDoesNotTell) {
  const std::vector<TableRecords> unclear = {
      // Two rows are as likely.
      table({{fiscal, U"3.00"}, {special, U"2.00"}},
            {{{fiscal, U"1.00"}}, {{special, U"2.00"}}, {{special, U"2.00"}}}),
      // The sums are wrong whatever is moved.
      table({{fiscal, U"3.50"}}, {{{fiscal, U"1.00"}}, {{special, U"2.00"}}}),
      // The row has that source already.
      table({{fiscal, U"3.00"}}, {{{fiscal, U"1.00"}, {special, U"2.00"}}}),
      // They add up.
      table({{fiscal, U"1.00"}, {special, U"2.00"}}, {{{fiscal, U"1.00"}}, {{special, U"2.00"}}}),
  };
  for (const TableRecords& records : unclear) {
    Keys as_read;
    for (const ProjectText& project : records.projects) {
      as_read.emplace_back();
      for (const MoneyText& one : project.money) {
        as_read.back().push_back(one.key);
      }
    }
    EXPECT_EQ(settled(records), as_read);
  }
}

TEST(SourcesBySums, CountNoRowOfAUnit) {
  TableRecords records =
      table({{fiscal, U"3.00"}}, {{{fiscal, U"3.00"}}, {{fiscal, U"1.00"}}, {{special, U"2.00"}}});
  records.projects.front().goal = {};
  EXPECT_EQ(settled(std::move(records)), (Keys{{fiscal}, {fiscal}, {fiscal}}));
}

}  // namespace
}  // namespace budgetdiff::import
