#pragma once

/// The words of published headers and what they mean: the table behind
/// vocabulary.hpp, and the only place that a new form's words go to.

#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <array>
#include <string_view>

namespace budgetdiff::import {

struct HeaderWord {
  std::string_view text;  // folded, without brackets
  Term term;
};

constexpr Term money_term(std::string_view column) {
  return {Role::money, column};
}

// The table. One row a word, grouped by meaning; order within does not count.
// Column keys are those of docs/formats/snapshot.md.
inline constexpr auto words_of_headers = std::to_array<HeaderWord>({
    {"序号", {Role::sequence, {}}},
    {"编号", {Role::sequence, {}}},
    {"行次", {Role::sequence, {}}},

    {"项目名称", {Role::project_name, {}}},
    {"项目", {Role::project_name, {}}},
    {"专项名称", {Role::project_name, {}}},
    {"政策任务", {Role::project_name, {}}},
    {"支出项目", {Role::project_name, {}}},
    {"项目支出名称", {Role::project_name, {}}},
    {"单位名称项目名称", {Role::project_name, {}}},
    {"单位项目名称", {Role::project_name, {}}},
    {"专项资金名称", {Role::project_name, {}}},
    {"项目名称资金使用单位", {Role::project_name, {}}},

    {"项目代码", {Role::project_code, {}}},
    {"项目编码", {Role::project_code, {}}},
    {"项目编号", {Role::project_code, {}}},

    {"项目类型", {Role::project_type, {}}},
    {"项目类别", {Role::project_type, {}}},
    {"项目属性", {Role::project_type, {}}},
    {"项目性质", {Role::project_type, {}}},

    {"资金使用单位", {Role::spending_unit, {}}},
    {"项目单位", {Role::spending_unit, {}}},
    {"项目实施单位", {Role::spending_unit, {}}},
    {"实施单位", {Role::spending_unit, {}}},
    {"预算单位", {Role::spending_unit, {}}},
    {"用款单位", {Role::spending_unit, {}}},
    {"项目承担单位", {Role::spending_unit, {}}},

    {"总计", money_term(column::total)},
    {"合计", money_term(column::total)},
    {"共计", money_term(column::total)},
    {"金额", money_term(column::total)},
    {"总金额", money_term(column::total)},
    {"资金总额", money_term(column::total)},
    {"资金总量", money_term(column::total)},
    {"年度资金总额", money_term(column::total)},
    {"年度资金申请总额", money_term(column::total)},
    {"本年度资金总额", money_term(column::total)},
    {"当年资金总额", money_term(column::total)},
    {"项目当年预算", money_term(column::total)},
    {"当年预算", money_term(column::total)},
    {"预算数", money_term(column::total)},
    {"预算金额", money_term(column::total)},
    {"项目金额", money_term(column::total)},
    {"项目预算", money_term(column::total)},
    {"年度预算", money_term(column::total)},
    {"年初预算", money_term(column::total)},
    {"年初预算数", money_term(column::total)},
    {"年度预算数", money_term(column::total)},
    {"预算总额", money_term(column::total)},
    {"资金额度", money_term(column::total)},
    {"支出预算", money_term(column::total)},
    {"决算数", money_term(column::total)},

    {"财政拨款", money_term(column::fiscal_appropriation)},
    {"财政拨款收入", money_term(column::fiscal_appropriation)},
    {"其中财政拨款", money_term(column::fiscal_appropriation)},
    {"财政资金", money_term(column::fiscal_appropriation)},
    {"其中财政资金", money_term(column::fiscal_appropriation)},
    {"本级财政拨款", money_term(column::fiscal_appropriation)},
    {"当年财政拨款", money_term(column::fiscal_appropriation)},

    {"一般公共预算", money_term("general_public_budget")},
    {"一般公共预算拨款", money_term("general_public_budget")},
    {"一般公共预算资金", money_term("general_public_budget")},
    {"一般公共预算财政拨款", money_term("general_public_budget")},
    {"其中一般公共预算", money_term("general_public_budget")},

    {"政府性基金", money_term("government_funds")},
    {"政府性基金预算", money_term("government_funds")},
    {"政府性基金拨款", money_term("government_funds")},
    {"政府性基金预算拨款", money_term("government_funds")},
    {"政府性基金预算财政拨款", money_term("government_funds")},
    {"政府性基金预算资金", money_term("government_funds")},
    {"基金预算", money_term("government_funds")},

    {"国有资本经营预算", money_term("state_capital")},
    {"国有资本经营预算拨款", money_term("state_capital")},
    {"国有资本经营预算财政拨款", money_term("state_capital")},
    {"国有资本经营预算资金", money_term("state_capital")},

    {"转移支付", money_term("transfer_payment")},
    {"上级转移支付", money_term("transfer_payment")},
    {"上级补助", money_term("transfer_payment")},
    {"上级补助收入", money_term("transfer_payment")},
    {"上级资金", money_term("transfer_payment")},
    {"上级补助资金", money_term("transfer_payment")},

    {"财政专户拨款", money_term(column::special_account)},
    {"财政专户", money_term(column::special_account)},
    {"财政专户资金", money_term(column::special_account)},
    {"财政专户管理资金", money_term(column::special_account)},
    {"财政专户管理资金收入", money_term(column::special_account)},
    {"教育收费", money_term(column::special_account)},

    {"事业收入", money_term("operating_income")},
    {"事业单位经营收入", money_term("operating_income")},
    {"经营收入", money_term("operating_income")},
    {"单位自有资金", money_term("operating_income")},

    {"其他资金", money_term(column::other_funds)},
    {"其它资金", money_term(column::other_funds)},
    {"其他", money_term(column::other_funds)},
    {"其他收入", money_term(column::other_funds)},
    {"其他资金来源", money_term(column::other_funds)},
    {"社会资金", money_term(column::other_funds)},
    {"自筹资金", money_term(column::other_funds)},

    {"结转", money_term("carried_over")},
    {"结转资金", money_term("carried_over")},
    {"结转结余", money_term("carried_over")},
    {"上年结转", money_term("carried_over")},
    {"上年结转资金", money_term("carried_over")},
    {"上年结转结余", money_term("carried_over")},
    {"结余结转资金", money_term("carried_over")},
    {"以前年度结转", money_term("carried_over")},

    {"项目资金总额", money_term("multi_year_total")},
    {"项目总金额", money_term("multi_year_total")},
    {"项目总预算", money_term("multi_year_total")},
    {"项目总投资", money_term("multi_year_total")},
    {"中期资金总额", money_term("multi_year_total")},
    {"实施期资金总额", money_term("multi_year_total")},

    {"调整预算", money_term("adjusted_budget")},
    {"调整预算数", money_term("adjusted_budget")},
    {"调整后预算", money_term("adjusted_budget")},
    {"调整后预算数", money_term("adjusted_budget")},
    {"全年预算数", money_term("adjusted_budget")},

    {"执行数", money_term("executed")},
    {"预算执行数", money_term("executed")},
    {"全年执行数", money_term("executed")},
    {"实际执行数", money_term("executed")},
    {"实际支出", money_term("executed")},

    {"上年预算", money_term("previous_year")},
    {"上年预算数", money_term("previous_year")},
    {"同名项目上年预算额", money_term("previous_year")},
    {"上年金额", money_term("previous_year")},

    {"绩效目标", {Role::goal, {}}},
    {"项目绩效目标", {Role::goal, {}}},
    {"总体目标", {Role::goal, {}}},
    {"绩效总目标", {Role::goal, {}}},
    {"项目总目标", {Role::goal, {}}},
    {"总体绩效目标", {Role::goal, {}}},
    {"年度总体目标", {Role::goal, {}}},
    {"中期目标", {Role::goal, {}}},
    {"实施期目标", {Role::goal, {}}},
    {"长期目标", {Role::goal, {}}},
    {"长期绩效目标", {Role::goal, {}}},
    {"项目长期绩效目标", {Role::goal, {}}},
    {"项目长期目标", {Role::goal, {}}},
    {"中期绩效目标", {Role::goal, {}}},
    {"实施期绩效目标", {Role::goal, {}}},
    {"实施周期绩效目标", {Role::goal, {}}},
    {"项目总体目标", {Role::goal, {}}},
    {"项目目标", {Role::goal, {}}},
    {"整体绩效目标", {Role::goal, {}}},

    {"年度目标", {Role::annual_goal, {}}},
    {"年度绩效目标", {Role::annual_goal, {}}},
    {"项目年度绩效目标", {Role::annual_goal, {}}},
    {"项目年度目标", {Role::annual_goal, {}}},
    {"当年绩效目标", {Role::annual_goal, {}}},
    {"本年度绩效目标", {Role::annual_goal, {}}},

    {"绩效指标", {Role::indicators, {}}},
    {"指标", {Role::indicators, {}}},
    {"项目绩效指标", {Role::indicators, {}}},
    {"年度绩效指标", {Role::indicators, {}}},

    {"一级指标", {Role::level1, {}}},
    {"一级目标", {Role::level1, {}}},
    {"二级指标", {Role::level2, {}}},
    {"二级目标", {Role::level2, {}}},
    {"三级指标", {Role::level3, {}}},
    {"三级目标", {Role::level3, {}}},
    {"指标名称", {Role::level3, {}}},
    {"三级指标名称", {Role::level3, {}}},
    {"指标内容", {Role::level3, {}}},

    {"实施周期指标值", {Role::period_target, {}}},
    {"实施期指标值", {Role::period_target, {}}},
    {"中期指标值", {Role::period_target, {}}},
    {"长期指标值", {Role::period_target, {}}},
    {"周期指标值", {Role::period_target, {}}},
    {"总体指标值", {Role::period_target, {}}},

    {"年度指标值", {Role::annual_target, {}}},
    {"年度目标值", {Role::annual_target, {}}},
    {"当年指标值", {Role::annual_target, {}}},
    {"本年指标值", {Role::annual_target, {}}},
    {"本年度指标值", {Role::annual_target, {}}},
    {"计划完成值", {Role::annual_target, {}}},
    {"年初目标值", {Role::annual_target, {}}},

    {"指标性质", {Role::comparator, {}}},
    {"计算符号", {Role::comparator, {}}},
    {"运算符号", {Role::comparator, {}}},
    {"比较符", {Role::comparator, {}}},
    {"符号", {Role::comparator, {}}},

    {"指标值", {Role::value, {}}},
    {"目标值", {Role::value, {}}},
    {"绩效指标值", {Role::value, {}}},
    {"指标目标值", {Role::value, {}}},
    {"预期指标值", {Role::value, {}}},
    {"绩效目标值", {Role::value, {}}},

    {"度量单位", {Role::measurement_unit, {}}},
    {"计量单位", {Role::measurement_unit, {}}},
    {"指标单位", {Role::measurement_unit, {}}},
    {"指标值单位", {Role::measurement_unit, {}}},

    {"权重", {Role::weight, {}}},
    {"分值", {Role::weight, {}}},
    {"分值权重", {Role::weight, {}}},
    {"指标分值", {Role::weight, {}}},
    {"指标权重", {Role::weight, {}}},
    {"指标分值权重", {Role::weight, {}}},

    {"部门名称", {Role::department, {}}},
    {"部门", {Role::department, {}}},
    {"主管部门", {Role::department, {}}},
    {"预算部门", {Role::department, {}}},
    {"单位名称", {Role::department, {}}},
    {"预算单位名称", {Role::department, {}}},
    {"预算部门名称", {Role::department, {}}},
    {"部门单位名称", {Role::department, {}}},
    {"预算部门/单位名称", {Role::department, {}}},
    {"部门/单位名称", {Role::department, {}}},
    {"部门/单位", {Role::department, {}}},
    {"填报单位", {Role::department, {}}},
    {"填报部门", {Role::department, {}}},
    {"申报单位", {Role::department, {}}},
    {"编制单位", {Role::department, {}}},
    {"编制部门", {Role::department, {}}},
    {"主管部门名称", {Role::department, {}}},
    {"主管部门及代码", {Role::department, {}}},
    {"主管部门代码及名称", {Role::department, {}}},
    {"预算部门编码及名称", {Role::department, {}}},

    {"年度", {Role::year, {}}},
    {"预算年度", {Role::year, {}}},
    {"年份", {Role::year, {}}},
    {"申报年度", {Role::year, {}}},
    {"填报年度", {Role::year, {}}},

    {"阶段", {Role::stage, {}}},
    {"预算阶段", {Role::stage, {}}},

    {"单位", {Role::money_unit, {}}},
    {"金额单位", {Role::money_unit, {}}},
    {"货币单位", {Role::money_unit, {}}},
    {"资金单位", {Role::money_unit, {}}},

    {"负责人", {Role::person, {}}},
    {"项目负责人", {Role::person, {}}},
    {"联系人", {Role::person, {}}},
    {"联系电话", {Role::person, {}}},
    {"填报人", {Role::person, {}}},

    {"备注", {Role::remark, {}}},
    {"说明", {Role::remark, {}}},
    {"注", {Role::remark, {}}},
});

}  // namespace budgetdiff::import
