#include <budgetdiff/codec/provenance_json.hpp>

#include "schema_check.hpp"

#include <gmock/gmock.h>

namespace budgetdiff {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Provenance sample() {
  Provenance provenance;
  provenance.file = "2024年预算.pdf";
  provenance.sha256 = std::string(64, 'f');
  provenance.size = 123456789012;
  provenance.importer = "pdf";
  provenance.importer_version = "0.1.0";
  Place cell;
  cell.sheet = "表1";
  cell.cell = "B12";
  Place box;
  box.page = 3;
  box.line = 14;
  box.box = Box{1.005, 2.5, 300, -0.001};
  provenance.projects.push_back({cell, {box, Place{}}});
  provenance.projects.push_back({Place{}, {}});
  provenance.findings.push_back({"sum-mismatch",
                                 Severity::error,
                                 box,
                                 "项目甲",
                                 {"the sum {0} is not {1} {{", {"1.00", "2.00"}}});
  provenance.findings.push_back({"left-over", Severity::note, {}, "", {"text {{left}} over", {}}});
  return provenance;
}

TEST(ProvenanceJson, WritesOneForm) {
  const std::string bytes = write_provenance(sample());
  EXPECT_THAT(bytes, HasSubstr("\"size\": 123456789012,"));
  EXPECT_THAT(bytes, HasSubstr("\"message\": \"the sum 1.00 is not 2.00 {\""));
  EXPECT_THAT(bytes, HasSubstr("\"template\": \"the sum {0} is not {1} {{\""));
  EXPECT_THAT(bytes, HasSubstr("            2.50,\n            300.00,\n            0.00\n"));
  EXPECT_EQ(bytes.back(), '\n');
  check_schema("provenance", bytes);
  check_schema("provenance", write_provenance(Provenance{}));
}

TEST(ProvenanceJson, ReadsBackWhatItWrote) {
  const Provenance before = sample();
  const std::string bytes = write_provenance(before);
  const auto after = read_provenance(bytes, "p.json");
  ASSERT_TRUE(after) << in_english(after.error());
  EXPECT_EQ(after->file, before.file);
  EXPECT_EQ(after->size, before.size);
  ASSERT_EQ(after->projects.size(), 2U);
  EXPECT_EQ(after->projects[0].place, before.projects[0].place);
  ASSERT_EQ(after->projects[0].indicators.size(), 2U);
  EXPECT_EQ(after->projects[0].indicators[0].line, 14);
  ASSERT_EQ(after->findings.size(), 2U);
  EXPECT_EQ(after->findings[0].message, before.findings[0].message);
  EXPECT_EQ(after->findings[0].severity, Severity::error);
  EXPECT_EQ(in_english(after->findings[1].message), "text {left}} over");
  EXPECT_EQ(write_provenance(*after), bytes);
}

TEST(ProvenanceJson, KeepsTheFurtherDocumentsOfAJoinedSnapshot) {
  Provenance before = sample();
  EXPECT_THAT(write_provenance(before), Not(HasSubstr("\"parts\"")));
  before.parts.push_back({"附件2.pdf", std::string(64, 'e'), 7});
  before.parts.push_back({"附件2.pdf#dddddddddddd", std::string(64, 'd'), 0});
  before.projects[1].place.file = "附件2.pdf";
  before.projects[1].place.page = 2;
  before.findings[1].place.file = "附件2.pdf#dddddddddddd";
  const std::string bytes = write_provenance(before);
  EXPECT_THAT(bytes, HasSubstr("\"file\": \"附件2.pdf\",\n        \"page\": 2\n"));
  check_schema("provenance", bytes);
  const auto after = read_provenance(bytes, "p.json");
  ASSERT_TRUE(after) << in_english(after.error());
  EXPECT_EQ(after->parts, before.parts);
  EXPECT_EQ(after->projects[1].place, before.projects[1].place);
  EXPECT_EQ(write_provenance(*after), bytes);
  EXPECT_EQ(to_string(after->projects[1].place), "附件2.pdf:p2");
  EXPECT_EQ(document_of(*after, after->projects[1].place), before.parts[0]);
  EXPECT_EQ(document_of(*after, after->findings[1].place), before.parts[1]);
  EXPECT_EQ(document_of(*after, after->projects[0].place).file, "2024年预算.pdf");
}

TEST(ProvenanceJson, NamesFileAndLineOfWhatIsWrong) {
  struct Case {
    const char* bytes;
    const char* error;
  };
  const Case cases[] = {
      {"[]", "p.json:1: this JSON is no provenance"},
      {"{\n\"schema\": \"budgetdiff/snapshot/1\"}", "budgetdiff/snapshot/1"},
      {"{\"schema\": \"budgetdiff/provenance/1\",\n\"size\": -1}", "p.json:2:"},
      {"{\"schema\": \"budgetdiff/provenance/1\",\n\n\"projects\": [1]}", "p.json:3:"},
      {"{\"schema\": \"budgetdiff/provenance/1\",\n\"projects\": [{\"place\":\n{\"box\": [1, "
       "2]}}]}",
       "p.json:3: \"box\" is no list"},
      {"{\"schema\": \"budgetdiff/provenance/1\",\n\"findings\": [{\"severity\": \"bad\"}]}",
       "p.json:2: \"severity\""},
      {"{", "p.json:1: no valid JSON"},
  };
  for (const Case& one : cases) {
    const auto read = read_provenance(one.bytes, "p.json");
    ASSERT_FALSE(read) << one.bytes;
    EXPECT_THAT(in_english(read.error()), HasSubstr(one.error));
  }
}

}  // namespace
}  // namespace budgetdiff
