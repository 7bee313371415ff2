// Options that say another department or stage than the document. All figures are made up.

#include "small_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::Not;

std::vector<std::string> codes_with(const ImportOptions& options) {
  const auto document =
      read(page("<h2>丁县水务局2024年部门预算项目支出绩效目标表</h2><p>单位：万元</p>",
                {{"项目名称", "预算数", "绩效目标", "三级指标", "指标值"},
                 {"水井维修", "6.00", "维修水井3口。", "维修数量", "≥3口"}}),
           options);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? codes_of(document->tables.front()) : std::vector<std::string>{};
}

TEST(OptionsDiffer, InTheDepartmentAndThatIsSaid) {
  ImportOptions options;
  options.department = "丁县林业局";
  EXPECT_THAT(codes_with(options), Contains("department-differs"));
  for (const char* const same : {"丁县水务局", "水务局", "丁县水务局（本级）"}) {
    options.department = same;
    EXPECT_THAT(codes_with(options), Not(Contains("department-differs"))) << same;
  }
}

TEST(OptionsDiffer, InTheStageAndThatIsSaid) {
  ImportOptions options;
  options.stage = "final";
  EXPECT_THAT(codes_with(options), Contains("stage-differs"));
  options.stage = "budget";
  EXPECT_THAT(codes_with(options), Not(Contains("stage-differs")));
}

}  // namespace
}  // namespace budgetdiff
