#pragma once

/// What every reader of documents shares.

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/import/mapping.hpp>
#include <budgetdiff/model/provenance.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// What the user says of a document; it wins over what the document says.
struct ImportOptions {
  std::optional<std::string> department;
  std::optional<int> year;
  std::optional<std::string> stage;
  std::optional<TableMapping> mapping;  ///< reads a table that is no known form
};

/// One table read from a document.
struct ImportedTable {
  Snapshot snapshot;
  Provenance provenance;  ///< findings of the reader included
};

/// All tables of a document: more than one where it holds several departments.
/// Never empty.
struct ImportedDocument {
  std::vector<ImportedTable> tables;
};

/// A document in memory. `name` is the file as the user gave it; year and
/// department may be read from its base name, or from its two innermost folders.
struct SourceDocument {
  std::string name;
  std::string bytes;
};

/// Readers whose libraries core does not link; the caller brings them. One that
/// is absent gives an error for documents of its kind.
struct DocumentReaders {
  using Reader =
      std::function<Result<ImportedDocument>(const SourceDocument&, const ImportOptions&)>;
  Reader pdf;       ///< import_pdf() of pdf.hpp
  Reader workbook;  ///< import_workbook() of tables.hpp
  Reader web_page;  ///< import_web_page() of tables.hpp
};

/// Reads a document of any known kind, told by its content and not its name.
/// Errors name file and place and say what to do; nothing is ever partly read
/// in silence: what could not be placed is a finding.
/// Threads: safe to call concurrently.
[[nodiscard]] Result<ImportedDocument> import_document(const SourceDocument& source,
                                                       const ImportOptions& options,
                                                       const DocumentReaders& readers = {});

/// Reads text in the published layout (UTF-8, UTF-16 with a byte order mark, or
/// GB18030), as copied or extracted from a PDF.
[[nodiscard]] Result<ImportedDocument> import_text(const SourceDocument& source,
                                                   const ImportOptions& options);

}  // namespace budgetdiff
