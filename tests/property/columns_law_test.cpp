// The law of text that comes column by column: it is read as it was set, or as a guess that says
// so, or refused.

#include "column_typeset.hpp"

#include <budgetdiff/import/importer.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace budgetdiff {
namespace {

std::uint32_t number_from_environment(const char* name, std::uint32_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10));
}

/// What of a project must come back, in one text.
std::string shown(const Project& project) {
  std::string out = project.name + "\n" + project.goal + "\n";
  for (const auto& [key, amount] : project.funding.items()) {
    out += key + " " + amount.to_string() + "\n";
  }
  for (const Indicator& one : project.indicators) {
    out += one.level1 + "|" + one.level2 + "|" + one.name + "|" + one.period_target + "|" +
           one.annual_target + "\n";
  }
  std::erase(out, ' ');  // a line's end may have stood for it
  return out;
}

/// Whether a reading says of some of it that it is a guess.
bool is_guess(const ImportedDocument& document) {
  const auto& findings = document.tables.front().provenance.findings;
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& one) { return one.code == "layout-guess"; });
}

/// A table whose projects have everything, in one column of funding beside the total.
Snapshot plain_table(testing::Dice& dice) {
  Snapshot table = testing::random_table(dice);
  std::erase_if(table.projects, [](const Project& project) {
    return project.goal.empty() || project.goal.find('\n') != std::string::npos ||
           project.indicators.empty();
  });
  table.stated_total = {};
  Amount sum;
  for (Project& project : table.projects) {
    const Amount total = *project.funding.total();
    project.funding = {};
    project.funding.set("total", total);
    project.funding.set("fiscal_appropriation", total);
    project.spending_unit.clear();
    for (Indicator& one : project.indicators) {
      one.period_target = one.annual_target;
    }
    sum += total;
  }
  table.stated_total.set("total", sum);
  table.stated_total.set("fiscal_appropriation", sum);
  return table;
}

TEST(ColumnTextLaw, IsReadAsItWasSetOrDoubted) {
  const std::uint32_t first = number_from_environment("BUDGETDIFF_SEED", 1);
  const std::uint32_t count = number_from_environment("BUDGETDIFF_ROUNDS", 300);
  std::uint32_t read = 0;
  std::uint32_t set = 0;
  for (std::uint32_t seed = first; seed < first + count; ++seed) {
    testing::Dice dice(seed);
    const Snapshot table = plain_table(dice);
    const std::string text = testing::typeset_columns(table, testing::random_column_style(dice));
    if (table.projects.size() < 2) {
      continue;
    }
    ++set;
    const auto document = import_text({"table.txt", text}, {});
    if (!document || is_guess(*document)) {
      continue;
    }
    ++read;
    std::string expected;
    std::string actual;
    for (const Project& project : table.projects) {
      expected += shown(project);
    }
    for (const Project& project : document->tables.front().snapshot.projects) {
      actual += shown(project);
    }
    EXPECT_TRUE(expected == actual)
        << "BUDGETDIFF_SEED=" << seed << " BUDGETDIFF_ROUNDS=1\nexpected:\n"
        << expected << "read:\n"
        << actual << "text:\n"
        << text;
  }
  RecordProperty("read", static_cast<int>(read));
  RecordProperty("set", static_cast<int>(set));
  EXPECT_GE(read * 6, set) << read << " of " << set << " were read";
}

}  // namespace
}  // namespace budgetdiff
