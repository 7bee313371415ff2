#include "import/join_files.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Row {
  const char* name;
  const char* total;
  const char* code = "";
};

/// One file with one table; `stated` is its 合计, or empty.
FileTable table_of(std::size_t file, const std::string& path, const std::vector<Row>& rows,
                   const char* stated = "") {
  FileTable out;
  out.file = file;
  out.path = path;
  Snapshot& snapshot = out.table.snapshot;
  snapshot.department = "某局";
  snapshot.year = 2025;
  snapshot.unit = "万元";
  Provenance& provenance = out.table.provenance;
  provenance.file = path.substr(path.rfind('/') + 1);
  provenance.sha256 = std::string(64, static_cast<char>('a' + file));
  provenance.size = file;
  provenance.importer = "html";
  for (const Row& row : rows) {
    Project& project = snapshot.projects.emplace_back();
    project.name = row.name;
    project.code = row.code;
    project.funding.set(column::total, *Amount::parse(row.total));
    project.indicators.resize(1);
    Place place;
    place.line = static_cast<int>(snapshot.projects.size());
    provenance.projects.push_back({place, {place}});
  }
  if (*stated != '\0') {
    snapshot.stated_total.set(column::total, *Amount::parse(stated));
  }
  return out;
}

std::vector<std::string> names_in(const FileGroup& group) {
  std::vector<std::string> out;
  for (const Project& project : group.table.snapshot.projects) {
    out.push_back(project.name);
  }
  return out;
}

std::vector<std::string> reasons_in(const FileGroup& group) {
  std::vector<std::string> out;
  for (const FileGroup::Conflict& conflict : group.conflicts) {
    out.push_back(in_english(conflict.why));
  }
  return out;
}

TEST(JoinFiles, TakeTheSameTableInAnotherNotationOnce) {
  const auto groups = group_files({table_of(0, "a.pdf", {{"甲", "386.40"}}, "386.40"),
                                   table_of(1, "a.xlsx", {{"甲", "386.4"}}, "386.4")});
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_THAT(groups[0].conflicts, testing::IsEmpty());
  ASSERT_EQ(groups[0].same.size(), 1U);
  EXPECT_EQ(groups[0].same[0].as, 0U);
}

TEST(JoinFiles, TakeTheSameTableInAnotherUnitOnce) {
  FileTable yuan = table_of(1, "b.html", {{"修渠（二期）", "75200.00"}});
  yuan.table.snapshot.unit = "元";
  FileTable cents = table_of(0, "a.xlsx", {{"修渠(二期)", "7.52"}});
  yuan.table.snapshot.projects[0].indicators[0].annual_target = ">=3个";
  cents.table.snapshot.projects[0].indicators[0].annual_target = "≥3个";
  std::vector<FileTable> all;
  all.push_back(cents);
  all.push_back(yuan);
  const std::vector<FileGroup> groups = group_files(std::move(all));
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_TRUE(groups[0].conflicts.empty());
  EXPECT_EQ(groups[0].same.size(), 1U);
}

TEST(JoinFiles, MakesOneSnapshotOfAProjectAFile) {
  const auto groups = group_files({table_of(0, "a/1.html", {{"甲", "120.50"}}),
                                   table_of(1, "a/2.html", {{"乙", "33.00"}}),
                                   table_of(2, "a/3.html", {{"丙", "10.00"}})});
  ASSERT_EQ(groups.size(), 1U);
  const FileGroup& group = groups.front();
  EXPECT_THAT(group.conflicts, IsEmpty());
  EXPECT_THAT(group.files, ElementsAre(0, 1, 2));
  EXPECT_THAT(names_in(group), ElementsAre("甲", "乙", "丙"));
  EXPECT_EQ(sum_of_totals(group.table.snapshot).to_string(), "163.50");
  const Provenance& provenance = group.table.provenance;
  EXPECT_EQ(provenance.file, "1.html");
  ASSERT_EQ(provenance.parts.size(), 2U);
  EXPECT_EQ(provenance.parts[1], (SourcePart{"3.html", std::string(64, 'c'), 2}));
  ASSERT_EQ(provenance.projects.size(), 3U);
  EXPECT_EQ(to_string(provenance.projects[0].place), "1");
  EXPECT_EQ(to_string(provenance.projects[1].place), "2.html:1");
  EXPECT_EQ(to_string(provenance.projects[2].indicators[0]), "3.html:1");
  ASSERT_EQ(provenance.findings.size(), 1U);
  EXPECT_EQ(provenance.findings[0].code, "files-joined");
  EXPECT_THAT(in_english(provenance.findings[0].message), HasSubstr("3 files"));
}

TEST(JoinFiles, LeavesOneFileAsItIs) {
  const auto groups = group_files({table_of(0, "1.html", {{"甲", "1.00"}}, "2.00")});
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_THAT(groups[0].table.provenance.parts, IsEmpty());
  EXPECT_THAT(groups[0].table.provenance.findings, IsEmpty());
  EXPECT_EQ(groups[0].table.snapshot.stated_total.total()->to_string(), "2.00");
}

TEST(JoinFiles, KeepsYearsStagesAndDepartmentsApart) {
  std::vector<FileTable> tables;
  for (std::size_t i = 0; i < 4; ++i) {
    tables.push_back(table_of(i, "x.html", {{"甲", "1.00"}}));
  }
  tables[1].table.snapshot.year = 2024;
  tables[2].table.snapshot.stage = stage::final_accounts;
  tables[3].table.snapshot.department = "另一局";
  EXPECT_EQ(group_files(std::move(tables)).size(), 4U);
}

TEST(JoinFiles, TakesOneOfIdenticalTables) {
  const auto groups =
      group_files({table_of(0, "1.html", {{"甲", "1.00"}}), table_of(1, "2.html", {{"乙", "2.00"}}),
                   table_of(2, "1.pdf", {{"甲", "1.00"}})});
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_THAT(groups[0].files, ElementsAre(0, 1));
  ASSERT_EQ(groups[0].same.size(), 1U);
  EXPECT_EQ(groups[0].same[0].file, 2U);
  EXPECT_EQ(groups[0].same[0].as, 0U);
  EXPECT_THAT(groups[0].conflicts, IsEmpty());
  EXPECT_THAT(names_in(groups[0]), ElementsAre("甲", "乙"));
}

TEST(JoinFiles, RefusesTheSameProjectWithOtherFigures) {
  const auto groups =
      group_files({table_of(0, "1.html", {{"甲", "1.00"}}), table_of(1, "2.html", {{"乙", "2.00"}}),
                   table_of(2, "draft.html", {{"甲 ", "9.00"}})});
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_THAT(
      reasons_in(groups[0]),
      ElementsAre(AllOf(HasSubstr("1.html: the project 甲"),
                        HasSubstr(" of 某局 2025 is in draft.html, too, and the two tables "
                                  "differ: 甲（总计 1.00 / 9.00）; import the right one alone")),
                  HasSubstr("2.html: it belongs to 某局 2025 like 1.html and draft.html"),
                  HasSubstr("is in 1.html, too")));
}

TEST(JoinFiles, SaysWhatOfTheProjectsDiffers) {
  const std::vector<Row> rows{
      {"甲", "1.00"}, {"乙", "2.00"}, {"丙", "3.00"}, {"丁", "4.00"}, {"戊", "5.00"}};
  std::vector<FileTable> tables{table_of(0, "1.html", rows), table_of(1, "2.html", rows)};
  std::vector<Project>& projects = tables[1].table.snapshot.projects;
  projects[1].goal = "另一个目标。";
  projects[1].funding.set(column::total, *Amount::parse("2.50"));
  projects[1].funding.set(column::other_funds, *Amount::parse("0.50"));
  projects[1].indicators.resize(3);
  projects[2].indicators[0].name = "人数";
  projects[3].indicators[0].annual_target = "≥5人";
  EXPECT_THAT(reasons_in(group_files(tables)[0])[0],
              HasSubstr("differ: 乙（总计 2.00 / 2.50，其他资金 — / 0.50，绩效目标…）、"
                        "丙（绩效指标 — / 人数）、丁（绩效指标 — / ≥5人）; import"));
  projects[4].type = "新增";
  EXPECT_THAT(reasons_in(group_files(tables)[0])[1], HasSubstr("丁（绩效指标 ≥5人 / —）…; import"));
}

TEST(JoinFiles, SaysWhichProjectsOneOfTheTablesHasAlone) {
  const auto groups =
      group_files({table_of(0, "1.html", {{"甲", "1.00"}, {"乙", "2.00"}}),
                   table_of(1, "2.html", {{"丙", "3.00"}, {"甲", "1.0"}, {"丁", "4.00"}})});
  EXPECT_THAT(reasons_in(groups[0])[0],
              HasSubstr("the project 甲 of 某局 2025 is in 2.html, too, and one of the two tables "
                        "alone has 乙、丙、丁; import"));
}

TEST(JoinFiles, TellsProjectsByTheirCodesWhereBothHaveOne) {
  const auto two = group_files({table_of(0, "1.html", {{"办公设备购置", "1.00", "A1"}}),
                                table_of(1, "2.html", {{"办公设备购置", "2.00", "B7"}})});
  EXPECT_THAT(two[0].conflicts, IsEmpty());
  EXPECT_EQ(two[0].table.snapshot.projects.size(), 2U);
  const auto one = group_files({table_of(0, "1.html", {{"甲", "1.00", "A1"}}),
                                table_of(1, "2.html", {{"乙", "2.00", "A1"}})});
  EXPECT_EQ(one[0].conflicts.size(), 2U);
  const auto half = group_files(
      {table_of(0, "1.html", {{"甲", "1.00", "A1"}}), table_of(1, "2.html", {{"甲", "2.00"}})});
  EXPECT_EQ(half[0].conflicts.size(), 2U);
}

TEST(JoinFiles, RefusesUnitsThatDiffer) {
  std::vector<FileTable> tables{table_of(0, "1.html", {{"甲", "1.00"}}),
                                table_of(1, "2.html", {{"乙", "20000"}})};
  tables[1].table.snapshot.unit = "元";
  const auto groups = group_files(tables);
  ASSERT_EQ(groups[0].conflicts.size(), 2U);
  EXPECT_THAT(reasons_in(groups[0])[1], HasSubstr("are in 元, those of 1.html in 万元"));
  tables[1].file = 0;
  tables[1].path = "1.html";
  EXPECT_THAT(reasons_in(group_files(tables)[0])[0], HasSubstr("in different units"));
}

TEST(JoinFiles, SaysWhichFileHasNoUnit) {
  std::vector<FileTable> tables{table_of(0, "1.html", {{"甲", "1.00"}}),
                                table_of(1, "2.html", {{"乙", "2.00"}})};
  tables[1].table.snapshot.unit = "";
  EXPECT_THAT(reasons_in(group_files(tables)[0])[0],
              HasSubstr("2.html does not say the unit of its amounts"));
}

TEST(JoinFiles, AddsStatedTotalsUpUnlessEachStatesTheWhole) {
  const auto stated = [](std::vector<FileTable> tables) {
    const auto groups = group_files(std::move(tables));
    const Amount* total = groups[0].table.snapshot.stated_total.total();
    return total == nullptr ? std::string() : total->to_string();
  };
  EXPECT_EQ(stated({table_of(0, "1", {{"甲", "1.00"}}, "1.00"),
                    table_of(1, "2", {{"乙", "2.00"}}, "2.00")}),
            "3.00");
  // One total over both parts.
  EXPECT_EQ(stated({table_of(0, "1", {{"甲", "1.00"}}, "3.00"),
                    table_of(1, "2", {{"乙", "2.00"}}, "3.00")}),
            "3.00");
  // Two parts that cost the same.
  EXPECT_EQ(stated({table_of(0, "1", {{"甲", "2.00"}}, "2.00"),
                    table_of(1, "2", {{"乙", "2.00"}}, "2.00")}),
            "4.00");
  EXPECT_EQ(
      stated({table_of(0, "1", {{"甲", "1.00"}}, "1.00"), table_of(1, "2", {{"乙", "2.00"}})}), "");
}

TEST(JoinFiles, TellsTwoFilesOfOneNameApart) {
  const auto groups = group_files({table_of(0, "附件1/表.pdf", {{"甲", "1.00"}}),
                                   table_of(1, "附件2/表.pdf", {{"乙", "2.00"}}),
                                   table_of(2, "附件3/表.pdf", {{"丙", "3.00"}})});
  const Provenance& provenance = groups[0].table.provenance;
  EXPECT_EQ(provenance.file, "表.pdf");
  ASSERT_EQ(provenance.parts.size(), 2U);
  EXPECT_EQ(provenance.parts[0].file, "表.pdf#bbbbbbbbbbbb");
  EXPECT_EQ(provenance.parts[1].file, "表.pdf#cccccccccccc");
  EXPECT_EQ(document_of(provenance, provenance.projects[2].place), provenance.parts[1]);
}

TEST(JoinFiles, NamesAllImportersOnce) {
  std::vector<ImportedTable> parts;
  for (std::size_t i = 0; i < 3; ++i) {
    parts.push_back(table_of(i, std::to_string(i), {{"甲", "1.00"}}).table);
  }
  parts[1].provenance.importer = "pdf";
  EXPECT_EQ(join_files(parts).provenance.importer, "html,pdf");
}

}  // namespace
}  // namespace budgetdiff::import
