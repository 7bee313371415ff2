/// Rows of a list, and what of its projects is doubtful where the columns disagree.

#include "import/spread/list_rows.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// A list whose pieces are all whole cells.
class Dealt {
 public:
  Dealt(std::vector<Role> roles) : roles_(std::move(roles)) {}

  void add(std::size_t page, std::size_t column, const std::string& text) {
    ListPiece piece;
    piece.token = {to_code_points(text), pieces_.size(), true, false};
    piece.page = page;
    pieces_.push_back(piece);
    places_.push_back({column, true});
  }

  [[nodiscard]] std::optional<ListRows> rows() const {
    return list_rows(pieces_, places_, roles_, ListWidths(roles_.size(), 20));
  }

 private:
  std::vector<Role> roles_;
  std::vector<ListPiece> pieces_;
  std::vector<ListPlace> places_;
};

TEST(ListRows, DoubtsTheProjectsOfAPageWhoseColumnsDisagree) {
  Dealt list({Role::project_name, Role::goal, Role::level3, Role::value});
  for (const std::size_t page : {0U, 1U, 2U}) {
    for (const char* const name : {"河道清淤", "堤防维护"}) {
      list.add(page, 0, name + std::to_string(page));
      list.add(page, 1, "保持行洪通畅。");
      list.add(page, 2, "清淤长度");
      list.add(page, 3, "≥35公里");
    }
  }
  list.add(2, 1, "提升防洪能力。");  // a goal too much, on the last page
  const auto rows = list.rows();
  ASSERT_TRUE(rows);
  EXPECT_EQ(rows->doubtful_projects, (std::vector<bool>{false, false, false, false, true, true}));
}

TEST(ListRows, MissAWeightWithoutLosingTheirTargets) {
  Dealt list({Role::project_name, Role::level3, Role::value, Role::weight});
  list.add(0, 0, "河道清淤");
  for (const char* const name : {"清淤长度", "验收合格率"}) {
    list.add(0, 1, name);
    list.add(0, 2, "≥35公里");
  }
  list.add(0, 3, "40");
  const auto rows = list.rows();
  ASSERT_TRUE(rows);
  EXPECT_TRUE(rows->rows[0].doubtful);
  EXPECT_FALSE(rows->rows[0].unpaired);
}

}  // namespace
}  // namespace budgetdiff::import
