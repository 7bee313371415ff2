// Any bytes: import_document() with the reader of workbooks, for XML workbooks.

#include "must_hold.hpp"

#include <budgetdiff/import/tables.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  DocumentReaders readers;
  readers.workbook = import_workbook;
  fuzz::must_hold(import_document({"fuzz.xml", bytes}, {}, readers));
  return 0;
}
