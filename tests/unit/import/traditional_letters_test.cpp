// Every golden document in traditional letters says what it says in simplified ones.

#include "documents.hpp"

#include "import/traditional_letters.hpp"

#include <budgetdiff/import/tables.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

using test::read_golden;
using test::snapshot_of;
using test::year_2024;

std::string in_traditional_letters(const std::string& text) {
  static const auto letters = [] {
    std::map<char32_t, char32_t> out;
    for (const char32_t letter : import::traditional_letters()) {
      out.emplace(import::simplified(letter), letter);
    }
    return out;
  }();
  std::u32string out = to_code_points(text);
  for (char32_t& letter : out) {
    const auto found = letters.find(letter);
    letter = found == letters.end() ? letter : found->second;
  }
  return to_utf8(out);
}

std::string read(const std::string& name, const std::string& bytes) {
  DocumentReaders readers;
  readers.web_page = import_web_page;
  return import::simplified(snapshot_of(import_document({name, bytes}, year_2024(), readers)));
}

TEST(TraditionalLetters, ChangeNothingOfWhatADocumentSays) {
  const std::filesystem::path folder =
      std::string(BUDGETDIFF_SOURCE_DIR) + "/tests/golden/documents";
  std::size_t compared = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with(".html")) {
      continue;
    }
    const std::string bytes = read_golden(name);
    EXPECT_EQ(read(name, in_traditional_letters(bytes)), read(name, bytes)) << name;
    ++compared;
  }
  EXPECT_GT(compared, 15U);
}

TEST(TraditionalLetters, AreReadInThePublishedListsText) {
  const std::string bytes = read_golden("../parse/huadu-hrss-2024.txt");
  EXPECT_EQ(read("t.txt", in_traditional_letters(bytes)), read("t.txt", bytes));
}

}  // namespace
}  // namespace budgetdiff
