// Any bytes as separated values, by header words and by a mapping of letters.

#include "must_hold.hpp"

#include <budgetdiff/import/importer.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::must_hold(import_document({"fuzz.csv", bytes}, {}));
  ImportOptions options;
  options.mapping.emplace();
  options.mapping->name = {"A", "C"};
  options.mapping->amounts = {{"total", "B"}};
  options.mapping->department = "C";
  fuzz::must_hold(import_document({"fuzz.csv", bytes}, options));
  return 0;
}
