// Tables of costs inside a form, and indicators whose names stand in an unusual column.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_tables.hpp"

namespace budgetdiff {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> read_form(const std::vector<Row>& rows) {
  std::vector<Row> form = {{"项目名称", "<td colspan=4>巡查"},
                           {"年度资金总额", "<td colspan=4>6.00"},
                           {"绩效目标", "<td colspan=4>开展巡查。"}};
  form.insert(form.end(), rows.begin(), rows.end());
  const auto table =
      one(page("<h2>2025年项目支出绩效目标表</h2><p>部门：某县水利局 单位：万元</p>", form));
  EXPECT_THAT(codes_of(table), IsEmpty());
  std::vector<std::string> out;
  EXPECT_THAT(funding_of(table.snapshot.projects.at(0)), ElementsAre("total=6.00"));
  for (const Indicator& one : table.snapshot.projects.at(0).indicators) {
    out.push_back(one.level1 + "|" + one.level2 + "|" + one.name + "|" + one.annual_target);
  }
  return out;
}

TEST(CostTables, HaveTheirNamesUnderSecondLevel) {
  // A name may be called as a category is; the side label is nobody's name.
  EXPECT_THAT(read_form({{"<td rowspan=5>绩效指标", "一级指标", "二级指标", "指标值", "备注"},
                         {"成本指标", "人工成本", "≤3万元", ""},
                         {"产出指标", "次数", "≥3次", ""},
                         {"效益指标", "知晓率", "≥90%", ""},
                         {"满意度指标", "满意度", "≥90%", ""}}),
              ElementsAre("成本指标||人工成本|≤3万元", "产出指标||次数|≥3次",
                          "效益指标||知晓率|≥90%", "满意度指标||满意度|≥90%"));
}

TEST(CostTables, StandBeforeTheIndicatorsWithWordsOfTheirOwn) {
  EXPECT_THAT(read_form({{"<td rowspan=2>成本测算", "一级指标", "二级指标", "指标值", "备注"},
                         {"成本指标", "人工成本", "≤3万元", ""},
                         {"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
                         {"产出指标", "数量指标", "次数", "≥3次"}}),
              ElementsAre("成本指标||人工成本|≤3万元", "产出指标|数量指标|次数|≥3次"));
}

TEST(CostTables, HaveTheirFirstLevelAtTheSide) {
  EXPECT_THAT(read_form({{"<td rowspan=2>成本指标", "二级指标", "三级指标", "指标值", "备注"},
                         {"经济成本", "人工成本", "≤3万元", ""},
                         {"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
                         {"产出指标", "数量指标", "次数", "≥3次"}}),
              ElementsAre("成本指标|经济成本|人工成本|≤3万元", "产出指标|数量指标|次数|≥3次"));
}

TEST(CostTables, OfAmountsEndTheIndicators) {
  EXPECT_THAT(read_form({{"<td rowspan=2>绩效指标", "一级指标", "二级指标", "三级指标", "指标值"},
                         {"产出指标", "数量指标", "次数", "≥3次"},
                         {"<td rowspan=3>成本测算", "二级指标", "内容", "单价", "金额"},
                         {"人工", "人", "1.00", "3.00"},
                         {"车辆", "辆", "1.00", "3.00"}}),
              ElementsAre("产出指标|数量指标|次数|≥3次"));
}

TEST(IndicatorNames, StandBehindSecondLevelsUnderTheFirstsWord) {
  EXPECT_THAT(read_form({{"<td rowspan=5>绩效指标", "一级指标", "二级指标", "指标值", "备注"},
                         {"数量指标", "次数", "≥3次", ""},
                         {"质量指标", "合格率", "≥90%", ""},
                         {"社会效益指标", "知晓率", "≥90%", ""},
                         {"满意度指标", "满意率", "≥90%", ""}}),
              ElementsAre("|数量指标|次数|≥3次", "|质量指标|合格率|≥90%",
                          "|社会效益指标|知晓率|≥90%", "|满意度指标|满意率|≥90%"));
}

TEST(IndicatorNames, StandUnderAWordThatNobodyKnows) {
  EXPECT_THAT(read_form({{"一级指标", "二级指标", "评审观测点", "指标值"},
                         {"产出指标", "数量指标", "次数", "≥3次"},
                         {"效益指标", "社会效益", "知晓率", "≥90%"}}),
              ElementsAre("产出指标|数量指标|次数|≥3次", "效益指标|社会效益|知晓率|≥90%"));
}

}  // namespace
}  // namespace budgetdiff
