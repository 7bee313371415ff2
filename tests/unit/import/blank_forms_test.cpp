// Forms and lists that nobody filled in. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// `name`, `amount`, `goal` and `target` as they were filled in.
std::vector<Row> form(const std::string& name, const std::string& amount, const std::string& goal,
                      const std::string& target) {
  return {{"项目名称", name, "项目类型", ""},
          {"主管部门", "丁县林业局", "实施单位", ""},
          {"资金总额（万元）", "<td colspan=3>" + amount},
          {"绩效目标", "<td colspan=3>" + goal},
          {"一级指标", "二级指标", "三级指标", "指标值"},
          {"产出指标", "数量指标", target.empty() ? "" : "看护人数", target}};
}

const std::vector<Row> blank = form("", "", "", "");
const std::vector<Row> filled = form("护林", "7.00", "看护林场。", "≥7人");

TEST(BlankForms, AreSaidAmongOthers) {
  const ImportedTable table = one(page("<h3>项目支出绩效目标表（2024年度）</h3>", filled) +
                                  page("<h3>项目支出绩效目标表（2024年度）</h3>", blank));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("护林"));
  EXPECT_EQ(table.snapshot.projects[0].indicators.size(), 1U);
  EXPECT_THAT(codes_of(table), Contains("table-empty"));
  const std::vector<Row> sheet = {{"项目名称", "防火", "", ""},
                                  {"资金总额（万元）", "5.00", "", ""},
                                  {"一级指标", "二级指标", "三级指标", "指标值"},
                                  {"产出指标", "数量指标", "防火人数", "≥5人"}};
  std::vector<Row> empty = sheet;
  empty[0][1] = empty[1][1] = empty[3][2] = empty[3][3] = "";
  EXPECT_THAT(codes_of(one(workbook({{"防火", sheet}, {"空表", empty}}))), Contains("table-empty"));
}

TEST(BlankForms, AreTheReasonWhereTheyAreAll) {
  const auto document = read(page("", blank));
  ASSERT_FALSE(document);
  EXPECT_THAT(in_english(document.error()), HasSubstr("is not filled in"));
}

TEST(BlankForms, AreNoneWhereOnlyTheirNameIsMissing) {
  for (const auto& rows :
       {form("", "7.00", "", ""), form("", "", "看护林场。", ""), form("", "", "", "≥7人")}) {
    const auto document = read(page("", filled) + page("", rows));
    ASSERT_TRUE(document);
    EXPECT_THAT(codes_of(document->tables.front()), Not(Contains("table-empty")));
  }
}

TEST(BlankForms, MayBeLists) {
  const Row head = {"项目名称", "预算金额", "绩效目标", "绩效指标"};
  const Row row = {"护林", "7.00", "看护林场。", "产出指标：数量指标：人数≥7人；"};
  const ImportedTable table =
      one(workbook({{"一", {head, row}}, {"二", {head, {"", "", "", ""}}}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("护林"));
  EXPECT_THAT(codes_of(table), Contains("table-empty"));
  EXPECT_THAT(codes_of(one(workbook({{"一", {head, row}}}))), Not(Contains("table-empty")));
}

}  // namespace
}  // namespace budgetdiff
