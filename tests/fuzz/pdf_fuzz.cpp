// Any bytes: import_pdf().

#include "must_hold.hpp"

#include <budgetdiff/import/pdf.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::must_hold(import_pdf({"fuzz.pdf", bytes}, {}));
  return 0;
}
