#include "documents.hpp"
#include "import/pdf/rules.hpp"
#include "import/pdf/strip_rows.hpp"

#include <budgetdiff/import/pdf.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using import::PdfLine;
using import::Rules;
using test::read_golden;
using test::snapshot_of;
using testing::HasSubstr;

class PdfLayouts : public testing::TestWithParam<const char*> {};

TEST_P(PdfLayouts, GiveTheSameSnapshot) {
  const SourceDocument source{GetParam(), read_golden(GetParam())};
  EXPECT_EQ(snapshot_of(import_pdf(source, test::year_2024())), read_golden("table.expected.json"));
}

INSTANTIATE_TEST_SUITE_P(Golden, PdfLayouts,
                         testing::Values("row-breaks.pdf", "no-rules.pdf", "horizontal-rules.pdf",
                                         "portrait-serif.pdf"));

TEST(Pdf, SaysPageAndBoxOfEveryProjectAndIndicator) {
  const SourceDocument source{"row-breaks.pdf", read_golden("row-breaks.pdf")};
  const auto document = import_pdf(source, test::year_2024());
  ASSERT_TRUE(document);
  const ImportedTable& table = document->tables.front();
  ASSERT_EQ(table.provenance.projects.size(), table.snapshot.projects.size());
  for (std::size_t i = 0; i < table.snapshot.projects.size(); ++i) {
    const ProjectPlace& place = table.provenance.projects[i];
    EXPECT_GT(place.place.page, 0);
    EXPECT_TRUE(place.place.box);
    ASSERT_EQ(place.indicators.size(), table.snapshot.projects[i].indicators.size());
    for (const Place& indicator : place.indicators) {
      EXPECT_GT(indicator.page, 0);
      EXPECT_TRUE(indicator.box);
    }
  }
  EXPECT_GT(table.provenance.projects.back().place.page, 1);
}

TEST(Pdf, SaysWhatIsWrongWithABrokenFile) {
  const std::string whole = read_golden("row-breaks.pdf");
  const struct {
    std::string bytes;
    const char* says;
  } cases[] = {
      {"%PDF-1.4\n", "broken"},
      {"%PDF-1.4\n%%EOF", "broken"},
      {whole.substr(0, 2000), "broken"},
  };
  for (const auto& one : cases) {
    const auto document = import_pdf({"x.pdf", one.bytes}, {});
    ASSERT_FALSE(document);
    EXPECT_THAT(in_english(document.error()), HasSubstr("x.pdf"));
    EXPECT_THAT(in_english(document.error()), HasSubstr(one.says));
  }
}

TEST(Pdf, IsReadOrRefusedWhereverItIsCut) {
  const std::string whole = read_golden("row-breaks.pdf");
  for (std::size_t cut = 1; cut < whole.size(); cut += whole.size() / 7) {
    const auto document = import_pdf({"x.pdf", whole.substr(0, cut)}, {});
    if (!document) {
      EXPECT_FALSE(document.error().what.text.empty());
    }
  }
}

TEST(Pdf, SaysThatAScanHasNoText) {
  const char* const page =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\n"
      "trailer<</Root 1 0 R>>\n";
  const auto document = import_pdf({"scan.pdf", page}, {});
  ASSERT_FALSE(document);
  EXPECT_THAT(in_english(document.error()), HasSubstr("no text"));
}

Rules scanned(std::string_view content) {
  import::FormSource none;
  Rules out;
  import::scan_rules(content, {1, 0, 0, 1, 0, 0}, none, out);
  return import::merge_rules(std::move(out));
}

TEST(Rules, AreThinRectanglesAndStrokedLines) {
  EXPECT_EQ(scanned("10 10 100 0.5 re f").horizontal.size(), 1U);
  EXPECT_EQ(scanned("10 10 m 110 10 l S").horizontal.size(), 1U);
  EXPECT_EQ(scanned("10 10 100 50 re S").vertical.size(), 2U);
  EXPECT_TRUE(scanned("10 10 100 50 re f").empty()) << "a background is no line";
  EXPECT_TRUE(scanned("10 10 m 110 10 l n").empty()) << "a path that is not painted";
  EXPECT_TRUE(scanned("(10 10 m 110 10 l S)").empty()) << "text is no content";
  EXPECT_TRUE(scanned("10 10 m 60 90 l S").empty()) << "a slanted line";
}

TEST(Rules, FollowTheMatrixOfTheContent) {
  const Rules rules = scanned("q 2 0 0 2 5 0 cm 10 10 m 110 10 l S Q 0 1 m 9 1 l S");
  ASSERT_EQ(rules.horizontal.size(), 2U);
  EXPECT_DOUBLE_EQ(rules.horizontal[0].at, 1);
  EXPECT_DOUBLE_EQ(rules.horizontal[1].at, 20);
  EXPECT_DOUBLE_EQ(rules.horizontal[1].from, 25);
  EXPECT_DOUBLE_EQ(rules.horizontal[1].to, 225);
}

TEST(Rules, OfNeighbouringCellsAreOneLine) {
  const Rules rules = scanned("0 10 50 1 re f 50.5 10 49 1 re f 200 10 50 1 re f");
  ASSERT_EQ(rules.horizontal.size(), 2U);
  EXPECT_DOUBLE_EQ(rules.horizontal[0].to, 99.5);
}

TEST(Rules, SurviveBrokenContent) {
  for (const char* content : {"(", "<<", "BI x", "1 2 3 re f", "Q Q Q cm", "/X Do", "1e9 m l S",
                              "9999999999999999999999 1 m 0 0 l S", "<00", "[1 2"}) {
    EXPECT_TRUE(scanned(content).empty()) << content;
  }
}

std::vector<PdfLine> lines_at(const std::vector<double>& heights) {
  std::vector<PdfLine> out;
  for (const double y : heights) {
    PdfLine line;
    line.middle = y;
    line.size = 10;
    line.line.text = U"文";
    out.push_back(line);
  }
  return out;
}

TEST(StripRows, GatherLinesAroundTheFigures) {
  using testing::ElementsAre;
  // Three rows of three, one and two lines, centred on their figures.
  EXPECT_THAT(import::rows_of_lines(lines_at({0, 12, 24, 50, 76, 88}), {12, 50, 82}, false),
              ElementsAre(1, 1, 1, 2, 3, 3));
  // The same rows with their text at the top.
  EXPECT_THAT(import::rows_of_lines(lines_at({0, 12, 24, 50, 76, 88}), {0, 50, 76}, false),
              ElementsAre(1, 1, 1, 2, 3, 3));
  EXPECT_THAT(import::rows_of_lines(lines_at({0, 12}), {}, false), ElementsAre(0, 0));
}

}  // namespace
}  // namespace budgetdiff
