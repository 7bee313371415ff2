#include <budgetdiff/codec/snapshot_json.hpp>

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

const char* const canonical = R"({
  "schema": "budgetdiff/snapshot/1",
  "department": "某市某局（本级）",
  "year": 2024,
  "stage": "budget",
  "unit": "万元",
  "stated_total": {
    "total": "21.210",
    "fiscal_appropriation": "21.21"
  },
  "projects": [
    {
      "name": "调查",
      "code": "51-7",
      "funding": {
        "total": "21.210"
      },
      "goal": "一。\n二。",
      "indicators": [
        {
          "level1_code": "1",
          "level1": "产出指标",
          "level2_code": "11",
          "level2": "数量指标",
          "name": "户数",
          "period_target": "≧255",
          "annual_target": "255",
          "later_key": {
            "a": [
              1.50,
              null
            ]
          }
        }
      ]
    }
  ],
  "another": 12345678901234567890.10
}
)";

TEST(SnapshotJson, WriteAfterReadIsTheIdentityOnCanonicalBytes) {
  const auto snapshot = read_snapshot(canonical, "x.json");
  ASSERT_TRUE(snapshot) << in_english(snapshot.error());
  EXPECT_EQ(write_snapshot(*snapshot), canonical);
}

TEST(SnapshotJson, EqualMeaningGivesEqualBytes) {
  const std::string other =
      "\xEF\xBB\xBF{\"projects\":[{\"goal\":\"e\\u0301\\r\\n\",\"code\":null,\"name\":\"A\","
      "\"indicators\":[],\"note\":\"\"}],\"schema\":\"budgetdiff/snapshot/1\",\"unit\":\"元\"}";
  const auto snapshot = read_snapshot(other, "x.json");
  ASSERT_TRUE(snapshot) << in_english(snapshot.error());
  EXPECT_EQ(write_snapshot(*snapshot), R"({
  "schema": "budgetdiff/snapshot/1",
  "stage": "budget",
  "unit": "元",
  "projects": [
    {
      "name": "A",
      "goal": "é\n",
      "note": ""
    }
  ]
}
)");
}

struct Bad {
  const char* json;
  const char* error;
};

TEST(SnapshotJson, NamesFileLineAndWhatIsWrong) {
  const Bad cases[] = {
      {"", "x.json:1: no valid JSON: it is empty"},
      {"{\n\"schema\": 3,\n}", "x.json:3: no valid JSON: a key is missing"},
      {"[]", "x.json:1: this JSON is no snapshot: it is no object"},
      {"{}",
       "x.json:1: this JSON is no snapshot: it has no \"schema\"; a snapshot begins with "
       "\"schema\": \"budgetdiff/snapshot/1\""},
      {"{\"schema\":\"other/2\"}",
       "x.json:1: this JSON is no snapshot: its schema is other/2; this version reads "
       "budgetdiff/snapshot/1"},
      {"{\"schema\":\"budgetdiff/snapshot/1\"}",
       "x.json:1: this JSON is no snapshot: it has no \"projects\""},
      {"{\"schema\":\"budgetdiff/snapshot/1\",\n\"projects\":[\n{\"goal\":\"g\"}]}",
       "x.json:3: a project without a name; give it a \"name\""},
      {"{\"schema\":\"budgetdiff/snapshot/1\",\"a\":1,\n\"a\":2,\"projects\":[]}",
       "x.json:2: the key \"a\" stands twice in one object"},
      {"{\"schema\":\"budgetdiff/snapshot/1\",\"year\":\"2024\",\"projects\":[]}",
       "x.json:1: \"year\" is no whole number from 1 to 9999: 2024"},
      {"{\"schema\":\"budgetdiff/snapshot/1\",\"projects\":[\n{\"name\":\"a\",\"funding\":"
       "{\"total\":\"1,000\"}}]}",
       "x.json:2: \"total\" is no amount: 1,000; write a decimal number in quotation marks, "
       "without separators, such as \"1234.56\""},
      {"{\"schema\":\"budgetdiff/snapshot/1\",\"note\":\"\xFF\",\"projects\":[]}",
       "x.json:1: no valid JSON: it is not UTF-8; save it as UTF-8"},
      {"{\"schema\":\"budgetdiff/snapshot/1\",\n\"note\":\"\\udc00\",\"projects\":[]}",
       "x.json:2: no valid JSON: half of a surrogate pair"},
      {"{\"schema\":\"budgetdiff/snapshot/1\",\n\"note\":\"\\ud800\",\"projects\":[]}",
       "x.json:2: no valid JSON: half of a surrogate pair"},
      // A line end written as an escape is none of the file.
      {"{\"schema\":\"budgetdiff/snapshot/1\",\n\"note\":\"a\\nb\\n\\u4e8c\",\n\"a\\n\":\"\\n\","
       "\n\"projects\":[{}]}",
       "x.json:4: a project without a name; give it a \"name\""},
      {"{\"note\":\"a\\n\\n\",\n\"x\":\"\\n\\n\\q\"}",
       "x.json:2: no valid JSON: an escape is misspelt"},
      {"{\"note\":\"a\\n\\n\",\n\"x\":\n\"\\n\\n",
       "x.json:3: no valid JSON: a quotation mark is missing"},
      {"{\"note\":\"a\\n\\n\",\n\n\"x\" 3",
       "x.json:3: no valid JSON: there is no colon after a key"},
      {"{\"schema\":\"budgetdiff/snapshot/1\",\"projects\":[]} x",
       "x.json:1: no valid JSON: something stands after its end"},
  };
  for (const Bad& bad : cases) {
    const auto snapshot = read_snapshot(bad.json, "x.json");
    ASSERT_FALSE(snapshot) << bad.json;
    EXPECT_EQ(in_english(snapshot.error()), bad.error);
  }
}

TEST(SnapshotJson, EscapesEveryControlCharacterThatItWrites) {
  for (char control = 1; control < 0x20; ++control) {
    Snapshot snapshot;
    Project project;
    project.name = "甲";
    project.goal =
        "一段足够长的目标文字，长于十六个字节" + std::string(1, control) + "之后仍有文字。";
    snapshot.projects.push_back(project);
    const std::string bytes = write_snapshot(snapshot);
    const auto again = read_snapshot(bytes, "x.json");
    ASSERT_TRUE(again) << static_cast<int>(control) << ' ' << in_english(again.error());
    if (control != '\r') {  // a line end, which the canonical form writes as LF
      EXPECT_EQ(write_snapshot(*again), bytes);
    }
    // Raw, it is no JSON.
    std::string raw = bytes;
    const std::size_t escape = raw.find('\\');
    ASSERT_NE(escape, std::string::npos);
    raw.replace(escape, raw.compare(escape, 2, "\\u") == 0 ? 6 : 2, std::string(1, control));
    EXPECT_FALSE(read_snapshot(raw, "x.json")) << static_cast<int>(control);
  }
}

TEST(SnapshotJson, RefusesAZeroByteWhereverItStands) {
  using namespace std::string_literals;
  const auto snapshot =
      read_snapshot("{\"schema\":\"budgetdiff/snapshot/1\",\n\"projects\":[]}\0x"s, "x.json");
  ASSERT_FALSE(snapshot);
  EXPECT_EQ(in_english(snapshot.error()), "x.json:2: no valid JSON: a zero byte");
}

TEST(SnapshotJson, RefusesNestingThatWouldExhaustTheStack) {
  const std::string deep =
      "{\"schema\":\"budgetdiff/snapshot/1\",\"projects\":[],\"x\":" + std::string(100000, '[') +
      std::string(100000, ']') + "}";
  const auto snapshot = read_snapshot(deep, "x.json");
  ASSERT_FALSE(snapshot);
  EXPECT_EQ(in_english(snapshot.error()), "x.json:1: nested deeper than 64 levels");
}

TEST(SnapshotJson, TellsJsonFromDocuments) {
  EXPECT_TRUE(looks_like_json("\xEF\xBB\xBF \n{"));
  EXPECT_FALSE(looks_like_json("项目支出绩效目标表"));
  EXPECT_FALSE(looks_like_json(""));
}

}  // namespace
}  // namespace budgetdiff
