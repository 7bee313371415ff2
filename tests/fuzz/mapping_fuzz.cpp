// Any bytes: read_mapping(), and what it gives over a small table.

#include "must_hold.hpp"

#include <budgetdiff/import/mapping.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  ImportOptions options;
  auto mapping = read_mapping(bytes, "fuzz.json");
  if (!mapping) {
    if (mapping.error().what.text.empty()) {
      std::abort();
    }
    return 0;
  }
  options.mapping = std::move(*mapping);
  fuzz::must_hold(
      import_document({"x.csv", "name,amount,depname,year\na,1.00,b,2024\nc,x,b,\n"}, options));
  return 0;
}
