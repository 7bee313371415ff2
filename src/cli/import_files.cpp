#include "cli/import_files.hpp"

#include "cli/documents.hpp"
#include "cli/operand.hpp"
#include "import/identity.hpp"

#include <sys/stat.h>
#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/text/unicode.hpp>
#include <utility>

namespace budgetdiff::cli {
namespace {

std::string base_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

bool can_be_read_again(const std::string& path) {
  struct stat status {};
  return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

Result<ImportedDocument> read_tables(const SourceDocument& source, const ImportOptions& options) {
  if (!looks_like_json(source.bytes)) {
    return read_document(source, options);
  }
  auto snapshot = read_snapshot(source.bytes, source.name);
  if (!snapshot) {
    return fail(std::move(snapshot).error());
  }
  ImportedTable table;
  table.snapshot = std::move(*snapshot);
  if (options.department) {
    table.snapshot.department = *options.department;
  }
  if (options.year) {
    table.snapshot.year = *options.year;
  }
  if (options.stage) {
    table.snapshot.stage = *options.stage;
  }
  table.provenance = import::provenance_of(source, "snapshot");
  for (const Project& project : table.snapshot.projects) {
    table.provenance.projects.push_back({{}, std::vector<Place>(project.indicators.size())});
  }
  ImportedDocument document;
  document.tables.push_back(std::move(table));
  return document;
}

}  // namespace

Result<ImportedDocument> read_import_file(ImportFile& file, const ImportOptions& options,
                                          bool hold) {
  const bool again = can_be_read_again(file.path);
  auto bytes = read_file(file.path);
  if (!bytes) {
    return fail(std::move(bytes).error());
  }
  SourceDocument source{file.path, std::move(*bytes)};
  auto document = read_tables(source, options);
  if (document) {
    file.sha256 = document->tables.front().provenance.sha256;
    if (hold && !again) {
      file.bytes = std::move(source.bytes);
    }
  }
  return document;
}

Result<std::string> read_again(const ImportFile& file) {
  if (file.bytes) {
    return *file.bytes;
  }
  auto bytes = read_file(file.path);
  if (bytes && sha256_hex(*bytes) != file.sha256) {
    return fail({file.path,
                 {},
                 {BD_TR("was changed while it was being imported"), {}},
                 {BD_TR("import it again"), {}}});
  }
  return bytes;
}

std::string extension_of(const std::string& path) {
  const std::string name = base_name(path);
  const std::size_t dot = name.rfind('.');
  const std::string ending =
      dot == std::string::npos || dot == 0 ? std::string() : name.substr(dot + 1);
  return ending.empty() || find_invalid_utf8(ending) != std::string::npos ? "bin" : ending;
}

}  // namespace budgetdiff::cli
