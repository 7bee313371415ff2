#include "store/store_paths.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace budgetdiff::store_paths {
namespace {

TEST(StorePaths, KeepsChineseNamesReadable) {
  EXPECT_EQ(escape("广州市花都区人力资源和社会保障局（本级）"),
            "广州市花都区人力资源和社会保障局（本级）");
  EXPECT_EQ(escape("教育局 第2中学"), "教育局 第2中学");
}

TEST(StorePaths, EscapesWhatIsNoName) {
  struct Case {
    const char* name;
    const char* component;
  };
  const Case cases[] = {
      {"..", "%2E%2E"},         {".git", "%2Egit"},
      {"甲/乙", "甲%2F乙"},     {"甲\\乙", "甲%5C乙"},
      {"甲:乙", "甲%3A乙"},     {"尾.", "尾%2E"},
      {"尾 ", "尾%20"},         {"-rf", "%2Drf"},
      {"a\nb", "a%0Ab"},        {"con", "%63on"},
      {"nul.txt", "%6Eul.txt"}, {"lpt1", "%6Cpt1"},
      {"git~1", "git%7E1"},     {"100%", "100%25"},
      {"com10", "com10"},       {"a\u202Eb", "a%E2%80%AEb"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(escape(one.name), one.component);
    EXPECT_EQ(unescape(one.component), one.name) << one.component;
  }
}

TEST(StorePaths, TellsNamesApartThatDifferInCaseAlone) {
  EXPECT_EQ(escape("abc局"), "abc局");
  EXPECT_EQ(escape("ABC局").substr(0, 7), "ABC局~");
  EXPECT_NE(escape("ABC局").substr(6), escape("Abc局").substr(6));
  EXPECT_EQ(unescape(escape("ABC局")), "ABC局");
  EXPECT_NE(escape("Ａ局"), "Ａ局");  // full width has case too
}

TEST(StorePaths, CutsLongNamesBetweenCharacters) {
  std::string name;
  for (int i = 0; i < 100; ++i) {
    name += "财";
  }
  const std::string one = escape(name + "甲");
  const std::string other = escape(name + "乙");
  EXPECT_LE(one.size(), 200U);
  EXPECT_NE(one, other);
  EXPECT_EQ(unescape(one), std::nullopt);
  EXPECT_EQ(one.rfind("财财财", 0), 0U);
}

TEST(StorePaths, RefusesComponentsItDidNotWrite) {
  for (const char* const component : {"", "a%2", "%zz", "a/b", "ABC局", "%41", "%E4%BD"}) {
    EXPECT_EQ(unescape(component), std::nullopt) << component;
  }
}

TEST(StorePaths, EscapesAnyTextIntoASafeUniqueReversibleName) {
  const std::vector<std::string> alphabet{"a",  "A",  ".",  "/", "~",  "%",     " ",   "-",
                                          "\\", "局", "（", "é", "\t", ":",     "CON", "1",
                                          "Ａ", "?",  "\"", "|", "ß",  "\u200b"};
  std::mt19937 random(
      20240301);  // NOLINT(bugprone-random-generator-seed): the same cases every time
  std::set<std::string> names;
  std::set<std::string> folded;
  for (int i = 0; i < 3000; ++i) {
    std::string name;
    for (std::size_t n = 1 + random() % 12; n > 0; --n) {
      name += alphabet[random() % alphabet.size()];
    }
    if (!names.insert(name).second) {
      continue;
    }
    std::string component = escape(name);
    EXPECT_EQ(unescape(component), name) << component;
    EXPECT_EQ(component.find_first_of("/\\:*?\"<>|"), std::string::npos) << component;
    EXPECT_NE(component.front(), '.');
    EXPECT_NE(component.back(), '.');
    EXPECT_NE(component.back(), ' ');
    for (char& c : component) {
      c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    EXPECT_TRUE(folded.insert(component).second) << "seed 20240301: " << component;
  }
}

TEST(StorePaths, NamesEditions) {
  EXPECT_EQ(edition(2024, "budget"), "2024");
  EXPECT_EQ(edition(2024, ""), "2024");
  EXPECT_EQ(edition(2024, "final"), "2024.final");
  for (const char* const stage : {"budget", "final", "调整", "a.b-c", "UP"}) {
    const auto read = read_edition(edition(2024, stage));
    ASSERT_TRUE(read) << stage;
    EXPECT_EQ(read->year, 2024);
    EXPECT_EQ(read->stage, stage);
  }
  for (const char* const text :
       {"", "x", "02024", "0", "10000", "2024.", "2024.budget", "-1", "2024.a.b", "+2024"}) {
    EXPECT_FALSE(read_edition(text)) << text;
  }
}

TEST(StorePaths, GivesEachPairItsOwnFile) {
  const SnapshotKey a{"甲局", 2023, "budget"};
  const SnapshotKey b{"甲局", 2024, "final"};
  EXPECT_EQ(decisions_file(a, b), "matches/甲局/2023-2024.final.json");
  EXPECT_NE(decisions_file({"旧局", 2023, "budget"}, b), decisions_file(a, b));
  EXPECT_EQ(source_file("00ff", "PDF"), "sources/00ff.pdf");
  EXPECT_EQ(source_file("00ff", "../x"), "sources/00ff.bin");
}

}  // namespace
}  // namespace budgetdiff::store_paths
