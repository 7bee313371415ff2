#include "import/stream/form_rows.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

struct Piece {
  std::string text;
  std::size_t row;
  std::size_t column;
};

/// The tokens, a line each, as the rows put them.
std::vector<std::string> put(const std::vector<Piece>& pieces, const std::vector<Role>& roles,
                             std::vector<bool>* doubtful = nullptr) {
  std::vector<StreamToken> tokens;
  RowSearch::Found found;
  for (const Piece& piece : pieces) {
    tokens.push_back({to_code_points(piece.text), tokens.size(), true, false});
    found.places.push_back({piece.row, piece.column});
  }
  found.doubtful.assign(pieces.back().row + 1, false);
  found.close = found.doubtful;
  const auto rows = form_rows(found, tokens, roles);
  std::vector<std::string> out;
  for (const StreamToken& token : tokens) {
    out.push_back(to_utf8(token.text));
  }
  for (const FormRow& row : rows) {
    if (doubtful != nullptr) {
      doubtful->push_back(row.doubtful);
    }
  }
  return out;
}

using Texts = std::vector<std::string>;
const std::vector<Role> named = {Role::level3, Role::value};
const std::vector<Role> explained = {Role::level3, Role::remark, Role::value};

TEST(FormRows, PutTheSecondLineOfANameBeforeItsTarget) {
  std::vector<bool> doubtful;
  EXPECT_EQ(put({{"游客对湿地公园", 0, 0},
                 {"≥90%", 0, 1},
                 {"的满意度", 0, 1},
                 {"鸟类", 1, 0},
                 {"9种", 1, 1}},
                named, &doubtful),
            (Texts{"游客对湿地公园", "的满意度", "≥90%", "鸟类", "9种"}));
  EXPECT_EQ(doubtful, (std::vector<bool>{false, false}));
}

TEST(FormRows, PutTheFirstLineOfATargetBehindItsName) {
  // It stands higher than the name, which is beside the middle of both lines.
  EXPECT_EQ(
      put({{"鸟类", 0, 0},
           {"≥90种", 0, 1},
           {"逐年好转，游客更加满", 0, 1},
           {"湿地环境", 1, 0},
           {"意", 1, 1},
           {"游客对湿地公园", 2, 0},
           {"满意", 2, 1}},
          named),
      (Texts{"鸟类", "≥90种", "湿地环境", "逐年好转，游客更加满", "意", "游客对湿地公园", "满意"}));
}

TEST(FormRows, PutTheSecondLineOfAnExplanationBeforeTheTarget) {
  EXPECT_EQ(
      put({{"鸟类", 0, 0},
           {"反映公园鸟类多少的情", 0, 1},
           {"≥90种", 0, 2},
           {"况", 0, 2},
           {"面积", 1, 0},
           {"反映面积的情况", 1, 1},
           {"≥3亩", 1, 2}},
          explained),
      (Texts{"鸟类", "反映公园鸟类多少的情", "况", "≥90种", "面积", "反映面积的情况", "≥3亩"}));
}

TEST(FormRows, AreDoubtfulWhereNeitherCellIsFull) {
  std::vector<bool> doubtful;
  put({{"鸟类", 0, 0},
       {"≥90种", 0, 1},
       {"以上", 0, 1},
       {"游客对湿地公园", 1, 0},
       {"逐年更加满意", 1, 1}},
      named, &doubtful);
  EXPECT_EQ(doubtful, (std::vector<bool>{true, false}));
}

}  // namespace
}  // namespace budgetdiff::import
