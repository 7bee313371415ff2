#include "import/table/target_cells.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace budgetdiff {
namespace {

std::string target_text(std::string_view comparator, std::string_view value,
                        std::string_view unit) {
  return import::joined_target(comparator, value, unit).text;
}

TEST(TargetText, PutsThreeCellsTogether) {
  EXPECT_EQ(target_text("≥", "90", "%"), "≥90%");
  EXPECT_EQ(target_text("定性", "明显改善", ""), "明显改善");
  EXPECT_EQ(target_text("≥", "≥90%", "%"), "≥90%");
  EXPECT_EQ(target_text("≥", "", "%"), "");
}

TEST(TargetText, LeavesOutWhatIsNoComparatorAndNoUnit) {
  EXPECT_EQ(target_text("反向指标", "3", "起"), "3起");
  EXPECT_EQ(target_text("文字型", "有所改善", "文字描述"), "有所改善");
  EXPECT_EQ(target_text("大于或等于", "60", "户"), "大于或等于60户");
  EXPECT_EQ(target_text("≤", "10月底", "日期"), "≤10月底");
  EXPECT_EQ(target_text("", "高", "高/低"), "高");
  EXPECT_EQ(target_text("≤", "3", "元/人"), "≤3元/人");
  EXPECT_EQ(target_text("", "80以上", "分"), "80分以上");
}

TEST(TargetText, KeepsWhateverComparesInItsPlace) {
  EXPECT_EQ(target_text("⩾", "7", "座"), "⩾7座");
  EXPECT_EQ(target_text("以内", "30", "分钟"), "30分钟以内");
  EXPECT_EQ(target_text("及以上", "2", "级"), "2级及以上");
  EXPECT_EQ(target_text("前", "9月底", "日期"), "9月底前");
  EXPECT_EQ(target_text("前", "9月底前", ""), "9月底前");
  EXPECT_EQ(target_text("控制在", "7", "座"), "控制在7座");
  EXPECT_EQ(target_text("最少", "7", "座"), "最少7座");
  EXPECT_EQ(target_text("LE", "7", "座"), "≤7座");
  EXPECT_EQ(target_text("2-≤", "7", "座"), "≤7座");
  EXPECT_EQ(target_text("02≤", "7", "座"), "≤7座");
  EXPECT_EQ(target_text("≤（小于等于）", "7", "座"), "≤7座");
  EXPECT_EQ(target_text("大于（含）", "7", "座"), "大于（含）7座");
  EXPECT_EQ(target_text("约束性指标", "7", "座"), "7座");
}

TEST(TargetText, SaysWhichWordThatMayCompareWasLeftOut) {
  EXPECT_EQ(import::joined_target("逐年递增", "7", "座").left_out, "逐年递增");
  EXPECT_EQ(import::joined_target("逐年递增", "7", "座").text, "7座");
  EXPECT_EQ(import::joined_target("区间", "7", "座").left_out, "区间");
  EXPECT_EQ(import::joined_target("区间", "7-9", "座").left_out, "");
  EXPECT_EQ(import::joined_target("逐年递增", "≥7", "座").left_out, "");
  EXPECT_EQ(import::joined_target("逐年递增", "有所改善", "").left_out, "");
  EXPECT_EQ(import::joined_target("正向指标", "7", "座").left_out, "");
  EXPECT_EQ(import::joined_target("/", "7", "座").left_out, "");
}

TEST(TargetText, GivesNoUnitToWhatHasOneOrTakesNone) {
  EXPECT_EQ(target_text("≤", "9月底", "月"), "≤9月底");
  EXPECT_EQ(target_text("≤", "2025年9月30日", "年月日"), "≤2025年9月30日");
  EXPECT_EQ(target_text("", "2025年9月", "年月"), "2025年9月");
  EXPECT_EQ(target_text("≥", "7（座）", "座"), "≥7（座）");
  EXPECT_EQ(target_text("≥", "7公里", "千米"), "≥7公里");
  EXPECT_EQ(target_text("", "达标", "%"), "达标");
  EXPECT_EQ(target_text("", "明显", "其他"), "明显");
  EXPECT_EQ(target_text("≥", "7", "其他"), "≥7");
  EXPECT_EQ(target_text("≥", "7", "12-座"), "≥7座");
  EXPECT_EQ(import::joined_target("≥", "7公里", "千米").left_out, "");
  EXPECT_EQ(import::joined_target("≥", "7公里", "座").text, "≥7公里");
  EXPECT_EQ(import::joined_target("≥", "7公里", "座").left_out, "座");
  EXPECT_EQ(import::joined_target("≥", "7", "12").text, "≥7");
  EXPECT_EQ(import::joined_target("≥", "7", "12").left_out, "12");
}

TEST(TargetText, GoesOnInTheNextCellWhereItIsProse) {
  EXPECT_EQ(target_text("", "稳步", "提升"), "稳步提升");
  EXPECT_EQ(target_text("", "9月30日", "前"), "9月30日前");
  EXPECT_EQ(target_text("", "长期保", "持"), "长期保持");
}

TEST(TargetText, GivesAUnitToEveryNumber) {
  EXPECT_EQ(target_text("≥", "7万", "元"), "≥7万元");
  EXPECT_EQ(target_text("≥", "100余", "人"), "≥100余人");
  EXPECT_EQ(target_text("≥", "6个", "月"), "≥6个月");
  EXPECT_EQ(target_text("≥", "6个", "个月"), "≥6个月");
  EXPECT_EQ(target_text("≥", "7公里", "公里/年"), "≥7公里/年");
  EXPECT_EQ(target_text("", "Ⅲ", "类"), "Ⅲ类");
  EXPECT_EQ(target_text("≥", "三", "次"), "≥三次");
  EXPECT_EQ(target_text("", "优", "级"), "优级");
  EXPECT_EQ(target_text("", "7-9", "天"), "7-9天");
}

}  // namespace
}  // namespace budgetdiff
