#include "documents.hpp"
#include "import/page/furniture.hpp"
#include "import/page/header_cells.hpp"
#include "import/page/strip_rows.hpp"
#include "import/page/strip_tables.hpp"
#include "import/pdf/rules.hpp"

#include <budgetdiff/import/pdf.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using import::PdfLine;
using import::PdfWord;
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
                                         "portrait-serif.pdf", "turned.pdf", "office-no-rules.pdf",
                                         "office-portrait.pdf", "whole-budget.pdf",
                                         "office-whole-budget.pdf"));

/// Sheets printed with their titles on every page: the text of merged cells that a page cuts is
/// drawn on both pages, and clipped.
class PdfPrintTitles : public testing::TestWithParam<const char*> {};

TEST_P(PdfPrintTitles, ReadWhatIsSeen) {
  const SourceDocument source{GetParam(), read_golden(GetParam())};
  EXPECT_EQ(snapshot_of(import_pdf(source, {})), read_golden("print-titles.expected.json"));
}

INSTANTIATE_TEST_SUITE_P(Golden, PdfPrintTitles,
                         testing::Values("print-titles.pdf", "print-titles-half-line.pdf"));

TEST(PdfRules, TellWhatTextIsNoneOfATables) {
  const std::string content =
      "q 0 50 100 40 re W n BT /F1 10 Tf 10 60 Td (seen) Tj 0 -40 Td (below) Tj ET "
      "BT 10 45 Td (at the foot, a third) Tj ET BT 10 86 Td (at the head, half) Tj ET "
      "BT 10 84.5 Td (at the head, what a foot left) Tj ET Q "
      "BT /F1 10 Tf 10 20 Td (outside the clip's state) Tj ET "
      "BT 0.87 0.5 -0.5 0.87 10 10 Tm (aslant) Tj 1 0 0.3 1 10 10 Tm (italic) Tj "
      "0 1 -1 0 10 10 Tm (upwards) Tj ET";
  import::FormSource forms;
  Rules rules;
  import::ScanBudget budget;
  import::HiddenText hidden;
  EXPECT_TRUE(import::scan_rules(content, {1, 0, 0, -1, 0, 100}, forms, rules, budget, 0, &hidden));
  std::vector<std::string> texts;
  for (const auto& [begin, end] : hidden.clipped) {
    texts.push_back(content.substr(begin, end - begin));
  }
  EXPECT_THAT(texts, testing::ElementsAre(" (below) Tj", " (at the head, half) Tj"));
  ASSERT_EQ(hidden.aslant.size(), 1U);
  const auto [begin, end] = hidden.aslant.front();
  EXPECT_EQ(content.substr(begin, end - begin), " (aslant) Tj");
}

TEST(PdfRules, TellLettersOfARoundSealThatStandLevel) {
  // A ring of letters 30 degrees apart, of which the second is level; level text beside it, as
  // large, and a line aslant behind a letter.
  const std::string content =
      "BT /F1 10 Tf 10 10 Td (a) Tj 0.87 0.5 -0.5 0.87 10 10 Tm <0102> Tj "
      "1 0 0 1 10 10 Tm <0103> Tj 0.87 -0.5 0.5 0.87 10 10 Tm <0104> Tj ET "
      "BT /F1 8 Tf 10 10 Td (b) Tj 0.87 0.5 -0.5 0.87 10 10 Tm (c) Tj 0.87 0.5 -0.5 0.87 20 20 Tm "
      "(d) Tj ET";
  import::FormSource forms;
  Rules rules;
  import::ScanBudget budget;
  import::HiddenText hidden;
  EXPECT_TRUE(import::scan_rules(content, {1, 0, 0, -1, 0, 100}, forms, rules, budget, 0, &hidden));
  std::vector<std::string> texts;
  for (const auto& [begin, end] : hidden.aslant) {
    texts.push_back(content.substr(begin, end - begin));
  }
  EXPECT_THAT(texts, testing::UnorderedElementsAre(" <0102> Tj", " <0103> Tj", " <0104> Tj",
                                                   " (c) Tj", " (d) Tj"));
}

/// What of a page's text has its colour.
std::vector<std::string> unseen_in(const std::string& content) {
  import::FormSource forms;
  Rules rules;
  import::ScanBudget budget;
  import::HiddenText hidden;
  EXPECT_TRUE(import::scan_rules(content, {1, 0, 0, -1, 0, 100}, forms, rules, budget, 0, &hidden));
  std::vector<std::string> out;
  for (const auto& [begin, end] : hidden.unseen) {
    out.push_back(content.substr(begin, end - begin));
  }
  return out;
}

TEST(PdfRules, TellTextOfThePagesColour) {
  EXPECT_THAT(unseen_in("BT /F1 10 Tf 10 60 Td (seen) Tj 1 1 1 rg 0 -20 Td (white) Tj 1 g "
                        "0 -20 Td (white, too) Tj 0.5 g 40 0 Td (grey) Tj ET"),
              testing::ElementsAre(" (white) Tj", " (white, too) Tj"));
  // A dark head row; a shape with round corners; a picture.
  EXPECT_THAT(unseen_in("0 0 1 rg 0 50 100 20 re f 10 10 m 60 10 l 60 30 80 30 80 20 c h f "
                        "1 1 1 rg BT /F1 10 Tf 10 55 Td (on blue) Tj 10 -40 Td (round) Tj "
                        "0 65 Td (white) Tj ET"),
              testing::ElementsAre(" (white) Tj"));
  EXPECT_TRUE(unseen_in("/Im1 Do 1 g BT /F1 10 Tf 10 60 Td (on a picture) Tj ET").empty());
  // What only outlines or other letters behind would show.
  EXPECT_TRUE(unseen_in("1 g 2 Tr BT /F1 10 Tf 10 60 Td (outlined) Tj ET").empty());
  EXPECT_TRUE(unseen_in("1 g BT /F1 10 Tf 10 60 Td (white) Tj 0 g (behind it) Tj ET").empty());
}

TEST(PdfRules, ClipTextOfTurnedPages) {
  // The page of the test above, shown turned either way: what is hidden stays so.
  const std::string content =
      "q 0 50 100 40 re W n BT /F1 10 Tf 10 60 Td (seen) Tj 0 -40 Td (below) Tj ET "
      "BT 10 86 Td (at the head, half) Tj ET Q";
  const std::vector<import::Matrix> turned = {
      {0, 1, 1, 0, 0, 0}, {-1, 0, 0, 1, 100, 0}, {0, -1, -1, 0, 100, 100}};
  for (std::size_t i = 0; i < turned.size(); ++i) {
    import::FormSource forms;
    Rules rules;
    import::ScanBudget budget;
    import::HiddenText hidden;
    EXPECT_TRUE(import::scan_rules(content, turned[i], forms, rules, budget, 0, &hidden));
    EXPECT_EQ(hidden.clipped.size(), 2U) << "case " << i;
  }
}

TEST(PdfRules, ShowALineAsAWhole) {
  // 0.68 of a letter is seen of the one font, and 0.69 of the other; quotes go to the next line.
  const std::string content =
      "q 0 50 100 40 re W n BT /F1 10 Tf 1 0 0 1 10 84.55 Tm (first) Tj 1 0 0 1 40 84.45 Tm "
      "(same line) Tj 12 TL (next line) ' ET BT 10 50 Td 30 TL (below) ' ET Q";
  import::FormSource forms;
  Rules rules;
  import::ScanBudget budget;
  import::HiddenText hidden;
  EXPECT_TRUE(import::scan_rules(content, {1, 0, 0, -1, 0, 100}, forms, rules, budget, 0, &hidden));
  std::vector<std::string> texts;
  for (const auto& [begin, end] : hidden.clipped) {
    texts.push_back(content.substr(begin, end - begin));
  }
  EXPECT_THAT(texts, testing::ElementsAre(" (first) Tj", " (same line) Tj", " (below) '"));
}

TEST(Pdf, SaysWhichPagesArePicturesWithoutText) {
  const auto document =
      import_pdf({"scanned-cover.pdf", read_golden("scanned-cover.pdf")}, test::year_2024());
  EXPECT_EQ(snapshot_of(document).size(), read_golden("forms.expected.json").size());
  ASSERT_TRUE(document);
  const std::vector<Finding>& findings = document->tables.front().provenance.findings;
  const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.code == "page-without-text";
  });
  ASSERT_NE(found, findings.end());
  EXPECT_EQ(found->place.page, 1);
}

TEST(Pdf, SaysWhichPagesAreDamaged) {
  // Each packed stream in turn, spoilt in its middle: one is a page's content.
  const std::string bytes = read_golden("forms.pdf");
  bool found = false;
  for (std::size_t at = bytes.find("stream\n"); at != std::string::npos && !found;
       at = bytes.find("stream\n", at + 1)) {
    std::string spoilt = bytes;
    for (std::size_t i = 0; i < 12 && at + 400 + i < spoilt.size(); ++i) {
      spoilt[at + 400 + i] = '\xA5';
    }
    const auto document = import_pdf({"spoilt.pdf", spoilt}, test::year_2024());
    if (document) {
      for (const Finding& finding : document->tables.front().provenance.findings) {
        found = found || finding.code == "page-damaged";
      }
    }
  }
  EXPECT_TRUE(found) << "no stream of the document, spoilt, is told";
}

TEST(Pdf, GivesWhatTheSamePageGivesAsHtml) {
  const struct {
    const char* document;
    const char* expected;
  } cases[] = {{"rows.pdf", "rows.expected.json"},
               {"office-rows.pdf", "rows.expected.json"},
               {"forms.pdf", "forms.expected.json"},
               {"watermark.pdf", "forms.expected.json"},
               {"henan-cut.pdf", "henan.expected.json"},
               {"forms-no-rules.pdf", "central-form.expected.json"},
               {"office-forms-no-rules.pdf", "hubei.expected.json"},
               {"labels-no-rules.pdf", "hebei.expected.json"},
               {"period-beside-year.pdf", "period-beside-year.expected.json"},
               {"rows-no-rules.pdf", "yunnan-list.expected.json"},
               {"rows-cut-no-rules.pdf", "rows-cut.expected.json"}};
  for (const auto& one : cases) {
    const SourceDocument source{one.document, read_golden(one.document)};
    EXPECT_EQ(snapshot_of(import_pdf(source, {})), read_golden(one.expected)) << one.document;
  }
}

/// A golden document whose pages a viewer shows turned to the right by `degrees`.
std::string shown_turned(const std::string& name, int degrees) {
  std::string bytes = read_golden(name);
  std::string turn = "/Rotate " + std::to_string(degrees);
  const std::string entry = "/StructParents 0";  // gives its place: all offsets stay
  turn.resize(entry.size(), ' ');
  std::size_t pages = 0;
  for (std::size_t at = 0; (at = bytes.find("/StructParents ", at)) != bytes.npos; ++pages) {
    bytes.replace(at, entry.size(), turn);
  }
  EXPECT_GT(pages, 0U) << name;
  return bytes;
}

TEST(Pdf, IsReadWhicheverWayItsPagesAreTurned) {
  const struct {
    const char* document;
    const char* expected;
    ImportOptions options;
  } cases[] = {{"period-beside-year.pdf", "period-beside-year.expected.json", {}},
               {"forms-no-rules.pdf", "central-form.expected.json", {}},
               {"henan-cut.pdf", "henan.expected.json", {}},
               {"portrait-serif.pdf", "table.expected.json", test::year_2024()}};
  for (const auto& one : cases) {
    for (const int degrees : {90, 180, 270}) {
      const SourceDocument source{one.document, shown_turned(one.document, degrees)};
      EXPECT_EQ(snapshot_of(import_pdf(source, one.options)), read_golden(one.expected))
          << one.document << " turned by " << degrees;
    }
  }
}

TEST(Pdf, PlacesStandOnThePageAsItIsShown) {
  const char* const name = "forms-no-rules.pdf";
  const auto upright = import_pdf({name, read_golden(name)}, {});
  ASSERT_TRUE(upright);
  const ProjectPlace& project = upright->tables.front().provenance.projects.front();
  const Box was = project.indicators.front().box.value();
  constexpr double width = 595;  // A4
  constexpr double height = 842;
  const struct {
    int degrees;
    Box box;
  } cases[] = {{90, {height - was.bottom, was.left, height - was.top, was.right}},
               {180, {width - was.right, height - was.bottom, width - was.left, height - was.top}},
               {270, {was.top, width - was.right, was.bottom, width - was.left}}};
  for (const auto& one : cases) {
    const auto turned = import_pdf({name, shown_turned(name, one.degrees)}, {});
    ASSERT_TRUE(turned);
    const ProjectPlace& same = turned->tables.front().provenance.projects.front();
    const Box box = same.indicators.front().box.value();
    constexpr double letter = 8;
    EXPECT_NEAR(box.left, one.box.left, letter) << one.degrees;
    EXPECT_NEAR(box.top, one.box.top, letter) << one.degrees;
    EXPECT_NEAR(box.right, one.box.right, letter) << one.degrees;
    EXPECT_NEAR(box.bottom, one.box.bottom, letter) << one.degrees;
  }
}

TEST(Pdf, SaysWhichTablesOfAWholeBudgetWerePassedOver) {
  for (const char* const name : {"whole-budget.pdf", "office-whole-budget.pdf"}) {
    const auto document = import_pdf({name, read_golden(name)}, {});
    ASSERT_TRUE(document);
    std::string passed;
    std::string used;
    for (const Finding& finding : document->tables.front().provenance.findings) {
      passed += finding.code == "table-passed-over" ? in_english(finding.message) + "\n" : "";
      used += finding.code == "pages-used" ? in_english(finding.message) : "";
    }
    for (const char* const title :
         {"收支总体情况表", "一般公共预算支出情况表", "三公经费支出情况表",
          "政府性基金预算支出情况表", "项目支出情况表"}) {
      EXPECT_THAT(passed, HasSubstr(title)) << name;
    }
    EXPECT_EQ(passed.find("绩效"), std::string::npos) << passed;
    EXPECT_FALSE(used.empty());
  }
}

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

TEST(Pdf, SaysThatItsFontsNameNoLetters) {
  std::string bytes = read_golden("no-rules.pdf");
  for (std::size_t at = bytes.find("/ToUnicode"); at != std::string::npos;
       at = bytes.find("/ToUnicode", at)) {
    bytes.replace(at, 10, "/ToNothing");
  }
  const auto document = import_pdf({"old-driver.pdf", bytes}, {});
  ASSERT_FALSE(document);
  EXPECT_THAT(in_english(document.error()), HasSubstr("fonts"));
}

Rules scanned(std::string_view content) {
  import::FormSource none;
  Rules out;
  import::ScanBudget budget;
  EXPECT_TRUE(import::scan_rules(content, {1, 0, 0, 1, 0, 0}, none, out, budget));
  return import::merge_rules(std::move(out));
}

TEST(Rules, AreDottedLines) {
  // Two dotted lines that meet, and a bullet.
  std::string content;
  for (int i = 0; i < 40; ++i) {
    content += std::to_string(100 + 2 * i) + " 50 1 1 re\n";
    content += "100 " + std::to_string(50 + 2 * i) + " 1 1 re\n";
  }
  content += "300 300 2 2 re\nf\n";
  const Rules rules = scanned(content);
  ASSERT_EQ(rules.horizontal.size(), 1U);
  EXPECT_NEAR(rules.horizontal[0].to - rules.horizontal[0].from, 79, 1);
  ASSERT_EQ(rules.vertical.size(), 1U);
  EXPECT_NEAR(rules.vertical[0].to - rules.vertical[0].from, 79, 1);
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

TEST(Rules, CountWhichWayTextRuns) {
  const Rules rules = scanned(
      "BT 1 0 0 -1 0 0 Tm (mirrored) Tj ET q 0 1 -1 0 0 0 cm BT /F 9 Tf <00010002> Tj "
      "[(ab) 3 (c)] TJ ET Q BT 0 -1 1 0 0 0 Tm (up) ' ET");
  EXPECT_GT(rules.text_runs[0], 7U);
  EXPECT_GT(rules.text_runs[1], 6U);
  EXPECT_EQ(rules.text_runs[2], 0U);
  EXPECT_GT(rules.text_runs[3], 1U);
}

TEST(Rules, OfNeighbouringCellsAreOneLine) {
  const Rules rules = scanned("0 10 50 1 re f 50.5 10 49 1 re f 200 10 50 1 re f");
  ASSERT_EQ(rules.horizontal.size(), 2U);
  EXPECT_DOUBLE_EQ(rules.horizontal[0].to, 99.5);
}

TEST(Rules, KnowWhereTheirPiecesMeet) {
  const Rules rules = scanned("0 10 50 1 re f 50 10 30 1 re f 80 10 20 1 re f 0 40 100 1 re f");
  ASSERT_EQ(rules.horizontal.size(), 2U);
  EXPECT_EQ(rules.horizontal[0].joints, (std::vector<double>{50, 80}));
  EXPECT_TRUE(rules.horizontal[1].joints.empty()) << "drawn in one stroke";
  const Rules dashes = scanned("0 10 3 1 re f 5 10 3 1 re f 10 10 3 1 re f 15 10 3 1 re f");
  ASSERT_EQ(dashes.horizontal.size(), 1U);
  EXPECT_TRUE(dashes.horizontal[0].joints.empty());
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

/// A word of letters ten points wide, `spacing` apart.
PdfWord word_at(double left, double top, std::u32string text, double spacing = 0) {
  PdfWord word;
  word.text = std::move(text);
  for (std::size_t i = 0; i < word.text.size(); ++i) {
    word.char_left.push_back(left + (10 + spacing) * static_cast<double>(i));
    word.char_right.push_back(word.char_left.back() + 10);
  }
  word.box = {left, top, word.char_right.back(), top + 10};
  word.size = 10;
  return word;
}

std::vector<std::string> header_words(std::vector<PdfWord> words) {
  std::vector<std::string> out;
  if (const auto band = import::find_header(std::move(words), 1, import::HeaderKind::performance)) {
    for (const auto& cell : band->cells) {
      out.push_back(cell.text);
    }
  }
  return out;
}

TEST(HeaderCells, PartWordsThatStandCloseTogether) {
  using testing::ElementsAre;
  // Three lines, of which each column takes one, two or three.
  EXPECT_THAT(
      header_words({word_at(0, 0, U"项目名称（资"), word_at(110, 0, U"财政专"),
                    word_at(142, 0, U"其他资"), word_at(66, 6, U"总计"),
                    word_at(200, 6, U"绩效目标"), word_at(0, 12, U"金使用单位）"),
                    word_at(110, 12, U"户拨款"), word_at(152, 12, U"金")}),
      ElementsAre("项目名称（资金使用单位）", "总计", "财政专户拨款", "其他资金", "绩效目标"));
}

TEST(HeaderCells, JoinWordsThatAreSpacedOut) {
  using testing::ElementsAre;
  EXPECT_THAT(header_words({word_at(0, 0, U"项目名称", 14), word_at(120, 0, U"总计", 20),
                            word_at(200, 0, U"绩效目标", 12), word_at(320, 0, U"绩效指标", 12)}),
              ElementsAre("项目名称", "总计", "绩效目标", "绩效指标"));
}

TEST(HeaderCells, EndWhereTheirTallestCellDoes) {
  using testing::ElementsAre;
  // No listed word needs the third line of the second and the last cell.
  std::vector<PdfWord> words = {word_at(0, 12, U"项目名称"),   word_at(60, 0, U"预算金"),
                                word_at(60, 12, U"额"),        word_at(60, 24, U"（万元）"),
                                word_at(120, 12, U"绩效目标"), word_at(180, 12, U"三级指标"),
                                word_at(240, 0, U"绩效"),      word_at(240, 12, U"指标"),
                                word_at(240, 24, U"符号"),     word_at(280, 12, U"指标值")};
  const std::vector<PdfWord> row = {word_at(0, 42, U"清淤"),       word_at(60, 42, U"12"),
                                    word_at(120, 42, U"疏通河道"), word_at(180, 42, U"长度"),
                                    word_at(240, 42, U"≥"),        word_at(280, 42, U"5公里")};
  words.insert(words.end(), row.begin(), row.end());
  const auto header =
      ElementsAre("项目名称", "预算金额（万元）", "绩效目标", "三级指标", "绩效指标符号", "指标值");
  EXPECT_THAT(header_words(words), header);
  // A row right below, whose name stands alone in its line, is none of the header.
  words.push_back(word_at(60, 36, U"县里"));
  words.push_back(word_at(180, 36, U"清淤"));
  EXPECT_THAT(header_words(words), header);
}

TEST(HeaderCells, LeaveOutHeadingsOverSeveralColumns) {
  using testing::ElementsAre;
  EXPECT_THAT(header_words({word_at(120, 0, U"资金来源"), word_at(0, 8, U"项目名称"),
                            word_at(260, 8, U"绩效目标"), word_at(60, 16, U"总计"),
                            word_at(120, 16, U"财政拨款"), word_at(190, 16, U"其他资金")}),
              ElementsAre("项目名称", "总计", "财政拨款", "其他资金", "绩效目标"));
}

TEST(HeaderCells, TakeNoLineOfTheRestOfACellBelow) {
  using testing::ElementsAre;
  // A page's head repeats the header; below it a goal goes on: …方案 | （2023- | 2026 年）….
  EXPECT_THAT(header_words({word_at(0, 0, U"项目名称"), word_at(80, 0, U"绩效目标"),
                            word_at(160, 0, U"三级指标"), word_at(240, 0, U"指标值"),
                            word_at(80, 14, U"（二三-"), word_at(80, 28, U"二六")}),
              ElementsAre("项目名称", "绩效目标", "三级指标", "指标值"));
}

TEST(HeaderCells, AreNotFoundInProse) {
  EXPECT_TRUE(header_words({word_at(0, 0, U"一、项目支出绩效目标的总体情况说明"),
                            word_at(0, 16, U"本部门项目绩效目标、指标与金额如下")})
                  .empty());
}

TEST(StripTables, KeepEdgesThatAPageOfShortTextsLeavesWhite) {
  std::optional<import::StripColumns> columns;
  const auto edges_of = [&](std::vector<PdfWord> words) {
    import::PdfPage page;
    page.width = 700;
    page.height = 500;
    const auto grid =
        import::strip_table(page, words, import::HeaderKind::performance, columns).table;
    return grid ? grid->edges : std::vector<double>{};
  };
  const auto first =
      edges_of({word_at(0, 0, U"项目名称"), word_at(60, 0, U"绩效目标"),
                word_at(400, 0, U"三级指标"), word_at(500, 0, U"指标值"), word_at(0, 30, U"清淤"),
                word_at(60, 30, U"全面完成全县各条河道清淤工作并保障行洪畅通安全改善水质"),
                word_at(400, 30, U"长度"), word_at(500, 30, U"≥5公里")});
  ASSERT_EQ(first.size(), 5U);
  EXPECT_GT(first[2], 320);
  EXPECT_EQ(edges_of({word_at(0, 30, U"巡查"), word_at(60, 30, U"巡查。"),
                      word_at(400, 30, U"次数"), word_at(500, 30, U"≥5次")}),
            first);
}

TEST(StripTables, HaveAUnitBesideEachTarget) {
  // 单位 behind the targets is no unit of money, which all rows would share.
  std::optional<import::StripColumns> columns;
  import::PdfPage page;
  page.width = 700;
  page.height = 500;
  const auto [above, form, grid] = import::strip_table(
      page,
      {word_at(0, 0, U"项目名称"), word_at(100, 0, U"绩效目标"), word_at(300, 0, U"三级指标"),
       word_at(400, 0, U"指标值"), word_at(500, 0, U"单位"), word_at(0, 45, U"清淤"),
       word_at(100, 45, U"疏通河道。"), word_at(300, 30, U"长度"), word_at(400, 30, U"5"),
       word_at(500, 30, U"公里"), word_at(300, 60, U"次数"), word_at(400, 60, U"3"),
       word_at(500, 60, U"次")},
      import::HeaderKind::performance, columns);
  ASSERT_TRUE(grid);
  std::vector<std::u32string> units;
  for (std::size_t row = 1; row < grid->rows(); ++row) {
    const import::Cell* const cell = grid->begins_at(row, 4);
    if (cell != nullptr && !cell->is_blank()) {
      units.push_back(cell->packed());
    }
  }
  EXPECT_THAT(units, testing::ElementsAre(U"公里", U"次"));
}

TEST(Furniture, IsWhatPagesRepeatInTheirMargins) {
  std::vector<import::PdfPage> pages;
  for (int i = 0; i < 3; ++i) {
    import::PdfPage page;
    page.number = i + 1;
    page.width = 600;
    page.height = 800;
    page.words = {word_at(50, 20, U"某县二〇二四年部门预算"),
                  word_at(50, 40, U"部门名称：某县水务局"), word_at(50, 400, U"20.00"),
                  word_at(280, 770, U"Page" + std::u32string(1, U'1'))};
    pages.push_back(std::move(page));
  }
  import::drop_furniture(pages);
  const auto words = [&](std::size_t page) {
    std::vector<std::u32string> out;
    for (const PdfWord& word : pages[page].words) {
      out.push_back(word.text);
    }
    return out;
  };
  using testing::ElementsAre;
  EXPECT_THAT(words(0), ElementsAre(U"某县二〇二四年部门预算", U"部门名称：某县水务局", U"20.00"));
  EXPECT_THAT(words(2), ElementsAre(U"部门名称：某县水务局", U"20.00"));
}

TEST(Furniture, IsWhatABrowserPrintsAroundOnePage) {
  std::vector<import::PdfPage> pages(1);
  pages[0].number = 1;
  pages[0].width = 600;
  pages[0].height = 800;
  pages[0].words = {word_at(20, 15, U"3/9/25,4:05PM"),
                    word_at(280, 15, U"公示"),
                    word_at(50, 400, U"20.00"),
                    word_at(50, 760, U"巡查"),
                    word_at(20, 785, U"http://a.example/b.htm"),
                    word_at(570, 785, U"1/1")};
  import::drop_furniture(pages);
  ASSERT_EQ(pages[0].words.size(), 2U);
  EXPECT_EQ(pages[0].words[1].text, U"巡查");
  EXPECT_TRUE(import::is_browser_line(U"2025/3/9 16:05 公示"));
  EXPECT_FALSE(import::is_browser_line(U"2025/3/9前完成"));
  EXPECT_FALSE(import::is_browser_line(U"1/2"));
}

TEST(Furniture, IsTheNumberOfAPageThatItsTableRunsOver) {
  std::vector<import::PdfPage> pages(5);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pages[i].number = static_cast<int>(i) + 1;
    pages[i].width = 700;
    pages[i].height = 500;
    const bool runs_over = i == 3;
    const double foot = runs_over ? 495 : 400;
    pages[i].rules.vertical = {{50, 60, foot}, {350, 60, foot}, {650, 60, foot}};
    pages[i].words = {
        word_at(60, runs_over ? 485 : 390, U"桥梁检测"),
        word_at(340, 485, std::u32string(U"第") + static_cast<char32_t>(U'1' + i) + U"页")};
  }
  import::drop_furniture(pages);
  for (const import::PdfPage& page : pages) {
    ASSERT_EQ(page.words.size(), 1U) << page.number;
    EXPECT_EQ(page.words[0].text, U"桥梁检测");
  }
}

TEST(StripRows, GatherLinesAroundTheFigures) {
  using testing::ElementsAre;
  // Three rows of three, one and two lines, centred on their figures.
  EXPECT_THAT(import::rows_of_lines(lines_at({0, 12, 24, 50, 76, 88}), {12, 50, 82}, false),
              ElementsAre(1, 1, 1, 2, 3, 3));
  // The same rows with their text at the top.
  EXPECT_THAT(import::rows_of_lines(lines_at({0, 12, 24, 50, 76, 88}), {0, 50, 76}, false),
              ElementsAre(1, 1, 1, 2, 3, 3));
  // … and at the bottom.
  EXPECT_THAT(import::rows_of_lines(lines_at({0, 12, 24, 50, 76, 88}), {24, 50, 88}, false),
              ElementsAre(1, 1, 1, 2, 3, 3));
  EXPECT_THAT(import::rows_of_lines(lines_at({0, 12}), {}, false), ElementsAre(0, 0));
}

TEST(StripRows, BeginWithNoRestOfAFigure) {
  using testing::ElementsAre;
  // By their places alone the third line is the second row's.
  std::vector<PdfLine> lines = lines_at({0, 12, 24, 36, 48});
  for (PdfLine& line : lines) {
    line.box = {0, line.middle - 5, 100, line.middle + 5};
  }
  EXPECT_THAT(import::rows_of_lines(lines, {6, 36}, false), ElementsAre(1, 1, 2, 2, 2));
  lines[1].line.text = U"预计支出67";
  lines[2].line.text = U"4.47万元";
  EXPECT_THAT(import::rows_of_lines(lines, {6, 36}, false), ElementsAre(1, 1, 1, 2, 2));
  // A new number is none.
  lines[2].line.text = U"4.整治河道";
  EXPECT_THAT(import::rows_of_lines(lines, {6, 36}, false), ElementsAre(1, 1, 2, 2, 2));
}

TEST(StripRows, KeepRowsOfSumsFreeOfText) {
  using testing::ElementsAre;
  EXPECT_THAT(import::rows_of_lines(lines_at({20, 32, 44, 56}), {8, 38}, false, {true, false}),
              ElementsAre(2, 2, 2, 2));
}

}  // namespace
}  // namespace budgetdiff
