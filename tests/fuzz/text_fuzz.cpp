// Any bytes: import_text() answers with tables or one error, and what it gives
// is a snapshot that survives its own canonical JSON.

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/import/importer.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto document = import_text({"fuzz.txt", bytes}, {});
  if (!document) {
    return 0;
  }
  for (const ImportedTable& table : document->tables) {
    const std::string written = write_snapshot(table.snapshot);
    const auto read = read_snapshot(written, "fuzz.json");
    if (table.provenance.projects.size() != table.snapshot.projects.size() || !read ||
        write_snapshot(*read) != written) {
      std::abort();
    }
  }
  return 0;
}
