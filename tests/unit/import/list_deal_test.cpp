/// Which columns the pieces of a list stand in.

#include "import/spread/list_deal.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// A flow of lines, each of some pieces.
std::vector<ListPiece> flow(const std::vector<std::vector<std::string>>& lines) {
  std::vector<ListPiece> out;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    for (std::size_t k = 0; k < lines[line].size(); ++k) {
      ListPiece piece;
      piece.token = {to_code_points(lines[line][k]), line, k == 0, false};
      out.push_back(piece);
    }
  }
  return out;
}

std::vector<std::size_t> columns(const std::vector<ListPlace>& places) {
  std::vector<std::size_t> out;
  for (const ListPlace& place : places) {
    out.push_back(place.column);
  }
  return out;
}

TEST(ListDeal, PutsOneLineOfAColumnBetweenTwoOfACell) {
  // 书采购运转 stands between two lines of the goal, and so does 书册数: not both are the name's.
  const auto pieces = flow({{"县文化馆图", "3.50", "3.50"},
                            {"围绕全县二四年", "完成采购图", "≥98%"},
                            {"书采购运转"},
                            {"重点任务覆盖到", "书册数"},
                            {"行维护费"},
                            {"各乡。"}});
  ListKnown known;
  known.amounts = 2;
  const auto places =
      deal_list(pieces, {Role::project_name, Role::money, Role::goal, Role::level3, Role::value},
                {10, 8, 14, 10, 6}, known);
  EXPECT_EQ(columns(places), (std::vector<std::size_t>{0, 1, 1, 2, 3, 4, 0, 2, 3, 0, 2}));
}

TEST(ListDeal, GivesWordsOfTypesTheirColumn) {
  // Each in a flow of its own, so that nothing but the words says whose they are.
  auto pieces = flow({{"馆藏修复（续建）"}, {"新增"}, {"县馆开放"}, {"一次性"}, {"延续"}});
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    pieces[i].flow = i;
  }
  const auto places =
      deal_list(pieces, {Role::project_name, Role::project_type, Role::level3, Role::value},
                {16, 6, 16, 8}, {});
  EXPECT_EQ(places[1].column, 1U);
  EXPECT_EQ(places[3].column, 1U);
  EXPECT_EQ(places[4].column, 1U);
  EXPECT_NE(places[0].column, 1U);  // 续建 in a name
}

}  // namespace
}  // namespace budgetdiff::import
