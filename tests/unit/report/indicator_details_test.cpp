#include "report/indicator_details.hpp"

#include <gtest/gtest.h>
#include <budgetdiff/report/report.hpp>
#include <budgetdiff/report/table.hpp>

#include <string>

namespace budgetdiff {
namespace {

/// A change of one indicator's weight, of one project.
ChangeSet with_weights(const std::string& before, const std::string& after) {
  IndicatorChange change;
  change.id = "1";
  change.from_project = change.to_project = "桥梁";
  Indicator indicator;
  indicator.name = "座数";
  indicator.annual_target = "≥3座";
  indicator.weight = before;
  change.from = indicator;
  indicator.weight = after;
  change.to = indicator;
  ProjectChange project;
  project.kind = ProjectChangeKind::changed;
  project.from = {{}};
  project.to = {{}};
  project.indicators = {change};
  ChangeSet out;
  out.projects = {project};
  return out;
}

TEST(IndicatorDetails, AreSaidInEveryFormat) {
  const ChangeSet changes = with_weights("20", "35");
  const ReportOptions options;
  for (const std::string& report :
       {text_report(changes, options), markdown_report(changes, options),
        write_csv(change_table(changes))}) {
    EXPECT_NE(report.find("20"), report.npos) << report;
    EXPECT_NE(report.find("35"), report.npos) << report;
  }
}

TEST(IndicatorDetails, AreTheFormsWhereOneOfThemHasNoWeights) {
  ChangeSet changes = with_weights("", "35");
  const IndicatorChange& change = changes.projects[0].indicators[0];
  EXPECT_EQ(detail_changes(change, changes).size(), 1U);
  changes.form_changes.push_back({FormPart::target, "", "weight", 9});
  EXPECT_TRUE(detail_changes(change, changes).empty());
}

TEST(IndicatorDetails, SayWhichPartAnIndicatorIsOf) {
  ProjectChange split;
  split.from = {{}};
  split.to = {{}, {}};
  ProjectChange merger;
  merger.from = {{}, {}};
  merger.to = {{}};
  ProjectChange regrouping;
  regrouping.from = regrouping.to = {{}, {}};
  IndicatorChange change;
  change.from_project = "甲";
  change.to_project = "乙";
  change.from = change.to = Indicator{};
  EXPECT_EQ(part_of(change, split), "乙");
  EXPECT_EQ(part_of(change, merger), "甲");
  EXPECT_EQ(part_of(change, regrouping), "甲 → 乙");
  change.from.reset();
  EXPECT_EQ(part_of(change, merger), "乙");
}

}  // namespace
}  // namespace budgetdiff
