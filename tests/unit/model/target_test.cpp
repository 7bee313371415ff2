#include <budgetdiff/model/target.hpp>

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

std::string shown(std::string_view text, std::string_view name_unit = {}) {
  const Target target = read_target(text, name_unit);
  if (!target.numeric) {
    return "prose";
  }
  std::string out = target.label.empty() ? "" : target.label + ": ";
  out += std::string(to_string(target.comparator)) + " " + target.low.reduced().to_string();
  if (target.comparator == Comparator::range) {
    out += ".." + target.high.reduced().to_string();
  }
  return out + " " + target.unit;
}

struct Reading {
  const char* text;
  const char* expected;
};

TEST(ReadTarget, ReadsComparatorNumberAndUnit) {
  const Reading cases[] = {
      {"≥95%", "≥ 95 %"},
      {"≧95%", "≥ 95 %"},
      {">=95％", "≥ 95 %"},
      {"＞＝９５％", "≥ 95 %"},
      {"≤1个月", "≤ 1 个月"},
      {"＜3次", "< 3 次"},
      {"100.00%", " 100 %"},
      {"=100.00(%)", "= 100 %"},
      {"≥100百分比", "≥ 100 %"},
      {"不低于90%", "≥ 90 %"},
      {"不少于3场次", "≥ 3 场次"},
      {"不超过550元/人/天", "≤ 550 元/人/天"},
      {"90分以上", "≥ 90 分"},
      {"90分（含）以上", "≥ 90 分"},
      {"5个工作日以内", "≤ 5 个工作日"},
      {"10天内", "≤ 10 天"},
      {"0次", " 0 次"},
      {"985米", " 985 米"},
      {"≥2亿", "≥ 200000000 "},
      {"≥1.5万人次", "≥ 15000 人次"},
      {"500万元", " 5000000 元"},
      {"3千元", " 3000 元"},
      {"3千克", " 3 千克"},
      {"1,200人", " 1200 人"},
      {"5‰", " 0.5 %"},
      {"百分之九十五", " 95 %"},
      {"百分之95以上", "≥ 95 %"},
      {"九成以上", "≥ 90 %"},
      {"三次", " 3 次"},
      {"十二个月", " 12 个月"},
      {"不少于二十三场", "≥ 23 场"},
      {"两万人次", " 20000 人次"},
      {"90%-95%", "range 90..95 %"},
      {"3至5次", "range 3..5 次"},
      {"3次～5次", "range 3..5 次"},
      {"3至5万元", "range 30000..50000 元"},
      {"95%-90%", "range 90..95 %"},
      {"约30人", "≈ 30 人"},
      {"30人左右", "≈ 30 人"},
      {"-5%", " -5 %"},
      {"满意度≥90%", "满意度: ≥ 90 %"},
      {"满意度不低于90%", "满意度: ≥ 90 %"},
      {"降低10%", "降低:  10 %"},
      {"≥95%。", "≥ 95 %"},
      {"≥ 95 %", "≥ 95 %"},
  };
  for (const Reading& reading : cases) {
    EXPECT_EQ(shown(reading.text), reading.expected) << reading.text;
  }
}

TEST(ReadTarget, LeavesProseAlone) {
  for (const char* text :
       {"良", "", "一般", "三级等保", "一次性通过", "提升", "2024年12月31日前", "2024年", "12月底",
        "除节假日等特殊情况外，发生故障后，100%当天启动处理程序。", "100%当天启动处理程序",
        "根据文件奖补类型执行", "实现即时记账结算", "万无一失", "二〇二四年", "≥", "%"}) {
    EXPECT_EQ(shown(text), "prose") << text;
  }
  EXPECT_EQ(read_target("降低").prose, Direction::down);
  EXPECT_EQ(read_target("有所提升").prose, Direction::unknown);
  EXPECT_EQ(read_target("提升").prose, Direction::up);
}

TEST(ReadTarget, TakesTheUnitFromTheNameWhereTheTargetHasNone) {
  EXPECT_EQ(unit_in_name("任务完成时限(月)"), "月");
  EXPECT_EQ(unit_in_name("现场维护率（％）"), "%");
  EXPECT_EQ(unit_in_name("投入（万元）"), "万元");
  EXPECT_EQ(unit_in_name("社会效益（提升学员的技能水平）"), "");
  EXPECT_EQ(unit_in_name("活动宣传效果（0）"), "");
  EXPECT_EQ(shown("≤6", "月"), "≤ 6 个月");
  EXPECT_EQ(shown("≤6", "万元"), "≤ 60000 元");
  EXPECT_EQ(shown("≤6天", "月"), "≤ 6 天");
}

std::string effect(const char* from, const char* to, const char* name = "指标",
                   const char* level2 = "") {
  return std::string(to_string(compare_targets(from, to, name, name, level2).effect));
}

struct Comparison {
  const char* from;
  const char* to;
  const char* name;
  const char* expected;
};

TEST(CompareTargets, SaysWhatTheChangeMeans) {
  const Comparison cases[] = {
      {"≥90%", "≥95%", "", "tightened"},
      {"≥95%", "≥90%", "", "loosened"},
      {"≤5次", "≤3次", "投诉次数", "tightened"},
      {"≤3次", "≤5次", "投诉次数", "loosened"},
      {"≧95%", "≥95%", "", "reworded"},
      {">=95%", "≥95％", "", "reworded"},
      {"100%", "100.00%", "", "reworded"},
      {"不低于95%", "≥95%", "", "reworded"},
      {"≥2亿元", "≥20000万元", "", "reworded"},
      {"5‰", "0.5%", "差错率", "reworded"},
      {"≥95", "≤95", "", "comparator_changed"},
      {"≥95%", "≤90%", "", "comparator_changed"},
      {"100%", "≥100%", "", "comparator_changed"},
      {"5次", "5%", "", "unit_changed"},
      {"≥5次", "≥5场", "", "unit_changed"},
      {"0次", "3次", "窗口投诉次数", "loosened"},
      {"=0", "≤5", "事故数", "loosened"},
      {"≤5", "=0", "事故数", "tightened"},
      {"255户", "300户", "企业薪酬调查户数", "tightened"},
      {"10天", "7天", "办理时限", "tightened"},
      {"550元/人", "600元/人", "培训成本", "loosened"},
      {"90%", "80%", "投诉处理及时率", "loosened"},
      {"1%", "2%", "终端无故障运行率（%）", "tightened"},
      {"≥90%", "100%", "", "tightened"},
      {">95%", "≥95%", "", "loosened"},
      {"3-5次", "4-5次", "", "tightened"},
      {"良", "优", "", "changed"},
      {"良。", "良", "", "reworded"},
      {"提升", "降低", "", "changed"},
      {"降低10%", "降低15%", "能耗", "tightened"},
      {"≥90%", "良", "", "changed"},
      {"满意度≥90%", "知晓率≥90%", "", "changed"},
      {"", "≥90%", "", "changed"},
      {"≥90%", "≥90%", "", "same"},
  };
  for (const Comparison& c : cases) {
    EXPECT_EQ(effect(c.from, c.to, c.name), c.expected)
        << c.from << " -> " << c.to << " " << c.name;
  }
}

TEST(CompareTargets, IsTheMirrorImageWhenTurnedRound) {
  const char* texts[] = {"≥90%",  "≥95%", ">95%", "≤5次", "0次",  "3次", "3-5次", "100%",
                         "=100%", "良",   "提升", "",     "约30", "30",  "≤1%",   "2亿"};
  for (const char* name : {"投诉次数", "完成率", "培训成本"}) {
    for (const char* from : texts) {
      for (const char* to : texts) {
        const TargetComparison there = compare_targets(from, to, name, name, "");
        const TargetComparison back = compare_targets(to, from, name, name, "");
        const Effect mirrored = there.effect == Effect::tightened  ? Effect::loosened
                                : there.effect == Effect::loosened ? Effect::tightened
                                                                   : there.effect;
        EXPECT_EQ(back.effect, mirrored) << from << " <-> " << to << " " << name;
        ASSERT_EQ(there.delta.has_value(), back.delta.has_value());
        if (there.delta) {
          EXPECT_EQ(*there.delta, -*back.delta);
        }
      }
    }
  }
}

TEST(CompareTargets, GivesTheDeltaWithItsUnitAndTheRule) {
  const TargetComparison change = compare_targets("≥95%", "≥90%", "合格率", "合格率", "质量指标");
  EXPECT_EQ(change.delta.value().to_string(), "-5");
  EXPECT_EQ(change.unit, "%");
  EXPECT_EQ(change.rule, "comparator ≥");
  EXPECT_EQ(compare_targets("3次", "5次", "投诉次数", "投诉次数", "").rule, "name: 投诉");
}

TEST(DirectionOf, ReadsWhatTheIndicatorCounts) {
  const auto direction = [](const char* name, const char* target, const char* level2 = "") {
    return direction_of(name, level2, read_target(target)).direction;
  };
  EXPECT_EQ(direction("投诉次数", "3次"), Direction::down);
  EXPECT_EQ(direction("故障响应时间", "2小时"), Direction::down);
  EXPECT_EQ(direction("拨付", "30天", "时效指标"), Direction::down);
  EXPECT_EQ(direction("培训人数", "30人"), Direction::up);
  EXPECT_EQ(direction("费用结算及时性", "95%"), Direction::up);
  EXPECT_EQ(direction("零投诉率", "95%"), Direction::up);
  EXPECT_EQ(direction("故障降低率", "10%"), Direction::up);
  EXPECT_EQ(direction("工程验收不合格率", "1%"), Direction::down);
  EXPECT_EQ(direction("未完成率", "1%"), Direction::down);
  EXPECT_EQ(direction("案件逾期办结率", "3%"), Direction::down);
  EXPECT_EQ(direction("良好", "良"), Direction::unknown);
}

/// 2023年's table against 2024年's.
std::string dated(const char* from, const char* to, const char* name = "完成时间",
                  const TargetYears& years = {2023, 2024}) {
  const TargetComparison out = compare_targets(from, to, name, name, "时效指标", years);
  EXPECT_FALSE(out.delta) << from << " -> " << to;
  return std::string(to_string(out.effect));
}

TEST(CompareTargets, ALaterDeadlineIsLooser) {
  const char* later[][2] = {
      {"15日前", "25日前"},
      {"1号前", "5号前"},
      {"20日以前", "28日以前"},
      {"每月5日前", "每月10日前"},
      {"每月15日", "每月20日"},
      {"次月10日之前", "次月15日之前"},
      {"15日前", "月底前"},
      {"每月上旬", "每月下旬"},
      {"4月前", "6月前"},
      {"四月底前", "六月底前"},
      {"4月底前", "6月底前"},
      {"6月15日前", "6月底前"},
      {"6月", "9月"},
      {"6月份", "9月份"},
      {"12月10日前完成", "12月31日前完成"},
      {"≤10月31日", "≤12月31日"},
      {"1季度", "3季度"},
      {"第一季度", "第三季度"},
      {"3季度末", "4季度末"},
      {"第三季度末", "年底前"},
      {"上半年", "下半年"},
      {"上半年", "12月底前"},
      {"6月底前", "年底前"},
      {"10点前", "12点前"},
      {"8时前", "9时30分前"},
      {"上午10点", "下午3点"},
      {"17:00前", "17:30前"},
      {"2023年6月底前", "2024年9月底前"},
      {"2023-06-30", "2024-09-30"},
      {"2023.06", "2024.09"},
      {"6月底前", "2024年9月底前"},
      {"2023年上半年", "2024年12月底前"},
      {"2024年6月底前", "2024年12月底前"},
      {"2023年", "2025年"},
      {"1-6月", "1-12月"},
  };
  for (const auto& [earlier, later_one] : later) {
    EXPECT_EQ(dated(earlier, later_one), "loosened") << earlier << " -> " << later_one;
    EXPECT_EQ(dated(later_one, earlier, "完成时间", {2024, 2023}), "tightened")
        << later_one << " -> " << earlier;
  }
  EXPECT_EQ(compare_targets("15日前", "25日前", "报送", "报送", "").rule, rule_of_dates);
}

TEST(CompareTargets, ADeadlineThatMayBeReadInTwoWaysIsOnlyChanged) {
  const char* pairs[][2] = {
      {"4月前", "4月底前"},  // before April, or in it
      {"年初", "3月底前"},
      {"15日前", "3月20日前"},  // of which month
      {"每月15日前", "每季度20日前"},
      {"2023年12月底前", "2024年12月底前"},
      {"2024年9月底前", "2025年6月底前"},
      {"3月起", "5月起"},
      {"3天前", "5天前"},
      {"提前3天", "提前5天"},
      {"12月1日后", "12月15日后"},
      {"6月、12月", "3月、9月"},
      {"1:16", "1:18"},
      {"一月一次", "二月一次"},
      {"15日前", "15天"},
      {"至6月底", "至12月底"},
      {"1-6月", "3-9月"},
  };
  for (const auto& [from, to] : pairs) {
    EXPECT_EQ(dated(from, to), "changed") << from << " -> " << to;
  }
  // What lasts until then, or is announced before it.
  EXPECT_EQ(dated("18点前", "22点前", "开放时间"), "changed");
  EXPECT_EQ(dated("2024年6月底", "2024年12月底", "质保期"), "changed");
  // Years of tables that nobody knows.
  EXPECT_EQ(dated("2023年6月底前", "2024年9月底前", "完成时间", {}), "changed");
}

TEST(CompareTargets, WhatIsCountedInDaysOrMonthsIsNoDeadline) {
  EXPECT_EQ(effect("30日内", "60日内", "下达"), "loosened");
  EXPECT_EQ(effect("6月内", "9月内", "下达"), "loosened");
  EXPECT_EQ(effect("≤6月", "≤9月", "下达"), "loosened");
  EXPECT_EQ(effect("15日", "20日", "办理时限"), "loosened");
  EXPECT_EQ(shown("6月", "月"), " 6 个月");
  EXPECT_EQ(shown("18月"), " 18 个月");
  EXPECT_EQ(shown("8时"), " 8 时");
  EXPECT_EQ(shown("3起"), " 3 起");
}

}  // namespace
}  // namespace budgetdiff
