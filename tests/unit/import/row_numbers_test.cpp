#include "import/table/row_numbers.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

/// What is said of rows with these numbers; "" for nothing.
std::string said(const std::vector<std::u32string>& numbers) {
  RowNumbers rows;
  std::uint32_t line = 0;
  for (const std::u32string& number : numbers) {
    Place place;
    place.line = static_cast<int>(++line);
    rows.add(number, place);
  }
  std::vector<Finding> findings;
  rows.say(findings);
  return findings.empty() ? "" : findings.front().message.args.front();
}

TEST(RowNumbers, SayWhereTheySkip) {
  EXPECT_EQ(said({U"1", U"2", U"4", U"5"}), "2 → 4");
  EXPECT_EQ(said({U"1", U"2", U"4", U"6", U"5"}), "2 → 4, 4 → 6, 6 → 5");
  EXPECT_EQ(said({U"１", U"２、", U"4.", U""}), "2 → 4");
}

TEST(RowNumbers, MayStartOverAndBeRepeated) {
  EXPECT_EQ(said({U"1", U"2", U"3", U"1", U"2"}), "");
  EXPECT_EQ(said({U"1", U"2", U"2", U"3"}), "");
  EXPECT_EQ(said({U"7", U"8", U"9"}), "");
}

TEST(RowNumbers, AreNoCountWhereMostDoNotFollow) {
  EXPECT_EQ(said({U"12", U"31", U"7", U"44", U"2", U"90"}), "");
  EXPECT_EQ(said({U"一", U"二", U"A-3"}), "");
  EXPECT_EQ(said({U"1", U"5"}), "");
}

TEST(RowNumbers, AreForgottenOnceSaid) {
  RowNumbers rows;
  std::vector<Finding> findings;
  for (const std::u32string_view number : {U"1", U"2", U"4"}) {
    rows.add(number, {});
  }
  rows.say(findings);
  rows.say(findings);
  EXPECT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().code, "row-numbering");
}

/// The names of a page's projects without the numbers of their rows.
std::vector<std::u32string> names(const std::vector<std::u32string>& published, int page = 1) {
  std::vector<ProjectText> projects;
  for (const std::u32string& name : published) {
    ProjectText project;
    project.name.append(name, 0);
    project.place.page = page;
    projects.push_back(std::move(project));
  }
  take_numbers_off_names(projects);
  std::vector<std::u32string> out;
  for (const ProjectText& project : projects) {
    out.push_back(project.name.text);
  }
  return out;
}

TEST(RowNumbers, AreTakenOffTheNamesOfAPage) {
  using Names = std::vector<std::u32string>;
  EXPECT_EQ(names({U"1造林", U"2护林", U"3防火"}), (Names{U"造林", U"护林", U"防火"}));
  EXPECT_EQ(names({U"1造林", U"2护林", U"1防火"}), (Names{U"造林", U"护林", U"防火"}));
  EXPECT_EQ(names({U"1号楼维修", U"2号楼维修"}), (Names{U"1号楼维修", U"2号楼维修"}));
  EXPECT_EQ(names({U"1造林", U"护林"}), (Names{U"1造林", U"护林"}));
  EXPECT_EQ(names({U"12345热线", U"110联动"}), (Names{U"12345热线", U"110联动"}));
  EXPECT_EQ(names({U"1造林", U"2护林"}, 0), (Names{U"1造林", U"2护林"}));
}

}  // namespace
}  // namespace budgetdiff::import
