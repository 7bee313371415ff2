/// What the report says, read as text without its markup.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <budgetdiff/diff/differ.hpp>
#include <budgetdiff/match/matcher.hpp>
#include <budgetdiff/report/html.hpp>

namespace budgetdiff {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Project project(const std::string& name, const char* total, const std::string& goal = "") {
  Project out;
  out.name = name;
  out.funding.set(column::total, *Amount::parse(total));
  out.goal = goal;
  return out;
}

Snapshot snapshot(int year, std::vector<Project> projects) {
  Snapshot out;
  out.department = "某市某局";
  out.year = year;
  out.unit = "万元";
  out.projects = std::move(projects);
  return out;
}

/// One page of the pair, in English.
class HtmlReport : public ::testing::Test {
 protected:
  std::string page() {
    const ChangeSet changes = diff({from_, to_, {}, {}}, match(from_, to_));
    return html_report(changes, options_, earlier_, later_);
  }

  Snapshot from_ = snapshot(2023, {project("道路养护", "10.00"), project("公园管理", "5.00")});
  Snapshot to_ = snapshot(2024, {project("道路养护", "12.50"), project("公园管理", "5.00")});
  ReportOptions options_;
  ReportedDocument earlier_;
  ReportedDocument later_;
};

TEST_F(HtmlReport, SaysWhatAReviewerWouldWrite) {
  EXPECT_THAT(page(), HasSubstr("2024 budget: 17.50 万元, 2.50 万元 (16.67%) more than "
                                "2023 budget."));
}

TEST_F(HtmlReport, SaysOfFinalAccountsWhatTheyAreAndLessOnce) {
  to_ = from_;
  to_.stage = stage::final_accounts;
  to_.projects[0].funding.set(column::total, *Amount::parse("7.00"));
  EXPECT_THAT(page(), HasSubstr("2023 final accounts: 12.00 万元, 3.00 万元 (20.00%) less than "
                                "2023 budget."));
  to_.projects[0].funding = from_.projects[0].funding;
  to_.projects[0].goal = "提高道路质量。";
  EXPECT_THAT(page(), HasSubstr("2023 final accounts: 15.00 万元, as much as 2023 budget."));
}

TEST_F(HtmlReport, WhatIsListedForItsNotationIsNotSaidToBeLeftOut) {
  from_.projects[0].goal = "养护３公里。";
  to_ = from_;
  to_.year = 2024;
  EXPECT_THAT(page(), HasSubstr("Not listed: 2 unchanged projects"));
  to_.projects[0].goal = "养护3公里。";
  EXPECT_THAT(page(), HasSubstr("2 unchanged projects"));
  options_.notation = true;
  EXPECT_THAT(page(), HasSubstr("Not listed: 1 unchanged project"));
  EXPECT_THAT(page(), Not(HasSubstr("2 unchanged projects")));
}

TEST_F(HtmlReport, IsOneLanguageThroughout) {
  options_.language = Language::chinese;
  const std::string text = page();
  EXPECT_THAT(text, HasSubstr("<html lang=\"zh-Hans\">"));
  EXPECT_THAT(text, HasSubstr("增加 2.50 万元（16.67%）"));
  EXPECT_THAT(text, Not(HasSubstr(">Summary<")));
}

TEST_F(HtmlReport, EachChangeIsAnArticleThatCanBeLinkedTo) {
  const ChangeSet changes = diff({from_, to_, {}, {}}, match(from_, to_));
  const std::string text = page();
  for (const ProjectChange& change : changes.projects) {
    const std::string article = "id=\"" + change.id + "\"";
    if (change.kind == ProjectChangeKind::unchanged) {
      EXPECT_THAT(text, Not(HasSubstr(article)));
    } else {
      EXPECT_THAT(text, HasSubstr(article));
      EXPECT_THAT(text, HasSubstr("href=\"#" + change.id + "\""));
    }
  }
}

TEST_F(HtmlReport, GoalsAreEditedInline) {
  from_.projects[0].goal = "提高道路质量。";
  to_.projects[0].goal = "提升道路质量。";
  EXPECT_THAT(page(), HasSubstr("<del>提高</del><ins>提升</ins>道路质量。"));
}

TEST_F(HtmlReport, SourcesAndPlacesAreSaid) {
  Provenance provenance;
  provenance.file = "2024<b>.pdf";
  provenance.sha256 = std::string(64, 'a');
  provenance.projects.resize(2);
  provenance.projects[0].place.page = 3;
  provenance.projects[0].place.line = 14;
  later_.provenance = &provenance;
  const std::string text = page();
  EXPECT_THAT(text, HasSubstr("2024&lt;b&gt;.pdf"));
  EXPECT_THAT(text, HasSubstr("SHA-256 " + provenance.sha256));
  EXPECT_THAT(text, HasSubstr("2024 budget: page 3, line 14"));
}

TEST_F(HtmlReport, FindingsOfBothDocumentsAreListed) {
  earlier_.findings = {{"sum-mismatch", Severity::error, {}, "道路养护", {"sums {0}", {"<5>"}}}};
  const std::string text = page();
  EXPECT_THAT(text, HasSubstr("2023 budget (1)"));
  EXPECT_THAT(text, HasSubstr("sums &lt;5&gt;"));
  EXPECT_THAT(text, HasSubstr("sum-mismatch"));
  EXPECT_THAT(text, HasSubstr("2024 budget (0)"));
}

TEST_F(HtmlReport, DoubtfulMatchesComeWithTheCommandsThatSettleThem) {
  ChangeSet changes = diff({from_, to_, {}, {}}, match(from_, to_));
  changes.suggested.push_back({"d00d", {{0, "甲", {}, {}}}, {{1, "乙", {}, {}}}, 620, {}});
  options_.from_name = "2023";
  options_.to_name = "2024";
  const std::string text = html_report(changes, options_, earlier_, later_);
  EXPECT_THAT(text, HasSubstr("<code>budgetdiff match accept 2023 2024 d00d</code>"));
  EXPECT_THAT(text, HasSubstr("<code>budgetdiff match reject 2023 2024 d00d</code>"));
}

TEST_F(HtmlReport, SmallChangesAreCountedAndNotListed) {
  options_.min_change.amount = Amount(100, 0);
  const std::string text = page();
  EXPECT_THAT(text, HasSubstr("Not listed: 1 project whose money changed less than asked for"));
}

TEST_F(HtmlReport, EqualTablesSayThatNothingChanged) {
  to_ = from_;
  EXPECT_THAT(page(), HasSubstr("Nothing changed."));
}

TEST_F(HtmlReport, UnitsThatCannotBeComparedGiveNoPicture) {
  to_.unit = "USD";
  const std::string text = page();
  EXPECT_THAT(text, HasSubstr("The totals of the two years cannot be compared."));
  EXPECT_THAT(text, Not(HasSubstr("<svg")));
}

TEST_F(HtmlReport, ManyProjectsAreGatheredInThePicturesAndCounted) {
  for (int i = 0; i < 60; ++i) {
    const std::string name = "第" + std::to_string(1000 + i * 37) + "号工程";
    from_.projects.push_back(project(name, "1.00"));
    to_.projects.push_back(project(name, "1.00"));
  }
  EXPECT_THAT(page(), HasSubstr("other projects that go on (42)"));
}

}  // namespace
}  // namespace budgetdiff
