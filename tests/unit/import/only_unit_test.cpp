// Documents that name no department, and one unit that spends. All figures are made up.

#include "small_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::Not;

ImportedTable form_of(const std::string& unit, const std::string& path) {
  DocumentReaders readers;
  readers.web_page = import_web_page;
  auto document = import_document({path, page("<h2>2024年项目支出绩效目标表</h2><p>单位：万元</p>",
                                              {{"项目名称", "水井维修", "实施单位", unit},
                                               {"资金总额", "<td colspan=3>6.00"},
                                               {"年度目标", "<td colspan=3>维修水井3口。"},
                                               {"一级指标", "二级指标", "三级指标", "指标值"},
                                               {"产出指标", "数量指标", "维修数量", "≥3口"}})},
                                  {}, readers);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? std::move(document->tables.front()) : ImportedTable{};
}

void expect(const ImportedTable& table, const char* department, const char* unit) {
  EXPECT_EQ(table.snapshot.department, department);
  ASSERT_EQ(table.snapshot.projects.size(), 1U);
  EXPECT_EQ(table.snapshot.projects[0].spending_unit, unit);
}

TEST(OnlyUnit, IsOneOfTheDepartmentThatTheFileIsCalledAfter) {
  expect(form_of("丁县供水站", "丁县水务局2024年.html"), "丁县水务局", "丁县供水站");
  expect(form_of("丁县水务局", "丁县水务局2024年.html"), "丁县水务局", "");
}

TEST(OnlyUnit, IsOneOfTheDepartmentThatTheFolderIsCalledAfter) {
  const ImportedTable table = form_of("丁县供水站", "丁县水务局2024/附件5.html");
  expect(table, "丁县水务局", "丁县供水站");
  EXPECT_THAT(codes_of(table), Contains("department-from-folder"));
  // A bureau is no unit of the one that publishes for it.
  expect(form_of("丁县水务局", "丁县财政局2024/附件5.html"), "丁县水务局", "");
}

TEST(OnlyUnit, IsTheDepartmentWhereNothingElseNamesOne) {
  const ImportedTable table = form_of("丁县供水站", "附件5.html");
  expect(table, "丁县供水站", "");
  EXPECT_THAT(codes_of(table), Contains("department-missing"));
}

}  // namespace
}  // namespace budgetdiff
