// Any bytes: import_web_page().

#include "must_hold.hpp"

#include <budgetdiff/import/tables.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::must_hold(import_web_page({"fuzz.html", bytes}, {}));
  return 0;
}
