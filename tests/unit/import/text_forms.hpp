#pragma once

/// Forms in text that keeps its columns, for tests of what is read of them.

#include <budgetdiff/import/importer.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace budgetdiff::text_forms {

inline ImportedTable table(const std::string& text) {
  auto document = import_document({"x.txt", text}, {}, {});
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  return document ? document->tables.front() : ImportedTable{};
}

inline bool guesses(const ImportedTable& table) {
  const auto& findings = table.provenance.findings;
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.code == "layout-guess"; });
}

inline const std::string head =
    "                    2025年项目支出绩效目标表\n"
    "部门名称：某县水利局                                      单位：万元\n";
inline const std::string rows =
    "   一级指标     二级指标        三级指标              指标值\n"
    "   产出指标     数量指标        清淤长度              ≥10公里\n"
    "              质量指标        验收合格率             100%\n"
    "   效益指标     社会效益指标      防洪能力              提升\n";
inline const std::string named =
    "   项目名称     河道清淤                    项目类型       延续\n"
    "   年度资金总额   12.50\n";

/// The one project of a form with these lines between its money and its indicators.
inline Project project_of(const std::string& lines, const std::string& list = rows) {
  const ImportedTable read = table(head + named + lines + list);
  EXPECT_EQ(read.snapshot.projects.size(), 1U);
  return read.snapshot.projects.empty() ? Project{} : read.snapshot.projects[0];
}

/// The one project of a form with these lines of money.
inline Project project_with_money(const std::string& money) {
  const ImportedTable read = table(
      head + "   项目名称     河道清淤\n" + money +
      "   总体目标     今年清淤十公里，完成招标和施工，年底前通过验收，投入运行并移交管护单位。\n" +
      rows);
  EXPECT_EQ(read.snapshot.projects.size(), 1U);
  return read.snapshot.projects.empty() ? Project{} : read.snapshot.projects[0];
}

inline Funding funding_of(const std::string& money) {
  return project_with_money(money).funding;
}

}  // namespace budgetdiff::text_forms
