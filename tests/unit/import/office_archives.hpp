#pragma once

/// Office documents made in a test, part by part.

#include <gtest/gtest.h>
#include <zip.h>

#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::test {

/// The parts, packed as an XLSX or DOCX document is.
inline std::string archive(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* out = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(out);
  zip_t* zip = zip_open_from_source(out, ZIP_TRUNCATE, &error);
  for (const auto& [name, text] : parts) {
    zip_source_t* part = zip_source_buffer(zip, text.data(), text.size(), 0);
    EXPECT_GE(zip_file_add(zip, name.c_str(), part, ZIP_FL_ENC_UTF_8), 0) << name;
  }
  EXPECT_EQ(zip_close(zip), 0);
  EXPECT_EQ(zip_source_open(out), 0);
  std::string bytes;
  char buffer[4096];
  for (zip_int64_t got = 0; (got = zip_source_read(out, buffer, sizeof buffer)) > 0;) {
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
  zip_source_close(out);
  zip_source_free(out);
  return bytes;
}

/// An OpenDocument file by what stands in its office:document-content.
inline std::string open_document(const std::string& content) {
  return archive({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                  {"content.xml",
                   "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" "
                   "xmlns:style=\"s\" xmlns:fo=\"f\" xmlns:svg=\"g\" xmlns:calcext=\"c\">" +
                       content + "</office:document-content>"},
                  {"META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>"}});
}

/// A workbook of one sheet, by its XML; `more` are parts of its archive.
inline std::string xlsx(const std::string& sheet,
                        const std::vector<std::pair<std::string, std::string>>& more = {},
                        const std::string& in_workbook = "") {
  std::vector<std::pair<std::string, std::string>> parts{
      {"xl/workbook.xml",
       "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets>" + in_workbook +
           "</workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"a\" Target=\"sheet.xml\"/></Relationships>"},
      {"xl/sheet.xml", sheet}};
  parts.insert(parts.end(), more.begin(), more.end());
  return archive(parts);
}

}  // namespace budgetdiff::test
