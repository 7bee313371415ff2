/// A list whose header is found and whose rows are not, in text that another reader would take.

#include "import/spread/list_pieces.hpp"

#include <budgetdiff/import/importer.hpp>

#include <gtest/gtest.h>

#include <string>

namespace budgetdiff {
namespace {

TEST(LostList, IsRefusedWhateverAnotherReaderMakesOfIt) {
  // More names than targets on the only page, and goals that stand beside neither.
  const std::string text =
      "2025年部门预算项目支出绩效目标表\n\n部门名称：青川县水务局\n"
      "项目名称 预算数\n年度目标\n一级指标 二级指标\n三级指标 指标值\n"
      "河道清淤 8.00 保持行洪通畅\n产出指标 数量指标 清淤长度\n质量指标 合格率\n"
      "堤防维护 5.00 提升防\n效益指标 用水群众满意度\n≥35公里\n";
  const auto lines = import::source_lines(text, "x.txt");
  ASSERT_TRUE(lines);
  ASSERT_TRUE(import::list_text(*lines));
  EXPECT_FALSE(import_document({"x.txt", text}, {}, {}));
}

}  // namespace
}  // namespace budgetdiff
