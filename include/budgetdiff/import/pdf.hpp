#pragma once

/// PDFs, by geometry. In the program this lives in a module that is loaded when
/// first needed (poppler and qpdf bring dozens of libraries); a program of your
/// own links budgetdiff::pdf.

#include <budgetdiff/import/importer.hpp>

#include <string_view>

namespace budgetdiff {

/// Whether `bytes` are a PDF, whatever the file is called.
[[nodiscard]] bool looks_like_pdf(std::string_view bytes);

/// Reads a PDF: words with their boxes, cells from ruled lines where there are
/// any and from white strips otherwise. Places are pages with boxes.
/// Errors: broken, encrypted or scanned files, and those without a performance
/// table; each says what to do.
/// Time and memory are bounded as far as poppler's can be foreseen; who reads files
/// of strangers does so in a process of its own, as the program does.
/// Threads: safe to call concurrently on different documents.
[[nodiscard]] Result<ImportedDocument> import_pdf(const SourceDocument& source,
                                                  const ImportOptions& options);

}  // namespace budgetdiff
