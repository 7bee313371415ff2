// Any bytes: import_text() and the reader of text that keeps its layout.

#include "must_hold.hpp"

#include <budgetdiff/import/importer.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::must_hold(import_text({"fuzz.txt", bytes}, {}));
  fuzz::must_hold(import_document({"fuzz.txt", bytes}, {}));
  return 0;
}
