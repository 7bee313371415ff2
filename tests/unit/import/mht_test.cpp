#include "documents.hpp"
#include "import/content_kind.hpp"
#include "import/mht/mht_page.hpp"

#include <budgetdiff/import/tables.hpp>

#include <gtest/gtest.h>

namespace budgetdiff {
namespace {

using test::read_golden;
using test::snapshot_of;

constexpr const char* head =
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=edge; type=text/html\n\n";

std::string part(const std::string& fields, const std::string& body) {
  return "--edge\n" + fields + "\n\n" + body + "\n";
}

std::string page_of(const std::string& archive) {
  const auto page = import::mht_page(archive, "x.mht");
  return page ? *page : in_english(page.error());
}

TEST(Mht, GivesWhatThePageGives) {
  DocumentReaders readers;
  readers.web_page = import_web_page;
  EXPECT_EQ(snapshot_of(import_document({"x.doc", read_golden("hunan.mht")}, {}, readers)),
            read_golden("hunan.expected.json"));
}

TEST(Mht, UndoesWhatMailNeeds) {
  const std::string picture = part("Content-Type: image/png", "text/html");
  EXPECT_EQ(page_of(head + picture +
                    part("Content-Type: text/html\nContent-Transfer-Encoding: Quoted-Printable",
                         "<p class=3Da>=E7=94=B2=\r\n=e4=b9=99 =\n=ZZ") +
                    "--edge--"),
            "<p class=a>甲乙 =ZZ\n");
  EXPECT_EQ(page_of(head +
                    part("content-type:\n text/HTML\nContent-Transfer-Encoding: base64",
                         "PHA+55Sy\r\n5LmZPC9wPg==") +
                    picture + "--edge--\n"),
            "<p>甲乙</p>");
  EXPECT_EQ(page_of(head + part("Content-Type: text/html", "<p>") + "--edge--"), "<p>\n");
}

TEST(Mht, SaysWhyItCannotBeRead) {
  const std::string page = part("Content-Type: text/html", "<p>");
  const std::string to_do = "; open it and save it as DOCX, XLSX or a plain HTML page";
  const std::string cut = "x.mht: the web archive is broken or cut short" + to_do;
  EXPECT_EQ(page_of(head + page), cut);
  EXPECT_EQ(page_of("MIME-Version: 1.0\nContent-Type: multipart/related\n\n" + page), cut);
  EXPECT_EQ(page_of(head + part("Content-Type: text/html\nContent-Transfer-Encoding: base64", "!") +
                    "--edge--"),
            cut);
  EXPECT_EQ(page_of(head + page + page + "--edge--"),
            "x.mht: the web archive holds 2 pages and not one" + to_do);
  EXPECT_EQ(page_of(head + part("Content-Type: text/css", "p {}") + "--edge--"),
            "x.mht: the web archive holds 0 pages and not one" + to_do);
  EXPECT_EQ(
      page_of(head + part("Content-Type: text/html\nContent-Transfer-Encoding: x-uuencode", "M") +
              "--edge--"),
      "x.mht: the web archive's page has an unknown encoding: x-uuencode" + to_do);
}

TEST(Mht, IsToldFromTextThatSpeaksOfIt) {
  EXPECT_TRUE(import::looks_like_mht(head));
  EXPECT_TRUE(
      import::looks_like_mht("From: <Saved>\r\nSubject: x\r\nContent-Type: "
                             "multipart/related;\r\n\tboundary=\"a\"\r\n"));
  EXPECT_FALSE(import::looks_like_mht("项目支出绩效目标表 Content-Type: multipart/related"));
  EXPECT_FALSE(import::looks_like_mht("<p>Content-Type: multipart/related"));
}

}  // namespace
}  // namespace budgetdiff
