#include "cli/bounded_reader.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

namespace budgetdiff::cli {
namespace {

const SourceDocument source{"some.pdf", "bytes"};

Result<ImportedDocument> read(const DocumentReaders::Reader& reader, unsigned seconds = 20) {
  return read_bounded(reader, source, {}, {seconds, 0});
}

TEST(BoundedReader, GivesWhatTheReaderGives) {
  ImportedTable table;
  table.snapshot.department = "某局";
  table.snapshot.year = 2024;
  table.snapshot.unit = "万元";
  table.snapshot.projects.resize(1);
  table.snapshot.projects.front().name = "项目\n甲";
  table.snapshot.projects.front().indicators.resize(1);
  table.snapshot.projects.front().indicators.front().name = "指标";
  table.provenance.file = "some.pdf";
  ProjectPlace place;
  place.place.page = 3;
  place.place.box = Box{1.5, 2, 3, 4};
  place.indicators.resize(1);
  table.provenance.projects.push_back(place);
  table.provenance.findings.push_back(
      {"code", Severity::warning, place.place, "项目甲", {"what {0}", {"arg"}}});
  const auto got = read([&](const SourceDocument&, const ImportOptions&) {
    return Result<ImportedDocument>(ImportedDocument{{table, table}});
  });
  ASSERT_TRUE(got) << in_english(got.error());
  ASSERT_EQ(got->tables.size(), 2U);
  EXPECT_EQ(write_snapshot(got->tables.back().snapshot), write_snapshot(table.snapshot));
  const Provenance& provenance = got->tables.back().provenance;
  EXPECT_EQ(provenance.projects.front().place, place.place);
  EXPECT_EQ(provenance.projects.front().indicators.size(), 1U);
  EXPECT_EQ(provenance.findings.front().message, table.provenance.findings.front().message);
}

TEST(BoundedReader, PassesErrorsOn) {
  const auto got = read([](const SourceDocument& document, const ImportOptions&) {
    Error error{document.name, {}, {"wrong {0}", {"so"}}, {"do this", {}}};
    error.place.page = 2;
    return Result<ImportedDocument>(fail(std::move(error)));
  });
  ASSERT_FALSE(got);
  EXPECT_EQ(in_english(got.error()), "some.pdf:p2: wrong so; do this");
}

TEST(BoundedReader, KeepsTheCellOfAnError) {
  const auto got = read([](const SourceDocument& document, const ImportOptions&) {
    Error error{document.name, {}, {"wrong", {}}, {"do this", {}}};
    error.place.sheet = "表";
    error.place.cell = "B2";
    return Result<ImportedDocument>(fail(std::move(error)));
  });
  ASSERT_FALSE(got);
  EXPECT_EQ(in_english(got.error()), "some.pdf:表!B2: wrong; do this");
}

TEST(BoundedReader, SaysOfACrashWhatToDoAboutThatKindOfDocument) {
  ReadLimits limits;
  limits.advice = {"open it and save it as XLSX", {}};
  const auto got = read_bounded(
      [](const SourceDocument&, const ImportOptions&) -> Result<ImportedDocument> { std::abort(); },
      {"some.xls", "bytes"}, {}, limits);
  ASSERT_FALSE(got);
  EXPECT_EQ(in_english(got.error()),
            "some.xls: the document is broken in a way that its reader did not survive; open it "
            "and save it as XLSX");
}

TEST(BoundedReader, SurvivesACrash) {
  const auto got = read([](const SourceDocument&,
                           const ImportOptions&) -> Result<ImportedDocument> { std::_Exit(7); });
  ASSERT_FALSE(got);
  EXPECT_THAT(in_english(got.error()), testing::HasSubstr("did not survive"));
  const auto killed = read([](const SourceDocument&,
                              const ImportOptions&) -> Result<ImportedDocument> { std::abort(); });
  EXPECT_FALSE(killed);
}

TEST(BoundedReader, SaysThatMemoryRanOut) {
  const auto got =
      read([](const SourceDocument&, const ImportOptions&) -> Result<ImportedDocument> {
        throw std::bad_alloc();
      });
  ASSERT_FALSE(got);
  EXPECT_THAT(in_english(got.error()), testing::HasSubstr("memory"));
}

TEST(BoundedReader, GivesUpWorkWithoutEnd) {
  const auto got = read(
      [](const SourceDocument&, const ImportOptions&) -> Result<ImportedDocument> {
        static volatile unsigned work = 0;
        while (work < 2) {
          work = 1;
        }
        return ImportedDocument{};
      },
      1);
  ASSERT_FALSE(got);
  EXPECT_THAT(in_english(got.error()), testing::HasSubstr("more than 1 seconds"));
}

TEST(BoundedReader, TakesDocumentsLargerThanAPipe) {
  const std::string goal(300'000, 'g');
  const auto got = read([&](const SourceDocument&, const ImportOptions&) {
    ImportedTable table;
    table.snapshot.projects.resize(1);
    table.snapshot.projects.front().name = "p";
    table.snapshot.projects.front().goal = goal;
    table.provenance.projects.resize(1);
    return Result<ImportedDocument>(ImportedDocument{{table}});
  });
  ASSERT_TRUE(got) << in_english(got.error());
  EXPECT_EQ(got->tables.front().snapshot.projects.front().goal, goal);
}

}  // namespace
}  // namespace budgetdiff::cli
