#include <budgetdiff/codec/decisions_json.hpp>

#include "schema_check.hpp"

#include <gmock/gmock.h>

namespace budgetdiff {
namespace {

using ::testing::HasSubstr;

TEST(DecisionsJson, WritesOneFormAndReadsItBack) {
  Decisions before;
  before.department = "甲局";
  before.from_department = "旧局";
  before.from_year = 2023;
  before.to_year = 2024;
  before.to_stage = "final";
  before.decisions.push_back({Verdict::same, {{"甲", 1}}, {{"甲", 1}, {"甲", 2}}, "分拆"});
  before.decisions.push_back({Verdict::different, {{"乙", 1}}, {{"丙", 1}}, ""});
  before.decisions.push_back({Verdict::same, {}, {{"丁", 1}}, "新增"});
  const std::string bytes = write_decisions(before);
  check_schema("matches", bytes);
  check_schema("matches", write_decisions(Decisions{}));
  EXPECT_THAT(bytes, HasSubstr("\"name\": \"甲\",\n          \"occurrence\": 2\n"));
  const auto after = read_decisions(bytes, "m.json");
  ASSERT_TRUE(after) << in_english(after.error());
  EXPECT_EQ(after->decisions, before.decisions);
  EXPECT_EQ(after->from_department, "旧局");
  EXPECT_EQ(after->from_stage, "");
  EXPECT_EQ(after->to_stage, "final");
  EXPECT_EQ(write_decisions(*after), bytes);
}

TEST(DecisionsJson, NamesFileAndLineOfWhatIsWrong) {
  const std::string head = "{\"schema\": \"budgetdiff/matches/1\",\n";
  struct Case {
    std::string bytes;
    const char* error;
  };
  const Case cases[] = {
      {"{}", "m.json:1: this JSON holds no match decisions"},
      {head + "\"from_year\": 0}", "m.json:2:"},
      {head + "\"decisions\": [{\"verdict\": \"maybe\"}]}", "neither same nor different"},
      {head + "\"decisions\": [{\"verdict\": \"same\"}]}", "names no project"},
      {head + "\"decisions\": [{\"verdict\": \"same\",\n\"to\": [{}]}]}", "m.json:3: a project"},
      {head + "\"decisions\": [\n{\"verdict\": \"same\", \"to\": [{\"name\": \"a\", "
              "\"occurrence\": 0}]}]}",
       "m.json:3:"},
  };
  for (const Case& one : cases) {
    const auto read = read_decisions(one.bytes, "m.json");
    ASSERT_FALSE(read) << one.bytes;
    EXPECT_THAT(in_english(read.error()), HasSubstr(one.error));
  }
}

}  // namespace
}  // namespace budgetdiff
