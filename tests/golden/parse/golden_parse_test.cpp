// The real table against the snapshot that was checked by eye.

#include <budgetdiff/check/checker.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/import/importer.hpp>

#include <gtest/gtest.h>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace budgetdiff {
namespace {

const std::string folder = BUDGETDIFF_SOURCE_DIR "/tests/golden/parse/";

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

ImportedTable import_golden() {
  const std::string name = "huadu-hrss-2024.txt";
  auto document = import_document({name, read_file(folder + name)}, {});
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  EXPECT_EQ(document->tables.size(), 1U);
  return document->tables.front();
}

TEST(GoldenParse, GivesTheSnapshotThatWasCheckedByEye) {
  const std::string written = write_snapshot(import_golden().snapshot);
  const std::string path = folder + "huadu-hrss-2024.json";
  if (std::getenv("BUDGETDIFF_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << written;
  }
  EXPECT_EQ(written, read_file(path));
}

TEST(GoldenParse, CountsWhatTheDocumentHolds) {
  const Snapshot snapshot = import_golden().snapshot;
  std::map<std::string, int> by_level1;
  for (const Project& project : snapshot.projects) {
    for (const Indicator& indicator : project.indicators) {
      ++by_level1[indicator.level1];
    }
  }
  EXPECT_EQ(snapshot.projects.size(), 47U);
  EXPECT_EQ(by_level1,
            (std::map<std::string, int>{{"产出指标", 103}, {"效益指标", 52}, {"满意度指标", 33}}));
  ASSERT_NE(snapshot.stated_total.total(), nullptr);
  EXPECT_EQ(sum_of_totals(snapshot), *snapshot.stated_total.total());
  EXPECT_EQ(snapshot.stated_total.total()->to_string(), "15765.62");
}

TEST(GoldenParse, PlacesEveryLineOfTheDocument) {
  const ImportedTable table = import_golden();
  EXPECT_TRUE(table.provenance.findings.empty())
      << in_english(table.provenance.findings.front().message);
  ASSERT_EQ(table.provenance.projects.size(), table.snapshot.projects.size());
  EXPECT_EQ(table.provenance.projects.front().place.line, 21);
}

// Read one by one: a reviewer would ask about each.
TEST(GoldenParse, ChecksTheTable) {
  const ImportedTable table = import_golden();
  std::map<std::string, int> by_code;
  for (const Finding& finding : check(table.snapshot, &table.provenance)) {
    ++by_code[finding.code];
    EXPECT_EQ(finding.place.line > 0, !finding.project.empty()) << finding.code;
  }
  EXPECT_EQ(by_code, (std::map<std::string, int>{{"benefit-missing", 6},
                                                 {"comparator-glyph", 1},
                                                 {"comparators-opposed", 2},
                                                 {"cost-units-differ", 2},
                                                 {"count-in-percent", 1},
                                                 {"goal-copied", 1},
                                                 {"goal-nearly-copied", 1},
                                                 {"indicator-misplaced", 3},
                                                 {"name-leftover", 1},
                                                 {"quantity-in-percent", 1},
                                                 {"rate-out-of-line", 1},
                                                 {"satisfaction-missing", 15},
                                                 {"target-repeats-name", 2}}));
}

}  // namespace
}  // namespace budgetdiff
