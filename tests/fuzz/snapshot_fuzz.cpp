// Any bytes: read_snapshot(); canonical JSON read again is the same.

#include "must_hold.hpp"

#include <budgetdiff/codec/snapshot_json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace budgetdiff;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto read = read_snapshot(bytes, "fuzz.json");
  if (!read) {
    return 0;
  }
  const std::string written = write_snapshot(*read);
  const auto again = read_snapshot(written, "fuzz.json");
  if (!again || write_snapshot(*again) != written) {
    std::abort();
  }
  return 0;
}
