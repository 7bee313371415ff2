#include "report/whole_project.hpp"

#include <gtest/gtest.h>
#include <budgetdiff/report/html.hpp>
#include <budgetdiff/report/report.hpp>

#include <string>

namespace budgetdiff {
namespace {

Project greenway() {
  Project out;
  out.name = "绿道建设";
  out.spending_unit = "市政所";
  out.funding.set("total", *Amount::parse("50.00"));
  out.funding.set("other_funds", *Amount::parse("20.00"));
  out.funding.set("fiscal_appropriation", *Amount::parse("0.00"));
  out.goal = "建设绿道。";
  Indicator length;
  length.level1 = "产出指标";
  length.level2 = "数量指标";
  length.name = "绿道里程";
  length.period_target = "≥9公里";
  length.annual_target = "≥5公里";
  length.weight = "15";
  out.indicators = {length};
  return out;
}

/// A change set in which the project came, or went.
ChangeSet with(ProjectChangeKind kind) {
  ProjectRef ref;
  ref.name = "绿道建设";
  ref.content = greenway();
  ProjectChange change;
  change.id = "1";
  change.kind = kind;
  (kind == ProjectChangeKind::added ? change.to : change.from) = {ref};
  ChangeSet out;
  out.from.unit = "千元";
  out.to.unit = "万元";
  out.projects = {change};
  return out;
}

TEST(WholeProject, IsSaidInReportsOfWhatCameAndWent) {
  for (const ProjectChangeKind kind : {ProjectChangeKind::added, ProjectChangeKind::removed}) {
    const ChangeSet changes = with(kind);
    const ReportOptions options;
    for (const std::string& report :
         {text_report(changes, options), markdown_report(changes, options),
          html_report(changes, options, {}, {})}) {
      for (const char* said : {"市政所", "建设绿道。", "绿道里程", "≥9公里", "≥5公里", "15"}) {
        EXPECT_NE(report.find(said), report.npos) << said << " in\n" << report;
      }
    }
  }
}

TEST(WholeProject, HasItsAmountsInTheUnitOfTheReport) {
  ReportOptions options;
  const std::string gone = text_report(with(ProjectChangeKind::removed), options);
  EXPECT_NE(gone.find("  2.00\n"), gone.npos) << gone;
  ChangeSet changes = with(ProjectChangeKind::removed);
  changes.from.unit = "日元";  // nothing says what it is worth
  const std::string foreign = text_report(changes, options);
  EXPECT_NE(foreign.find("20.00 日元"), foreign.npos) << foreign;
}

TEST(WholeProject, SaysOnceWhatIsSaidTwice) {
  ChangeSet changes = with(ProjectChangeKind::added);
  Project& project = *changes.projects[0].to[0].content;
  project.annual_goal = project.goal;
  project.funding.set("other_funds", *Amount::parse("50.0"));
  project.indicators[0].period_target = "≥5公里";
  const auto whole = whole_project(changes.projects[0], changes);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->goals.size(), 1U);
  EXPECT_EQ(whole->fields.size(), 1U);  // the unit; a source that repeats the total is none
  ASSERT_EQ(whole->indicators.size(), 1U);
  EXPECT_EQ(whole->indicators[0].category, "产出指标/数量指标");
  EXPECT_EQ(whole->indicators[0].values[0].key, "");
}

TEST(WholeProject, IsNothingOfWhatIsOnBothSides) {
  ChangeSet changes = with(ProjectChangeKind::added);
  changes.projects[0].from = changes.projects[0].to;
  EXPECT_FALSE(whole_project(changes.projects[0], changes));
  changes = with(ProjectChangeKind::added);
  changes.projects[0].to[0].content.reset();
  EXPECT_FALSE(whole_project(changes.projects[0], changes));
}

}  // namespace
}  // namespace budgetdiff
