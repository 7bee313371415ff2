#pragma once

/// Golden documents for the tests of readers.

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/import/importer.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace budgetdiff::test {

inline std::string read_golden(const std::string& name) {
  const std::string path = std::string(BUDGETDIFF_SOURCE_DIR) + "/tests/golden/documents/" + name;
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return {std::istreambuf_iterator<char>(in), {}};
}

inline ImportOptions year_2024() {
  ImportOptions options;
  options.year = 2024;
  return options;
}

/// The only snapshot of a document as canonical JSON, or its error.
inline std::string snapshot_of(const Result<ImportedDocument>& document) {
  if (!document) {
    return "error: " + in_english(document.error());
  }
  std::string out;
  for (const ImportedTable& table : document->tables) {
    out += write_snapshot(table.snapshot);
  }
  return out;
}

}  // namespace budgetdiff::test
