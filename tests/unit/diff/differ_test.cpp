#include <budgetdiff/diff/differ.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Texts = std::vector<std::string>;

Indicator indicator(const char* level1, const char* level2, const char* name, const char* target) {
  Indicator out;
  out.level1 = level1;
  out.level2 = level2;
  out.name = name;
  out.period_target = target;
  out.annual_target = target;
  return out;
}

Project project(const char* name, const char* total) {
  Project out;
  out.name = name;
  if (const auto amount = Amount::parse(total)) {
    out.funding.set("total", *amount);
    out.funding.set("fiscal_appropriation", *amount);
  }
  return out;
}

Snapshot snapshot(int year, std::vector<Project> projects) {
  Snapshot out;
  out.department = "某局";
  out.year = year;
  out.unit = "万元";
  out.projects = std::move(projects);
  out.stated_total.set("total", sum_of_totals(out));
  return out;
}

/// Pairs projects and their indicators by position: what the differ is given
/// is not what is tested here.
Alignment by_position(const Snapshot& from, const Snapshot& to) {
  Alignment out;
  for (std::size_t i = 0; i < from.projects.size(); ++i) {
    AlignedGroup group;
    group.from = {i};
    group.to = {i};
    group.method = MatchMethod::exact;
    const std::size_t count =
        std::min(from.projects[i].indicators.size(), to.projects[i].indicators.size());
    for (std::size_t k = 0; k < count; ++k) {
      group.indicators.push_back({i, k, i, k, MatchMethod::exact, 1000});
    }
    out.groups.push_back(std::move(group));
  }
  return out;
}

ChangeSet changes(const Snapshot& from, const Snapshot& to) {
  return diff({from, to, "a", "b"}, by_position(from, to));
}

TEST(Differ, TellsTheMedicalFundAsOneSplitWithItsSum) {
  const Snapshot from = snapshot(2023, {project("医疗保障基金专项", "9800.00")});
  const Snapshot to = snapshot(2024, {project("医疗保障基金专项", "5626.49"),
                                      project("医疗保障基金专项（2024年）", "5000.00")});
  Alignment alignment;
  AlignedGroup group;
  group.from = {0};
  group.to = {0, 1};
  group.method = MatchMethod::similar;
  group.confidence = 970;
  alignment.groups.push_back(group);
  const ChangeSet set = diff({from, to, "a", "b"}, alignment);
  ASSERT_THAT(set.projects, SizeIs(1));
  const ProjectChange& split = set.projects.front();
  EXPECT_EQ(split.kind, ProjectChangeKind::split);
  EXPECT_EQ(split.from_total->to_string(), "9800.00");
  EXPECT_EQ(split.to_total->to_string(), "10626.49");
  EXPECT_EQ(split.delta->to_string(), "826.49");
  EXPECT_EQ(split.percent, "8.43");
  ASSERT_THAT(set.reconciliation, SizeIs(2));
  EXPECT_EQ(set.reconciliation[0].kind, "split");
  EXPECT_EQ(set.reconciliation[0].delta.to_string(), "826.49");
  EXPECT_EQ(set.reconciliation[1].kind, "unexplained");
  EXPECT_EQ(set.reconciliation[1].delta.to_string(), "0.00");
}

TEST(Differ, ShowsWhatTheStatedTotalsDoNotExplain) {
  Snapshot from = snapshot(2023, {project("甲", "10.00")});
  Snapshot to = snapshot(2024, {project("甲", "12.00")});
  to.stated_total.set("total", Amount(1250, 2));
  const ChangeSet set = changes(from, to);
  EXPECT_EQ(set.totals.delta->to_string(), "2.50");
  EXPECT_EQ(set.reconciliation.back().kind, "unexplained");
  EXPECT_EQ(set.reconciliation.back().delta.to_string(), "0.50");
}

TEST(Differ, KeepsNotationApartFromSubstance) {
  Snapshot from = snapshot(2023, {project("机构（市级）", "21.21")});
  from.projects[0].goal = "目标（一）";
  from.projects[0].indicators = {indicator("产出指标", "数量指标", "人数", "≧95%")};
  Snapshot to = snapshot(2024, {project("机构(市级)", "21.210")});
  to.projects[0].goal = "目标(一)";
  to.projects[0].indicators = {indicator("产出", "数量", "人数", "≥95%")};
  const ChangeSet set = changes(from, to);
  const ProjectChange& change = set.projects.front();
  EXPECT_EQ(change.kind, ProjectChangeKind::unchanged);
  EXPECT_TRUE(change.notation);
  ASSERT_THAT(change.fields, SizeIs(1));
  EXPECT_TRUE(change.fields[0].notation);
  ASSERT_THAT(change.funding, SizeIs(2));
  EXPECT_TRUE(change.funding[0].notation);
  ASSERT_THAT(change.goals, SizeIs(1));
  EXPECT_TRUE(change.goals[0].notation);
  ASSERT_THAT(change.indicators, SizeIs(1));
  EXPECT_TRUE(change.indicators[0].notation);
  EXPECT_EQ(change.indicators[0].targets.at(0).effect, Effect::reworded);
}

TEST(Differ, ComparesDifferentUnitsExactly) {
  Snapshot from = snapshot(2023, {project("甲", "21.21")});
  Snapshot to = snapshot(2024, {project("甲", "212100")});
  to.unit = "元";
  ChangeSet set = changes(from, to);
  EXPECT_EQ(set.projects[0].kind, ProjectChangeKind::unchanged);
  EXPECT_TRUE(set.projects[0].notation);
  EXPECT_TRUE(set.totals.delta->is_zero());
  to.projects[0].funding.set("total", Amount(212101, 0));
  set = changes(from, to);
  EXPECT_EQ(set.projects[0].delta->to_string(), "1");
  EXPECT_EQ(set.projects[0].funding.front().delta->to_string(), "1");
}

TEST(Differ, SaysWhenUnitsCannotBeCompared) {
  const Snapshot from = snapshot(2023, {project("甲", "1")});
  Snapshot to = snapshot(2024, {project("甲", "1")});
  to.unit = "百万円";
  const ChangeSet set = changes(from, to);
  EXPECT_FALSE(set.totals.delta);
  EXPECT_THAT(set.reconciliation, IsEmpty());
  ASSERT_THAT(set.warnings, SizeIs(1));
  EXPECT_THAT(in_english(set.warnings[0]), HasSubstr("cannot be compared: 万元 and 百万円"));
}

TEST(Differ, TellsRenamesReclassificationsAndTargets) {
  Snapshot from = snapshot(2023, {project("甲经费", "1.00")});
  from.projects[0].indicators = {indicator("产出指标", "数量指标", "人数", "≥90%"),
                                 indicator("产出指标", "质量指标", "合格率", "≥90%"),
                                 indicator("效益指标", "社会效益", "知晓率", "≥90%")};
  Snapshot to = snapshot(2024, {project("甲资金", "1.00")});
  to.projects[0].indicators = {indicator("产出指标", "数量指标", "年度人数", "≥90%"),
                               indicator("产出指标", "时效指标", "合格率", "≥90%"),
                               indicator("效益指标", "社会效益", "知晓率", "≥80%")};
  const ProjectChange change = changes(from, to).projects.front();
  EXPECT_EQ(change.kind, ProjectChangeKind::renamed);
  ASSERT_THAT(change.indicators, SizeIs(3));
  EXPECT_EQ(change.indicators[0].kind, IndicatorChangeKind::renamed);
  EXPECT_EQ(change.indicators[1].kind, IndicatorChangeKind::reclassified);
  EXPECT_EQ(change.indicators[2].kind, IndicatorChangeKind::changed);
  EXPECT_EQ(change.indicators[2].targets.at(0).effect, Effect::loosened);
  EXPECT_EQ(change.carried_targets, 2U);
}

TEST(Differ, SaysAChangeOfTheFormOnce) {
  std::vector<Project> before;
  std::vector<Project> after;
  for (const char* name : {"甲", "乙", "丙"}) {
    before.push_back(project(name, "1.00"));
    before.back().indicators = {indicator("产出指标", "成本指标", "培训成本", "≤5元")};
    after.push_back(project(name, "1.00"));
    after.back().indicators = {indicator("成本指标", "经济成本指标", "培训成本", "≤5元")};
  }
  after[1].indicators[0].annual_target = "≤6元";
  const ChangeSet set = changes(snapshot(2023, before), snapshot(2024, after));
  ASSERT_THAT(set.form_changes, SizeIs(1));
  EXPECT_EQ(set.form_changes[0].from, "产出指标/成本指标");
  EXPECT_EQ(set.form_changes[0].to, "成本指标/经济成本指标");
  EXPECT_EQ(set.form_changes[0].count, 3U);
  EXPECT_EQ(set.projects[0].kind, ProjectChangeKind::unchanged);
  EXPECT_TRUE(set.projects[0].notation);
  EXPECT_EQ(set.projects[1].kind, ProjectChangeKind::changed);
  EXPECT_TRUE(set.projects[1].indicators[0].form_change);
}

TEST(Differ, TakesOneMovedIndicatorForNoChangeOfTheForm) {
  Snapshot from = snapshot(2023, {project("甲", "1.00"), project("乙", "1.00")});
  from.projects[0].indicators = {indicator("产出指标", "成本指标", "培训成本", "≤5元")};
  from.projects[1].indicators = {indicator("产出指标", "成本指标", "会议成本", "≤5元")};
  Snapshot to = from;
  to.year = 2024;
  to.projects[0].indicators[0].level2 = "数量指标";
  const ChangeSet set = changes(from, to);
  EXPECT_THAT(set.form_changes, IsEmpty());
  EXPECT_EQ(set.projects[0].kind, ProjectChangeKind::changed);
}

TEST(Differ, CountsATargetOfPeriodAndYearOnce) {
  Snapshot from = snapshot(2023, {project("甲", "1.00")});
  from.projects[0].indicators = {indicator("产出指标", "数量指标", "人数", "≥90人"),
                                 indicator("产出指标", "数量指标", "次数", "≥9次"),
                                 indicator("产出指标", "数量指标", "册数", "")};
  from.projects[0].indicators[1].annual_target = "≥3次";
  const Snapshot to = from;
  EXPECT_EQ(changes(from, to).projects[0].carried_targets, 3U);
}

TEST(Differ, ATableWithoutItsTotalsHasNotLostThem) {
  const Snapshot from = snapshot(2023, {project("甲", "1.00")});
  Snapshot to = snapshot(2024, {project("甲", "2.00")});
  to.stated_total = {};
  for (const bool later : {true, false}) {
    const ChangeSet set = later ? changes(from, to) : changes(to, from);
    ASSERT_THAT(set.stated, SizeIs(1));
    EXPECT_TRUE(set.stated[0].notation);
    EXPECT_FALSE(set.stated[0].delta);
    EXPECT_FALSE(set.stated[0].percent);
    EXPECT_EQ(set.totals.delta->abs(), Amount(1, 0));
  }
}

/// Two projects with the same sources, 1.00 each.
Snapshot with_sources(int year, const std::vector<std::string>& columns) {
  std::vector<Project> projects;
  for (const char* name : {"甲", "乙"}) {
    Project& one = projects.emplace_back();
    one.name = name;
    one.funding.set("total", Amount(4, 0));
    for (const std::string& column : columns) {
      one.funding.set(column, Amount(100, 2));
    }
  }
  return snapshot(year, std::move(projects));
}

TEST(Differ, TellsSourcesUnderOtherNamesAsTheForm) {
  using Columns = std::vector<std::string>;
  struct Case {
    Columns from;
    Columns to;
    Columns of_form;  ///< no longer shown, then not shown before
  };
  const Case cases[] = {
      // 财政拨款 in place of its parts, whatever stands beside them.
      {{"general_public_budget", "government_funds"},
       {"fiscal_appropriation"},
       {"general_public_budget", "government_funds", "fiscal_appropriation"}},
      {{"fiscal_appropriation", "other_funds"},
       {"general_public_budget", "other_funds"},
       {"fiscal_appropriation", "general_public_budget"}},
      // 财政拨款 above its parts.
      {{"general_public_budget"},
       {"fiscal_appropriation", "general_public_budget"},
       {"fiscal_appropriation"}},
      // No name in common.
      {{"operating_income"}, {"本级支出"}, {"operating_income", "本级支出"}},
      // 执行数 is no source.
      {{"other_funds", "adjusted_budget", "executed"},
       {"other_funds"},
       {"adjusted_budget", "executed"}},
      // Nor are amounts of other stages beside the snapshot's.
      {{"fiscal_appropriation"},
       {"fiscal_appropriation", "年初预算数", "财政拨款（年初预算数）"},
       {"年初预算数", "财政拨款（年初预算数）"}},
      // The form is the same: a source is gone or new.
      {{"general_public_budget", "government_funds"}, {"general_public_budget"}, {}},
      {{"fiscal_appropriation"}, {"fiscal_appropriation", "other_funds"}, {}},
  };
  for (const Case& one : cases) {
    const ChangeSet set = changes(with_sources(2023, one.from), with_sources(2024, one.to));
    Columns found;
    for (const FormChange& change : set.form_changes) {
      EXPECT_EQ(change.part, FormPart::funding);
      found.push_back(change.from + change.to);
    }
    EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(one.of_form));
    EXPECT_EQ(set.projects[0].kind == ProjectChangeKind::unchanged, !one.of_form.empty())
        << one.from[0] << " " << one.to[0];
  }
}

/// What is said of one indicator's target in each part, in order of the parts: effect, delta and
/// whether the rule is that of a division, a sum or parts.
Texts said_of_parts(const ChangeSet& set) {
  Texts out;
  for (const IndicatorChange& change : set.projects[0].indicators) {
    for (const TargetChange& target : change.targets) {
      if (target.field != "annual_target") {
        continue;
      }
      std::string text(to_string(target.effect));
      text += target.delta ? " " + target.delta->to_string() : "";
      text += target.rule == rule_of_division        ? " (divided)"
              : target.rule == rule_of_parts         ? " (parts)"
              : target.rule.starts_with(rule_of_sum) ? " (sum)"
                                                     : "";
      out.push_back(text);
    }
  }
  return out;
}

TEST(Differ, HoldsTheSumOfASplitsQuantitiesAgainstTheWhole) {
  struct Case {
    const char* whole;
    const char* first;
    const char* second;
    Texts split;
    Texts merger;
    const char* name = "加固数";
  };
  const Texts divided{"changed (divided)", "changed (divided)"};
  const Texts parts{"changed (parts)", "changed (parts)"};
  const Case cases[] = {
      {"=2座", "=1座", "=1座", divided, divided},
      {"≥350米", "≥200米", "≥150米", divided, divided},
      {"≤100万元", "≤60万元", "≤40万元", divided, divided},
      {"≥120公里",
       "≥70公里",
       "≥60公里",
       {"tightened 10 (sum)", "changed (sum)"},
       {"loosened -10 (sum)", "changed (sum)"}},
      {"≥7万人次",
       "≥5万人次",
       "≥3万人次",
       {"tightened 10000 (sum)", "changed (sum)"},
       {"loosened -10000 (sum)", "changed (sum)"}},
      {"≥350米",
       "≥200米",
       "≥100米",
       {"loosened -50 (sum)", "changed (sum)"},
       {"tightened 50 (sum)", "changed (sum)"}},
      {"≤5次",
       "≤3次",
       "≤4次",
       {"loosened 2 (sum)", "changed (sum)"},
       {"tightened -2 (sum)", "changed (sum)"}},
      // A part that kept the whole's number is carried over, and counts.
      {"≥100人", "≥100人", "≥30人", {"tightened 30 (sum)"}, {"loosened -30 (sum)"}},
      {"≥2座", "≥2座", "≥2座", {}, {}},
      {"≥2座", "≥2座", "≥0座", {"changed (divided)"}, {"changed (divided)"}},
      // What cannot be added is not held against the whole, either.
      {"≥350米", "200米", "≥150米", parts, parts},
      {"≥350米", "≥200米", "若干", parts, parts},
      {"≥350米", "≥200米", "≥2座", parts, parts},
      // Shares, prices, times, and what is said of each are targets of each part.
      {"≥100%", "≥60%", "≥40%", {"loosened -40", "loosened -60"}, {"tightened 40", "tightened 60"}},
      {"≤5元/人",
       "≤2元/人",
       "≤3元/人",
       {"tightened -3", "tightened -2"},
       {"loosened 3", "loosened 2"}},
      {"≥2年", "≥1年", "≥1年", {"loosened -1", "loosened -1"}, {"tightened 1", "tightened 1"}},
      {"≥500元",
       "≥400元",
       "≥300元",
       {"loosened -100", "loosened -200"},
       {"tightened 100", "tightened 200"},
       "人均补助标准"},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(std::string(one.whole) + " / " + one.first + " + " + one.second);
    Snapshot whole = snapshot(2023, {project("加固", "3.00")});
    whole.projects[0].indicators = {indicator("产出指标", "数量指标", one.name, one.whole)};
    Snapshot parted = snapshot(2024, {project("加固一期", "1.00"), project("加固二期", "2.00")});
    parted.projects[0].indicators = {indicator("产出指标", "数量指标", one.name, one.first)};
    parted.projects[1].indicators = {indicator("产出指标", "数量指标", one.name, one.second)};
    Alignment split;
    AlignedGroup& group = split.groups.emplace_back();
    group.from = {0};
    group.to = {0, 1};
    group.method = MatchMethod::similar;
    group.indicators = {{0, 0, 0, 0, MatchMethod::exact, 1000},
                        {0, 0, 1, 0, MatchMethod::exact, 1000}};
    Alignment merger;
    AlignedGroup& back = merger.groups.emplace_back(group);
    std::swap(back.from, back.to);
    back.indicators[1] = {1, 0, 0, 0, MatchMethod::exact, 1000};
    EXPECT_EQ(said_of_parts(diff({whole, parted, "a", "b"}, split)), one.split);
    EXPECT_EQ(said_of_parts(diff({parted, whole, "b", "a"}, merger)), one.merger);
  }
}

TEST(Differ, HoldsTheSumsOfARegroupingAgainstEachOther) {
  Snapshot from = snapshot(2023, {project("甲", "3.00"), project("乙", "3.00")});
  Snapshot to = snapshot(2024, {project("丙", "1.00"), project("丁", "2.00")});
  from.projects[0].indicators = {indicator("产出指标", "数量指标", "里程", "≥60公里")};
  from.projects[1].indicators = {indicator("产出指标", "数量指标", "里程", "≥40公里")};
  to.projects[0].indicators = {indicator("产出指标", "数量指标", "里程", "≥70公里")};
  to.projects[1].indicators = {indicator("产出指标", "数量指标", "里程", "≥20公里")};
  Alignment alignment;
  AlignedGroup& group = alignment.groups.emplace_back();
  group.from = {0, 1};
  group.to = {0, 1};
  group.method = MatchMethod::similar;
  for (const std::size_t a : {std::size_t{0}, std::size_t{1}}) {
    for (const std::size_t b : {std::size_t{0}, std::size_t{1}}) {
      group.indicators.push_back({a, 0, b, 0, MatchMethod::exact, 1000});
    }
  }
  const ChangeSet set = diff({from, to, "a", "b"}, alignment);
  EXPECT_EQ(said_of_parts(set),
            (Texts{"loosened -10 (sum)", "changed (sum)", "changed (sum)", "changed (sum)"}));
  EXPECT_EQ(set.projects[0].indicators[0].targets[0].rule,
            std::string(rule_of_sum) + "≥100公里 -> ≥90公里");
}

TEST(Differ, WarnsWhenMostDiffersAndWhenNamesAreDoubled) {
  Snapshot from = snapshot(2023, {});
  Snapshot to = snapshot(2024, {});
  Alignment alignment;
  for (std::size_t i = 0; i < 6; ++i) {
    from.projects.push_back(project(i < 2 ? "同名" : ("旧" + std::to_string(i)).c_str(), "1"));
    to.projects.push_back(project(("新" + std::to_string(i)).c_str(), "1"));
    alignment.groups.push_back({{i}, {}, MatchMethod::none, 1000, {}, {}});
    alignment.groups.push_back({{}, {i}, MatchMethod::none, 1000, {}, {}});
  }
  const ChangeSet set = diff({from, to, "a", "b"}, alignment);
  ASSERT_THAT(set.warnings, SizeIs(2));
  EXPECT_THAT(in_english(set.warnings[0]), HasSubstr("only 0 of 12 projects have a counterpart"));
  EXPECT_EQ(in_english(set.warnings[1]), "in the earlier snapshot 2 projects are named 同名");
}

}  // namespace
}  // namespace budgetdiff
