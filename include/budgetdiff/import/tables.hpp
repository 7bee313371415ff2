#pragma once

/// Workbooks (XLSX, .xls, XML, ODS), text documents (DOCX, ODT) and web pages (HTML). In the
/// program they live in a module that is loaded when first needed (libzip brings OpenSSL with it);
/// a program of your own links budgetdiff::tables.

#include <budgetdiff/import/importer.hpp>

#include <string_view>

namespace budgetdiff {

/// Whether `bytes` are in the container of .xls and .doc files, whatever the file is called.
[[nodiscard]] bool looks_like_compound_file(std::string_view bytes);

/// Reads an XLSX, .xls (Excel 97 to 2003), XML (SpreadsheetML 2003) or OpenDocument workbook (all
/// sheets, merged cells, numbers digit by digit) or the tables of a DOCX or ODT document. Places
/// are sheets (or "table 2") and cells. Errors: broken, encrypted or oversized files, .doc and
/// other old documents, workbooks of Excel 95 and older, and those without a table that fits; each
/// says what to do. Threads: safe to call concurrently.
[[nodiscard]] Result<ImportedDocument> import_workbook(const SourceDocument& source,
                                                       const ImportOptions& options);

/// Reads the tables of an HTML page, or of a web archive's (MHTML) only page, in UTF-8 or GB18030.
/// Places are lines, an archive's those of its page. Errors: archives of several pages, broken
/// ones. Threads: safe to call concurrently.
[[nodiscard]] Result<ImportedDocument> import_web_page(const SourceDocument& source,
                                                       const ImportOptions& options);

}  // namespace budgetdiff
