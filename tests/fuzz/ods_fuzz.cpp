// Any bytes: import_workbook() of OpenDocument files, packed and in one XML file. What is no
// archive is taken for such a file, so that changes reach its elements.

#include "must_hold.hpp"

#include <budgetdiff/import/tables.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::must_hold(import_workbook({"fuzz.ods", bytes}, {}));
  ImportOptions options;
  options.mapping.emplace();
  options.mapping->name = {"A"};
  options.mapping->amounts = {{"total", "B"}};
  fuzz::must_hold(import_workbook({"fuzz.ods", bytes}, options));
  return 0;
}
