/// Words of a list's column that print breaks alike in each row.

#include "import/spread/broken_kinds.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// The pieces of lines of one flow, joined, a blank between two.
std::string joined(const std::vector<std::vector<std::string>>& lines) {
  std::vector<ListPiece> pieces;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    for (std::size_t k = 0; k < lines[line].size(); ++k) {
      ListPiece piece;
      piece.token = {to_code_points(lines[line][k]), line, k == 0, false};
      pieces.push_back(piece);
    }
  }
  join_broken_kinds(pieces);
  std::string out;
  for (const ListPiece& piece : pieces) {
    out += (out.empty() ? "" : " ") + to_utf8(piece.token.text);
  }
  return out;
}

TEST(BrokenKinds, AreJoinedWhereMostAreBroken) {
  EXPECT_EQ(joined({{"河道长度", "≥", "9", "公里", "正向"},
                    {"指标"},
                    {"检修次数", "≥", "4", "次", "正向"},
                    {"象满意"},
                    {"指标"},
                    {"故障率", "≤", "2", "%", "反向"},
                    {"指标"}}),
            "河道长度 ≥ 9 公里 正向指标 检修次数 ≥ 4 次 正向指标 象满意 故障率 ≤ 2 % 反向指标");
}

TEST(BrokenKinds, AreNoComparatorsBeforeTheRestOfACategory) {
  // 定性 is whole here: most of these words have no such rest.
  EXPECT_EQ(joined({{"河道长度", "定性"},
                    {"指标"},
                    {"检修次数", "定性"},
                    {"优良", "定性"},
                    {"故障率", "定性"},
                    {"指标"},
                    {"用时", "定性"},
                    {"指标"}}),
            "河道长度 定性 指标 检修次数 定性 优良 定性 故障率 定性 指标 用时 定性 指标");
}

}  // namespace
}  // namespace budgetdiff::import
