#include "import/vocabulary.hpp"

#include "import/header_words.hpp"
#include "import/traditional_letters.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

TEST(Vocabulary, LooksUpAHeaderWhateverItsSpelling) {
  struct Case {
    const char* cell;
    Role role;
    const char* column;
  };
  const Case cases[] = {
      {"项目名称（资金使用单位）", Role::project_name, ""},
      {"项目名称(资金使\n用单位)", Role::project_name, ""},
      {"绩 效 指 标", Role::indicators, ""},
      {"总计", Role::money, "total"},
      {"预算数（万元）", Role::money, "total"},
      {"财政专户拨款", Role::money, "special_account"},
      {"一、绩效目标：", Role::goal, ""},
      {"（一级指标）", Role::level1, ""},
      {"三级指标【必填】", Role::level3, ""},
      {"单位：", Role::money_unit, ""},
      {"预算部门/单位名称", Role::department, ""},
      {"广州市", Role::none, ""},
      {"", Role::none, ""},
  };
  for (const Case& c : cases) {
    const Term term = look_up_header(c.cell);
    EXPECT_EQ(term.role, c.role) << c.cell;
    EXPECT_EQ(term.column, c.column) << c.cell;
  }
}

TEST(Vocabulary, LooksUpWhatFormsAddToAWord) {
  struct Case {
    const char* cell;
    Role role;
    const char* column;
  };
  const Case cases[] = {
      {"2024年预算数", Role::money, "total"},
      {"2024年初预算数", Role::money, "total"},
      {"2024年度绩效目标", Role::annual_goal, ""},
      {"2024年", Role::none, ""},
      {"2024年度资金总额及构成", Role::money, "total"},
      {"年度绩效目标1", Role::annual_goal, ""},
      {"其中：财政拨款小计", Role::money, "fiscal_appropriation"},
      {"绩效目标小计", Role::none, ""},
      {"1.财政拨款", Role::money, "fiscal_appropriation"},
      {"单位名称、项目名称", Role::project_name, ""},
      {"单位（专项）名称", Role::project_name, ""},
      {"项目单位（项目名称）", Role::project_name, ""},
      {"单位编码（项目编码）", Role::project_code, ""},
      {"项目名称（项目编码）", Role::project_name, ""},
      {"项目名称1", Role::project_name, ""},
      {"项目10", Role::none, ""},
      {"专项2", Role::none, ""},
      {"调整前预算数", Role::money, "total"},
      {"上年度指标值", Role::remark, ""},
      {"项目、资金", Role::none, ""},
      {"数量、质量", Role::none, ""},
  };
  for (const Case& c : cases) {
    const Term term = look_up_header(c.cell);
    EXPECT_EQ(term.role, c.role) << c.cell;
    EXPECT_EQ(term.column, c.column) << c.cell;
  }
}

TEST(Vocabulary, HasEveryWordOnceAndAsItIsLookedUp) {
  std::set<std::string_view> seen;
  for (const HeaderWord& word : words_of_headers) {
    EXPECT_TRUE(seen.insert(word.text).second) << word.text;
    EXPECT_EQ(header_spelling(word.text), word.text);
    EXPECT_EQ(look_up_header(word.text), word.term) << word.text;
  }
}

TEST(Vocabulary, KnowsItsWordsInTraditionalLetters) {
  std::map<char32_t, char32_t> traditional;
  for (const char32_t letter : traditional_letters()) {
    traditional.emplace(simplified(letter), letter);
  }
  std::size_t changed = 0;
  for (const HeaderWord& word : words_of_headers) {
    std::u32string text = to_code_points(word.text);
    for (char32_t& letter : text) {
      const auto found = traditional.find(letter);
      letter = found == traditional.end() ? letter : found->second;
    }
    changed += to_utf8(text) != word.text ? 1U : 0U;
    EXPECT_EQ(look_up_header(to_utf8(text)), word.term) << word.text;
  }
  EXPECT_GT(changed, words_of_headers.size() / 2);
  EXPECT_EQ(look_up_header("項目名稱").role, Role::project_name);
  EXPECT_TRUE(is_level2_category("數量指標"));
  EXPECT_TRUE(is_sum_label("合計"));
  EXPECT_EQ(money_unit_in_header("預算數（萬元）"), "萬元");
  EXPECT_EQ(money_unit_said("新臺幣千元"), "新臺幣千元");
}

TEST(Vocabulary, UnderstandsHeadersByTheirParts) {
  struct Case {
    const char* cell;
    Role role;
    const char* column;
  };
  const Case cases[] = {
      {"项目支出金额（万元）", Role::money, "total"},
      {"本次下达金额", Role::money, "total"},
      {"2025年度拨款金额", Role::money, "total"},
      {"预算额度", Role::money, "total"},
      {"项目期资金总额", Role::money, "multi_year_total"},
      {"财政支出项目名称", Role::project_name, ""},
      {"项目绩效目标描述", Role::goal, ""},
      {"年度项目绩效目标说明", Role::annual_goal, ""},
      {"年度预期指标值", Role::annual_target, ""},
      {"预计当年实现值", Role::annual_target, ""},
      {"预算年度指标值", Role::annual_target, ""},
      {"实施期预期指标值", Role::period_target, ""},
      {"目标值运算符", Role::comparator, ""},
      {"年度指标值单位", Role::measurement_unit, ""},
      {"绩效指标分值", Role::weight, ""},
      // What is no header, or says another thing, stays unknown.
      {"上年实际完成值", Role::remark, ""},
      {"部门经费", Role::none, ""},
      {"专项资金绩效", Role::none, ""},
      {"完成项目目标", Role::none, ""},
      {"资金", Role::none, ""},
  };
  for (const Case& c : cases) {
    const Term term = look_up_header(c.cell);
    EXPECT_EQ(term.role, c.role) << c.cell;
    EXPECT_EQ(term.column, c.column) << c.cell;
  }
}

TEST(Vocabulary, KnowsSumLabels) {
  EXPECT_TRUE(is_sum_label("合 计"));
  EXPECT_TRUE(is_sum_label("总计："));
  EXPECT_FALSE(is_sum_label("合计划经费"));
  EXPECT_TRUE(is_subtotal_label("小计"));
}

TEST(Vocabulary, TellsTextsThatNoHeaderHasByTheirLetters) {
  EXPECT_FALSE(has_strange_letter("项目名称"));
  EXPECT_FALSE(has_strange_letter("項目名稱"));
  EXPECT_FALSE(has_strange_letter("预算数（玖拾）"));  // brackets may hold anything
  EXPECT_FALSE(has_strange_letter("2024 (A)"));
  EXPECT_TRUE(has_strange_letter("鱼塘"));
  EXPECT_TRUE(has_strange_letter("（单位）鱼塘"));
}

}  // namespace
}  // namespace budgetdiff::import
