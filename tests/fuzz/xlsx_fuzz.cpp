// Any bytes: import_workbook(), by header words and by a mapping.

#include "must_hold.hpp"

#include <budgetdiff/import/tables.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::must_hold(import_workbook({"fuzz.xlsx", bytes}, {}));
  ImportOptions options;
  options.mapping.emplace();
  options.mapping->name = {"A"};
  options.mapping->amounts = {{"total", "B"}};
  fuzz::must_hold(import_workbook({"fuzz.xlsx", bytes}, options));
  return 0;
}
