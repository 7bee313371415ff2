#include "documents.hpp"
#include "import/xls/compound_file.hpp"
#include "import/xls/xls_grids.hpp"
#include "xls_file.hpp"

#include <budgetdiff/import/tables.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using namespace test;
using testing::HasSubstr;

/// "A1=text B2=…" of all cells of all sheets, or the error.
std::string cells_of(const std::string& file) {
  const auto document = import::xls_grids(file, "x.xls");
  if (!document) {
    return in_english(document.error());
  }
  std::string out;
  for (const import::Block& block : document->blocks) {
    for (const import::Cell& one : std::get<import::Grid>(block).cells()) {
      out += (out.empty() ? "" : " ") + one.place.cell;
      if (one.rows > 1 || one.columns > 1) {
        out += "(" + std::to_string(one.rows) + "x" + std::to_string(one.columns) + ")";
      }
      out += "=" + to_utf8(one.packed());
    }
  }
  return out;
}

std::string cells_of_sheet(const std::string& records, const std::string& globals = "") {
  return cells_of(xls_file({{u"S", records}}, globals));
}

TEST(Xls, GivesWhatTheSamePageGives) {
  EXPECT_EQ(snapshot_of(import_workbook({"forms.xls", read_golden("forms.xls")}, {})),
            read_golden("forms.expected.json"));
}

TEST(Xls, GivesTextsFromTheSharedTable) {
  // Two kinds of letters, formatting, and a text that goes on in the next record,
  // where its letters are of the other width.
  const std::string first = "\x03" + std::string(1, '\0') + std::string(1, '\0') + "abc";
  const std::string rich = two(2) + "\x0D" + two(1) + four(3) + wide(u"项目") + "runs" + "ext";
  const std::string split = two(4) + "\x01" + wide(u"广州");
  const std::string table = record(0xFC, four(3) + four(3) + first + rich + split) +
                            record(0x3C, std::string(1, '\0') + "xy");
  std::string cells;
  for (std::size_t i = 0; i < 3; ++i) {
    cells += record(0xFD, cell(i, 1) + four(i));
  }
  EXPECT_EQ(cells_of_sheet(cells, table), "B1=abc B2=项目 B3=广州xy");
  EXPECT_THAT(cells_of_sheet(record(0xFD, cell(0, 0) + four(3)), table), HasSubstr("broken"));
}

TEST(Xls, GivesNumbersAsTheyAreShown) {
  const std::string percent = record(0x41E, two(200) + two(6) + std::string(1, '\0') + "0.00 %");
  const std::string formats = percent + record(0xE0, two(0) + two(0)) +
                              record(0xE0, two(0) + two(4)) + record(0xE0, two(0) + two(200)) +
                              record(0xE0, two(0) + two(9));
  const auto packed = [](std::int32_t value, unsigned marks) {
    return four((static_cast<std::uint32_t>(value) << 2U) | marks);
  };
  EXPECT_EQ(cells_of_sheet(record(0x203, cell(0, 0, 0) + eight(21.21)) +
                               record(0x203, cell(0, 1, 1) + eight(21.2)) +
                               record(0x203, cell(0, 2, 2) + eight(0.955)) +
                               record(0x203, cell(0, 3, 3) + eight(0.95)) +
                               record(0x203, cell(0, 4, 99) + eight(0.1 + 0.2)),
                           formats),
            "A1=21.21 B1=21.20 C1=95.50% D1=95% E1=0.3");
  EXPECT_EQ(cells_of_sheet(record(0x27E, cell(0, 0) + packed(-7, 2)) +
                           record(0x27E, cell(0, 1) + packed(1'576'562, 3)) +
                           record(0xBD, two(1) + two(0) + two(0) + packed(5, 2) + two(0) +
                                            packed(29, 3) + two(1)) +
                           record(0x27E, cell(2, 0) + four(0x3FF80000U))),
            "A1=-7 B1=15765.62 A2=5 B2=0.29 A3=1.5");
}

TEST(Xls, LeavesOutCellsThatAreStruckThrough) {
  // Fonts are counted 0 to 3, and on with 5.
  const std::string plain = record(0x31, two(200) + two(0));
  const std::string formats = plain + plain + plain + plain + record(0x31, two(200) + two(8)) +
                              record(0xE0, two(0) + two(0)) + record(0xE0, two(5) + two(0));
  EXPECT_EQ(cells_of_sheet(record(0x203, cell(0, 0, 1) + eight(80)) +
                               record(0x203, cell(0, 1, 0) + eight(100)),
                           formats),
            "B1=100");
}

TEST(Xls, GivesWhatFormulasGaveWhenTheWorkbookWasSaved) {
  const auto formula = [](std::size_t column, const std::string& value) {
    return record(6, cell(0, column) + value + std::string(8, '\0'));
  };
  const auto special = [](char kind, char value) {
    return std::string{kind, 0, value, 0, 0, 0} + "\xFF\xFF";
  };
  EXPECT_EQ(
      cells_of_sheet(formula(0, eight(12.5)) + formula(1, special(0, 0)) + record(0x4BC, "shared") +
                     record(0x207, two(2) + "\x01" + wide(u"合计")) + formula(2, special(1, 1)) +
                     formula(3, special(2, 7)) + formula(4, special(3, 0)) + formula(5, eight(3))),
      "A1=12.5 B1=合计 C1=TRUE F1=3");
  EXPECT_EQ(cells_of_sheet(record(0x205, cell(0, 0) + std::string("\x01\x00", 2)) +
                           record(0x205, cell(0, 1) + std::string("\x07\x01", 2))),
            "A1=TRUE");
}

TEST(Xls, KnowsMergedCells) {
  EXPECT_EQ(cells_of_sheet(label(0, 0, u"甲") + label(2, 2, u"乙") +
                           record(0xE5, two(1) + two(0) + two(1) + two(0) + two(2))),
            "A1(2x3)=甲 C3=乙");
  EXPECT_THAT(cells_of_sheet(label(0, 0, u"甲") + record(0xE5, two(9) + two(0))),
              HasSubstr("broken"));
}

TEST(Xls, LeavesOutChartsInASheet) {
  EXPECT_EQ(
      cells_of_sheet(label(0, 0, u"甲") + begin_of(0x600, 0x20) +
                     record(0x203, cell(0, 0) + eight(1)) + record(0x0A, "") + label(1, 0, u"乙")),
      "A1=甲 A2=乙");
}

TEST(Xls, PassesOverHiddenSheets) {
  const auto document = import::xls_grids(
      xls_file({{u"旧", label(0, 0, u"a"), 1}, {u"新", label(0, 0, u"b")}}), "x.xls");
  ASSERT_TRUE(document) << in_english(document.error());
  ASSERT_EQ(document->blocks.size(), 1U);
  ASSERT_EQ(document->findings.size(), 1U);
  EXPECT_EQ(document->findings.front().code, "sheet-passed-over");
  EXPECT_EQ(document->findings.front().place.sheet, "旧");
}

TEST(Xls, SaysWhyItCannotBeRead) {
  EXPECT_EQ(cells_of_sheet("", record(0x2F, "secret")),
            "x.xls: the document is encrypted; open it and save it as XLSX or DOCX without a "
            "password");
  EXPECT_EQ(cells_of(compound_file("", "EncryptedPackage")),
            "x.xls: the document is encrypted; open it and save it as XLSX or DOCX without a "
            "password");
  const std::string older =
      "x.xls: the workbook was saved by Excel 95 or an older one; open it and save it as XLSX";
  EXPECT_EQ(cells_of(compound_file("", "Book")), older);
  EXPECT_EQ(cells_of(compound_file(xls_stream({}, "", 0x500))), older);
  EXPECT_EQ(cells_of(compound_file("", "WordDocument")),
            "x.xls: this is an old document that is no workbook (.doc, .wps, .ppt …); open it and "
            "save it as DOCX, or as PDF");
  EXPECT_THAT(cells_of(compound_file("")), HasSubstr("the file is broken or cut short"));
  EXPECT_THAT(cells_of_sheet(record(0x203, "short")), HasSubstr("broken"));
}

TEST(Xls, CutShortIsNeverReadInPart) {
  const std::string whole = read_golden("forms.xls");
  const std::string cells = cells_of(whole);
  EXPECT_THAT(cells, HasSubstr("E12(1x2)=2023年9月底前"));
  std::size_t refused = 0;
  for (std::size_t cut = 0; cut < whole.size(); cut += 64) {
    const std::string some = cells_of(whole.substr(0, cut));
    refused += some.starts_with("x.xls: the file is broken") ? 1U : 0U;
    // What is behind the cells (author, title) may be lost.
    EXPECT_TRUE(some == cells || some.starts_with("x.xls: the file is broken")) << cut << some;
  }
  EXPECT_GT(refused, 100U);
}

TEST(CompoundFile, IsLeftWhereItsChainsGoAstray) {
  const std::string good = xls_file({{u"S", label(0, 0, u"a")}});
  ASSERT_TRUE(import::CompoundFile::open(good));
  const std::size_t chains = good.size() - 512;
  std::string circle = good;
  circle.replace(chains + 4, 4, four(0));  // the stream's second sector leads to its first
  ASSERT_TRUE(import::CompoundFile::open(circle));
  EXPECT_FALSE(import::CompoundFile::open(circle)->read("Workbook"));
  std::string outside = good;
  outside.replace(chains + 4, 4, four(0x7FFFFFFF));
  EXPECT_FALSE(import::CompoundFile::open(outside)->read("Workbook"));
  std::string longer = good;
  longer.replace(good.size() - 512 - 512 + 128 + 120, 4, four(0x7FFFFFFF));
  EXPECT_FALSE(import::CompoundFile::open(longer)->read("Workbook"));
}

}  // namespace
}  // namespace budgetdiff
