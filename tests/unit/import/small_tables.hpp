#pragma once

/// Small web pages with a table each, and what is read from them.

#include <gtest/gtest.h>
#include <budgetdiff/import/tables.hpp>

#include "documents.hpp"

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff {

using Row = std::vector<std::string>;

inline Result<ImportedDocument> read(const std::string& bytes, const ImportOptions& options = {}) {
  DocumentReaders readers;
  readers.workbook = import_workbook;
  readers.web_page = import_web_page;
  return import_document({"x.html", bytes}, options, readers);
}

/// A cell that begins with its own tag may span: `<td rowspan=2>巡查`.
inline std::string table(const std::vector<Row>& rows) {
  std::string out = "<table>";
  for (const Row& row : rows) {
    out += "<tr>";
    for (const std::string& cell : row) {
      out += cell.starts_with("<td") ? cell + "</td>" : "<td>" + cell + "</td>";
    }
    out += "</tr>";
  }
  return out + "</table>";
}

inline std::string page(const std::string& above, const std::vector<Row>& rows) {
  return "<html><body>" + above + table(rows) + "</body></html>";
}

/// An XML workbook of sheets: each its name and the rows of its cells.
inline std::string workbook(const std::vector<std::pair<std::string, std::vector<Row>>>& sheets) {
  std::string out =
      "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
      "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
      "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">";
  for (const auto& [name, rows] : sheets) {
    out += "<Worksheet ss:Name=\"" + name + "\"><Table>";
    for (const Row& row : rows) {
      out += "<Row>";
      for (const std::string& cell : row) {
        out += "<Cell><Data ss:Type=\"String\">" + cell + "</Data></Cell>";
      }
      out += "</Row>";
    }
    out += "</Table></Worksheet>";
  }
  return out + "</Workbook>";
}

inline ImportedTable one(const std::string& bytes, const ImportOptions& options = {}) {
  auto document = read(bytes, options);
  EXPECT_TRUE(document) << (document ? "" : in_english(document.error()));
  if (!document) {
    return {};
  }
  EXPECT_EQ(document->tables.size(), 1U);
  return std::move(document->tables.front());
}

inline std::vector<std::string> names_of(const Snapshot& snapshot) {
  std::vector<std::string> out;
  for (const Project& project : snapshot.projects) {
    out.push_back(project.name);
  }
  return out;
}

inline std::vector<std::string> codes_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    out.push_back(finding.code);
  }
  return out;
}

/// The columns of a project's funding as `key=amount`.
inline std::vector<std::string> funding_of(const Project& project) {
  std::vector<std::string> out;
  for (const auto& [key, amount] : project.funding.items()) {
    out.push_back(key + "=" + amount.to_string());
  }
  return out;
}

}  // namespace budgetdiff
