// Tables of several departments in one document, lists and forms. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;

std::string form(const std::string& name, const std::string& department) {
  return page("", {{"<td colspan=4>项目支出绩效目标表"},
                   {"<td colspan=4>（2024年度）"},
                   {"项目名称", "<td colspan=3>" + name},
                   {"主管部门及代码", "[360]" + department, "实施单位", department + "本级"},
                   {"年度资金总额（万元）", "<td colspan=3>3.00"},
                   {"年度目标", "<td colspan=3>做好全县的" + name + "工作。"},
                   {"一级指标", "二级指标", "三级指标", "指标值"},
                   {"产出指标", "数量指标", "次数", "≥3次"}});
}

std::string list(const std::string& department) {
  return page("", {{"<td colspan=4>2024年项目支出绩效目标表"},
                   {"<td colspan=2>部门名称：" + department, "<td colspan=2>单位：千元"},
                   {"项目名称", "资金总额", "绩效目标", "绩效指标"},
                   {"防疫", "3.00", "做好防疫。", "数量指标：次数≥3次"},
                   {"体检", "2.00", "做好体检。", "数量指标：次数≥4次"}});
}

/// "department: projects" of each snapshot.
std::vector<std::string> tables_of(const std::string& bytes) {
  std::vector<std::string> out;
  const auto document = read(bytes);
  EXPECT_TRUE(document);
  for (const ImportedTable& table : document->tables) {
    std::string text = table.snapshot.department + ":";
    for (const std::string& name : names_of(table.snapshot)) {
      text += " " + name;
    }
    out.push_back(std::move(text));
  }
  return out;
}

TEST(DepartmentsSideBySide, FormsBehindAListAreTheirOwnDepartments) {
  EXPECT_THAT(
      tables_of(list("某县卫生健康局") + form("培训", "某县教育局") + form("维修", "某县教育局")),
      ElementsAre("某县卫生健康局: 防疫 体检", "某县教育局: 培训 维修"));
}

TEST(DepartmentsSideBySide, FormsOfEachStayWithTheirs) {
  EXPECT_THAT(
      tables_of(form("巡查", "某县水利局") + form("培训", "某县教育局") +
                form("维修", "某县教育局") + list("某县卫生健康局")),
      ElementsAre("某县水利局: 巡查", "某县教育局: 培训 维修", "某县卫生健康局: 防疫 体检"));
}

TEST(DepartmentsSideBySide, FormsOfAListsDepartmentStayWithIt) {
  EXPECT_THAT(tables_of(list("某县卫生健康局") + form("培训", "某县卫生健康局")),
              ElementsAre("某县卫生健康局: 防疫 体检 培训"));
}

}  // namespace
}  // namespace budgetdiff
