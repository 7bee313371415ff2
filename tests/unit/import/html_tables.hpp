#pragma once

/// Small web pages with a table, for tests of what published forms do.

#include <budgetdiff/import/tables.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::test {

using Row = std::vector<std::string>;

/// Reads a document of any kind but a PDF.
inline Result<ImportedDocument> read(const std::string& bytes, const ImportOptions& options = {}) {
  DocumentReaders readers;
  readers.workbook = import_workbook;
  readers.web_page = import_web_page;
  return import_document({"x.html", bytes}, options, readers);
}

inline std::string table(const std::vector<Row>& rows) {
  std::string out = "<table>";
  for (const Row& row : rows) {
    out += "<tr>";
    for (const std::string& cell : row) {
      out += "<td>" + cell + "</td>";
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

/// The only table of a document.
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

/// The codes of the reader's findings.
inline std::vector<std::string> codes_of(const ImportedTable& table) {
  std::vector<std::string> out;
  for (const Finding& finding : table.provenance.findings) {
    out.push_back(finding.code);
  }
  return out;
}

}  // namespace budgetdiff::test
