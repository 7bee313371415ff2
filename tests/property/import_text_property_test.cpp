// The law of the text importer: what was typeset is what is read, wherever the
// lines and pages break.

#include "typeset.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/import/importer.hpp>

#include <gtest/gtest.h>
#include <cstdlib>
#include <set>
#include <sstream>
#include <string>

namespace budgetdiff {
namespace {

std::uint32_t number_from_environment(const char* name, std::uint32_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10));
}

/// Findings that say what the snapshot says: nothing was lost.
bool is_expected(const Finding& finding) {
  static const std::set<std::string> codes{"goal-missing", "indicators-missing"};
  return codes.contains(finding.code);
}

/// The first lines that differ, readable where gtest would escape Chinese.
std::string first_difference(const std::string& expected, const std::string& actual) {
  std::istringstream left(expected);
  std::istringstream right(actual);
  std::string a;
  std::string b;
  while (true) {
    const bool more_left = static_cast<bool>(std::getline(left, a));
    const bool more_right = static_cast<bool>(std::getline(right, b));
    if (!more_left && !more_right) {
      return {};
    }
    if (a != b || more_left != more_right) {
      return "expected" + a + "\n     got" + b;
    }
  }
}

TEST(ImportTextLaw, ReadsWhatWasTypeset) {
  const std::uint32_t first = number_from_environment("BUDGETDIFF_SEED", 1);
  const std::uint32_t count = number_from_environment("BUDGETDIFF_ROUNDS", 400);
  const auto most = static_cast<int>(number_from_environment("BUDGETDIFF_FAILURES", 3));
  int failures = 0;
  for (std::uint32_t seed = first; seed < first + count && failures < most; ++seed) {
    testing::Dice dice(seed);
    const Snapshot snapshot = testing::random_table(dice);
    const testing::Style style = testing::random_style(dice);
    const std::string text = testing::typeset(snapshot, style, dice);
    SCOPED_TRACE("BUDGETDIFF_SEED=" + std::to_string(seed) + " BUDGETDIFF_ROUNDS=1\n" +
                 style.describe() + "\n" + text);
    const auto document = import_text({"table.txt", text}, {});
    if (!document) {
      ADD_FAILURE() << in_english(document.error());
      ++failures;
      continue;
    }
    const ImportedTable& table = document->tables.front();
    EXPECT_EQ(document->tables.size(), 1U);
    const std::string difference =
        first_difference(write_snapshot(snapshot), write_snapshot(table.snapshot));
    EXPECT_TRUE(difference.empty()) << difference;
    bool good = difference.empty() && document->tables.size() == 1;
    for (const Finding& finding : table.provenance.findings) {
      good = good && is_expected(finding);
      EXPECT_TRUE(is_expected(finding)) << to_string(finding.place) << ": " << finding.code << ": "
                                        << in_english(finding.message);
    }
    failures += good ? 0 : 1;
  }
}

}  // namespace
}  // namespace budgetdiff
