/// Where the tables of a page without lines begin.

#include "import/page/sections.hpp"
#include "import/page/text_parts.hpp"
#include "import/text/layout_pages.hpp"

#include "page_words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

using test::word;

/// A word set `scale` times as large, or only spaced out.
PdfWord set(double x, double y, const std::u32string& text, double scale, bool spaced) {
  PdfWord out = word(x, y, text);
  out.size *= scale;
  out.box.right = x + (out.box.right - x) * scale;
  const double half = spaced ? 5 : 5 * scale;
  out.box.top = y - half;
  out.box.bottom = y + half;
  return out;
}

std::size_t sections(const PdfWord& middle) {
  PdfPage page = test::blank_page();
  for (const double y : {100.0, 113.0, 126.0, 152.0, 165.0}) {
    page.words.push_back(word(250, y, U"完成全年各项工作"));
  }
  page.words.push_back(middle);
  return sections_of(page, page.words).size();
}

TEST(Sections, BeginAtHeadings) {
  EXPECT_EQ(sections(set(270, 139, U"部门预算", 1.5, false)), 2U);
}

TEST(Sections, BeginAtTheMarkAboveATitle) {
  PdfPage page = test::blank_page();
  for (const double y : {100.0, 113.0, 126.0, 165.0}) {
    page.words.push_back(word(250, y, U"完成全年各项工作"));
  }
  page.words.push_back(word(280, 139, U"表13"));
  page.words.push_back(set(270, 152, U"部门预算", 1.5, false));
  const std::vector<PageSection> read = sections_of(page, page.words);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].words.size(), 3U);
  EXPECT_EQ(read[1].words.front().text, U"表13");
}

TEST(Sections, BeginAtTitlesOfTextThatAreHardlyIndented) {
  const PdfPage page =
      layout_pages(
          "一级指标     二级指标     三级指标              指标值             确定依据\n"
          "产出指标     数量指标     清淤长度              ≥9公里            年度计划\n"
          "      3、全县中小河流治理及水系连通与水美乡村建设试点县补助资金绩效目标表\n"
          "项目编码     20231         项目名称            中小河流治理            补助\n")
          .front();
  EXPECT_EQ(sections_of(page, page.words).size(), 2U);
}

/// Word sets the title of a form at the left, where its table begins; so does text.
TEST(Sections, BeginAtTitlesAtTheLeftRightAboveAForm) {
  const std::string rows =
      "绩效    一级指标  二级指标    三级指标       指标值\n"
      "指标    产出指标  数量指标    编制规划份数     ≥5份\n"
      "      满意度指标 服务对象    企业满意度      ≥90%\n";
  const std::string title = "附件2\n项目支出绩效目标表\n（2024 年度）\n";
  for (const std::string& next :
       {std::string("项目名称    食品安全抽检专项经费\n主管部门    某县水利局\n"), std::string()}) {
    const PdfPage page = layout_pages(rows + title + next).front();
    const std::vector<PageSection> read = sections_of(page, page.words);
    ASSERT_EQ(read.size(), 2U) << next;
    EXPECT_EQ(read[1].words.front().text, U"附件2") << next;
  }
  // A category below another is no title.
  const PdfPage table =
      layout_pages(rows + "      效益指标  社会效益    受益人数       ≥9人\n").front();
  EXPECT_EQ(sections_of(table, table.words).size(), 1U);
}

/// 总分 below a self-evaluation's indicators is none of them.
TEST(Sections, OfIndicatorsEndAtTheSumOfTheirScores) {
  const PdfPage page = layout_pages(
                           "绩效    一级指标  三级指标       年度指标值  实际完成值  分值  得分\n"
                           "指标    产出指标  编制规划份数     ≥5份    5份     5   5\n"
                           "      满意度指标 企业满意度      ≥90%   91%    5   5\n"
                           "总分                                         10  99.\n"
                           "                                           0   3\n")
                           .front();
  const std::vector<PageSection> read = sections_of(page, page.words);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[1].words.front().text, U"总分");
}

TEST(Sections, BeginAtAProjectsNameInALineOfText) {
  // Name, money and goal stand in lines above a table of indicators for each project.
  PdfPage page = test::blank_page();
  for (const double top : {100.0, 200.0, 300.0}) {
    page.words.push_back(word(50, top, U"项目名称：河道清淤"));
    page.words.push_back(word(50, top + 15, U"项目金额：35.00万元"));
    page.words.push_back(word(50, top + 30, U"绩效目标：疏通河道。"));
    for (const double y : {45.0, 60.0}) {
      page.words.push_back(word(50, top + y, U"产出指标"));
      page.words.push_back(word(250, top + y, U"清淤长度"));
      page.words.push_back(word(400, top + y, U"≥3公里"));
    }
  }
  EXPECT_EQ(sections_of(page, page.words).size(), 3U);
  // In a cell it is prose.
  for (PdfWord& one : page.words) {
    if (one.text.front() == U'项') {
      one = word(250, one.middle(), one.text);
    }
  }
  EXPECT_EQ(sections_of(page, page.words).size(), 1U);
}

TEST(Sections, BeginAtHeadingsOfChaptersOfText) {
  const PdfPage page =
      layout_pages(
          "一级指标     二级指标     三级指标              指标值             确定依据\n"
          "产出指标     数量指标     清淤长度              ≥9公里            年度计划\n"
          "第三部分 2025年部门预算情况说明\n"
          "一、收支预算情况说明\n")
          .front();
  EXPECT_EQ(sections_of(page, page.words).size(), 2U);
}

TEST(Sections, DoNotBeginAtLinesThatPrintSpacesOut) {
  EXPECT_EQ(sections(set(270, 139, U"监督检查", 1.5, true)), 1U);
}

TEST(Sections, PartNotesAtTheFootOfATable) {
  const auto with = [](double x, double y) {
    PdfPage page = test::blank_page();
    for (const double at : {100.0, 113.0, 126.0, 139.0, 152.0, 165.0, 178.0}) {
      page.words.push_back(word(50, at, U"项目"));
      page.words.push_back(word(250, at, U"完成全年各项工作"));
    }
    page.words.push_back(word(x, y, U"备注：绩效目标以批复为准。"));
    return sections_of(page, page.words).size();
  };
  EXPECT_EQ(with(50, 191), 2U);
  EXPECT_EQ(with(50, 120), 1U) << "a row of a form";
  EXPECT_EQ(with(250, 191), 1U) << "in a cell";
}

TEST(Sections, PartNotesBetweenTwoTables) {
  const auto page = [](const std::string& behind) {
    return layout_pages(
               "产出指标     数量指标     清淤长度              ≥9公里            年度计划\n"
               "注：1.本表一式两份。2.由单位填写。\n"
               "                                              （盖章）\n" +
               behind +
               "项目编码     20231         项目名称            中小河流治理            补助\n"
               "产出指标     数量指标     清淤长度              ≥9公里            年度计划\n"
               "产出指标     数量指标     清淤长度              ≥9公里            年度计划\n"
               "产出指标     数量指标     清淤长度              ≥9公里            年度计划\n")
        .front();
  };
  const PdfPage titled = page("            2024年项目支出绩效目标表\n");
  const auto parts = sections_of(titled, titled.words);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].words.size(), 5U);
  const PdfPage row = page("");
  EXPECT_EQ(sections_of(row, row.words).size(), 1U) << "rows go on";
}

TEST(Sections, OfTitlesHoldWhatLabelsTheWholeTable) {
  const PdfWord title = word(250, 40, U"2024年项目支出绩效目标表");
  EXPECT_TRUE(only_titles({title, word(30, 55, U"预算单位：某县水利局")}, 1));
  EXPECT_FALSE(only_titles({word(30, 55, U"预算单位：某县水利局")}, 1)) << "may be a row";
  EXPECT_FALSE(only_titles({title, word(30, 55, U"巡查次数"), word(200, 55, U"≥3次")}, 1));
}

}  // namespace
}  // namespace budgetdiff::import
