/// What print puts at the edges of pages of text.

#include "import/text/page_edges.hpp"
#include "import/text/layout_pages.hpp"

#include <budgetdiff/import/importer.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace budgetdiff {
namespace {

using import::lines_of_pages;

std::string form(const std::string& name, const std::string& foot) {
  return "项目支出绩效目标申报表\n（2025年度）\n填报单位：某市体育局 单位：万元\n项目名称 " + name +
         "\n资金总额 12.00\n年度目标 场馆全年开放，市民满意。\n"
         "一级指标 二级指标 三级指标 指标值\n产出指标 数量指标 开放天数 ≥300天\n"
         "效益指标 社会效益指标 市民满意程度 ≥95%\n" +
         foot;
}

std::vector<std::string> targets(const std::string& text) {
  const auto document = import_document({"x.txt", text}, {}, {});
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  std::vector<std::string> out;
  if (document) {
    for (const Project& project : document->tables.front().snapshot.projects) {
      for (const Indicator& one : project.indicators) {
        out.push_back(one.name + "|" + one.annual_target);
      }
    }
  }
  return out;
}

using Texts = std::vector<std::string>;
const Texts both{"开放天数|≥300天", "市民满意程度|≥95%", "开放天数|≥300天", "市民满意程度|≥95%"};

TEST(PageEdges, HoldWhatABrowserPrints) {
  const auto foot = [](const std::string& number) {
    return "2026/3/1 14:05 绩效目标\nhttps://www.example.gov.cn/art/2026/3/1/art_12.html " +
           number + "\n\f";
  };
  EXPECT_EQ(targets(form("场馆开放", foot("1/2")) + form("全民健身", foot("2/2"))), both);
}

/// A spreadsheet's foot, also where a cell goes on behind the page's end.
TEST(PageEdges, HoldTheNumberOfAPageAndOfPages) {
  const auto count = [](const std::string& text) { return lines_of_pages(text, "x")->size(); };
  EXPECT_EQ(count("评价\n          第 4 页，共 8 页\n\f价和\n          第 5 页，共 8 页\n"), 2U);
  EXPECT_EQ(count("第4页共8页\n第三页\n第 4 页的表\n第2季度\n"), 3U);
  EXPECT_EQ(targets(form("场馆开放", "   第 1 页，共 2 页\n\f") +
                    form("全民健身", "   第 2 页，共 2 页\n\f")),
            both);
}

TEST(PageEdges, HoldSuchNumbersInTextThatKeepsItsColumns) {
  const auto pages = import::layout_pages(
      "绩效    开展第三方评估和绩效评\n          第 4 页，共 8 页\n\f目标    价。      第 4 页\n");
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_EQ(pages[0].words.size(), 2U);
  EXPECT_EQ(pages[1].words.size(), 5U) << "beside other words it may be anything";
}

TEST(PageEdges, HoldAStampThatBeginsWithTheDepartmentsName) {
  for (const std::string stamp : {"某市体育局\n\f", "某市体育局内部资料\n\f"}) {
    EXPECT_EQ(targets(form("场馆开放", stamp) + form("全民健身", stamp)), both) << stamp;
  }
}

TEST(PageEdges, HoldNoCellThatPagesRepeat) {
  const auto count = [](const std::string& text) { return lines_of_pages(text, "x")->size(); };
  EXPECT_EQ(count("填报单位：某市体育局\n≥95%\n\f填报单位：某市体育局\n≥95%\n"), 4U);
  EXPECT_EQ(count("某市体育局\n12\n\f某市体育局\n12\n"), 4U);
  EXPECT_EQ(count("填报单位：某市体育局\n某市体育局\n\f填报单位：某市体育局\n≥95%\n"), 4U);
  EXPECT_EQ(count("见网站\nhttps://www.example.gov.cn\n\f完成\n12\n"), 4U)
      << "an address in a cell";
}

}  // namespace
}  // namespace budgetdiff
