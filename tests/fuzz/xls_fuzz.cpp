// Any bytes: import_workbook() of a .xls file. Bytes that are no compound file are put into
// one, as its workbook's records, so that changes reach the records and not the container alone.

#include "must_hold.hpp"
#include "xls_file.hpp"

#include <budgetdiff/import/tables.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  fuzz::must_hold(import_workbook(
      {"fuzz.xls", looks_like_compound_file(bytes) ? bytes : test::compound_file(bytes)}, {}));
  return 0;
}
