/// Tables of text whose words show that they stand in the wrong cell. All figures are made up.

#include "import/table/text_doubts.hpp"

#include "import/table/amounts_in_prose.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

struct Told {
  const char* unit;
  const char* name;
  const char* goal;
};

/// The projects of a table of text, or of a PDF, that are doubted.
std::vector<std::string> doubted(const std::vector<Told>& projects, int line = 3) {
  TableRecords records;
  for (const Told& told : projects) {
    ProjectText project;
    project.spending_unit.append(to_code_points(told.unit), 0);
    project.name.append(to_code_points(told.name), 0);
    project.goal.append(to_code_points(told.goal), 0);
    project.place.page = 1;
    project.place.line = line;
    records.projects.push_back(std::move(project));
  }
  doubt_texts(records);
  std::vector<std::string> out;
  for (const Finding& finding : records.findings) {
    out.push_back(finding.project);
  }
  return out;
}

using Names = std::vector<std::string>;

TEST(TextDoubts, AUnitThatIsTheEndOfAnother) {
  const std::vector<Told> cut{{"和体育局", "巡查", ""}, {"某县教育和体育局", "宣传", ""}};
  EXPECT_EQ(doubted(cut), Names{"巡查"});
  EXPECT_EQ(doubted(cut, 0), Names{}) << "a PDF has lines between its cells";
  EXPECT_EQ(doubted({{"某县教育局", "巡查", ""}, {"某县教育局培训中心", "宣传", ""}}), Names{});
}

TEST(TextDoubts, ANameWhoseSecondLineStandsBeforeItsFirst) {
  EXPECT_EQ(doubted({{"", "馆公共文化场", "做好文化场馆的开放。"}}), Names{"馆公共文化场"});
  EXPECT_EQ(doubted({{"", "公共文化场馆", "做好文化场馆的开放，公共服务良好。"}}), Names{});
}

TEST(TextDoubts, ANameThatItsGoalSaysTurnedRound) {
  EXPECT_EQ(doubted({{"", "县质量强", "创建质量强县。"}}), Names{"县质量强"});
  EXPECT_EQ(doubted({{"", "质量强县", "创建质量强县，质量更好。"}}), Names{});
}

TEST(TextDoubts, ANameThatClosesAQuoteBeforeItOpensOne) {
  EXPECT_EQ(doubted({{"", "两免一补”政“策资金", ""}}), Names{"两免一补”政“策资金"});
  EXPECT_EQ(doubted({{"", "“两免一补”政策资金（本级）", ""}}), Names{});
}

TEST(TextDoubts, ANameThatEndsAsALabel) {
  EXPECT_EQ(doubted({{"", "水利厅财政部门", ""}}), Names{"水利厅财政部门"});
}

TEST(TextDoubts, AGoalWhoseLinesBeginWithAmounts) {
  const auto doubts = [](const std::vector<const char*>& lines) {
    TableRecords records;
    ProjectText project;
    project.name.append(U"铺路", 0);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      project.goal.append(to_code_points(lines[i]), static_cast<std::uint32_t>(i + 1));
    }
    project.place.page = project.place.line = 1;
    records.projects.push_back(std::move(project));
    doubt_texts(records);
    return records.findings.size();
  };
  EXPECT_EQ(doubts({"650000 铺好路。", "修桥", "90000 修好桥。"}), 1U);
  EXPECT_EQ(doubts({"铺好路。", "1,234.50"}), 1U);
  EXPECT_EQ(doubts({"铺路里程达到", "6500米，惠及", "12村。"}), 0U);
  EXPECT_EQ(doubts({"2024年铺路，", "2025年修桥。"}), 0U);
}

TEST(TextDoubts, AGoalThatHoldsWhatItsSourcesLack) {
  const auto doubtful = [](const std::string& goal, const char* fiscal = "300") {
    Project project;
    project.goal = goal;
    project.funding.set("total", *Amount::parse("342.5"));
    project.funding.set("fiscal_appropriation", *Amount::parse(fiscal));
    return has_amount_in_goal(project);
  };
  EXPECT_TRUE(doubtful("铺好两条道42.50路。"));
  EXPECT_FALSE(doubtful("铺好两条道路，花费42.50万元。"));
  EXPECT_FALSE(doubtful("铺好两条道42.50路。", "342.5"));
  EXPECT_FALSE(doubtful("铺好42条道路。"));
  EXPECT_TRUE(doubtful("铺好两条道3路。", "339.5"));
  EXPECT_FALSE(doubtful("目标1：铺路；目标3：修桥。", "339.5"));
  EXPECT_FALSE(doubtful("建立“3+2+N”机制。", "339.5"));
}

TEST(TextDoubts, NoGoalForWhatItsAmountIsMoreThanInYearsBefore) {
  Project project;
  project.goal = "铺好两条道42.50路。";
  project.funding.set("total", *Amount::parse("342.5"));
  project.funding.set("2022年", *Amount::parse("300"));
  EXPECT_FALSE(has_amount_in_goal(project));
}

}  // namespace
}  // namespace budgetdiff::import
