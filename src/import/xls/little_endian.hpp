#pragma once

/// Numbers in bytes, the lowest first, at any place.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace budgetdiff::import {

/// Bytes that are not there are 0: who needs to know looks at the size.
[[nodiscard]] inline std::uint64_t little_endian(std::string_view bytes, std::size_t at,
                                                 std::size_t count) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < count && at + i < bytes.size(); ++i) {
    out |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  }
  return out;
}

[[nodiscard]] inline std::uint8_t u8(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(little_endian(bytes, at, 1));
}
[[nodiscard]] inline std::uint16_t u16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint16_t>(little_endian(bytes, at, 2));
}
[[nodiscard]] inline std::uint32_t u32(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(little_endian(bytes, at, 4));
}
[[nodiscard]] inline double f64(std::string_view bytes, std::size_t at) {
  return std::bit_cast<double>(little_endian(bytes, at, 8));
}

}  // namespace budgetdiff::import
