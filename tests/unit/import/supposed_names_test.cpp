// Columns that name projects without saying so: 工作任务, 项目内容. All figures are made up.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string heading = "<h2>某县水利局2025年项目支出绩效目标表</h2><p>单位：万元</p>";

std::string guess_in(const ImportedTable& table) {
  for (const Finding& finding : table.provenance.findings) {
    if (finding.code == "column-guess") {
      return in_english(finding.message);
    }
  }
  return {};
}

TEST(SupposedNames, AreTakenWhereNothingIsCalledAfterProjects) {
  for (const std::string word : {"项目内容", "工作任务", "事项名称", "工作内容"}) {
    for (const bool rows : {false, true}) {
      const ImportedTable table =
          rows ? one(page(heading, {{"序号", word, "预算金额", "绩效目标", "一级指标", "二级指标",
                                     "三级指标", "指标值"},
                                    {"1", "河道巡查", "3.00", "开展巡查。", "产出指标", "数量指标",
                                     "巡查次数", "≥3次"},
                                    {"2", "水闸维修", "5.00", "维修水闸。", "产出指标", "数量指标",
                                     "水闸", "≥2座"}}))
               : one(page(heading,
                          {{"序号", word, "预算金额", "绩效目标", "绩效指标"},
                           {"1", "河道巡查", "3.00", "开展巡查。", "数量指标：巡查次数≥3次"},
                           {"2", "水闸维修", "5.00", "维修水闸。", "数量指标：水闸≥2座"}}));
      EXPECT_THAT(names_of(table.snapshot), ElementsAre("河道巡查", "水闸维修")) << word;
      EXPECT_EQ(guess_in(table),
                "no column is called 项目名称: the names of projects were taken "
                "from " +
                    word);
    }
  }
}

TEST(SupposedNames, ArePreferredToWordsOfContents) {
  const ImportedTable table = one(
      page(heading, {{"工作内容", "工作任务", "预算金额", "绩效目标", "绩效指标"},
                     {"沿河每周一次", "河道巡查", "3.00", "开展巡查。", "数量指标：次数≥3次"}}));
  EXPECT_THAT(names_of(table.snapshot), ElementsAre("河道巡查"));
}

TEST(SupposedNames, AreNoneBesideNamesThatAreSaid) {
  const ImportedTable beside = one(
      page(heading, {{"项目名称", "项目内容", "预算金额", "绩效目标", "绩效指标"},
                     {"河道巡查", "沿河巡查", "3.00", "开展巡查。", "数量指标：巡查次数≥3次"}}));
  EXPECT_THAT(names_of(beside.snapshot), ElementsAre("河道巡查"));
  EXPECT_THAT(codes_of(beside), Not(Contains("column-guess")));
  // A form's own table of tasks is none of projects.
  const ImportedTable form =
      one(page(heading, {{"项目名称", "<td colspan=3>河道巡查"},
                         {"预算金额", "<td colspan=3>3.00"},
                         {"工作任务", "绩效目标", "预算金额", "绩效指标"},
                         {"沿河巡查", "巡查全部河道。", "2.00", "数量指标：巡查次数≥3次"}}));
  EXPECT_THAT(names_of(form.snapshot), ElementsAre("河道巡查"));
}

TEST(SupposedNames, AreNoSentencesAndNoTasksOfTheWholeDepartment) {
  const auto error = [](const std::string& above, const std::string& cell) {
    const auto read_one =
        read(page(above, {{"工作任务", "预算金额", "绩效目标", "绩效指标"},
                          {cell, "3.00", "开展巡查。", "数量指标：巡查次数≥3次"}}));
    return read_one ? std::string("read") : in_english(read_one.error());
  };
  EXPECT_THAT(error(heading, "沿河巡查；对发现的问题及时整改。"), HasSubstr("names no project"));
  EXPECT_THAT(error("<h2>某县水利局2025年部门整体支出绩效目标表</h2>", "河道巡查"),
              HasSubstr("whole department"));
  // A title over both tables says nothing of this one.
  const ImportedTable both =
      one(page("<h2>某县水利局2025年整体支出及项目支出绩效目标公开表</h2>",
               {{"项目名称", "预算金额", "绩效目标", "绩效指标"},
                {"河道巡查", "3.00", "开展巡查。", "数量指标：巡查次数≥3次"}}));
  EXPECT_THAT(names_of(both.snapshot), ElementsAre("河道巡查"));
}

}  // namespace
}  // namespace budgetdiff
