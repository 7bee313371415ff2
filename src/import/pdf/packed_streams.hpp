#pragma once

/// How much the streams of a PDF unpack to, found before any reader unpacks them.

#include <cstddef>
#include <optional>
#include <string_view>

namespace budgetdiff::import {

/// What the streams of one document may unpack to, in bytes. Real pages have 100
/// KB, fonts and their maps some megabytes; pictures are unpacked by no reader here.
struct UnpackLimits {
  std::size_t stream = std::size_t{64} << 20U;
  std::size_t picture = std::size_t{256} << 20U;
  std::size_t document = std::size_t{1} << 30U;
};

/// The place in `bytes` of the first stream that unpacks beyond a limit, that is
/// packed several times over, or that cannot be measured without reading the
/// document (packed in another way and encrypted); nothing where all is well.
/// Looks at bytes alone, so that nothing which a reader could find is missed.
/// Time: that of unpacking what may be large; memory: some kilobytes.
[[nodiscard]] std::optional<std::size_t> overpacked_stream(std::string_view bytes,
                                                           const UnpackLimits& limits = {});

}  // namespace budgetdiff::import
