#include <budgetdiff/model/target.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <vector>

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

TEST(ReadTarget, ReadsTheSameTargetInAnotherSpelling) {
  const Reading cases[] = {
      // Whether the bound itself counts.
      {"大于80%（含）", "≥ 80 %"},
      {"＞80%（含80%）", "≥ 80 %"},
      {"小于3次(含本数)", "≤ 3 次"},
      {"≥80%（含）", "≥ 80 %"},
      {"80%（含80%）以上", "≥ 80 %"},
      {"7万元（含）以内", "≤ 70000 元"},
      {"80%（含）", " 80 %"},
      {"高于或等于80%", "≥ 80 %"},
      {"低于或者等于7人", "≤ 7 人"},
      {"不突破7万元", "≤ 70000 元"},
      {"不得小于7人", "≥ 7 人"},
      // Marks around the whole, and words that add nothing to a bound.
      {"【≥80%】", "≥ 80 %"},
      {"“不少于7次”", "≥ 7 次"},
      {"（≤7天）", "≤ 7 天"},
      {"应≥80%", "≥ 80 %"},
      {"确保不低于80%", "≥ 80 %"},
      {"保持80%以上", "≥ 80 %"},
      {"稳定在80%以上", "≥ 80 %"},
      {"保持80%", "保持:  80 %"},
      // Units.
      {"≥7千米", "≥ 7 公里"},
      {"≥7km", "≥ 7 公里"},
      {"≥70㎡", "≥ 70 平方米"},
      {"70m²以上", "≥ 70 平方米"},
      {"≥70m3", "≥ 70 立方米"},
      {"7h内", "≤ 7 小时"},
      {"≤7工作日", "≤ 7 个工作日"},
      {"≥7（万人次）", "≥ 70000 人次"},
      {"7（万元）以内", "≤ 70000 元"},
      {"≥7公斤", "≥ 7 千克"},
      // How often.
      {"每年≥7次", "≥ 7 次/年"},
      {"每月1次", " 1 次/月"},
      {"每季度一次", " 1 次/季度"},
      {"每人不超过550元", "≤ 550 元/人"},
      {"7次/每年", " 7 次/年"},
      {"每月15", "prose"},
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
      // A workbook whose % is lost.
      {"≥80%", "≥0.8", "合格率", "reworded"},
      {"100%", "1", "合格率", "reworded"},
      {"100%", "1", "设备套数", "unit_changed"},
      {"≥80%", "≥0.7", "合格率", "unit_changed"},
      {"≥70㎡", "≥50平方米", "绿化面积", "loosened"},
  };
  for (const Comparison& c : cases) {
    EXPECT_EQ(effect(c.from, c.to, c.name), c.expected)
        << c.from << " -> " << c.to << " " << c.name;
  }
}

TEST(CompareTargets, IsTheMirrorImageWhenTurnedRound) {
  const char* texts[] = {"≥90%",  "≥95%",    ">95%",  "≤5次",   "0次",    "3次", "3-5次", "100%",
                         "=100%", "良",      "提升",  "",       "约30",   "30",  "≤1%",   "2亿",
                         "6月",   "6月底前", "4月前", "15日前", "2024年", "3天", "30%"};
  for (const char* name : {"投诉次数", "完成率", "培训成本", "剖宫产率", "开放时间"}) {
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
  struct Case {
    const char* name;
    const char* level2;
    const char* target;
    Direction direction;
  };
  constexpr Direction up = Direction::up;
  constexpr Direction down = Direction::down;
  constexpr Direction unknown = Direction::unknown;
  const Case cases[] = {
      {"投诉次数", "", "3次", down},
      {"故障响应时间", "", "2小时", down},
      {"拨付", "时效指标", "30天", down},
      {"培训人数", "", "30人", up},
      {"费用结算及时性", "", "95%", up},
      {"零投诉率", "", "95%", up},
      {"故障降低率", "", "10%", up},
      {"工程验收不合格率", "", "1%", down},
      {"未完成率", "", "1%", down},
      {"未按时完成率", "", "1%", down},
      {"案件逾期办结率", "", "3%", down},
      {"良好", "", "良", unknown},
      // What a name ends in is what is measured.
      {"预算支出进度", "时效指标", "90%", up},
      {"资金支出率", "时效指标", "95%", up},
      {"财政支出绩效评价覆盖面", "数量指标", "100%", up},
      {"成本收益率", "经济效益指标", "90%", up},
      {"成本回收率", "经济效益指标", "90%", up},
      {"费用减免人数", "数量指标", "100人", up},
      {"经费保障人数", "数量指标", "100人", up},
      {"单位培训成本", "数量指标", "300元", down},
      {"运行成本总额", "经济成本指标", "30万元", down},
      {"成本率", "经济效益指标", "30%", down},
      // A change downwards.
      {"节约成本", "经济效益指标", "30万元", up},
      {"成本降低额", "经济效益指标", "30万元", up},
      {"节约支出", "经济效益指标", "30万元", up},
      {"减少碳排放量", "生态效益指标", "100吨", up},
      {"减少污染物排放", "生态效益指标", "100吨", up},
      {"降低能耗", "生态效益指标", "100吨", up},
      {"有效减少重大事故", "社会效益指标", "3起", up},
      {"降低事故发生率", "社会效益指标", "5%", unknown},
      {"缩短办理时间", "时效指标", "3天", unknown},
      {"投诉增长率", "社会效益指标", "5%", down},
      {"财政收入增长率", "经济效益指标", "5%", up},
      {"支出增长率", "经济效益指标", "5%", unknown},
      // Work on bad things, the lack of them, and those whom they have befallen.
      {"查处违法案件", "数量指标", "100起", up},
      {"处置事故", "数量指标", "100起", up},
      {"受理投诉", "数量指标", "100件", up},
      {"投诉办结数", "数量指标", "100件", up},
      {"故障排除", "数量指标", "100次", up},
      {"火灾扑救", "数量指标", "100次", up},
      {"允许投诉处理次数", "质量指标", "3次", unknown},
      {"投诉处理率", "质量指标", "98%", up},
      {"差评处理差评率", "质量指标", "3%", down},
      {"未发生重大安全事故", "社会效益指标", "12个月", unknown},
      {"失业人员培训人数", "数量指标", "300人", up},
      // Times that are offered, and times that are waited.
      {"全年开放天数", "数量指标", "300天", up},
      {"每周开放时间", "数量指标", "56小时", up},
      {"培训天数", "数量指标", "5天", up},
      {"志愿服务时长", "数量指标", "1000小时", up},
      {"服务响应时间", "质量指标", "2小时", down},
      {"提前报送天数", "时效指标", "5天", up},
      {"停电时间", "质量指标", "2小时", down},
      {"拨付进度", "时效指标", "10天", down},
      {"项目时间", "数量指标", "12个月", unknown},
      {"平均住院日", "社会效益指标", "7天", down},
      // More bad things.
      {"债务率", "经济效益指标", "50%", down},
      {"犯罪数", "社会效益指标", "50起", down},
      {"非法集资案件", "社会效益指标", "50起", down},
      {"超期率", "时效指标", "2%", down},
      {"近视率", "社会效益指标", "30%", down},
      {"复发率", "质量指标", "3%", down},
      {"退货率", "质量指标", "3%", down},
      {"等候人数", "社会效益指标", "30人", down},
      // What nobody can know is not told.
      {"剖宫产率", "质量指标", "35%", unknown},
      {"人均补助", "成本指标", "200元", unknown},
      {"成本控制率", "经济成本指标", "100%", unknown},
      {"人口", "社会效益指标", "300人", unknown},
      // A share of most of the whole is one to reach.
      {"组织考察率", "数量指标", "100%", up},
      {"组织考察率", "数量指标", "20%", unknown},
      {"设备", "数量指标", "5台", up},
      {"三公经费", "成本指标", "100万元", down},
      {"三公经费", "数量指标", "100万元", unknown},
  };
  for (const Case& one : cases) {
    const DirectionRule rule = direction_of(one.name, one.level2, read_target(one.target));
    EXPECT_EQ(rule.direction, one.direction) << one.name << " " << one.target << " " << rule.rule;
  }
}

std::string trimmed(std::string text) {
  const std::size_t first = text.find_first_not_of(' ');
  const std::size_t last = text.find_last_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

/// The indicators of the list that check is held to which are right and have a bound say themselves
/// which way they get better. Without it, the names must not say the opposite (docs/targets.md).
TEST(DirectionOf, AgreesWithBoundsThatAreTakenAway) {
  std::ifstream file(BUDGETDIFF_SOURCE_DIR "/tests/unit/check/indicators.txt");
  std::size_t right = 0;
  std::size_t open = 0;
  std::size_t wrong = 0;
  for (std::string line; std::getline(file, line);) {
    std::vector<std::string> fields;
    std::istringstream parts(line);
    for (std::string field; std::getline(parts, field, '|');) {
      fields.push_back(trimmed(field));
    }
    if (line.starts_with('#') || fields.size() < 4 || (fields.size() > 4 && !fields[4].empty())) {
      continue;
    }
    Target target = read_target(fields[2], unit_in_name(fields[1]));
    const bool upper =
        target.comparator == Comparator::at_most || target.comparator == Comparator::less_than;
    const bool lower =
        target.comparator == Comparator::at_least || target.comparator == Comparator::more_than;
    if (!target.numeric || !target.label.empty() || (!upper && !lower)) {
      continue;
    }
    target.comparator = Comparator::none;
    const Direction found = direction_of(fields[1], fields[0] + "指标", target).direction;
    ++(found == Direction::unknown ? open : (found == Direction::down) == upper ? right : wrong);
  }
  EXPECT_GE(right, 298U);
  EXPECT_LE(open, 49U);
  EXPECT_LE(wrong, 9U);
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
      {"20230630", "20240930"},
  };
  for (const auto& [earlier, later_one] : later) {
    EXPECT_EQ(dated(earlier, later_one), "loosened") << earlier << " -> " << later_one;
    EXPECT_EQ(dated(later_one, earlier, "完成时间", {2024, 2023}), "tightened")
        << later_one << " -> " << earlier;
  }
  EXPECT_EQ(compare_targets("15日前", "25日前", "报送", "报送", "").rule, rule_of_dates);
}

TEST(CompareTargets, TheSameDayInOtherWordsIsReworded) {
  const char* pairs[][2] = {
      {"12月底前", "12月31日前"},
      {"第二季度末", "6月30日"},
      {"17时前", "17:00前"},
      {"上半年", "6月底"},
  };
  for (const auto& [from, to] : pairs) {
    EXPECT_EQ(dated(from, to), "reworded") << from << " -> " << to;
  }
  EXPECT_EQ(dated("2024年11月", "2024-11"), "reworded");
  EXPECT_EQ(dated("2024年11月30日前", "11月底前", "完成时间", {2024, 2024}), "reworded");
  // A day that has moved along with the table's year.
  EXPECT_EQ(dated("2023年11月30日前", "11月底前"), "reworded");
  EXPECT_EQ(dated("11月底前", "2024年11月30日前"), "reworded");
  EXPECT_EQ(dated("2023年11月30日前", "2023年11月底前"), "reworded");
}

TEST(CompareTargets, ADeadlineThatMayBeReadInTwoWaysIsOnlyChanged) {
  const char* pairs[][2] = {
      {"4月前", "4月底前"},  // before April, or in it
      {"年初", "3月底前"},
      {"15日前", "3月20日前"},  // of which month
      {"每月15日前", "每季度20日前"},
      {"2024年9月底前", "2025年6月底前"},
      {"3月起", "5月起"},
      {"3天前", "5天前"},
      {"提前3天", "提前5天"},
      {"12月1日后", "12月15日后"},
      {"6月、12月", "3月、9月"},
      {"1:16", "1:18"},
      {"10号楼", "12号楼"},
      {"2000年前", "2010年前"},
      {"一月一次", "二月一次"},
      {"15日前", "15天"},
      {"至6月底", "至12月底"},
      {"1-6月", "3-9月"},
      {"1-6月", "1-12月"},
      {"2023年1月至6月", "2024年1月至12月"},
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
  EXPECT_EQ(effect("12月", "10月", "补助发放月数", "数量指标"), "loosened");
  EXPECT_EQ(shown("6月", "月"), " 6 个月");
  EXPECT_EQ(shown("18月"), " 18 个月");
  EXPECT_EQ(shown("8时"), " 8 时");
  EXPECT_EQ(shown("3起"), " 3 起");
  EXPECT_EQ(shown("3月龄"), " 3 月龄");
  EXPECT_EQ(shown("2024.5"), " 2024.5 ");
  EXPECT_EQ(shown("2024.05", "吨"), " 2024.05 吨");
  EXPECT_EQ(shown("2024.05"), "prose");
}

}  // namespace
}  // namespace budgetdiff
